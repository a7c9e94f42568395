import SourceText

/// Prints a table the way page text gives a page that lies on its side.
///
/// A column is its header and its cells, each wrapped at the column's width; a wrapped line comes as
/// pairs of characters (two raw lines that touch), its odd last character alone.
struct RotatedPrinter {
    var widths: [Int]
    private(set) var text = "前面是一段普通的文字，与后面的表无关。\n\n再有一段普通的文字。\n"
    private var isPageStart = true

    init(widths: [Int]) { self.widths = widths }

    mutating func page(lead: String, headers: [String], columns: [[String]]) {
        // The first line of a page follows the last one directly and begins with a space.
        if text.hasSuffix("\n\n") { text.removeLast() }
        isPageStart = true
        line(lead)
        for (index, header) in headers.enumerated() {
            line(header)
            for cell in columns[index] { wrap(cell, width: widths[index]) }
        }
    }

    private mutating func wrap(_ cell: String, width: Int) {
        var tokens = Self.tokens(cell)[...]
        while !tokens.isEmpty {
            line(tokens: tokens.prefix(width))
            tokens = tokens.dropFirst(width)
        }
    }

    private mutating func line(_ words: String) { line(tokens: Self.tokens(words)[...]) }

    private mutating func line(tokens: ArraySlice<String>) {
        var rest = tokens
        while !rest.isEmpty {
            for token in rest.prefix(2) {
                text += (isPageStart ? " " : "") + token + "\n"
                isPageStart = false
            }
            text += "\n"
            rest = rest.dropFirst(2)
        }
    }

    /// Characters one by one; digits and the point in pairs.
    static func tokens(_ words: String) -> [String] {
        var tokens: [String] = []
        for character in words {
            let isDigit = character.isASCII && (character.isNumber || character == ".")
            if isDigit, let last = tokens.last, last.count == 1, last.allSatisfy({ $0.isASCII }), last != "." {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
        }
        return tokens
    }
}
