internal import GRDB
import StatisticalModel

/// The one question to a history: what was believed of an indicator, where and when.
struct VintageQuery {
    let indicator: String
    let area: String?
    let asOf: CalendarDate?
    /// `nil` for all lines of history.
    let series: String?

    static let columns =
        "indicator, area, year, period, kind, measure, unit, qualifier, name, comparator, value, upper, status, source"

    func fetch(_ database: Database) throws -> [Vintage] {
        var conditions = ["(indicator = ? OR name = ?)"]
        var arguments = [indicator, indicator]
        if let area {
            conditions.append("area = ?")
            arguments.append(area)
        }
        if let asOf {
            conditions.append("? BETWEEN realtime_start AND realtime_end")
            arguments.append(RealtimeDay.text(asOf))
        }
        if let series {
            conditions.append("series = ?")
            arguments.append(series)
        }
        let sql = """
            SELECT \(Self.columns), realtime_start, realtime_end, series FROM vintage
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY series, indicator, area, year, period, kind, measure, unit, qualifier, realtime_start, id
            """
        return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(arguments)).map(Vintage.init)
    }
}

extension Vintage {
    /// A row of ``VintageQuery/columns``, the two days and the series.
    init(_ row: Row) {
        self.init(
            observation: HistoricalObservation(row), realtimeStart: row[14], realtimeEnd: row[15], series: row[16])
    }
}

extension HistoricalObservation {
    init(_ row: Row) {
        self.init(
            key: ObservationKey(
                indicator: row[0], area: row[1], year: row[2], period: row[3], kind: row[4], measure: row[5],
                unit: row[6], qualifier: row[7]),
            name: row[8], comparator: row[9], value: row[10], upper: row[11], status: row[12], source: row[13])
    }

    /// In the order of ``VintageQuery/columns``.
    var fields: [String] {
        [
            key.indicator, key.area, key.year, key.period, key.kind, key.measure, key.unit, key.qualifier, name,
            comparator, value, upper, status, source,
        ]
    }
}
