/// How wide text stands in a column, since libxlsxwriter cannot fit columns by itself.
public enum DisplayWidth {
    /// Columns of the widest line of `text`: a CJK or full-width character counts two, a combining mark none.
    public static func columns(_ text: String) -> Int {
        var widest = 0
        var width = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, width)
                width = 0
            } else {
                width += columns(scalar)
            }
        }
        return max(widest, width)
    }

    /// The lines that `text` takes in a column of `width`: CJK text wraps anywhere, other words stay whole.
    public static func lines(_ text: String, width: Double) -> Int {
        let room = max(Int(width), 1)
        // In twentieths: most fonts draw small letters narrower than digits.
        var (lines, used, word) = (1, 0, 0)
        func place(_ columns: Int) {
            guard columns > 0 else { return }
            if used > 0, used + columns > room { (lines, used) = (lines + 1, 0) }
            used += columns
            while used > room { (lines, used) = (lines + 1, used - room) }
        }
        for scalar in text.unicodeScalars {
            let columns = columns(scalar)
            if columns == 1, scalar != " ", scalar != "\n" {
                word += ("a"..."z").contains(scalar) ? 17 : 20
                continue
            }
            place((word + 19) / 20)
            word = 0
            if scalar == "\n" {
                (lines, used) = (lines + 1, 0)
            } else if scalar == " " {
                used += 1
            } else {
                place(columns)
            }
        }
        place((word + 19) / 20)
        return lines
    }

    static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        // …“”‘’—·①%‰ and arrows are drawn full-width by CJK fonts.
        case 0x2014...0x2026, 0x2030, 0x2190...0x21FF, 0x2460...0x24FF, 0x25A0...0x25FF: 2
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
