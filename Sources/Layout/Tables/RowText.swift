import SourceText

/// One row of a table whose rows are lines: the source range of each cell.
struct RowText: Sendable {
    var cells: [Range<Int>]
    let line: Int
    var lineEnd: Int

    /// The row's fields between TABs.
    static func tabbed(_ file: SourceFile, line: Int) -> RowText {
        split(file, file.rangeOfLine(line), at: 0x09, line: line)
    }

    /// The row's fields between pipes; the outer pipes are no cells, and `\|` is none.
    static func piped(_ file: SourceFile, _ range: Range<Int>, line: Int) -> RowText {
        var range = range
        if range.first.map({ file.bytes[$0] == 0x7C }) ?? false { range = range.dropFirst() }
        if range.last.map({ file.bytes[$0] == 0x7C }) ?? false { range = range.dropLast() }
        return split(file, range, at: 0x7C, line: line)
    }

    private static func split(_ file: SourceFile, _ range: Range<Int>, at separator: UInt8, line: Int) -> RowText {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where file.bytes[index] == separator {
            if separator == 0x7C, index > range.lowerBound, file.bytes[index - 1] == UInt8(ascii: "\\") { continue }
            cells.append(start..<index)
            start = index + 1
        }
        cells.append(start..<range.upperBound)
        return RowText(cells: cells.map { PageScanner.trimmed($0, in: file.bytes) }, line: line, lineEnd: line)
    }
}
