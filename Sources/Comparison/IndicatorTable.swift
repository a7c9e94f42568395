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
    /// Columns of other names are compared by name only. A record shorter than the header has empty fields.
    public init(header: [String], records: some Sequence<[String]>) {
        let places = IndicatorRow.columns.compactMap { column in
            column.names.lazy.compactMap { header.firstIndex(of: $0) }.first.map { ($0, column.field) }
        }
        let rows = records.map { record in
            var row = IndicatorRow()
            for (place, field) in places where place < record.count { row[keyPath: field] = record[place] }
            return row
        }
        self.init(columns: header, rows: rows)
    }
}
