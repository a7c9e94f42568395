import Reading
import SourceText

/// The characters of a rotated page in reading order, with what the raw lines tell of cell borders.
///
/// Raw lines hold one to three characters; lines that touch (no blank line between) are drawn side by
/// side and belong together. Within a line of a cell such groups are pairs, so a group of one character
/// closes a line of a cell, and no cell begins inside a group.
struct RotatedText {
    private(set) var text = PlacedText()
    /// Byte offset of each character in ``text``, and the end.
    private(set) var starts = [0]
    /// True where a cell may begin with this character.
    private(set) var mayBegin: [Bool] = []
    /// True where this character closes a line of its cell: it stood alone in its group.
    private(set) var closesLine: [Bool] = []
    /// True where a blank stood before this character in its raw line.
    private(set) var followsSpace: [Bool] = []
    /// True for the first character of a raw line.
    private(set) var opensToken: [Bool] = []

    /// The raw line of each character, from 1.
    private(set) var lines: [Int] = []

    var count: Int { mayBegin.count }

    /// Appends a group of raw lines that touch.
    mutating func append(group: ArraySlice<SourceLine>, of file: SourceFile) {
        var isFirst = true
        let before = count
        for line in group {
            append(line, of: file, opensGroup: isFirst)
            isFirst = false
        }
        // A lone group holds one raw line; a digit pair is one character wide.
        if group.count == 1, count > before { closesLine[count - 1] = true }
    }

    /// Appends the characters of another stretch of the same page.
    mutating func append(_ other: RotatedText) {
        let shift = text.bytes.count
        text.append(other.text)
        starts += other.starts.dropFirst().map { $0 + shift }
        mayBegin += other.mayBegin
        closesLine += other.closesLine
        followsSpace += other.followsSpace
        opensToken += other.opensToken
        lines += other.lines
    }

    /// The characters in `range` by themselves.
    func part(_ range: Range<Int>) -> RotatedText {
        var part = RotatedText()
        part.text = slice(range)
        part.starts = starts[range.lowerBound...range.upperBound].map { $0 - starts[range.lowerBound] }
        part.mayBegin = Array(mayBegin[range])
        part.closesLine = Array(closesLine[range])
        part.followsSpace = Array(followsSpace[range])
        part.opensToken = Array(opensToken[range])
        part.lines = Array(lines[range])
        return part
    }

    private mutating func append(_ line: SourceLine, of file: SourceFile, opensGroup: Bool) {
        var offset = line.range.lowerBound
        var afterSpace = false
        var opensLine = true
        while offset < line.range.upperBound {
            let blank = PageScanner.blankLength(file.bytes, at: offset, end: line.range.upperBound)
            if blank > 0 {
                afterSpace = true
                offset += blank
                continue
            }
            let end = min(offset + Self.length(of: file.bytes[offset]), line.range.upperBound)
            text.append(file, offset..<end)
            starts.append(text.bytes.count)
            mayBegin.append((opensGroup && opensLine) || afterSpace)
            followsSpace.append(afterSpace)
            closesLine.append(false)
            opensToken.append(opensLine)
            lines.append(line.number)
            (afterSpace, opensLine) = (false, false)
            offset = end
        }
    }

    private static func length(of lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// Without pairs the raw lines say nothing of lines and borders: any raw line may begin a cell.
    mutating func forgetGroups() {
        for index in mayBegin.indices {
            mayBegin[index] = opensToken[index] || followsSpace[index]
            closesLine[index] = false
        }
    }

    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
        text.bytes[starts[range.lowerBound]..<starts[range.upperBound]]
    }
    func slice(_ range: Range<Int>) -> PlacedText { text.slice(starts[range.lowerBound]..<starts[range.upperBound]) }
    func string(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }
    func isDigit(_ index: Int) -> Bool { UTF8Scanning.isDigit(text.bytes[starts[index]]) }
    /// Whether the character is a digit of Chinese clause numbers: 三, 十.
    func isIdeograph(_ index: Int) -> Bool {
        ClauseMarker.isIdeograph(UTF8Scanning.scalar(in: text.bytes, at: starts[index]).value)
    }
    /// The whole number of up to four digits at `index`, borders between its digits left aside; `nil` where none stands.
    func number(at index: Int, limit: Int) -> (value: Int, end: Int)? {
        var (end, value) = (index, 0)
        while end < limit, end - index < 4, isDigit(end) {
            value = value * 10 + Int(text.bytes[starts[end]] - 0x30)
            end += 1
        }
        return end > index ? (value, end) : nil
    }
    func isCharacter(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        index < count && UTF8Scanning.scalar(in: text.bytes, at: starts[index]).value == character.value
    }

    /// True where a sentence ends before `index`, a quotation mark or bracket behind it left out.
    func endsSentence(_ index: Int, from start: Int) -> Bool {
        guard index > start else { return false }
        let last = bytes(index - 1..<index)
        if CellLikeness.sentenceEnd.value(of: last) != nil { return true }
        guard CellLikeness.closing.value(of: last) != nil, index - 2 >= start else { return false }
        return CellLikeness.sentenceEnd.value(of: bytes(index - 2..<index - 1)) != nil
    }

    /// The number of characters that the `length` bytes from character `index` on are; `nil` inside one.
    func characters(at index: Int, bytes length: Int) -> Int? {
        let target = starts[index] + length
        var end = index
        while end < count, starts[end] < target { end += 1 }
        return starts[end] == target ? end - index : nil
    }
}
