import Comparison
import Foundation

/// Two editions of 100,000 indicators against each other, of a tenth and of twice as many: the goal is 150 ms, and linear.
/// Beside it the same join in DuckDB on one thread, where a Python has it.
enum ComparisonSpeed {
    private static let counts = [10_000, 100_000, 200_000]

    static func print() {
        Swift.print("comparison of two editions")
        let peer = duckDB()
        if peer.isEmpty { printLine("DuckDB SKIPPED", "no python3 with duckdb (DUCKDB_PYTHON names one)") }
        var last: (count: Int, time: Duration)?
        for (index, count) in counts.enumerated() {
            let (old, new) = (table(count, shift: 0), table(count, shift: 7))
            var changes = 0
            let time = Stopwatch.best(of: 3) { changes = EditionComparison.compare(old: old, new: new).changes.count }
            let ratio = last.map {
                "\((time / $0.time * 10).rounded() / 10) times the time for \(count / $0.count) times the rows"
            }
            printLine(
                "\(count) × \(count) rows", time.milliseconds, "\(changes) changes",
                peer.indices.contains(index) ? "DuckDB \(peer[index].time) ms, \(peer[index].changes)" : "", ratio ?? ""
            )
            last = (count, time)
        }
        Swift.print("")
    }

    /// Milliseconds and rows that differ, for each of ``counts``; empty without DuckDB.
    private static func duckDB() -> [(time: String, changes: String)] {
        let script = BenchmarkInput.root + "/Tests/Benchmarks/duckdb_difference.py"
        let python = ProcessInfo.processInfo.environment["DUCKDB_PYTHON"] ?? "python3"
        let output = ChildProcess.output("/usr/bin/env", [python, script] + counts.map(String.init)) ?? ""
        return output.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words.first ?? "", words.last ?? "")
        }
    }

    /// Every tenth value differs between two shifts, and some rows stand in one table only.
    private static func table(_ count: Int, shift: Int) -> IndicatorTable {
        let header = ["indicator_code", "indicator", "region_code", "year", "kind", "unit", "qualifier", "value"]
        let records = (shift..<count + shift).map { index in
            [
                "BE-\(index % 5000)", "指标\(index % 5000)", "15\(1000 + index / 5000)", "2025", "target", "万吨", "",
                "\(index % 10 == 0 ? index + shift : index)",
            ]
        }
        return IndicatorTable(header: header, records: records)
    }
}
