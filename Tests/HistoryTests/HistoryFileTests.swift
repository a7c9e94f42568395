import Foundation
import GRDB
import StatisticalModel
import Testing

@testable import History

/// A history in a temporary folder, which goes with the suite's instance.
final class HistoryFileTests {
    private let folder = NSTemporaryDirectory() + "gongbao-history-\(UUID().uuidString)"
    private var path: String { folder + "/history.sqlite" }

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func figure(
        _ value: String, indicator: String = "EC-001", area: String = "150600", year: String = "2025"
    ) -> HistoricalObservation {
        HistoricalObservation(
            key: ObservationKey(indicator: indicator, area: area, year: year, unit: "%"), name: "基本养老保险参保率",
            value: value)
    }

    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    /// `93 2023-12-31/2024-12-30`
    private func lines(_ vintages: [Vintage]) -> [String] {
        vintages.map { "\($0.observation.value) \($0.realtimeStart)/\($0.realtimeEnd)" }
    }

    @Test func aRevisedValueIsFoundWithBothVintages() throws {
        let history = try HistoryFile(path: path)
        try history.record([figure("93")], asOf: day("2023-12-31"))
        try history.record([figure("95")], asOf: day("2024-12-31"))
        #expect(
            lines(try history.vintages(of: "EC-001")) == ["93 2023-12-31/2024-12-30", "95 2024-12-31/9999-12-31"])
        #expect(lines(try history.vintages(of: "EC-001", asOf: day("2024-12-30"))) == ["93 2023-12-31/2024-12-30"])
        #expect(lines(try history.vintages(of: "EC-001", asOf: day("2025-01-01"))) == ["95 2024-12-31/9999-12-31"])
        #expect(try history.vintages(of: "EC-001", asOf: day("2023-12-30")).isEmpty)
    }

    @Test func whatIsConfirmedStaysOneVintage() throws {
        let history = try HistoryFile(path: path)
        var moved = figure("93")
        moved.source = "other:2.1"
        try history.record([figure("93")], asOf: day("2023"))
        try history.record([moved], asOf: day("2024"))
        #expect(lines(try history.vintages(of: "EC-001")) == ["93 2023-12-31/9999-12-31"])
        #expect(try history.runDates() == ["2023-12-31", "2024-12-31"])
    }

    @Test func whatIsNoLongerSaidEndsAndMayComeBack() throws {
        let history = try HistoryFile(path: path)
        try history.record([figure("93")], asOf: day("2022"))
        try history.record([], asOf: day("2023"))
        try history.record([figure("93")], asOf: day("2024"))
        #expect(
            lines(try history.vintages(of: "EC-001")) == ["93 2022-12-31/2023-12-30", "93 2024-12-31/9999-12-31"])
    }

    @Test func aSecondRunOfTheDaySupersedesAndKeepsTheFirst() throws {
        let history = try HistoryFile(path: path)
        try history.record([figure("93")], asOf: day("2024-03-01"))
        try history.record([figure("95")], asOf: day("2024-03-01"))
        #expect(
            lines(try history.vintages(of: "EC-001")) == ["93 2024-03-01/2024-02-29", "95 2024-03-01/9999-12-31"])
        #expect(lines(try history.vintages(of: "EC-001", asOf: day("2024-03-01"))) == ["95 2024-03-01/9999-12-31"])
        #expect(try history.vintages(of: "EC-001", asOf: day("2024-02-29")).isEmpty)
        try history.record([figure("95")], asOf: day("2024-03-01"))
        #expect(try history.vintages(of: "EC-001").count == 2)
    }

    @Test func aRunThatComesLateCountsUpToTheNext() throws {
        let history = try HistoryFile(path: path)
        try history.record([figure("93"), figure("7", year: "2030")], asOf: day("2022"))
        try history.record([figure("93")], asOf: day("2024"))
        try history.record([figure("94")], asOf: day("2023"))
        #expect(
            lines(try history.vintages(of: "EC-001")) == [
                "93 2022-12-31/2023-12-30", "94 2023-12-31/2024-12-30", "93 2024-12-31/9999-12-31",
                "7 2022-12-31/2023-12-30",
            ])
    }

    /// On each day, the history must tell what its runs in order of date tell, in whatever order they came.
    @Test(arguments: 1...40) func anyOrderOfRunsTellsTheSame(_ seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let history = try HistoryFile(path: path)
        var beliefs: [Int: [String]] = [:]
        for _ in 0..<8 {
            let year = 2020 + random(5)
            let values = (0..<random(4)).map { _ in String(random(3)) }
            try history.record(values.map { figure($0) }, asOf: CalendarDate(year: year))
            beliefs[year] = values.sorted()
        }
        for year in 2019...2026 {
            let expected = beliefs.keys.filter { $0 <= year }.max().flatMap { beliefs[$0] } ?? []
            let found = try history.vintages(of: "EC-001", asOf: CalendarDate(year: year))
            #expect(found.map(\.observation.value).sorted() == expected, "seed \(seed), \(year)")
        }
    }

    @Test func indicatorsAreFoundByCodeNameAndArea() throws {
        let history = try HistoryFile(path: path)
        try history.record(
            [figure("93"), figure("94", area: "150300"), figure("1", indicator: "EC-002")], asOf: day("2024"))
        #expect(try history.vintages(of: "EC-001").map(\.observation.value) == ["94", "93"])
        #expect(try history.vintages(of: "EC-001", area: "150600").map(\.observation.value) == ["93"])
        #expect(try history.vintages(of: "基本养老保险参保率").count == 3)
        #expect(try history.vintages(of: "' OR 1=1 --").isEmpty)
    }

    @Test func everyFieldComesBack() throws {
        let history = try HistoryFile(path: path)
        let observation = HistoricalObservation(
            key: ObservationKey(
                indicator: "OG-1", area: "150600", year: "2025", period: "2021/2025", kind: "actual",
                measure: "increment", unit: "吨", qualifier: "其中：乌审旗"), name: "原煤产量", comparator: "range",
            value: "6.50", upper: "7.0", status: "P", source: "a:1.1;b:2.1")
        try history.record([observation], asOf: day("2024"))
        #expect(try history.vintages(of: "OG-1").map(\.observation) == [observation])
    }

    @Test func whatBreaksOffLeavesTheOldState() throws {
        struct Stop: Error {}
        let history = try HistoryFile(path: path)
        try history.record([figure("93")], asOf: day("2023"))
        let next = [HistoricalRun(asOf: try day("2024"), observations: [figure("95")])]
        #expect(throws: HistoryError.self) { try history.record(next) { throw Stop() } }
        let reopened = try HistoryFile(path: path)
        #expect(lines(try reopened.vintages(of: "EC-001")) == ["93 2023-12-31/9999-12-31"])
        #expect(try reopened.runDates() == ["2023-12-31"])
    }

    @Test func whatIsRecordedIsThereWhenOpenedAgain() throws {
        try HistoryFile(path: path).record([figure("93")], asOf: day("2023"))
        #expect(lines(try HistoryFile(path: path).vintages(of: "EC-001")) == ["93 2023-12-31/9999-12-31"])
    }

    @Test func anEditionIsKnownAsItStoodLast() throws {
        let history = try HistoryFile(path: path)
        let first = EditionMark(name: "2024", asOf: try day("2024"), digest: "a1")
        let second = EditionMark(name: "2024", asOf: try day("2024-12-31"), digest: "b2")
        for edition in [first, second] {
            try history.record([HistoricalRun(asOf: try day("2024"), observations: [figure("93")], edition: edition)])
        }
        #expect(try history.editions() == [second])
    }

    private func run(_ edition: String, _ values: String..., asOf: String = "2024") throws -> HistoricalRun {
        HistoricalRun(
            asOf: try day(asOf), observations: values.enumerated().map { figure($1, year: "\(2025 + $0)") },
            edition: EditionMark(name: edition, asOf: try day(asOf), digest: values.joined()))
    }

    @Test func aTrialIsALineOfItsOwn() throws {
        let history = try HistoryFile(path: path)
        try history.record([run("2024", "93", "94")])
        try history.record([run("2024-trial", "7")])
        func current(_ series: String?) throws -> [String] {
            try history.vintages(of: "EC-001", series: series).filter(\.isCurrent).map(\.observation.value)
        }
        #expect(try current("") == ["93", "94"])
        #expect(try current("trial") == ["7"])
        #expect(try current(nil) == ["93", "94", "7"])
        try history.record([run("2025", "95", asOf: "2025")])
        #expect(try current("") == ["95"])
        #expect(try current("trial") == ["7"])
    }

    @Test(arguments: [
        ("2024", ""), ("2024-06", ""), ("2024-12-31", ""), ("2024Q3", ""), ("2024年上半年", ""), ("trial", "trial"),
        ("2024-trial", "trial"), ("trial_2024", "trial"), ("wuhai-plan-2024", "wuhai-plan"), ("wuhai2024", "wuhai2024"),
    ])
    func editionsOfOneNameAndAnyDateAreASeries(name: String, series: String) throws {
        #expect(EditionMark(name: name, asOf: try day("2024"), digest: "").series == series)
    }

    @Test func aBackupHoldsAllAndADamagedFileIsToldFromASoundOne() throws {
        let history = try HistoryFile(path: path)
        try history.record([run("2024", "93")])
        try history.backUp(to: folder + "/copy.sqlite")
        #expect(lines(try HistoryFile(path: folder + "/copy.sqlite").vintages(of: "EC-001")).count == 1)
        #expect(HistoryFile.problems(at: path) == [])
        try Data("no database".utf8).write(to: URL(filePath: folder + "/copy.sqlite"))
        #expect(HistoryFile.problems(at: folder + "/copy.sqlite") == ["file is not a database"])
    }

    /// A file as the first version wrote it: the tables' text stands here on its own.
    @Test func aHistoryOfVersionOneIsMigratedWithWhatItHolds() throws {
        try DatabaseQueue(path: path).write { database in
            try database.execute(
                sql: """
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1: runs and vintages');
                    CREATE TABLE run (as_of TEXT PRIMARY KEY NOT NULL, observations INTEGER NOT NULL);
                    CREATE TABLE vintage (
                        id INTEGER PRIMARY KEY,
                        indicator TEXT NOT NULL, area TEXT NOT NULL, year TEXT NOT NULL, period TEXT NOT NULL,
                        kind TEXT NOT NULL, measure TEXT NOT NULL, unit TEXT NOT NULL, qualifier TEXT NOT NULL,
                        name TEXT NOT NULL, comparator TEXT NOT NULL, value TEXT NOT NULL, upper TEXT NOT NULL,
                        status TEXT NOT NULL, source TEXT NOT NULL,
                        realtime_start TEXT NOT NULL, realtime_end TEXT NOT NULL,
                        CHECK (realtime_end >= date(realtime_start, '-1 day')));
                    CREATE INDEX vintage_indicator ON vintage (indicator, area, year);
                    CREATE INDEX vintage_name ON vintage (name);
                    CREATE INDEX vintage_end ON vintage (realtime_end);
                    INSERT INTO run VALUES ('2023-12-31', 1);
                    INSERT INTO vintage VALUES (
                        1, 'EC-001', '150600', '2025', '', 'target', 'level', '%', '', '基本养老保险参保率', 'eq', '93', '',
                        'A', '', '2023-12-31', '9999-12-31');
                    """)
        }
        let history = try HistoryFile(path: path)
        #expect(try history.editions().isEmpty)
        #expect(try history.vintages(of: "EC-001").map(\.observation) == [figure("93")])
        try history.record([figure("95")], asOf: day("2024-12-31"))
        #expect(
            lines(try history.vintages(of: "EC-001")) == ["93 2023-12-31/2024-12-30", "95 2024-12-31/9999-12-31"])
    }

    @Test func theHistoryOfANewerProgramIsRefused() throws {
        _ = try HistoryFile(path: path)
        try DatabaseQueue(path: path).write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99: of the future')")
        }
        #expect(throws: HistoryError(path: path, reason: "a newer gongbao wrote this history")) {
            try HistoryFile(path: path)
        }
    }

    @Test func whatIsNoDatabaseIsAnError() throws {
        try Data("indicator,value\n".utf8).write(to: URL(filePath: path))
        #expect(throws: HistoryError.self) { try HistoryFile(path: path) }
        #expect(throws: HistoryError.self) { try HistoryFile(path: "/proc/none/history.sqlite") }
    }
}
