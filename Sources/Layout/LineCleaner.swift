import SourceText

/// A raw line made clean: markup gone, full-width digits and letters ASCII, justified spaces dropped.
///
/// `全员工效 １.2 万吨/年` → `全员工效1.2万吨/年`; `**单位：**` → `单位：`; `## 一、目标` → `一、目标`, level 2.
struct LineCleaner {
    let file: SourceFile

    /// The clean text and the number of Markdown `#` before it.
    func clean(_ range: Range<Int>) -> (text: PlacedText, markdownLevel: Int) {
        var (index, level) = skippedMarkdownHead(range)
        var text = PlacedText()
        var start = index
        let end = range.upperBound
        let bytes = file.bytes
        while index < end {
            let noise = noiseLength(at: index, end: end)
            if noise > 0 {
                text.append(file, start..<index)
                index += noise
                start = index
            } else if bytes[index] == 0xEF, let ascii = Self.folded(bytes, at: index) {
                text.append(file, start..<index)
                text.append(ascii, source: index..<index + 3)
                index += 3
                start = index
            } else if PageScanner.blankLength(bytes, at: index, end: end) > 0 {
                text.append(file, start..<index)
                let next = skippedBlanks(index, end: end)
                if next < end, Self.keepsSpace(text.bytes.last, bytes[next]) {
                    text.append(0x20, source: index..<next)
                }
                index = next
                start = index
            } else {
                index += bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
            }
        }
        text.append(file, start..<max(start, end))
        if level > 6 { level = 6 }
        return (DoubledPrint.undone(text), level)
    }

    /// A part of a line between HTML tags that divide paragraphs.
    struct Paragraph {
        var range: Range<Int>
        /// 1 to 6 within `<h1>` to `<h6>`, else 0.
        var level = 0
        /// A tag stands before and after it.
        var opens = false
        var closes = false
    }

    /// The paragraphs of a line: `<p>一</p><h3>二</h3>` holds two, a line without such tags is one.
    func paragraphs(_ range: Range<Int>) -> [Paragraph] {
        var current = Paragraph(range: range)
        guard file.bytes[range].contains(UInt8(ascii: "<")) else { return [current] }
        var result: [Paragraph] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let tag = dividingTag(at: index, end: range.upperBound) else {
                index += 1
                continue
            }
            current.range = PageScanner.trimmed(current.range.lowerBound..<index, in: file.bytes)
            current.closes = true
            if !current.range.isEmpty { result.append(current) }
            index = tag.end
            current = Paragraph(range: index..<range.upperBound, level: tag.level, opens: true)
        }
        current.range = PageScanner.trimmed(current.range, in: file.bytes)
        // Tags alone close the paragraph above.
        if !current.range.isEmpty || result.isEmpty { result.append(current) }
        return result
    }

    /// The digits in the tags of a line, which are no text: the 2 of `<h2>`.
    func digitsOfTags(_ range: Range<Int>) -> [Range<Int>] {
        let bytes = file.bytes
        guard bytes[range].contains(UInt8(ascii: "<")) else { return [] }
        var result: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let length = bytes[index] == UInt8(ascii: "<") ? tagLength(at: index, end: range.upperBound) : 0
            for offset in index..<index + length where UInt32(bytes[offset]).isDigit {
                if let last = result.last, last.upperBound == offset {
                    result[result.count - 1] = last.lowerBound..<offset + 1
                } else {
                    result.append(offset..<offset + 1)
                }
            }
            index += max(1, length)
        }
        return result
    }

    /// `<p>`, `</p>`, `<br>`, `<h2>`, `</h2>` at `index`, as Ingestion leaves them.
    private func dividingTag(at index: Int, end: Int) -> (end: Int, level: Int)? {
        let bytes = file.bytes
        guard bytes[index] == UInt8(ascii: "<"), index + 2 < end else { return nil }
        let isClosing = bytes[index + 1] == UInt8(ascii: "/")
        let name = index + (isClosing ? 2 : 1)
        guard name + 1 < end else { return nil }
        let (first, second) = (bytes[name] | 0x20, bytes[name + 1])
        if first == UInt8(ascii: "p"), second == UInt8(ascii: ">") { return (name + 2, 0) }
        guard name + 2 < end, bytes[name + 2] == UInt8(ascii: ">") else { return nil }
        if first == UInt8(ascii: "b"), second | 0x20 == UInt8(ascii: "r") { return (name + 3, 0) }
        guard first == UInt8(ascii: "h"), (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(second) else { return nil }
        return (name + 3, isClosing ? 0 : Int(second - UInt8(ascii: "0")))
    }

    /// Past `## `, `- ` and `* ` at the line's head.
    private func skippedMarkdownHead(_ range: Range<Int>) -> (index: Int, level: Int) {
        let bytes = file.bytes
        var (index, level) = (range.lowerBound, 0)
        while index < range.upperBound, bytes[index] == UInt8(ascii: "#") {
            index += 1
            level += 1
        }
        if level > 0 {
            return index < range.upperBound && bytes[index] == 0x20 ? (index, level) : (range.lowerBound, 0)
        }
        if range.count > 2, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "*"),
            bytes[index + 1] == 0x20
        {
            index += 2
        }
        return (index, 0)
    }

    private func skippedBlanks(_ start: Int, end: Int) -> Int {
        var index = start
        while index < end {
            let length = PageScanner.blankLength(file.bytes, at: index, end: end)
            if length == 0 { break }
            index += length
        }
        return index
    }

    /// `**`, HTML tags, Word's bookmark marks, replacement characters, byte order marks, Mongolian letters.
    private func noiseLength(at index: Int, end: Int) -> Int {
        let bytes = file.bytes
        switch bytes[index] {
        case UInt8(ascii: "*") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "*"): return 2
        case UInt8(ascii: "<"): return tagLength(at: index, end: end)
        case UInt8(ascii: "["):
            guard bytes.hasPrefix(Self.bookmark, at: index) else { return 0 }
            var close = index
            let limit = min(end, index + Self.longestTag)
            while close < limit, bytes[close] != UInt8(ascii: "]") { close += 1 }
            return close < limit ? close + 1 - index : 0
        case 0xEF where index + 2 < end:
            let isReplacement = bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
            let isOrderMark = bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
            return isReplacement || isOrderMark ? 3 : 0
        case 0xE1 where index + 2 < end && bytes[index + 1] & 0xFC == 0xA0: return 3
        case 0x00..<0x09, 0x0E..<0x20: return 1
        default: return 0
        }
    }

    /// A tag that goes on longer is none: without a limit, a line of open tags would take quadratic time.
    private static let longestTag = 1_000
    private static let bookmark = Array("[bookmark:".utf8)

    /// `<p>`, `</b>`, `<br/>`, `<td colspan="2">`: a name of letters, then anything up to `>`.
    private func tagLength(at start: Int, end: Int) -> Int {
        let bytes = file.bytes
        var index = start + 1
        if index < end, bytes[index] == UInt8(ascii: "/") { index += 1 }
        let name = index
        while index < end, UInt32(bytes[index]).isLatinLetter || UInt32(bytes[index]).isDigit { index += 1 }
        guard index > name, index - name <= 10, index < end, UInt32(bytes[name]).isLatinLetter else { return 0 }
        guard [UInt8(ascii: ">"), UInt8(ascii: " "), UInt8(ascii: "/")].contains(bytes[index]) else { return 0 }
        let limit = min(end, start + Self.longestTag)
        while index < limit, bytes[index] != UInt8(ascii: ">") { index += 1 }
        return index < limit ? index + 1 - start : 0
    }

    /// The ASCII form of a full-width digit, letter, percent sign, point, plus, minus or slash at `index`.
    static func folded(_ bytes: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD else { return nil }
        let code = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        let ascii = 0xF000 + code - 0xFF00 + 0x20
        guard ascii < 0x7F else { return nil }
        switch UInt8(ascii) {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "%"), UInt8(ascii: "."), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"):
            return UInt8(ascii)
        default: return nil
        }
    }

    /// True where a space separates words or numbers; a space beside a Chinese character only justifies the line.
    static func keepsSpace(_ left: UInt8?, _ right: UInt8) -> Bool {
        guard let left, left < 0x80, right < 0x80 else { return false }
        let (before, after) = (UInt32(left), UInt32(right))
        if before.isDigit { return after.isDigit }
        if before.isLatinLetter { return after.isDigit || after.isLatinLetter }
        let separates = left == UInt8(ascii: ",") || left == UInt8(ascii: ";") || left == UInt8(ascii: ".")
        return separates && after.isLatinLetter
    }
}
