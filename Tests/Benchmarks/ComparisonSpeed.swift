import Comparison

/// Two editions of 100,000 indicators against each other, of a tenth and of twice as many: the goal is half a second,
/// and linear.
enum ComparisonSpeed {
    static func print() {
        Swift.print("comparison of two editions")
        var last: (count: Int, time: Duration)?
        for count in [10_000, 100_000, 200_000] {
            let (old, new) = (table(count, shift: 0), table(count, shift: 7))
            var changes = 0
            let time = Stopwatch.best(of: 3) { changes = EditionComparison.compare(old: old, new: new).changes.count }
            let ratio = last.map {
                "\((time / $0.time * 10).rounded() / 10) times the time for \(count / $0.count) times the rows"
            }
            printLine("\(count) × \(count) rows", time.milliseconds, "\(changes) changes", ratio ?? "")
            last = (count, time)
        }
        Swift.print("")
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
