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

    /// The text without blanks at its ends; entities and escaped pipes become what they stand for.
    private static func trimmed(_ file: SourceFile, _ range: Range<Int>) -> PlacedText {
        let range = PageScanner.trimmed(range, in: file.bytes)
        var text = PlacedText()
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard let (length, replacement) = reference(file.bytes, at: index, end: range.upperBound) else {
                index += 1
                continue
            }
            text.append(file, start..<index)
            let isAtEnd = text.isEmpty || index + length == range.upperBound
            if let replacement, replacement != 0x20 || !isAtEnd {
                text.append(replacement, source: index..<index + length)
            }
            index += length
            start = index
        }
        text.append(file, start..<range.upperBound)
        return text
    }

    private static let references: [([UInt8], UInt8?)] = [
        (Array("&nbsp;".utf8), 0x20), (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
        (Array("&ensp;".utf8), 0x20), (Array("&emsp;".utf8), 0x20), (Array("\\|".utf8), UInt8(ascii: "|")),
    ]

    /// An entity or an escaped pipe at `index`: its length and the byte that it stands for.
    private static func reference(_ bytes: [UInt8], at index: Int, end: Int) -> (Int, UInt8?)? {
        guard bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "\\") else { return nil }
        for (name, replacement) in references where index + name.count <= end {
            if bytes[index..<index + name.count].elementsEqual(name) { return (name.count, replacement) }
        }
        return nil
    }

    /// Elements that hold a line of words; the digit of `h2` is no part of a name here.
    private static let lineElements: Set = ["p", "h", "br", "div", "center", "span", "font", "b", "strong", "u"]

    /// The range of 单位：万元 in `<p><b>单位：万元</b></p>`.
    static func withoutTagsAround(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var range = range
        while let tag = tag(bytes, at: range.lowerBound, end: range.upperBound), lineElements.contains(tag.name) {
            range = PageScanner.trimmed(tag.end..<range.upperBound, in: bytes)
            if range.isEmpty { return range }
        }
        while bytes[range.upperBound - 1] == UInt8(ascii: ">"),
            let start = bytes[range].suffix(200).lastIndex(of: UInt8(ascii: "<")),
            let tag = tag(bytes, at: start, end: range.upperBound), tag.end == range.upperBound,
            lineElements.contains(tag.name)
        {
            range = PageScanner.trimmed(range.lowerBound..<start, in: bytes)
            if range.isEmpty { return range }
        }
        return range
    }

    /// A tag such as `</p>` or `<b>` at `index`: a `<`, an optional `/`, a letter, and a `>` not far on.
    static func tag(_ bytes: [UInt8], at index: Int, end: Int) -> (
        name: String, isClosing: Bool, end: Int, divides: Bool
    )? {
        guard index + 2 < end, bytes[index] == UInt8(ascii: "<") else { return nil }
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

/// The text of a cell out of source bytes: blanks that justify a line go, those between Latin words stay.
enum CellText {
    static func placed(_ file: SourceFile, _ range: Range<Int>) -> PlacedText {
        var text = PlacedText()
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let blank = blankLength(file.bytes, index, end: range.upperBound)
            guard blank > 0 else {
                index += 1
                continue
            }
            var end = index + blank
            while end < range.upperBound, case let more = blankLength(file.bytes, end, end: range.upperBound), more > 0
            {
                end += more
            }
            let isBetweenLetters =
                index > range.lowerBound && end < range.upperBound && isLetter(file.bytes[index - 1])
                && isLetter(file.bytes[end])
            text.append(file, start..<index)
            start = isBetweenLetters ? index : end
            index = end
        }
        text.append(file, start..<range.upperBound)
        return text
    }

    static func placed(_ file: SourceFile, _ ranges: some Sequence<Range<Int>>) -> PlacedText {
        var text = PlacedText()
        for range in ranges { text.append(placed(file, range)) }
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static func blankLength(_ bytes: [UInt8], _ index: Int, end: Int) -> Int {
        PageScanner.blankLength(bytes, at: index, end: end)
    }
}
