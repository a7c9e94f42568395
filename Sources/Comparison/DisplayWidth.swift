/// The columns that text takes on a terminal: two for Chinese characters and full-width signs.
///
/// By Unicode's East Asian Width (UAX #11), W and F; combining marks take none.
public enum DisplayWidth {
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
    private static let none: [ClosedRange<UInt32>] = [
        0x0000...0x001F, 0x007F...0x009F, 0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F,
        0xFE20...0xFE2F, 0xFEFF...0xFEFF,
    ]

    public static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        let code = scalar.value
        if (0x20...0x7E).contains(code) { return 1 }
        if contains(none, code) { return 0 }
        return code >= 0x1100 && contains(wide, code) ? 2 : 1
    }

    private static func contains(_ ranges: [ClosedRange<UInt32>], _ code: UInt32) -> Bool {
        ranges.contains { $0.contains(code) }
    }

    /// The text with spaces up to `width` columns, at its end or, for numbers, before it.
    public static func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - of(text)))
        return atStart ? spaces + text : text + spaces
    }

    /// The text cut to `width` columns, with `…` for what was cut.
    public static func truncated(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = String.UnicodeScalarView()
        var used = 1
        for scalar in text.unicodeScalars {
            used += of(scalar)
            if used > width { break }
            result.append(scalar)
        }
        return String(result) + "…"
    }
}
