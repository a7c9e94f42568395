/// A comparison as text for a terminal: columns aligned by the width of Chinese characters.
public enum TerminalDifference {
    /// Columns that hold numbers and stand at the right.
    private static let numeric: Set<Int> = [8, 9, 10, 11]

    /// - Parameters:
    ///   - width: The most columns that one cell may take; longer text is cut with `…`.
    ///   - rows: The most differences of one kind; how many more there are is said.
    public static func text(
        _ difference: EditionDifference, old: String, new: String, language: ComparisonLanguage = .chinese,
        width: Int = 36, rows: Int = .max
    ) -> String {
        let words = DifferenceWords(language: language)
        var lines = [words.title(old, new), words.counts(difference)]
        if difference.isEmpty { lines.append(words.same) }
        let report = DifferenceReport(difference, words: words)
        for section in report.sections {
            lines += ["", section.title] + table(Array(words.headers), Array(section.rows.prefix(rows)), width)
            if section.rows.count > rows { lines.append("  " + words.further(section.rows.count - rows)) }
        }
        if !report.findings.isEmpty { lines += ["", words.findings] + report.findings.map { "  \($0)" } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Without the first column, which the title says, and without columns that are empty throughout.
    private static func table(_ headers: [String], _ rows: [[String]], _ width: Int) -> [String] {
        let shown = headers.indices.dropFirst().filter { column in rows.contains { !$0[column].isEmpty } }
        let cells = ([headers] + rows).map { row in shown.map { DisplayWidth.truncated(row[$0], to: width) } }
        let widths = shown.indices.map { place in cells.map { DisplayWidth.of($0[place]) }.max() ?? 0 }
        return cells.map { row in
            let padded = row.indices.map { place in
                DisplayWidth.padded(row[place], to: widths[place], atStart: numeric.contains(shown[place]))
            }
            let line = "  " + padded.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
        }
    }
}
