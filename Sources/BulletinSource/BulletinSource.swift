public import SourceText

/// A bulletin of any form as lines of text that Layout reads, with the places they came from.
public struct CanonicalText: Sendable {
    /// UTF-8 in reading order: a block of prose a line, tables as HTML (`<table><tr><td rowspan="2">…`), a row a line.
    public var bytes: [UInt8]
    public var places: PlaceMap
    /// What a reader should know of the file beside its text: hidden sheets, formulas without a value.
    public var findings: [SourceFinding] = []

    public init(bytes: [UInt8] = [], places: PlaceMap = PlaceMap()) {
        self.bytes = bytes
        self.places = places
    }

    /// Adds text that stands at `place` of the file.
    public mutating func append(_ text: some Sequence<UInt8>, at place: SourcePlace?) {
        let start = bytes.count
        bytes += text
        if let place { places.append(start..<bytes.count, place) }
    }
}

/// A finding about a file that could be read, and how grave it is.
public struct SourceFinding: Sendable, Hashable {
    public let severity: Diagnostic.Severity
    public let code: FindingCode

    public init(_ severity: Diagnostic.Severity, _ code: FindingCode) {
        self.severity = severity
        self.code = code
    }

    public func diagnostic(path: String) -> Diagnostic { Diagnostic(path: path, severity: severity, code: code) }
}

extension CanonicalText {
    /// Adds a paragraph as a line, `<p>…</p>`, or a heading of a level from 1, `<h2>…</h2>`; nothing for blank text.
    mutating func appendParagraph(_ text: String, level: Int = 0, at place: SourcePlace?) {
        let text = text.utf8
        guard !text.isEmpty else { return }
        let tag = level > 0 ? "h\(min(6, level))" : "p"
        append("<\(tag)>".utf8, at: nil)
        append(Self.escaped(text), at: place)
        append("</\(tag)>\n".utf8, at: nil)
    }

    /// Adds tables as HTML, with the lines that their office set into the first and last rows before and behind them.
    mutating func append(_ table: SourceTable) {
        for table in table.tidied() {
            for caption in table.above { appendParagraph(caption.text, at: caption.place) }
            if !table.rows.isEmpty {
                append("<table>\n".utf8, at: nil)
                for row in table.filled() { append(row) }
                append("</table>\n".utf8, at: nil)
            }
            for note in table.below { appendParagraph(note.text, at: note.place) }
        }
    }

    private mutating func append(_ row: [SourceCell]) {
        append("<tr>".utf8, at: nil)
        for cell in row {
            let tag = cell.isHeader ? "th" : "td"
            var opening = "<\(tag)"
            if cell.rowSpan > 1 { opening += " rowspan=\"\(cell.rowSpan)\"" }
            if cell.columnSpan > 1 { opening += " colspan=\"\(cell.columnSpan)\"" }
            append((opening + ">").utf8, at: nil)
            for (index, part) in cell.parts.enumerated() {
                if index > 0 { append("<br>".utf8, at: nil) }
                append(Self.escaped(part.utf8), at: cell.place)
            }
            append("</\(tag)>".utf8, at: nil)
        }
        append("</tr>\n".utf8, at: nil)
    }

    /// A `<` that begins no tag (`<5.5`) stays as printed.
    static func escaped(_ text: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            let opensTag = (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            if byte == UInt8(ascii: "<"), opensTag { result += "&lt;".utf8 } else { result.append(byte) }
        }
        return result
    }
}
