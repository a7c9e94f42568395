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
struct PlanMeasures {
    /// A clause of the plan.
    private struct Clause {
        /// Pairs of characters that it holds.
        var pairs: Set<UInt64>
        /// Those of its first words.
        var opening: Set<UInt64>
        /// The words of the heading over it, without number.
        var heading: String
    }

    /// The plan's clauses （1）, （2） … by their numbers from 1; the longest list of the bulletin without a gap.
    private let clauses: [Clause]
    /// In how many clauses a pair of characters stands.
    private let spread: [UInt64: Int]

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
        var spread: [UInt64: Int] = [:]
        for clause in clauses { for pair in clause.pairs { spread[pair, default: 0] += 1 } }
        self.spread = spread
    }

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

    /// The pairs of Chinese characters that touch.
    private static func pairs(_ bytes: ArraySlice<UInt8>) -> Set<UInt64> {
        let text = Array(bytes)
        var pairs: Set<UInt64> = []
        var (index, last) = (0, UInt32(0))
        while index < text.count {
            let (scalar, length) = UTF8Scanning.scalar(in: text, at: index)
            let isWord = UTF8Scanning.isHan(scalar)
            if isWord, last != 0 { pairs.insert(UInt64(last) << 32 | UInt64(scalar)) }
            last = isWord ? scalar : 0
            index += length
        }
        return pairs
    }

    // MARK: tables

    func fill(_ tables: inout [RecoveredTable], _ spans: [[SpanStretch]]) {
        guard !clauses.isEmpty else { return }
        for index in tables.indices { fill(&tables[index], spans[index]) }
    }

    /// Fills the open cells of `table` under the labels of `spans`.
    private func fill(_ table: inout RecoveredTable, _ spans: [SpanStretch]) {
        guard let task = spans.first?.task, isOf(spans) else { return }
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
            return words.count { clauses[label.number - 1].opening.contains($0) } * 2 >= words.count
        }
        return !labels.isEmpty && Double(alike) >= RotatedWeights.alikeMeasures * Double(labels.count)
    }

    /// The rows of a page's stretch with their label, as far as certain.
    private func rows(
        of span: SpanStretch, _ numbers: [Int], _ task: Int, in table: RecoveredTable
    ) -> [(row: Int, label: Int)] {
        let (count, size) = (span.rows.count, span.rows.count + 1)
        guard numbers.count <= count else { return [] }
        // By row, then label: how much of the row's words, the rare ones more, the label's clause takes up.
        let likeness = span.rows.map { row -> [Double] in
            let pairs = Self.pairs(table.rows[row].cells[task].text.bytes[...])
            return numbers.map { number in
                pairs.sorted().reduce(0) { sum, pair in
                    guard clauses[number - 1].pairs.contains(pair) else { return sum }
                    return sum + log(Double(clauses.count) / Double(spread[pair] ?? 1))
                } * RotatedWeights.sharedWord
            }
        }
        // By label, then the first row and the row behind the last.
        let cells = numbers.indices.map { label in
            let shares = likeness.map { exp($0[label] - ($0.max() ?? 0)) }
            var cells = [Double](repeating: 0, count: size * size)
            for from in 0..<count {
                var share = 1.0
                for to in from + 1..<size {
                    share *= shares[to - 1]
                    cells[from * size + to] = share
                }
            }
            return cells
        }
        var posteriors = SequencePosteriors(units: count, cells: cells)
        let sums = posteriors.sums(cells: numbers.count)
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

/// What a page prints in a column whose cells stand over several rows each.
struct SpanStretch {
    /// The column of the table, and its column of tasks.
    var column: Int
    var task: Int
    /// Rows of the table, from 0.
    var rows: Range<Int>
    var text: PlacedText
    /// `5.大力推动…`: the labels with numbers, in order.
    var labels: [(number: Int, text: PlacedText)]
}
