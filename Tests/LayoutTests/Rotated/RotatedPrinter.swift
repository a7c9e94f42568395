@testable import Layout

/// Prints a table the way page text gives a page that lies on its side.
///
/// A column is its header and its cells, each wrapped at the column's width; a wrapped line comes as
/// pairs of characters (two raw lines that touch), its odd last character alone.
struct RotatedPrinter {
    var widths: [Int]
    /// True where a comma shares its raw line with the character behind it.
    var gluesCommas = false
    private(set) var text = "前面是一段普通的文字，与后面的表无关。\n\n再有一段普通的文字。\n"
    private var isPageStart = true

    init(widths: [Int]) { self.widths = widths }

    mutating func page(lead: String, headers: [String], columns: [[String]]) {
        startPage(lead: lead)
        for (index, header) in headers.enumerated() {
            line(header)
            for cell in columns[index] { for line in lines(cell, width: widths[index]) { print(line) } }
        }
    }

    mutating func startPage(lead: String) {
        // The first line of a page follows the last one directly and begins with a space.
        if text.hasSuffix("\n\n") { text.removeLast() }
        isPageStart = true
        line(lead)
    }

    mutating func line(_ words: String) { print(tokens(words)[...]) }

    /// A running head or a page number between two pages, printed the usual way round.
    mutating func furniture(_ words: String) { text += words + "\n\n" }

    /// The lines of a wrapped cell; none begins with a sign that closes.
    func lines(_ cell: String, width: Int) -> [ArraySlice<String>] {
        var rest = tokens(cell)[...]
        var lines: [ArraySlice<String>] = []
        while !rest.isEmpty {
            var count = 0
            var filled = 0
            for token in rest {
                filled += token.count > 1 && token.first?.isASCII == true ? 1 : token.count
                if filled > width, !(count == width && Self.closing.contains(token.first ?? " ")) { break }
                count += 1
            }
            lines.append(rest.prefix(max(1, count)))
            rest = rest.dropFirst(max(1, count))
        }
        return lines
    }

    mutating func print(_ tokens: ArraySlice<String>) {
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

    /// Characters one by one; digits and the point in pairs, commas with what follows them if they are glued.
    private func tokens(_ words: String) -> [String] {
        var tokens: [String] = []
        for character in words {
            let isDigit = character.isASCII && (character.isNumber || character == ".")
            if isDigit, let last = tokens.last, last.count == 1, last.allSatisfy({ $0.isASCII }), last != "." {
                tokens[tokens.count - 1].append(character)
            } else if gluesCommas, let last = tokens.last, last == "，" || last == "、" {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
        }
        return tokens
    }

    private static let closing: Set<Character> = ["，", "。", "、", "）", "”", "；"]
}

extension RotatedTableRecovery {
    /// All tables, one after the other.
    func recover() -> Outcome { outcome(of: (0..<tableCount).map(table)) }
}
