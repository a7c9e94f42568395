/// Lines of a bulletin around something, with what is marked in them: what `explain` prints and audit.html shows.
public struct SourceExcerpt: Sendable, Hashable {
    /// A line cut into parts that alternate: plain, marked, plain …
    public struct Line: Sendable, Hashable {
        /// In the file, from 1.
        public let number: Int
        public let parts: [String]

        public init(number: Int, parts: [String]) {
            self.number = number
            self.parts = parts
        }
    }

    public let lines: [Line]

    public init(lines: [Line]) { self.lines = lines }

    /// Without the tags of a page or a table, and with at most `limit` characters of a plain part at each side of a mark.
    func shortened(to limit: Int) -> SourceExcerpt {
        SourceExcerpt(
            lines: lines.map { line in
                let last = line.parts.count - 1
                let parts = line.parts.enumerated().map { index, part in
                    guard index % 2 == 0 else { return part }
                    return Self.cut(
                        Self.untagged(part), to: limit, keepsHead: index > 0, keepsTail: index < last || last == 0)
                }
                return Line(number: line.number, parts: parts)
            })
    }

    private static func cut(_ text: String, to limit: Int, keepsHead: Bool, keepsTail: Bool) -> String {
        let scalars = Array(text.unicodeScalars)
        let room = keepsHead && keepsTail ? 2 * limit : limit
        guard scalars.count > room + 1 else { return text }
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        let head = keepsHead ? string(scalars.prefix(limit)) : ""
        let tail = keepsTail ? string(scalars.suffix(limit)) : ""
        return head + "…" + tail
    }

    /// `<td>92</td>` is ` 92 `: a tag is a `<`, a letter or slash, and what follows up to `>`.
    private static func untagged(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: ">")) else { return text }
        var result = String.UnicodeScalarView()
        var tag: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if tag.isEmpty {
                if scalar == "<" { tag = [scalar] } else { result.append(scalar) }
                continue
            }
            let opens = scalar.isASCII && scalar.properties.isAlphabetic || scalar == "/" || scalar == "!"
            if tag.count == 1, !opens {
                result.append(contentsOf: tag)
                tag = scalar == "<" ? [scalar] : []
                if scalar != "<" { result.append(scalar) }
            } else if scalar == ">" {
                if result.last != " " { result.append(" ") }
                tag = []
            } else {
                tag.append(scalar)
            }
        }
        // A mark may cut a tag: what is left of it says nothing.
        if tag.count == 1 { result.append(contentsOf: tag) }
        return String(result)
    }
}

/// A numeral of the ledger that nothing explains, with the words around it.
public struct OpenNumeral: Sendable, Hashable {
    public let bulletin: String
    public let line: Int
    public let column: Int
    public let before: String
    public let text: String
    public let after: String

    public init(bulletin: String, line: Int, column: Int, before: String, text: String, after: String) {
        self.bulletin = bulletin
        self.line = line
        self.column = column
        self.before = before
        self.text = text
        self.after = after
    }
}
