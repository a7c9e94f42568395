import PipelineDefinition
import Reading
import SourceText

/// The first column of a flattened table: consecutive numbers, with group labels and 合计 between.
struct OrdinalColumn {
    struct Group {
        let label: String
        /// The index of the row that the label stands over.
        let row: Int
        var lines: [TableLine] = []
    }

    /// Indices of lines, counted from the header's.
    private(set) var rows: [Int] = []
    private(set) var firstNumber = 0
    private(set) var groups: [Group] = []
    private(set) var total: Int?
    /// The line after the column.
    private(set) var end = 1

    var lastNumber: Int { firstNumber + rows.count - 1 }

    /// Reads the column under the header `lines[0]`; `nil` where no number follows.
    init?(_ lines: ArraySlice<TableLine>, lexicon: TableLexicon) {
        let lines = Array(lines)
        while end < lines.count {
            if let number = Self.number(lines[end]), rows.isEmpty || number == lastNumber + 1 {
                if rows.isEmpty { firstNumber = number }
                rows.append(end)
                end += 1
            } else if !rows.isEmpty, lexicon.contains(lines[end].text, as: .total) {
                total = end
                end += 1
                break
            } else if let label = groupLabel(in: lines, lexicon: lexicon) {
                groups.append(Group(label: label.text, row: rows.count))
                end = label.end
            } else {
                break
            }
        }
        if rows.isEmpty { return nil }
    }

    /// A label of one or two lines that the next number follows.
    private func groupLabel(in lines: [TableLine], lexicon: TableLexicon) -> (text: String, end: Int)? {
        var text = ""
        for index in end..<min(end + 2, lines.count - 1) {
            guard lines[index].kind == .text, !lexicon.contains(lines[index].text, as: .header),
                lines[index].scalars.count <= 24
            else { return nil }
            text += lines[index].printed
            guard let next = Self.number(lines[index + 1]) else { continue }
            return rows.isEmpty || next == lastNumber + 1 ? (text, index + 1) : nil
        }
        return nil
    }

    /// True for a name that a number opens: 3.利息收入, 二、支出, （一）一般债务.
    static func opens(_ line: TableLine) -> Bool {
        let head = line.scalars.prefix { $0 == "(" || CellBoundary.isDigit($0) || ClauseMarker.isIdeograph($0.value) }
        guard !head.isEmpty, head.count < line.scalars.count else { return false }
        return ["、", ".", ")"].contains(line.scalars[head.count])
    }

    /// 3, 3. or （3）; 三、 or （三） up to 九十九.
    static func number(_ line: TableLine) -> Int? {
        guard line.scalars.count <= 5 else { return nil }
        var scalars = line.scalars[...]
        if scalars.first == "(" { scalars.removeFirst() }
        if let last = scalars.last, [")", "、", "."].contains(last) { scalars.removeLast() }
        guard !scalars.isEmpty, scalars.count <= 3 else { return nil }
        if scalars.allSatisfy(CellBoundary.isDigit) {
            return scalars.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
        }
        guard scalars.allSatisfy({ ClauseMarker.isIdeograph($0.value) }) else { return nil }
        return ClauseMarker.ideographs(Array(String(scalars: scalars).utf8), from: 0)?.value
    }
}
