import PipelineDefinition
import SourceText
import StatisticalModel

/// Puts the pages of one rotated table together as a recovered table.
struct RotatedTableBuilder {
    let file: SourceFile
    let run: RotatedRun
    let lexicon: RotatedLexicon
    /// The signs of the bulletin's ordinary text.
    let prose: [UInt32]

    func build(into outcome: inout RotatedTableRecovery.Outcome) {
        let pages = read()
        let columns = tableColumns
        var table = RecoveredTable(form: .rotated, title: "", columns: columns, rows: [], pieces: [])
        nameTable(&table)
        var notes = RotatedTableNotes()
        var spans: [SpanStretch] = []
        for (frame, rows) in zip(run.frames, pages) {
            table.pieces.append(frame.page.lines)
            claimStructure(frame, into: &outcome)
            guard let rows else {
                notes.addUnread(frame.page.lines)
                blankOpenCells(of: &table)
                reportUnread(frame, into: &outcome)
                continue
            }
            spans += stretches(rows, from: table.rows.count)
            append(rows, to: &table, notes: &notes, into: &outcome)
        }
        for page in run.leftovers {
            table.pieces.append(page.lines)
            notes.addLeftover(page.lines)
            claim(page.text.text, .table, .textWithoutColumn, into: &outcome)
        }
        table.notes += notes.notes(of: table)
        outcome.tables.append(table)
        outcome.spans.append(spans)
    }

    /// What a page prints in columns over several rows, where the table has a column of tasks.
    private func stretches(_ rows: RotatedRows, from first: Int) -> [SpanStretch] {
        guard let task = positions.firstIndex(where: { run.kinds[$0] == .text }),
            rows.items.count == rows.heads.count
        else { return [] }
        let text = rows.frame.page.text
        return positions.enumerated().compactMap { column, position in
            guard let segment = rows.frame.segment(run.words[position]), !segment.isEmpty else { return nil }
            let range = first..<first + rows.heads.count
            var stretch = SpanStretch(column: column, task: task, rows: range, text: text.slice(segment))
            if run.kinds[position] == .span {
                let labels = SpanColumn(text: text, segment: segment).numberedLabels
                stretch.labels = labels.map { ($0.number, text.slice($0.range)) }
            } else if run.kinds[position] == .text, column != task, rows.isOpen(position) {
                let ends = segment.dropFirst().filter { text.endsSentence($0, from: segment.lowerBound) }
                stretch.endsSentence = text.endsSentence(segment.upperBound, from: segment.lowerBound)
                let places = ([segment.lowerBound] + ends + [segment.upperBound]).map {
                    text.starts[$0] - text.starts[segment.lowerBound]
                }
                stretch.sentences = zip(places, places.dropFirst()).map { $0..<$1 }
            } else {
                return nil
            }
            return stretch
        }
    }

    /// Cells settled on one reading are known names on the next; two more settle what can be settled.
    private func read() -> [RotatedRows?] {
        let widths = lineWidths()
        let columns = Array(zip(run.words, run.kinds))
        let neighbours = RowNumberNeighbours.of(
            run.frames.map { RotatedRowCounter.printedHeads($0, columns, lexicon).compactMap(\.number) })
        var pages: [RotatedRows?] = []
        let first = RotatedRowReader(
            run: run, lexicon: lexicon, settled: [:], widths: widths, countsByGroup: countsByGroup)
        for (frame, among) in zip(run.frames, neighbours) {
            pages.append(first.read(frame, among: among, after: pages.last ?? nil))
        }
        let names = run.kinds.indices.filter { CellWords.kinds.contains(run.kinds[$0]) }
        for _ in 0..<2 where pages.contains(where: { page in names.contains { page?.isOpen($0) == true } }) {
            let settled = settledCells(pages.compactMap { $0 }, names)
            let reader = RotatedRowReader(
                run: run, lexicon: lexicon, settled: settled, widths: widths, countsByGroup: countsByGroup)
            for index in pages.indices where pages[index] != nil { reader.readAgain(&pages[index]!) }
        }
        ColumnPosteriors(run: run, lexicon: lexicon, prose: prose).fill(&pages)
        return pages
    }

    /// True where （1）, （2） … of the tasks begin again at （1） in the middle of a page.
    private var countsByGroup: Bool {
        guard let position = run.kinds.firstIndex(of: .text) else { return false }
        return run.frames.contains { frame in
            guard let segment = frame.segment(run.words[position]) else { return false }
            return NumberedCells(text: frame.page.text).starts(in: segment).dropFirst().contains { $0.number == 1 }
        }
    }

    private func settledCells(_ pages: [RotatedRows], _ positions: [Int]) -> [String: CellWords.Settled] {
        var known: [String: [[UInt8]: Int]] = [:]
        for rows in pages {
            let text = rows.frame.page.text
            for position in positions {
                let word = run.words[position]
                for case let cell? in rows.columns[position] where cell.count >= 2 {
                    let bytes = Array(text.bytes(cell))
                    if cell.count <= 24 { known[word, default: [:]][bytes, default: 0] += 1 }
                    guard cell.count >= 4 else { continue }
                    let opening = CellWords.openingKey(text.bytes(cell.lowerBound..<cell.lowerBound + 4))
                    let ending = CellWords.endingKey(text.bytes(cell.upperBound - 4..<cell.upperBound))
                    known[word, default: [:]][Array(opening), default: 0] += 1
                    known[word, default: [:]][Array(ending), default: 0] += 1
                }
            }
        }
        return known.mapValues { CellWords.Settled($0) }
    }

    private func lineWidths() -> [String: LineWidth] {
        var widths: [String: LineWidth] = [:]
        for word in run.words {
            let segments = run.frames.compactMap { frame in frame.segment(word).map { (frame.page.text, $0) } }
            widths[word] = LineWidth.estimate(segments)
        }
        return widths
    }

    // MARK: head of the table

    private var positions: [Int] { run.words.indices.filter { run.kinds[$0] != .over } }

    private var tableColumns: [RecoveredTable.Column] {
        var columns: [RecoveredTable.Column] = []
        var over: String?
        for (position, word) in run.words.enumerated() {
            let header = run.frames.lazy.compactMap { frame in frame.header(word).map { (frame, $0) } }.first
            let printed = header.map { $0.0.page.text.slice($0.1.range) } ?? PlacedText()
            if run.kinds[position] == .over {
                over = printed.string
                continue
            }
            if run.kinds[position] != .money { over = nil }
            let line =
                printed.isEmpty ? run.frames[0].page.lines.lowerBound : file.line(at: printed.sourceOffset(at: 0))
            columns.append(
                RecoveredTable.Column(levels: (over.map { [$0] } ?? []) + [printed.string], text: printed, line: line))
        }
        return columns
    }

    /// The words before the first header: 附件2, the title, 单位：亿元.
    private func nameTable(_ table: inout RecoveredTable) {
        guard let frame = run.frames.first else { return }
        var title = frame.page.text.string(frame.lead)[...]
        if let annex = lexicon.annexes.longestMatch(in: Array(title.utf8), at: 0) {
            title = title[title.utf8.index(title.startIndex, offsetBy: annex.length)...]
            while let first = title.unicodeScalars.first, first == "：" || ("0"..."9").contains(first) {
                title = title.dropFirst()
            }
        }
        if let unit = lexicon.unitLabels.lazy.compactMap({ title.firstRange(of: $0) }).first {
            var name = title[unit.upperBound...]
            while let last = name.last, "）)，".contains(last) { name = name.dropLast() }
            if !name.isEmpty { table.unit = String(name) }
            title = title[..<unit.lowerBound]
            while let last = title.last, "（(".contains(last) { title = title.dropLast() }
        }
        table.title = String(title)
    }

    // MARK: rows

    private func append(
        _ rows: RotatedRows, to table: inout RecoveredTable, notes: inout RotatedTableNotes,
        into outcome: inout RotatedTableRecovery.Outcome
    ) {
        let text = rows.frame.page.text
        var group = table.rows.last?.group ?? ""
        let first = table.rows.count + 1
        appendOverhangs(rows, to: &table)
        for (index, head) in rows.heads.enumerated() {
            if let label = head.label {
                group = text.string(label)
                claim(text.slice(label), .context, .groupLabel, into: &outcome)
            }
            let cells = positions.map { cell($0, of: index, in: rows) }
            notes.add(head, isCounted: run.kinds.contains(.number))
            table.rows.append(
                RecoveredTable.Row(kind: head.kind == .total ? .total : .item, cells: cells, group: group))
        }
        for (column, position) in positions.enumerated() {
            notes.add(
                rows, column, position: position, word: run.words[position], kind: run.kinds[position], from: first)
        }
        claimOpenText(rows, into: &outcome)
    }

    /// A row that goes over the page break ends on the next page; where that end is not found, it is no whole cell.
    private func appendOverhangs(_ rows: RotatedRows, to table: inout RecoveredTable) {
        guard let last = table.rows.indices.last else { return }
        for (column, position) in positions.enumerated() where run.kinds[position] == .text {
            if let overhang = rows.overhangs[position], !table.rows[last].cells[column].text.isEmpty {
                var text = table.rows[last].cells[column].text
                text.append(rows.frame.page.text.slice(overhang))
                table.rows[last].cells[column] = RecoveredTable.Cell(text)
            } else if rows.columns[position].first.map({ $0 == nil }) ?? true {
                blankOpenCell(column, of: &table.rows[last])
            }
        }
    }

    private func blankOpenCells(of table: inout RecoveredTable) {
        guard let last = table.rows.indices.last else { return }
        for (column, position) in positions.enumerated() where run.kinds[position] == .text {
            blankOpenCell(column, of: &table.rows[last])
        }
    }

    private func blankOpenCell(_ column: Int, of row: inout RecoveredTable.Row) {
        let text = row.cells[column].text
        if !text.isEmpty, text.string.last != "。" { row.cells[column] = RecoveredTable.Cell(isUnassigned: true) }
    }

    private func cell(_ position: Int, of row: Int, in rows: RotatedRows) -> RecoveredTable.Cell {
        let isTotal = rows.heads[row].kind == .total
        if run.kinds[position] == .number, rows.heads[row].range.isEmpty {
            return RecoveredTable.Cell(isUnassigned: true)
        }
        if row < rows.columns[position].count, let range = rows.columns[position][row] {
            return RecoveredTable.Cell(rows.frame.page.text.slice(range))
        }
        if isTotal && run.kinds[position] != .money { return RecoveredTable.Cell() }
        let isPrinted = rows.frame.segment(run.words[position])?.isEmpty == false
        return RecoveredTable.Cell(isUnassigned: isPrinted)
    }

    // MARK: claims

    private func claimStructure(_ frame: RotatedFrame, into outcome: inout RotatedTableRecovery.Outcome) {
        claim(frame.page.text.slice(frame.lead), .structure, .tableCaption, into: &outcome)
        for header in frame.headers {
            claim(frame.page.text.slice(header.range), .structure, .columnHeader, into: &outcome)
        }
    }

    /// Text whose rows stay open is part of the table all the same.
    private func claimOpenText(_ rows: RotatedRows, into outcome: inout RotatedTableRecovery.Outcome) {
        for (position, word) in run.words.enumerated() {
            guard let segment = rows.frame.segment(word) else { continue }
            let taken = rows.columns[position].compactMap { $0 }
            var place = segment.lowerBound
            for range in taken + [segment.upperBound..<segment.upperBound] where range.lowerBound >= place {
                claim(
                    rows.frame.page.text.slice(place..<range.lowerBound), .table, .cellWithoutRow,
                    into: &outcome)
                place = range.upperBound
            }
        }
    }

    private func claim(
        _ text: PlacedText, _ fate: NumeralFate, _ reason: ClaimReason, into outcome: inout RotatedTableRecovery.Outcome
    ) {
        guard text.bytes.contains(where: { (0x30...0x39).contains($0) }) else { return }
        for run in text.runs { outcome.claims.append(NumeralClaim(source: run.source, fate: fate, reason: reason)) }
    }

    private func reportUnread(_ frame: RotatedFrame, into outcome: inout RotatedTableRecovery.Outcome) {
        for word in run.words {
            guard let segment = frame.segment(word) else { continue }
            claim(frame.page.text.slice(segment), .table, .uncountedPage, into: &outcome)
        }
        outcome.diagnostics.append(
            Diagnostic(
                path: file.name, position: SourcePosition(line: frame.page.lines.lowerBound), severity: .warning,
                code: .rotatedWithoutCount))
    }
}

/// What a rotated table cannot tell: blank cells, numbers lost or printed twice, pages not read.
struct RotatedTableNotes {
    /// Rows of a column on one page, from 1, with what is printed there.
    private struct Stretch {
        var column: Int
        var rows: Range<Int>
        var text: String
    }

    private var doubts: [RotatedRows.Doubt: [Stretch]] = [:]
    /// Rows of each column, from 1, that likelihood filled.
    private var likely: [Int: [Int]] = [:]
    private var labels: [Stretch] = []
    private var numbers: [Int] = []
    private var unread: [ClosedRange<Int>] = []
    private var leftovers: [ClosedRange<Int>] = []

    /// - Parameter isCounted: the table has a column of numbers, so that numbers in the text do not count its rows.
    mutating func add(_ head: RotatedRowHead, isCounted: Bool) {
        guard head.kind == .item, let number = head.number, !isCounted || !head.range.isEmpty else { return }
        numbers.append(number)
    }

    /// A page's column, whose first row is row `first` of the table.
    mutating func add(
        _ rows: RotatedRows, _ column: Int, position: Int, word: String, kind: RotatedLexicon.CellKind, from first: Int
    ) {
        guard let segment = rows.frame.segment(word), !segment.isEmpty else { return }
        let stretch = Stretch(
            column: column, rows: first..<first + rows.heads.count, text: rows.frame.page.text.string(segment))
        if let doubt = rows.doubts[word] { doubts[doubt, default: []].append(stretch) }
        if kind == .span { labels.append(stretch) }
        likely[column, default: []] += (rows.likely[position] ?? []).sorted().map { first + $0 }
    }

    mutating func addLeftover(_ lines: ClosedRange<Int>) { leftovers.append(lines) }
    mutating func addUnread(_ lines: ClosedRange<Int>) { unread.append(lines) }

    /// The notes of `table`, once all its rows stand.
    func notes(of table: RecoveredTable) -> [TableNote] {
        var notes: [TableNote] = []
        for (column, name) in table.columns.map(\.name).enumerated() {
            let open = table.rows.indices.filter { table.rows[$0].cells[column].isUnassigned }.map { $0 + 1 }
            if !open.isEmpty {
                let printed = labels.filter { $0.column == column && open.contains(where: $0.rows.contains) }
                notes.append(.unboundedCells(column: name, rows: open, printed: printed.map(\.text)))
            }
            let likely = likely[column] ?? []
            if !likely.isEmpty { notes.append(.doubtfulCells(column: name, rows: likely, sign: .likelihood)) }
            for (doubt, sign) in [(RotatedRows.Doubt.sentences, TableNote.Sign.sentences), (.groups, .groups)] {
                let rows = (doubts[doubt] ?? []).filter { $0.column == column }.flatMap(\.rows)
                let filled = rows.filter { !open.contains($0) && !likely.contains($0) }
                if !filled.isEmpty { notes.append(.doubtfulCells(column: name, rows: filled, sign: sign)) }
            }
        }
        let (lost, repeated) = faultyNumbers
        if !lost.isEmpty { notes.append(.missingNumbers(lost)) }
        if !repeated.isEmpty { notes.append(.repeatedNumbers(repeated)) }
        notes += unread.map(TableNote.uncountedLines)
        return notes + leftovers.map(TableNote.unplacedLines)
    }

    /// Numbers that the count leaves out or holds twice; a count that begins again is a new one.
    private var faultyNumbers: (lost: [Int], repeated: [Int]) {
        var lost: [Int] = []
        var repeated: [Int] = []
        for (number, next) in zip(numbers, numbers.dropFirst()) {
            if next == number { repeated.append(number) }
            if next > number + 1 { lost += number + 1..<next }
        }
        return (lost, repeated)
    }
}
