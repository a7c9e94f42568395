import Comparison

/// Two small editions to plant changes in.
struct Editions {
    static let columns = [
        "indicator_code", "indicator", "region_code", "year", "kind", "measure", "unit", "qualifier", "comparator",
        "value", "value_upper", "deadline", "lamp", "status", "source", "quote",
    ]

    var old: [IndicatorRow]
    var new: [IndicatorRow]
    var newColumns = columns

    /// `count` rows, the same in both.
    init(count: Int) {
        old = (0..<count).map(Self.row)
        new = old
    }

    static func row(_ number: Int) -> IndicatorRow {
        var row = IndicatorRow()
        row.code = "S-\(number)"
        row.name = "指标\(number)"
        row.area = "150600"
        row.year = "2025"
        row.kind = "target"
        row.measure = "level"
        row.unit = "个"
        row.comparator = "eq"
        row.value = "100"
        row.deadline = "2025-12-31"
        row.lamp = "yellow"
        row.status = "moderate"
        row.source = "plan.txt:\(number)"
        row.quote = "到2025年达到100个"
        return row
    }

    func difference(_ settings: ComparisonSettings = ComparisonSettings()) -> EditionDifference {
        EditionComparison.compare(
            old: IndicatorTable(columns: Self.columns, rows: old), new: IndicatorTable(columns: newColumns, rows: new),
            settings: settings)
    }
}
