import PipelineDefinition
import SourceText
import StatisticalModel

/// Finds tables whose rows are lines parted by blanks: one blank between cells, or aligned as `pdftotext` prints.
///
/// A head is a line of two words or more over lines that agree on a number of fields. Lines of one word are labels,
/// rows without values, or wrapped names; a page may repeat the head. What cannot be laid out is blank with a note.
struct LineRowTables {
    private let file: SourceFile
    /// The lines of text that no other form has.
    private let lines: [SourceLine]
    private let read: TableLines
    private let lexicon: TableLexicon
    private let judge: HeaderJudge
    private let title: LineTitle

    /// More lines over the rows are no head.
    private static let mostHeadLines = 34
    /// So many lines are looked at for the number of columns.
    private static let sample = 60

    static func recover(
        _ file: SourceFile, lines: [SourceLine], read: TableLines, taken: [Bool], lexicon: TableLexicon
    ) -> [RecoveredTable] {
        let free = lines.filter { $0.role == .text && !taken[$0.number - 1] }
        let reader = LineRowTables(
            file: file, lines: free, read: read, lexicon: lexicon, judge: HeaderJudge(lexicon: lexicon, known: []),
            title: LineTitle(file: file, lines: lines, lexicon: lexicon))
        return reader.tables()
    }

    private func tables() -> [RecoveredTable] {
        var tables: [RecoveredTable] = []
        var index = 0
        var floor = 0
        while index < lines.count {
            guard FieldLine.couldBeHead(file.bytes, lines[index].range),
                let (table, end) = table(from: index, floor: floor)
            else {
                index += 1
                continue
            }
            tables.append(table)
            index = end
            floor = end
        }
        return tables
    }

    private func line(_ index: Int) -> FieldLine { FieldLine(file, lines[index], lexicon: lexicon) }

    // MARK: head

    /// The table whose head has its first line of several fields at `start`, and the line after it.
    private func table(from start: Int, floor: Int) -> (RecoveredTable, end: Int)? {
        guard let (own, first) = head(from: start) else { return nil }
        let found = sample(from: first, head: own)
        let sample = found.isEmpty ? wordRows(from: first, head: own) : found
        guard !sample.isEmpty else { return nil }
        var head = wordsOver(start, floor: floor) + own
        var rows = fullRows(sample, head: own)
        var grid = FieldGrid(rows)
        if FieldHeads.isDouble(head, lexicon), !isOfTwoHalves(rows), let halves = halves(sample) {
            grid = halves
            rows = sample.filter { $0.fields.count == grid.width }
        } else if own[0].fields.count >= grid.width {
            head = own
        }
        guard grid.width > 1 else { return nil }
        let isMarked = isMarked(over: head[0].number)
        guard rows.count > 1 || isMarked, isMarked || agrees(head, grid) else { return nil }
        let heads = FieldHeads(head, grid: grid, rows: rows, lexicon: lexicon)
        guard heads.isSure || isMarked && rows.count > 2 || heads.isDouble else { return nil }
        let over = title.lines(over: head[0].number)
        var body = FieldRows(
            grid: grid, heads: heads, isOrdered: judge.lexicon.contains(head[0].fields[0].line.text, as: .ordinal),
            hasCategory: judge.isOfCategories(head[0].fields[0].line.text) && grid.words > 1,
            isLoose: sample.count(where: \.followsBlank) * 2 > sample.count)
        let end = read(into: &body, from: first, head: head, title: over.title)
        guard body.fullRows > 0 else { return nil }
        let last = lines[end - 1].number
        return (table(body, heads, head, over: over, last: last), end)
    }

    /// The lines of a head from `start` on, and the place of the first line under them.
    private func head(from start: Int) -> ([FieldLine], first: Int)? {
        var result: [FieldLine] = []
        var index = start
        let own = read[lines[start]]
        if isCaptionInPieces(start) || TableTitle.isCaption(own, lexicon: lexicon)
            || TableTitle.isContinuation(own.text, lexicon: lexicon)
        {
            return nil
        }
        while index < lines.count, result.count <= Self.mostHeadLines {
            let line = line(index)
            if line.hasValue || result.count == 1 && !wordRows(from: index, head: result).isEmpty { break }
            guard !line.isOfProse, !line.fields.contains(where: { title.hasUnitLabel($0.line) }),
                !line.fields.allSatisfy({ title.isLabelled($0.line) }),
                line.fields.allSatisfy({ $0.line.scalars.count <= 24 })
            else {
                return nil
            }
            // Under one line of heads a word alone is a label, and rows of words begin.
            if result.count == 1, result[0].fields.count > 2, line.fields.count == 1, !hangs(line, under: result[0]) {
                break
            }
            result.append(line)
            index += 1
        }
        guard let top = result.first, top.fields.count > 1, index < lines.count else { return nil }
        return (result, index)
    }

    /// 附件 优化营商环境任务分工表: a caption's word without a number, and a title behind it, whatever its words.
    private func isCaptionInPieces(_ place: Int) -> Bool {
        let line = line(place)
        return line.fields.count == 2 && lexicon.contains(line.fields[0].line.text, as: .caption)
    }

    /// A bracket, or a word that stands in from the line's beginning, goes on with the head over it.
    private func hangs(_ line: FieldLine, under head: FieldLine) -> Bool {
        guard let field = line.fields.first else { return false }
        return field.line.kind == .bracket || head.fields.contains { $0.line.bracketBalance > 0 }
            || field.gap > 3 && field.wide.lowerBound > head.fields[0].wide.upperBound
            || head.fields.last?.shape == .year || lexicon.contains(field.line.text, as: .measure)
    }

    /// Short words directly over the first line: 科目 over 编码.
    private func wordsOver(_ start: Int, floor: Int) -> [FieldLine] {
        var result: [FieldLine] = []
        var index = start - 1
        while index >= floor, start - index <= 3 {
            let line = line(index)
            let isSide = line.fields.allSatisfy { lexicon.contains($0.line.text, as: .side) }
            guard line.fields.count == 1 || isSide, !title.hasUnitLabel(line.fields[0].line),
                line.page == lines[start].page, !line.isOfProse,
                line.fields[0].line.scalars.count <= 6, isMarked(over: line.number) || line.fields[0].gap > 3
            else { break }
            result.insert(line, at: 0)
            index -= 1
        }
        return result
    }

    /// True where a line of the unit or a numbered caption stands directly over line `number`.
    private func isMarked(over number: Int) -> Bool {
        let over = title.lines(over: number)
        return over.unit != nil || over.isCaption
    }

    /// True for heads that the rows confirm: as many as there are columns, groups of them, or two levels.
    private func agrees(_ head: [FieldLine], _ grid: FieldGrid) -> Bool {
        head.contains { $0.fields.count == grid.width }
            || head.count > 1 && head.contains { $0.fields.count > 1 && grid.width % $0.fields.count <= 1 }
            || LevelledHeads.all(head.flatMap { $0.fields.map(\.line.text) } + [""]).contains {
                $0.heads.count == grid.width && $0.end == head.reduce(0) { $0 + $1.fields.count }
            }
    }

    // MARK: columns

    /// The lines after the head that may be rows.
    private func sample(from first: Int, head: [FieldLine]) -> [FieldLine] {
        let expected = head.map(\.fields.count).max() ?? 0
        let isOrdered = lexicon.contains(head[0].fields[0].line.text, as: .ordinal)
        var result: [FieldLine] = []
        for index in first..<min(first + Self.sample, lines.count) {
            let line = line(index)
            if line.text == head[0].text { continue }
            if line.isOfProse, line.fields.count != expected { break }
            let isRow = line.hasValue || isOrdered && OrdinalColumn.number(line.fields[0].line) != nil
            if isRow, line.fields.count > 1 { result.append(line) }
            if line.fields.count == 1, line.fields[0].line.scalars.count > 40 { break }
        }
        return result
    }

    /// The lines under heads known by their words that have words for each, where no line has figures:
    /// 指标 | 2025年目标值 over 探访率 | 达到100%.
    private func wordRows(from first: Int, head: [FieldLine]) -> [FieldLine] {
        guard head.count == 1, judge.areHeads(head[0].fields.map(\.line)) else { return [] }
        let width = head[0].fields.count
        let rows = (first..<min(first + Self.sample, lines.count)).lazy.map { self.line($0) }
            .prefix { line in
                // What stands in goes on with the row over it.
                (line.fields.count == width || line.fields.count < width && line.fields[0].gap > 3) && !line.isOfProse
                    && !line.fields.contains {
                        judge.isHeadOfRow($0.line) || lexicon.contains($0.line.text, as: .measure)
                    }
            }
            .filter { $0.fields.count == width }
        return rows.count >= Self.fewestWordRows ? Array(rows) : []
    }

    private static let fewestWordRows = 3

    /// The rows with a field for each column: those of the pattern of words and values that most lines are a part of.
    private func fullRows(_ sample: [FieldLine], head: [FieldLine]) -> [FieldLine] {
        var byPattern: [[Bool]: [FieldLine]] = [:]
        for line in sample { byPattern[line.fields.map(\.isValue), default: []].append(line) }
        let heads = Set(head.map(\.fields.count))
        var best: (score: Int, width: Int, pattern: [Bool])?
        for (pattern, lines) in byPattern where lines.count > 1 || heads.contains(pattern.count) || sample.count < 4 {
            var score = byPattern.reduce(0) { $0 + (Self.isPart($1.key, of: pattern) ? $1.value.count : 0) }
            if heads.contains(pattern.count) { score += max(1, sample.count / 4) }
            let isBetter = best.map { (score, -pattern.count) > ($0.score, -$0.width) } ?? true
            if isBetter
                || best.map({ $0.score == score && $0.width == pattern.count && Self.precedes(pattern, $0.pattern) })
                    ?? false
            {
                best = (score, pattern.count, pattern)
            }
        }
        guard let best else { return [] }
        return sample.filter { $0.fields.count == best.width && Self.isNear($0, best.pattern) }
    }

    /// An order of patterns, so that the choice between equal ones does not change from run to run.
    private static func precedes(_ one: [Bool], _ other: [Bool]) -> Bool {
        for (left, right) in zip(one, other) where left != right { return right }
        return false
    }

    private static func isNear(_ line: FieldLine, _ pattern: [Bool]) -> Bool {
        zip(line.fields, pattern).count { $0.isValue != $1 } * 3 <= pattern.count
    }

    private static func isPart(_ part: [Bool], of whole: [Bool]) -> Bool {
        var place = 0
        for sign in whole where place < part.count && part[place] == sign { place += 1 }
        return place == part.count
    }

    /// True where the rows themselves have two halves of more than a name and values: 项目 单位 2025年 项目 单位 2025年.
    private func isOfTwoHalves(_ rows: [FieldLine]) -> Bool {
        guard let kinds = rows.first?.fields.map(\.isValue), kinds.count % 2 == 0 else { return false }
        let half = kinds.count / 2
        return kinds.prefix(half) == kinds.suffix(half) && kinds.prefix(half).count { !$0 } > 1
    }

    /// The columns of two halves side by side: as many as values most often follow one name.
    private func halves(_ sample: [FieldLine]) -> FieldGrid? {
        var runs: [Int: [[FieldLine.Field]]] = [:]
        for line in sample {
            for part in line.fields.split(whereSeparator: \.isWord) {
                runs[part.count, default: []].append(Array(part))
            }
        }
        let most = runs.values.map(\.count).max() ?? 0
        let width = runs.filter { $0.value.count * 3 >= most }.keys.max()
        guard let width, let full = runs[width] else { return nil }
        let percents = (0..<width).filter { column in
            full.count { $0[column].line.scalars.last == "%" } * 2 > full.count
        }
        return FieldGrid(halvesOf: width, percents: Set(percents))
    }

    // MARK: rows

    private func read(into body: inout FieldRows, from first: Int, head: [FieldLine], title over: String) -> Int {
        var index = first
        var end = first
        while index < lines.count {
            if let next = afterRepeatedHead(at: index, head: head, title: over) {
                guard next > index else { break }
                body.endPage()
                index = next
                continue
            }
            let line = line(index)
            // The line of a unit opens another table.
            if line.fields.contains(where: { title.hasUnitLabel($0.line) }) { break }
            if end > first, line.followsBlank, !body.isLoose, line.page == lines[index - 1].page,
                line.fields.count == 1 || line.isOfProse
            {
                break
            }
            guard body.take(line, judge) else { break }
            index += 1
            if !body.isPending { end = index }
        }
        let kept = body.finish(judge)
        return max(end, min(end + kept, lines.count))
    }

    /// The place after a head that a page repeats, with its title; `index` itself where another table begins there.
    private func afterRepeatedHead(at index: Int, head: [FieldLine], title over: String) -> Int? {
        for start in index..<min(index + 4, lines.count) {
            let line = line(start)
            if line.text == head[0].text {
                var place = start
                for own in head {
                    guard place < lines.count, self.line(place).text == own.text else { return index }
                    place += 1
                }
                let own = title.lines(over: line.number)
                let isSame =
                    start == index || own.title.isEmpty || TableLine.folded(own.title) == TableLine.folded(over)
                return isSame ? place : index
            }
            // A word under each head is a row, and the head behind it another page's.
            let isRow = head.count == 1 && line.fields.count == head[0].fields.count
            if line.hasValue || line.isOfProse || isRow { return nil }
        }
        return nil
    }

    // MARK: the table

    private func table(
        _ body: FieldRows, _ heads: FieldHeads, _ head: [FieldLine],
        over: (title: String, unit: String?, first: Int, isCaption: Bool), last: Int
    ) -> RecoveredTable {
        let columns = body.headColumns.map { column -> RecoveredTable.Column in
            let levels = heads.heads[column].levels
            return RecoveredTable.Column(
                levels: levels.isEmpty ? [""] : levels.map { $0.map { placed([$0.range]).string }.joined() },
                text: placed(levels.flatMap { $0.map(\.range) }), line: head[0].number)
        }
        let rows = body.rows.map { row -> RecoveredTable.Row in
            let cells = row.cells.map { cell -> RecoveredTable.Cell in
                cell.map { RecoveredTable.Cell(placed($0)) } ?? RecoveredTable.Cell(isUnassigned: true)
            }
            return RecoveredTable.Row(kind: row.isTotal ? .total : .item, cells: cells, group: row.group)
        }
        var notes = body.notes
        if !heads.isSure {
            notes.append(.unreadColumns(head: head[0].fields[0].line.printed, line: head[0].number))
        }
        return RecoveredTable(
            form: .flattened, title: over.title, columns: columns, rows: rows, unit: over.unit, notes: notes,
            pieces: [over.first...last])
    }

    private func placed(_ ranges: [Range<Int>]) -> PlacedText {
        var text = PlacedText()
        for range in ranges { text.append(CellText.placed(file, range)) }
        return text
    }
}
