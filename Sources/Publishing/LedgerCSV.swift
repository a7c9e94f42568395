public import StatisticalModel

/// ledger.csv: every numeral of the bulletins and what became of it.
public enum LedgerCSV {
    public static let header = ["bulletin", "line", "line_end", "column", "text", "fate", "reason", "statement"]

    /// The whole file.
    public static func file(_ entries: [LedgerEntry]) -> [UInt8] {
        EditionFiles.file("", header, rows(entries)).bytes
    }

    public static func rows(_ entries: [LedgerEntry]) -> [[String]] {
        sortedByKey(entries) { [$0.bulletin, sortable($0.line), sortable($0.column)] }.map { entry in
            [
                entry.bulletin, String(entry.line), String(entry.lineEnd), String(entry.column), entry.text,
                entry.fate.rawValue, entry.reason, entry.statement.field,
            ]
        }
    }
}
