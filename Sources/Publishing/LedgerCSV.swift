public import StatisticalModel

/// ledger.csv: every numeral of the bulletins and what became of it.
public enum LedgerCSV {
    public static let header = ["bulletin", "line", "line_end", "column", "text", "fate", "reason", "statement"]

    /// The whole file, its reasons in the language of `words`.
    public static func file(_ entries: [LedgerEntry], words: ReportWords) -> [UInt8] {
        EditionFiles.csv(header, rows(entries, words: words))
    }

    static func rows(_ entries: [LedgerEntry], words: ReportWords) -> some Sequence<[String]> {
        sortedByKey(entries) { [$0.bulletin, sortable($0.line), sortable($0.column)] }.lazy.map { entry in
            [
                entry.bulletin, String(entry.line), String(entry.lineEnd), String(entry.column), entry.text,
                entry.fate.rawValue, words(entry.reason), entry.statement.field,
            ]
        }
    }
}
