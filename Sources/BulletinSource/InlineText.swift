/// The text of one paragraph as it is gathered from runs: white space folded as browsers do, foot-note marks left out.
struct InlineText {
    private(set) var text = ""
    private var last: Unicode.Scalar?
    /// White space is due, and a line end was among it.
    private var pending: (isDue: Bool, hasLineEnd: Bool) = (false, false)

    var isEmpty: Bool { text.isEmpty }

    /// Adds text; runs of white space become one blank, or nothing where a line end stands beside an
    /// ideograph.
    mutating func append(_ more: String) {
        for scalar in more.unicodeScalars { append(scalar) }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0x0C, 0xA0:
            pending = (true, pending.hasLineEnd || scalar.value == 0x0A || scalar.value == 0x0D)
        case 0x3000 where text.isEmpty: break
        case 0..<0x20, 0x7F, 0xFEFF, 0xAD, 0x200B...0x200F: break
        default:
            if pending.isDue, let last {
                if !(pending.hasLineEnd && (last.value >= 0x2E80 || scalar.value >= 0x2E80)) {
                    text.unicodeScalars.append(" ")
                }
            }
            pending = (false, false)
            text.unicodeScalars.append(scalar)
            last = scalar
        }
    }

    /// Adds what stands raised: the mark of a foot-note (增长8.8%¹, [1]) is left out, since it would read as a digit of
    /// the figure; the power of a unit (km²) stays.
    mutating func appendRaised(_ more: String) {
        let mark = more.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard !mark.isEmpty else { return }
        let digits = mark.filter { ("0"..."9").contains($0) }
        let signs = mark.filter { "[]()（）〔〕【】①②③④⑤⑥⑦⑧⑨⑩*＊,，、-".unicodeScalars.contains($0) }
        guard digits.count + signs.count == mark.count else { return append(more) }
        let isPower = signs.isEmpty && last.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
        if isPower { append(more) }
    }

    /// The text without blanks at its ends.
    var trimmed: String {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, last == " " || last == "\u{3000}" { scalars.removeLast() }
        return String(scalars)
    }
}
