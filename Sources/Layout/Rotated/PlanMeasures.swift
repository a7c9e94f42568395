import Glibc
import Reading
import SourceText
import StatisticalModel

/// Fills the cells of a rotated list that stand over several tasks from the plan's prose in the same bulletin, which
/// prints each measure as a numbered clause: `（5）推动“一件事”集成服务。推进…`.
///
/// The list repeats the measure as `5.大力推动“一件事”集成服务` in a column 举措 and details it in some tasks of their
/// own rows; which rows is not printed, but tasks take up the clause's words. Per page the labels are given to the rows
/// in order, by the probability of each way (``SequencePosteriors``). The headings over the clauses are the words of a
/// column 指标, where that column prints them too.
///
/// Other lists print the title of a clause, 主要任务 `（1）提升科普能力`, and beside it what the clause says,
/// `1.提升科普能力。完善…`: the sentences are given to the rows in the same way.
struct PlanMeasures {
    /// A clause of the plan.
    private struct Clause {
        /// Pairs of characters that it holds.
        var pairs: Pairs
        /// Those of its first words.
        var opening: Pairs
        /// The words of the heading over it, without number.
        var heading: String
    }

    /// The pairs of Chinese characters that touch in a text, each once and in order.
    private typealias Pairs = [UInt64]

    /// In how many texts each pair stands.
    private struct Spread {
        private var numbers = KeyNumbers()
        private var counts: [Int] = []

        init(_ texts: some Sequence<Pairs>) {
            for pairs in texts {
                for pair in pairs {
                    let (number, isNew) = numbers.number(of: pair)
                    if isNew { counts.append(1) } else { counts[number] += 1 }
                }
            }
        }

        subscript(pair: UInt64) -> Int { numbers.known(pair).map { counts[$0] } ?? 0 }
    }

    /// The plan's clauses （1）, （2） … by their numbers from 1; the longest list of the bulletin without a gap.
    private let clauses: [Clause]
    /// In how many clauses a pair of characters stands.
    private let spread: Spread
    /// What the bulletin's numbered clauses say, by their titles; two of one title say nothing.
    private let titled: [[UInt8]: Pairs]
    private let titledSpread: Spread

    init(blocks: [TextBlock]) {
        var lists: [[Clause]] = []
        for block in blocks {
            guard let number = Self.number(of: block) else { continue }
            if number == 1 { lists.append([]) }
            guard let last = lists.indices.last, lists[last].count == number - 1 else { continue }
            let text = block.text.bytes
            let heading = block.headings.last.map { blocks[$0] }
            lists[last].append(
                Clause(
                    pairs: Self.pairs(text[block.markerLength...]),
                    opening: Self.pairs(text[block.markerLength..<Self.firstStop(in: text, from: block.markerLength)]),
                    heading: heading.map { String(decoding: $0.text.bytes[$0.markerLength...], as: UTF8.self) } ?? ""))
        }
        var longest: [Clause] = []
        for list in lists where list.count > longest.count { longest = list }
        clauses = longest
        spread = Spread(clauses.map(\.pairs))
        titled = Self.titled(blocks)
        titledSpread = Spread(titled.values)
    }

    private static func titled(_ blocks: [TextBlock]) -> [[UInt8]: Pairs] {
        var titled: [[UInt8]: Pairs] = [:]
        for block in blocks where block.markerLength > 0 {
            let text = block.text.bytes
            let stop = firstStop(in: text, from: block.markerLength)
            guard stop < text.count, stop - block.markerLength <= longestTitle else { continue }
            let title = Array(text[block.markerLength..<stop])
            titled[title] = titled[title] == nil ? pairs(text[stop...]) : []
        }
        return titled
    }

    /// Bytes.
    private static let longestTitle = 120

    /// 12 of a clause （12）.
    private static func number(of block: TextBlock) -> Int? {
        let mark = block.text.bytes[..<block.markerLength]
        guard mark.count >= 7, mark.starts(with: "（".utf8), mark.suffix(3).elementsEqual("）".utf8) else { return nil }
        let digits = mark.dropFirst(3).dropLast(3)
        guard digits.count <= 4, digits.allSatisfy(UTF8Scanning.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func firstStop(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, !UTF8Scanning.has("。", in: text, at: index) { index += 1 }
        return index
    }

    private static func pairs(_ bytes: ArraySlice<UInt8>) -> Pairs {
        let text = Array(bytes)
        var pairs: Pairs = []
        var (index, last) = (0, UInt32(0))
        while index < text.count {
            let (scalar, length) = UTF8Scanning.scalar(in: text, at: index)
            let isWord = UTF8Scanning.isHan(scalar)
            if isWord, last != 0 { pairs.append(UInt64(last) << 32 | UInt64(scalar)) }
            last = isWord ? scalar : 0
            index += length
        }
        pairs.sort()
        var unique: Pairs = []
        unique.reserveCapacity(pairs.count)
        for pair in pairs where pair != unique.last { unique.append(pair) }
        return unique
    }

    /// The pairs that two texts share, in order.
    private static func shared(_ one: Pairs, _ other: Pairs) -> Pairs {
        var shared: Pairs = []
        var (index, place) = (0, 0)
        while index < one.count, place < other.count {
            if one[index] == other[place] { shared.append(one[index]) }
            let (left, right) = (one[index], other[place])
            if left <= right { index += 1 }
            if right <= left { place += 1 }
        }
        return shared
    }

    // MARK: tables

    func fill(_ tables: inout [RecoveredTable], _ spans: [[SpanStretch]]) {
        for index in tables.indices {
            fill(&tables[index], spans[index].filter { $0.sentences.isEmpty })
            fillTexts(&tables[index], spans[index].filter { !$0.sentences.isEmpty })
        }
    }

    /// Fills the open cells of `table` under the labels of `spans`.
    private func fill(_ table: inout RecoveredTable, _ spans: [SpanStretch]) {
        guard !clauses.isEmpty, let task = spans.first?.task, isOf(spans) else { return }
        var filled: [Int: [Int]] = [:]
        var measures: [Int: Int] = [:]
        let printed = Set(spans.flatMap { $0.labels.map(\.number) })
        for span in spans where !span.labels.isEmpty {
            let numbers = span.labels.map(\.number)
            guard numbers.allSatisfy({ $0 >= 1 && $0 <= clauses.count }) else { continue }
            for (row, label) in rows(of: span, numbers, task, in: table) {
                // Where the next number is lost, the label may hold two measures.
                guard numbers[label] == printed.max() || printed.contains(numbers[label] + 1) else { continue }
                measures[row] = numbers[label]
                guard table.rows[row].cells[span.column].isUnassigned else { continue }
                table.rows[row].cells[span.column] = RecoveredTable.Cell(span.labels[label].text)
                filled[span.column, default: []].append(row)
            }
        }
        fillHeadings(&table, spans.filter { $0.labels.isEmpty }, measures, &filled)
        for (column, rows) in filled.sorted(by: { $0.key < $1.key }) {
            Self.note(rows.sorted(), of: column, in: &table)
        }
    }

    /// True where the list's measures are the plan's: most labels open with the words of the clause of their number.
    private func isOf(_ spans: [SpanStretch]) -> Bool {
        let labels = spans.flatMap(\.labels)
        let alike = labels.count { label in
            guard label.number >= 1, label.number <= clauses.count else { return false }
            let words = Self.pairs(label.text.bytes[...])
            return Self.shared(words, clauses[label.number - 1].opening).count * 2 >= words.count
        }
        return !labels.isEmpty && Double(alike) >= RotatedWeights.alikeMeasures * Double(labels.count)
    }

    /// The rows of a page's stretch with their label, as far as certain.
    private func rows(
        of span: SpanStretch, _ numbers: [Int], _ task: Int, in table: RecoveredTable
    ) -> [(row: Int, label: Int)] {
        let sums = sums(
            of: span.rows.map { Self.pairs(table.rows[$0].cells[task].text.bytes[...]) },
            under: numbers.map { clauses[$0 - 1].pairs }, spread, of: clauses.count)
        guard let sums else { return [] }
        return span.rows.indices.compactMap { row in
            let place = row - span.rows.lowerBound
            // Begun by this row, less the next label begun.
            let begun = sums.begins.map { $0[...place].reduce(0, +) }
            for label in numbers.indices {
                let share = begun[label] - (label + 1 < begun.count ? begun[label + 1] : 0)
                if share >= RotatedWeights.taken { return (row, label) }
            }
            return nil
        }
    }

    /// How likely each way is to divide `texts` in order among the clauses of the rows, a text at least for each: a text
    /// speaks for a clause by the pairs, rare ones more, that both hold.
    private func sums(
        of texts: [Pairs], under clauses: [Pairs], _ spread: Spread, of count: Int
    ) -> SequencePosteriors.Sums? {
        guard clauses.count <= texts.count else { return nil }
        let likeness = texts.map { pairs -> [Double] in
            clauses.map { clause in
                Self.shared(pairs, clause).reduce(0) { $0 + log(Double(count) / Double(max(1, spread[$1]))) }
                    * RotatedWeights.sharedWord
            }
        }
        let size = texts.count + 1
        // By clause, then the first text and the one behind the last.
        let cells = clauses.indices.map { clause in
            let shares = likeness.map { exp($0[clause] - ($0.max() ?? 0)) }
            var cells = [Double](repeating: 0, count: size * size)
            for from in texts.indices {
                var share = 1.0
                for to in from + 1..<size {
                    share *= shares[to - 1]
                    cells[from * size + to] = share
                }
            }
            return cells
        }
        var posteriors = SequencePosteriors(units: texts.count, cells: cells)
        return posteriors.sums(cells: clauses.count)
    }

    /// Gives the sentences of an open column to the rows whose titles head clauses that say the same.
    private func fillTexts(_ table: inout RecoveredTable, _ stretches: [SpanStretch]) {
        var filled: [Int: Set<Int>] = [:]
        for stretch in stretches {
            let clauses = stretch.rows.map { titled[Self.title(of: table.rows[$0].cells[stretch.task])] ?? [] }
            let sentences = stretch.sentences.map { Self.pairs(stretch.text.bytes[$0]) }
            // What stands first may go on with the row before, whose cell is then no whole one.
            if stretch.rows.lowerBound > 0, let first = sentences.first,
                let before = titled[Self.title(of: table.rows[stretch.rows.lowerBound - 1].cells[stretch.task])],
                Self.isOf(before, first), filled[stretch.column]?.remove(stretch.rows.lowerBound - 1) != nil
            {
                table.rows[stretch.rows.lowerBound - 1].cells[stretch.column] = RecoveredTable.Cell(isUnassigned: true)
            }
            guard let sums = sums(of: sentences, under: clauses, titledSpread, of: titled.count) else { continue }
            // A cell ends where a sentence of its clause stands before one of the next row's.
            let isFirm = zip(sums.cells, clauses).map { cell, clause in
                (
                    begin: Self.isOf(clause, sentences[cell.units.lowerBound]),
                    end: Self.isOf(clause, sentences[cell.units.upperBound - 1])
                )
            }
            for (place, row) in stretch.rows.enumerated()
            where table.rows[row].cells[stretch.column].isUnassigned {
                let (units, probability) = (sums.cells[place].units, sums.cells[place].probability)
                guard probability >= RotatedWeights.taken, isFirm[place].begin, isFirm[place].end,
                    place == 0 || isFirm[place - 1].end,
                    place + 1 < isFirm.count ? isFirm[place + 1].begin : stretch.endsSentence
                else { continue }
                let bytes =
                    stretch.sentences[units.lowerBound].lowerBound..<stretch.sentences[units.upperBound - 1].upperBound
                table.rows[row].cells[stretch.column] = RecoveredTable.Cell(stretch.text.slice(bytes))
                filled[stretch.column, default: []].insert(row)
            }
        }
        for (column, rows) in filled.sorted(by: { $0.key < $1.key }) where !rows.isEmpty {
            Self.note(rows.sorted(), of: column, in: &table)
        }
    }

    /// True where most pairs of a sentence stand in the clause.
    private static func isOf(_ clause: Pairs, _ sentence: Pairs) -> Bool {
        Double(shared(sentence, clause).count) >= RotatedWeights.ofClause * Double(sentence.count)
    }

    /// The words of `（1）提升科普能力`.
    private static func title(of cell: RecoveredTable.Cell) -> [UInt8] {
        let bytes = cell.text.bytes
        guard bytes.starts(with: "（".utf8) else { return bytes }
        let rest = bytes.dropFirst(3).drop(while: UTF8Scanning.isDigit)
        return Array(rest.starts(with: "）".utf8) ? rest.dropFirst(3) : rest)
    }

    /// A column whose labels are the headings over the clauses: 指标 over 举措.
    private func fillHeadings(
        _ table: inout RecoveredTable, _ spans: [SpanStretch], _ measures: [Int: Int], _ filled: inout [Int: [Int]]
    ) {
        for column in Set(spans.map(\.column)).sorted() {
            let printed = spans.filter { $0.column == column }.map(\.text)
            for (row, number) in measures.sorted(by: { $0.key < $1.key })
            where table.rows[row].cells[column].text.isEmpty {
                guard let text = Self.printed(clauses[number - 1].heading, in: printed) else { continue }
                table.rows[row].cells[column] = RecoveredTable.Cell(text)
                filled[column, default: []].append(row)
            }
        }
    }

    /// The heading as the column prints it, a bracket behind it left out; `nil` where it does not.
    private static func printed(_ heading: String, in stretches: [PlacedText]) -> PlacedText? {
        let name = Array((heading.split(separator: "（").first ?? "").utf8)
        guard name.count >= 6 else { return nil }
        for stretch in stretches {
            if let start = stretch.bytes.firstIndex(of: name) { return stretch.slice(start..<start + name.count) }
        }
        return nil
    }

    private static func note(_ rows: [Int], of column: Int, in table: inout RecoveredTable) {
        let name = table.columns[column].name
        for index in table.notes.indices {
            guard case .unboundedCells(name, let open, let printed) = table.notes[index] else { continue }
            let left = open.filter { !rows.contains($0 - 1) }
            table.notes[index] = .unboundedCells(column: name, rows: left, printed: printed)
        }
        table.notes.removeAll {
            if case .unboundedCells(_, let rows, _) = $0 { rows.isEmpty } else { false }
        }
        table.notes.append(.doubtfulCells(column: name, rows: rows.map { $0 + 1 }, sign: .measures))
    }
}

/// What a page prints in a column whose cells stand over several rows each, or whose cells are open.
struct SpanStretch {
    /// The column of the table, and its column of tasks.
    var column: Int
    var task: Int
    /// Rows of the table, from 0.
    var rows: Range<Int>
    var text: PlacedText
    /// `5.大力推动…`: the labels with numbers, in order.
    var labels: [(number: Int, text: PlacedText)] = []
    /// Bytes of ``text``: the sentences of a column of text that is open.
    var sentences: [Range<Int>] = []
    /// False where the page ends in the middle of a sentence.
    var endsSentence = true
}
