import Reading
import SourceText

/// The blanks that a PDF sets between the digits of one number: `1 0 0 . 9 亿元`, `2 0 2 5 年`.
///
/// A line is judged as a whole: it holds more digits set apart than digits that touch, and one of its numbers stands
/// as only prose prints it: an ideograph touches it (`达到9 3 %`), it is a share, a year, or has a point of its own. Rows of
/// a table (TABs, wide gaps, figures between single blanks) stay: `甲区 3 5 7` are three cells.
enum SpacedDigits {
    /// Single digits one blank apart.
    private struct Run {
        var blanks: [Range<Int>] = []
        var start: Int
        var end: Int
        var hasPoint = false
        /// Another number stands a blank before or after: figures of a row.
        var isAmongOthers = false
        var isAtLineEnd = false
        var isAtLineStart = false
        /// An ideograph or a sign of its kind touches it, or a percent sign follows.
        var isGlued = false
        var isYear = false
    }

    private struct Line {
        var runs: [Run] = []
        /// Pairs of digits a blank apart, and pairs that touch.
        var apart = 0
        var touching = 0
        var ideographs = 0
        var hasMark = false
        var isRow = false
        var isBlank = true

        var isSpaced: Bool { !isRow && apart > touching && runs.contains { isProse($0) } }

        func isProse(_ run: Run) -> Bool {
            guard !run.isAmongOthers, !run.isAtLineEnd else { return false }
            return run.isGlued || run.isYear || run.hasPoint || hasMark && !run.isAtLineStart
        }
    }

    static func blanks(in bytes: [UInt8]) -> [TextRepair.Planned] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            let line = read(bytes, start..<end)
            if !line.isBlank { lines.append(line) }
            start = end + 1
        }
        var result: [Range<Int>] = []
        for (index, line) in lines.enumerated() where !line.runs.isEmpty && !line.isRow {
            let isSpaced = line.isSpaced
            // A number at the line's end goes on in the next: the line or one beside it must be such prose.
            let isBeside =
                index > 0 && lines[index - 1].isSpaced || index + 1 < lines.count && lines[index + 1].isSpaced
            let endJoins = isSpaced || isBeside && line.ideographs > 1 && line.apart > line.touching
            for run in line.runs where !run.isAmongOthers {
                let joins =
                    run.isAtLineEnd
                    ? endJoins && run.isGlued : isSpaced && !run.isAtLineStart || isSpaced && line.isProse(run)
                if joins { result += run.blanks }
            }
        }
        return result.map { TextRepair.Planned(range: $0, replacement: [], quotation: .repaired) }
    }

    private static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Line {
        var line = Line()
        var index = range.lowerBound
        var blanks = 0
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 0x20 {
                blanks += 1
                index += 1
                continue
            }
            if blanks > 1, !line.isBlank { line.isRow = true }
            if byte == 0x09 { line.isRow = true } else { line.isBlank = false }
            blanks = 0
            if byte.isDigit {
                index = number(bytes, at: index, in: range, &line)
            } else if byte < 0x80 {
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { line.hasMark = true }
                index += 1
            } else {
                let (scalar, length) = UTF8Scanning.scalar(in: bytes, at: index)
                if scalar >= 0x4E00, scalar <= 0x9FFF { line.ideographs += 1 }
                if [0xFF0C, 0x3002, 0xFF1B].contains(scalar) { line.hasMark = true }
                index += length
            }
        }
        return line
    }

    /// Reads a number, apart or not, and gives its end.
    private static func number(_ bytes: [UInt8], at start: Int, in range: Range<Int>, _ line: inout Line) -> Int {
        var index = start
        while index < range.upperBound, bytes[index].isDigit { index += 1 }
        guard index == start + 1 else {
            line.touching += index - start - 1
            return index
        }
        // 3.2 3.9 are two figures: the digit behind a tight point begins no number of its own.
        if start > range.lowerBound + 1, bytes[start - 1] == UInt8(ascii: "."), bytes[start - 2].isDigit {
            line.touching += 1
            return index
        }
        var run = Run(start: start, end: index)
        var digits = [bytes[start]]
        while let next = nextDigit(bytes, after: run.end, limit: range.upperBound, run, digits.count) {
            run.blanks += next.blanks
            run.hasPoint = run.hasPoint || next.isPoint
            digits.append(bytes[next.end - 1])
            run.end = next.end
        }
        guard !run.blanks.isEmpty else { return run.end }
        line.apart += digits.count - 1
        describe(&run, digits, bytes, range)
        line.runs.append(run)
        return run.end
    }

    private static func nextDigit(
        _ bytes: [UInt8], after end: Int, limit: Int, _ run: Run, _ count: Int
    ) -> (blanks: [Range<Int>], end: Int, isPoint: Bool)? {
        var index = end
        var blanks: [Range<Int>] = []
        func skipBlank() {
            guard index < limit, bytes[index] == 0x20 else { return }
            blanks.append(index..<index + 1)
            index += 1
        }
        func isSingle(_ at: Int) -> Bool {
            at < limit && bytes[at].isDigit && !(at + 1 < limit && bytes[at + 1].isDigit)
        }
        skipBlank()
        if isSingle(index) { return blanks.isEmpty ? nil : (blanks, index + 1, false) }
        guard index < limit else { return nil }
        if bytes[index] == UInt8(ascii: "."), !run.hasPoint {
            // `1. 5个` is item 1 of a list.
            guard !blanks.isEmpty || !run.blanks.isEmpty else { return nil }
            index += 1
            skipBlank()
            return isSingle(index) && !(blanks.isEmpty && run.blanks.isEmpty) ? (blanks, index + 1, true) : nil
        }
        guard bytes[index] == UInt8(ascii: ","), !run.hasPoint, isGroup(bytes, at: index + 1, limit: limit) else {
            return nil
        }
        index += 1
        skipBlank()
        return (blanks, index + 1, false)
    }

    /// Three digits apart and no fourth: the group behind a comma.
    private static func isGroup(_ bytes: [UInt8], at start: Int, limit: Int) -> Bool {
        var (index, digits) = (start, 0)
        while index < limit, digits < 4 {
            if bytes[index].isDigit {
                digits += 1
                index += 1
            } else if bytes[index] == 0x20, index + 1 < limit, bytes[index + 1].isDigit {
                index += 1
            } else {
                break
            }
        }
        return digits == 3
    }

    private static func describe(_ run: inout Run, _ digits: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) {
        let before = run.start > range.lowerBound ? bytes[run.start - 1] : 0x20
        var next = run.end
        while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
        run.isAtLineEnd = next == range.upperBound
        run.isAtLineStart = bytes[range.lowerBound..<run.start].allSatisfy { $0 == 0x20 }
        let after = run.isAtLineEnd ? 0x20 : bytes[run.end]
        run.isGlued = before >= 0x80 || after >= 0x80 || after.isLetter || isShare(bytes, at: next)
        let left = run.start > range.lowerBound + 1 && before == 0x20 ? bytes[run.start - 2] : 0x20
        run.isAmongOthers = left.isDigit || !run.isAtLineEnd && bytes[next].isDigit
        run.isYear =
            digits.count == 4 && UTF8Scanning.has("年", in: bytes, at: next)
            && (digits.starts(with: Array("20".utf8)) || digits.starts(with: Array("19".utf8)))
    }

    private static func isShare(_ bytes: [UInt8], at index: Int) -> Bool {
        UTF8Scanning.has("%", in: bytes, at: index) || UTF8Scanning.has("‰", in: bytes, at: index)
            || UTF8Scanning.has("％", in: bytes, at: index)
    }
}
