import StatisticalModel

/// The rows of diff.csv: a header, then a record for each difference and each finding.
///
/// Codes, not words: the file is for programs and for `git diff`.
public enum DifferenceRecords {
    public static let header = [
        "change", "severity", "indicator_code", "indicator", "region_code", "year", "kind", "unit", "qualifier", "old",
        "new", "absolute", "percent", "in_points", "note",
    ]

    public static func records(_ difference: EditionDifference) -> [[String]] {
        (difference.changes + difference.wordingChanges).map(record) + difference.findings.map(record)
    }

    private static func record(_ difference: RowDifference) -> [String] {
        guard let row = difference.new ?? difference.old else { return [] }
        let change = difference.change
        let values = difference.values
        return [
            difference.kind.rawValue, change?.severity.rawValue ?? "", row.code, row.name, row.area, row.year, row.kind,
            row.unit, row.qualifier, values.old, values.new, change?.absolute.description ?? "",
            change?.percent?.description ?? "", change.map { $0.isInPoints ? "yes" : "no" } ?? "", "",
        ]
    }

    private static func record(_ finding: TableFinding) -> [String] {
        var record = [String](repeating: "", count: header.count)
        switch finding {
        case .duplicateKey(let row, let old, let new):
            record.replaceSubrange(
                0..<9,
                with: ["duplicate-key", "", row.code, row.name, row.area, row.year, row.kind, row.unit, row.qualifier])
            record[header.count - 1] = "old: \(old), new: \(new)"
        case .columnNew(let name):
            record[0] = "column-new"
            record[10] = name
        case .columnGone(let name):
            record[0] = "column-gone"
            record[9] = name
        case .keyColumnMissing(let side, let name):
            record[0] = "key-column-missing"
            record[header.count - 1] = "\(side.rawValue): \(name)"
        }
        return record
    }
}
