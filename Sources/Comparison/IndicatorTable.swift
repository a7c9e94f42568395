/// An edition's indicators as a table: the header as it is, and the rows read by column name.
public struct IndicatorTable: Sendable {
    /// The header of the file, in its order.
    public let columns: [String]
    public let rows: [IndicatorRow]

    public init(columns: [String], rows: [IndicatorRow]) {
        self.columns = columns
        self.rows = rows
    }

    /// Reads records by the header's names: `indicator_code` or `code`, `region_code`, `area_code` or `area`, …
    ///
    /// A target in words has them in `wording`, in editions before that column in `value`.
    /// Columns of other names are compared by name only. A record shorter than the header has empty fields.
    public init(header: [String], records: some Sequence<[String]>) {
        let places = IndicatorRow.columns.compactMap { column in
            column.names.lazy.compactMap { header.firstIndex(of: $0) }.first.map { ($0, column.field) }
        }
        let words = ["wording", "target_wording"].lazy.compactMap { header.firstIndex(of: $0) }.first
        let rows = records.map { record in
            var row = IndicatorRow()
            for (place, field) in places where place < record.count { row[keyPath: field] = record[place] }
            if row.value.isEmpty, let words, words < record.count { row.value = record[words] }
            return row
        }
        self.init(columns: header, rows: rows)
    }

    /// The table with lamp and status of progress.csv in the rows of its targets.
    ///
    /// A verdict goes to the target of the same indicator, area, year, unit, qualifier, comparator and value;
    /// of several equal rows to the first that has none yet.
    public func addingVerdicts(of progress: IndicatorTable) -> IndicatorTable {
        var verdicts = Dictionary(grouping: progress.rows.reversed()) { Self.verdictKey($0) }
        let judged = rows.map { row in
            guard row.kind == "target", let verdict = verdicts[Self.verdictKey(row)]?.popLast() else { return row }
            var row = row
            row.lamp = verdict.lamp
            row.status = verdict.status
            return row
        }
        return IndicatorTable(columns: columns, rows: judged)
    }

    private static func verdictKey(_ row: IndicatorRow) -> [String] {
        [row.code, row.area, row.year, row.unit, row.qualifier, row.comparator, row.value]
    }
}
