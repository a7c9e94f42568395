import SourceText

/// Text as it is printed, with the boxes of its parts: each figure has its own, what stands between figures one a line.
struct PrintedText {
    struct Piece {
        /// Of the bytes.
        var range: Range<Int>
        var page: Int
        /// On the page as it is shown.
        var box: PageBox
    }

    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []

    var isEmpty: Bool { bytes.isEmpty }
    var hasDigit: Bool { bytes.contains { (0x30...0x39).contains($0) } }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a line of characters in their order, `page` the number of the page and `frame` how it was turned.
    ///
    /// Chinese is set without blanks: one is put only between Latin words and figures that stand apart, and where a gap
    /// is wider than a character and wider than the line's gaps are (`2023年    2024年`).
    mutating func append(_ line: [Glyph], page: Int, frame: PageFrame) {
        guard let size = line.map(\.size).max() else { return }
        let base = Self.baseLine(line, size: size)
        let usual = Self.usualGap(line)
        var last: Glyph?
        var hasBlank = false
        var kind: Bool?
        for glyph in line {
            if Self.isBlank(glyph.scalar) {
                hasBlank = true
                continue
            }
            if let last, Self.isApart(last, glyph, hasBlank: hasBlank, usual: usual) {
                bytes.append(UInt8(ascii: " "))
                kind = nil
            }
            let isFigure = FigureWord.isPart(glyph.scalar)
            let start = bytes.count
            bytes += Array(String(Self.scalar(glyph, size: size, base: base)).utf8)
            if kind == isFigure, let end = pieces.indices.last {
                pieces[end].range = pieces[end].range.lowerBound..<bytes.count
                pieces[end].box = pieces[end].box.union(frame.shown(glyph.box))
            } else {
                pieces.append(Piece(range: start..<bytes.count, page: page, box: frame.shown(glyph.box)))
            }
            (last, hasBlank, kind) = (glyph, false, isFigure)
        }
    }

    /// Adds text that follows; Latin words and figures that meet at the joint get a blank.
    mutating func append(_ next: PrintedText, isWrapped: Bool = true) {
        if let end = bytes.last, let start = next.bytes.first {
            let meet = Self.isWord(end) && Self.isWord(start)
            // A figure goes on in the next line only where the first one was full.
            let isFigure =
                Self.isDigit(start) && (Self.isDigit(end) || end == UInt8(ascii: ".") || end == UInt8(ascii: ","))
            if meet && !(isFigure && isWrapped) || !isWrapped && end < 0x80 && start < 0x80 {
                bytes.append(UInt8(ascii: " "))
            }
        }
        let shift = bytes.count
        bytes += next.bytes
        pieces += next.pieces.map {
            Piece(range: $0.range.lowerBound + shift..<$0.range.upperBound + shift, page: $0.page, box: $0.box)
        }
    }

    /// Adds text behind a blank.
    mutating func append(apart next: PrintedText) {
        guard !next.isEmpty else { return }
        if !isEmpty { bytes.append(UInt8(ascii: " ")) }
        append(next, isWrapped: true)
    }

    /// Writes the text with its places.
    func write(to text: inout CanonicalText) {
        var index = 0
        for piece in pieces {
            text.append(CanonicalText.escaped(bytes[index..<piece.range.lowerBound]), at: nil)
            text.append(CanonicalText.escaped(bytes[piece.range]), at: .page(piece.page, box: piece.box))
            index = piece.range.upperBound
        }
        text.append(CanonicalText.escaped(bytes[index...]), at: nil)
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x3000
            || (0x2000...0x200F).contains(scalar.value)
            || scalar.value == 0xFEFF || (0x7F...0x9F).contains(scalar.value)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "%")
    }

    /// Whether a blank stands between two characters of a line.
    private static func isApart(_ left: Glyph, _ right: Glyph, hasBlank: Bool, usual: Double) -> Bool {
        let gap = (right.box.x0 - left.box.x1) / max(1, min(left.size, right.size))
        guard left.scalar.isASCII, right.scalar.isASCII else {
            // A blank beside a figure was typed: 表1 主要指标.
            return hasBlank && left.scalar.isASCII != right.scalar.isASCII && gap > 0.15 || gap > max(1, 2.5 * usual)
        }
        if FigureWord.isPart(left.scalar), FigureWord.isPart(right.scalar) {
            // Digits placed one by one stand in their own rhythm.
            return hasBlank && gap > 0.3 || gap > max(0.6, 1.8 * usual)
        }
        return hasBlank && gap > 0.1 || gap > max(0.3, 1.8 * usual)
    }

    /// The gap that half of the characters of a line keep; in ems.
    static func usualGap(_ line: [Glyph]) -> Double {
        let shown = line.filter { !isBlank($0.scalar) }
        guard shown.count > 2 else { return 0 }
        let gaps = zip(shown, shown.dropFirst()).map { max(0, ($1.box.x0 - $0.box.x1) / max(1, $0.size)) }.sorted()
        return gaps[gaps.count / 2]
    }

    /// The base line of the characters of full size.
    private static func baseLine(_ line: [Glyph], size: Double) -> Double {
        let full = line.filter { $0.size > size * 0.8 && !isBlank($0.scalar) }.map(\.baseLine).sorted()
        return full.isEmpty ? line[0].baseLine : full[full.count / 2]
    }

    /// The character, a small raised digit (a mark of a note, the 2 of m²) as one.
    private static func scalar(_ glyph: Glyph, size: Double, base: Double) -> Unicode.Scalar {
        guard glyph.size < size * 0.78, glyph.baseLine < base - size * 0.2, (0x30...0x39).contains(glyph.scalar.value)
        else { return glyph.scalar }
        switch glyph.scalar {
        case "1": return "\u{B9}"
        case "2": return "\u{B2}"
        case "3": return "\u{B3}"
        default: return Unicode.Scalar(0x2070 + glyph.scalar.value - 0x30) ?? glyph.scalar
        }
    }
}

/// Which characters make a figure, and which words are one.
enum FigureWord {
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x2B...0x2E, 0x25, 0x2212, 0x2030: true
        case 0xFF10...0xFF19, 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E: true
        default: false
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    /// `1,234.5`, `-3.2%`, and the dashes and dots that stand for no figure.
    static func isFigure(_ glyphs: [Glyph]) -> Bool {
        var hasDigit = false
        var isDash = true
        for glyph in glyphs {
            let value = glyph.scalar.value
            if isDigit(glyph.scalar) {
                hasDigit = true
            } else if !isPart(glyph.scalar), value != 0x28, value != 0x29 {
                guard isDashLike(value) else { return false }
                continue
            }
            isDash = false
        }
        return hasDigit || isDash && !glyphs.isEmpty
    }

    /// `2024`: a head of a column as well as a figure.
    static func isYear(_ glyphs: [Glyph]) -> Bool {
        let digits = glyphs.compactMap { isDigit($0.scalar) ? $0.scalar.value & 0xF : nil }
        return glyphs.count == 4 && digits.count == 4
            && (digits[0] == 1 && digits[1] == 9 || digits[0] == 2 && digits[1] == 0)
    }

    static func hasDigit(_ glyphs: [Glyph]) -> Bool { glyphs.contains { isDigit($0.scalar) } }

    private static func isDashLike(_ value: UInt32) -> Bool {
        (0x2010...0x2015).contains(value) || value == 0x2026 || value == 0x2F || value == 0x2500
    }
}
