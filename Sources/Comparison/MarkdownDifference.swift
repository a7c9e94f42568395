/// A comparison as Markdown: diff.md.
public enum MarkdownDifference {
    public static func text(
        _ difference: EditionDifference, old: String, new: String, language: ComparisonLanguage = .chinese
    ) -> String {
        let words = DifferenceWords(language: language)
        var lines = ["# \(escaped(words.title(old, new)))", "", words.counts(difference)]
        if difference.isEmpty { lines += ["", words.same] }
        let report = DifferenceReport(difference, words: words)
        for section in report.sections {
            lines += ["", "## \(section.title)", ""] + table(words.headers, section.rows)
        }
        if !report.findings.isEmpty {
            lines += ["", "## \(words.findings)", ""] + report.findings.map { "- \(escaped($0))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ headers: [String], _ rows: [[String]]) -> [String] {
        let line = { (cells: ArraySlice<String>) in "| " + cells.joined(separator: " | ") + " |" }
        let rule = headers.indices.dropFirst().map { $0 >= 8 ? "---:" : "---" }
        return [line(headers.dropFirst()), line(rule[...])] + rows.map { line($0.map(escaped).dropFirst()) }
    }

    /// Text of a bulletin must not turn into markup.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\n", "\r": result.append(" ")
            case "|", "\\", "`", "*", "_", "[", "]", "<", "#": result.append("\\\(scalar)")
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
