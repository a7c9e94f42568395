internal import GRDB
import StatisticalModel

/// One run on its way into the history, within the caller's transaction.
///
/// Example: runs of 2023-12-31 (value 93) and 2024-12-31 (value 95) leave 93 from 2023-12-31 to 2024-12-30 and
/// 95 from 2024-12-31 to the open end. A run of 2024-06-30 that comes later and says 94 takes 2024-06-30 to
/// 2024-12-30 out of the first.
struct RunRecord {
    private let database: Database
    private let series: String
    private let day: String
    private let dayBefore: String
    /// The date of the next run, and the last day for which this one counts.
    private let nextRun: String?
    private let lastDay: String

    init(asOf: CalendarDate, series: String, _ database: Database) throws {
        self.series = series
        self.database = database
        day = RealtimeDay.text(asOf)
        dayBefore = RealtimeDay.before(asOf)
        nextRun = try String.fetchOne(
            database, sql: "SELECT min(as_of) FROM run WHERE series = ? AND as_of > ?",
            arguments: [series, RealtimeDay.text(asOf)])
        lastDay = nextRun.flatMap { CalendarDate(iso: $0) }.map(RealtimeDay.before) ?? RealtimeDay.open
    }

    func add(_ run: HistoricalRun) throws {
        var believed = try beliefs()
        for observation in run.observations {
            if let index = believed[observation.key]?.firstIndex(where: { $0.observation.agrees(with: observation) }) {
                believed[observation.key]?.remove(at: index)
            } else {
                try insert(observation, from: day, to: lastDay)
            }
        }
        // What is left is no longer said. The ids decide the order, so that the file is the same on every run.
        for belief in believed.values.joined().sorted(by: { $0.id < $1.id }) { try end(belief) }
        try database.execute(
            sql: "INSERT OR REPLACE INTO run (series, as_of, observations) VALUES (?, ?, ?)",
            arguments: [series, day, run.observations.count])
        guard let edition = run.edition else { return }
        try database.execute(
            sql: "INSERT OR REPLACE INTO edition (name, as_of, digest) VALUES (?, ?, ?)",
            arguments: [edition.name, edition.day, edition.digest])
    }

    private struct Belief {
        let id: Int64
        let observation: HistoricalObservation
        let end: String
    }

    /// What was believed on the run's day before it came.
    private func beliefs() throws -> [ObservationKey: [Belief]] {
        let sql = """
            SELECT \(VintageQuery.columns), realtime_end, id FROM vintage
            WHERE series = ? AND realtime_end >= ? AND realtime_start <= ? ORDER BY id
            """
        let rows = try Row.fetchAll(database, sql: sql, arguments: [series, day, day]).map { row in
            Belief(id: row[15], observation: HistoricalObservation(row), end: row[14])
        }
        return Dictionary(grouping: rows, by: \.observation.key)
    }

    /// Ends a belief on the day before; from the next run on, which had it confirmed, it holds again.
    private func end(_ belief: Belief) throws {
        try database.execute(
            sql: "UPDATE vintage SET realtime_end = ? WHERE id = ?", arguments: [dayBefore, belief.id])
        if let nextRun, belief.end >= nextRun { try insert(belief.observation, from: nextRun, to: belief.end) }
    }

    private func insert(_ observation: HistoricalObservation, from start: String, to end: String) throws {
        let marks = Array(repeating: "?", count: 17).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: "INSERT INTO vintage (\(VintageQuery.columns), realtime_start, realtime_end, series) VALUES (\(marks))"
        )
        try statement.execute(arguments: StatementArguments(observation.fields + [start, end, series]))
    }
}
