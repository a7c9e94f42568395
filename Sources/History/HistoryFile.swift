internal import GRDB
public import StatisticalModel

/// history.sqlite: what each run believed of each figure, and from when until when.
///
/// A run's date (its as-of date, no clock) is the first day of the vintages that it brings. A figure is never
/// overwritten: where a run says otherwise, or nothing any more, the old vintage ends on the day before.
///
/// ```swift
/// let history = try HistoryFile(path: "Output/history.sqlite")
/// try history.record(observations, asOf: CalendarDate(year: 2024, month: 12, day: 31))
/// let believed = try history.vintages(of: "EC-001", area: "150600", asOf: CalendarDate(year: 2024, month: 6))
/// ```
///
/// Every change is one transaction: a killed run leaves the old state, which SQLite restores when the file is
/// opened again.
public struct HistoryFile: Sendable {
    public let path: String
    private let queue: DatabaseQueue

    /// Opens the file, makes it where it is missing, and brings its tables to this program's version.
    public init(path: String) throws(HistoryError) {
        self.path = path
        queue = try HistoryError.converting(path) {
            var configuration = Configuration()
            // Another run may be at its commit.
            configuration.busyMode = .timeout(10)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = HistorySchema.migrator
            guard try !queue.read(migrator.hasBeenSuperseded) else {
                throw HistoryError(path: path, reason: "a newer gongbao wrote this history")
            }
            try migrator.migrate(queue)
            return queue
        }
    }

    /// Adds a run; a second run of the same date supersedes the first.
    ///
    /// A run of an earlier date than others counts for the days up to the next run, as if it had come in order.
    public func record(_ observations: [HistoricalObservation], asOf: CalendarDate) throws(HistoryError) {
        try record([HistoricalRun(asOf: asOf, observations: observations)])
    }

    /// Adds runs in one transaction: all of them or none.
    public func record(_ runs: [HistoricalRun]) throws(HistoryError) {
        try record(runs) {}
    }

    func record(_ runs: [HistoricalRun], beforeCommit check: () throws -> Void) throws(HistoryError) {
        try HistoryError.converting(path) {
            try queue.write { database in
                for run in runs { try RunRecord(asOf: run.asOf, series: run.series, database).add(run) }
                try check()
            }
        }
    }

    /// The editions that the history has taken up, each as it stood then.
    public func editions() throws(HistoryError) -> Set<EditionMark> {
        try HistoryError.converting(path) {
            try queue.read { database in
                let rows = try Row.fetchAll(database, sql: "SELECT name, as_of, digest FROM edition")
                return Set(rows.map { EditionMark(name: $0[0], day: $0[1], digest: $0[2]) })
            }
        }
    }

    /// The vintages of an indicator, named by its code or by its name, in the order of figure and time.
    ///
    /// - Parameters:
    ///   - area: A code of GB/T 2260; `nil` for all areas.
    ///   - asOf: Only what was believed at the end of that day; `nil` for all that was ever believed.
    ///   - series: The line of history, empty for editions named by their year; `nil` for all.
    public func vintages(
        of indicator: String, area: String? = nil, asOf: CalendarDate? = nil, series: String? = nil
    ) throws(HistoryError) -> [Vintage] {
        try HistoryError.converting(path) {
            try queue.read {
                try VintageQuery(indicator: indicator, area: area, asOf: asOf, series: series).fetch($0)
            }
        }
    }

    /// The codes and names of all indicators that it knows.
    public func indicators() throws(HistoryError) -> [String] {
        try HistoryError.converting(path) {
            try queue.read {
                try String.fetchAll(
                    $0, sql: "SELECT DISTINCT indicator FROM vintage UNION SELECT DISTINCT name FROM vintage")
            }
        }
    }

    /// Writes a copy to `copy`, whole and of one moment whoever writes meanwhile (SQLite's online backup).
    public func backUp(to copy: String) throws(HistoryError) {
        try HistoryError.converting(copy) { try queue.backup(to: DatabaseQueue(path: copy)) }
    }

    /// What SQLite's integrity check finds in the file at `path`, which it only reads; empty for a sound one.
    public static func problems(at path: String) -> [String] {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            let rows = try DatabaseQueue(path: path, configuration: configuration).read {
                try String.fetchAll($0, sql: "PRAGMA integrity_check")
            }
            return rows.filter { $0 != "ok" }
        } catch let error as DatabaseError {
            return [error.message ?? "SQLite error \(error.resultCode.rawValue)"]
        } catch {
            return ["\(error)"]
        }
    }

    /// The dates of the runs that the history knows, the earliest first.
    public func runDates() throws(HistoryError) -> [String] {
        try HistoryError.converting(path) {
            try queue.read { try String.fetchAll($0, sql: "SELECT DISTINCT as_of FROM run ORDER BY as_of") }
        }
    }
}

extension HistoryError {
    static func converting<Result>(_ path: String, _ body: () throws -> Result) throws(HistoryError) -> Result {
        do {
            return try body()
        } catch let error as HistoryError {
            throw error
        } catch let error as DatabaseError {
            throw HistoryError(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        } catch {
            throw HistoryError(path: path, reason: "\(error)")
        }
    }
}
