import SourceText
import StatisticalModel

/// A cell's text without its tags; `<p>` and `<br>` divide it into parts.
enum CellMarkup {
    static func cell(_ file: SourceFile, _ range: Range<Int>) -> RecoveredTable.Cell {
        var parts: [PlacedText] = []
        var part = PlacedText()
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard let tag = tag(file.bytes, at: index, end: range.upperBound) else {
                index += 1
                continue
            }
            part.append(trimmed(file, start..<index))
            if tag.divides, !part.isEmpty {
                parts.append(part)
                part = PlacedText()
            }
            index = tag.end
            start = index
        }
        part.append(trimmed(file, start..<range.upperBound))
        if !part.isEmpty { parts.append(part) }
        return RecoveredTable.Cell(joined(parts), parts: parts)
    }

    /// The parts with a blank between them, which stands for the tags there.
    private static func joined(_ parts: [PlacedText]) -> PlacedText {
        var text = PlacedText()
        for part in parts {
            if let last = text.runs.last, let next = part.runs.first {
                text.append(contentsOf: [0x20], source: last.source.upperBound..<next.source.lowerBound)
            }
            text.append(part)
        }
        return text
    }

    private static func trimmed(_ file: SourceFile, _ range: Range<Int>) -> PlacedText {
        PlacedText(file, PageScanner.trimmed(range, in: file.bytes))
    }

    /// A tag such as `</p>` or `<b>` at `index`: a `<`, an optional `/`, a letter, and a `>` not far on.
    static func tag(_ bytes: [UInt8], at index: Int, end: Int) -> (
        name: String, isClosing: Bool, end: Int, divides: Bool
    )? {
        guard bytes[index] == UInt8(ascii: "<"), index + 2 < end else { return nil }
        let isClosing = bytes[index + 1] == UInt8(ascii: "/")
        var cursor = index + (isClosing ? 2 : 1)
        var name: [UInt8] = []
        while cursor < end, (bytes[cursor] | 0x20) >= 0x61, (bytes[cursor] | 0x20) <= 0x7A {
            name.append(bytes[cursor] | 0x20)
            cursor += 1
        }
        guard !name.isEmpty else { return nil }
        while cursor < end, cursor - index < 200, bytes[cursor] != UInt8(ascii: ">") { cursor += 1 }
        guard cursor < end, bytes[cursor] == UInt8(ascii: ">") else { return nil }
        let word = String(decoding: name, as: UTF8.self)
        return (word, isClosing, cursor + 1, word == "p" || word == "br")
    }
}
