import Reading
import SourceText
import StatisticalModel

/// Numbers that a line end cuts in two digits' middle: `小巷1` over `40条`.
///
/// A full line may break anywhere, so its number goes on: 5508|00个 is 550800. A line that has room left was not
/// broken by its margin: the converter lost a character there, and the number with it. Such a number is not read at
/// all; either way a finding names the line.
struct CutNumbers {
    private let file: SourceFile
    private(set) var claims: [NumeralClaim] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile) { self.file = file }

    /// Takes numbers that lost a digit out of `lines`.
    mutating func takeOut(of lines: inout [TextLine]) {
        lazy var breaks = ParagraphBreaks(lines: lines, isWrapped: ParagraphBreaks.isWrapped(lines))
        for index in lines.indices.dropLast() {
            guard let tail = tail(of: lines[index]), let head = head(of: lines[index + 1]) else { continue }
            // What is no one paragraph was never one number.
            let isLost = breaks.breaks(before: index + 1) || hasRoom(index, in: lines)
            note(lines[index], tail, lines[index + 1], head, isLost: isLost)
            guard isLost else { continue }
            claim(lines[index].text, tail)
            claim(lines[index + 1].text, head)
            lines[index].text = lines[index].text.slice(0..<tail.lowerBound)
            lines[index + 1].text = lines[index + 1].text.slice(head.upperBound..<lines[index + 1].bytes.count)
            lines[index + 1].marker = nil
        }
    }

    /// The digits at the line's end, behind a word that counts something: no number of a table, an annex or a clause.
    private func tail(of line: TextLine) -> Range<Int>? {
        let bytes = line.bytes
        guard !line.hasTab, line.captionLength == 0, line.marker?.kind != .annex, line.markdownLevel == 0 else {
            return nil
        }
        var start = bytes.count
        while start > 0, UInt32(bytes[start - 1]).isDigit { start -= 1 }
        guard start < bytes.count, bytes.count - start <= 6, start >= 12 else { return nil }
        let before = bytes.lastScalar(before: start)
        guard (0x4E00...0x9FFF).contains(before), !Self.numbered.contains(before) else { return nil }
        // A blank before the figure is a row's.
        let source = line.text.sourceOffset(at: start)
        return source > 0 && file.bytes[source - 1] > 0x20 ? start..<bytes.count : nil
    }

    private static let numbered = Set("第图表件栏章节条款".unicodeScalars.map(\.value))

    /// The digits at the line's head, before what they count.
    private func head(of line: TextLine) -> Range<Int>? {
        let bytes = line.bytes
        guard !line.hasTab, !line.followsGap, !line.opensParagraph else { return nil }
        var end = 0
        while end < bytes.count, UInt32(bytes[end]).isDigit || end > 0 && bytes[end] == UInt8(ascii: ".") { end += 1 }
        guard end > 0, end < bytes.count, UInt32(bytes[end - 1]).isDigit else { return nil }
        let after = bytes.scalar(at: end).value
        guard (0x4E00...0x9FFF).contains(after) || after == UInt32(scalar: "%") else { return nil }
        // A year opens a line of its own; 2010505 专项 is a row's code.
        guard after != UInt32(scalar: "年") else { return nil }
        let source = line.text.sourceRanges(of: 0..<end + 1)
        return source.count == 1 ? 0..<end : nil
    }

    /// True where the number would have fitted: the line is a good deal shorter than those around it.
    private func hasRoom(_ index: Int, in lines: [TextLine]) -> Bool {
        let around = max(0, index - 4)...min(lines.count - 1, index + 4)
        let widest = lines[around].map(\.cells).max() ?? 0
        return lines[index].cells * 100 < widest * 72
    }

    private mutating func claim(_ text: PlacedText, _ digits: Range<Int>) {
        for source in text.sourceRanges(of: digits) {
            claims.append(NumeralClaim(source: source, fate: .unexplained, reason: .lostDigit))
        }
    }

    private mutating func note(
        _ line: TextLine, _ tail: Range<Int>, _ next: TextLine, _ head: Range<Int>, isLost: Bool
    ) {
        let number = line.text.string(in: tail) + "|" + next.text.string(in: head)
        diagnostics.append(
            Diagnostic(
                path: file.name, position: file.position(at: line.text.sourceOffset(at: tail.lowerBound)),
                severity: .warning, code: isLost ? .lostDigit(number) : .cutNumber(number)))
    }
}
