import SourceText
import StatisticalModel

/// Reads corrections.csv: `action,bulletin,line,indicator,expected,field,value,reason`.
enum CorrectionFile {
    /// The fields of statements.csv that an override may set.
    static let fields = [
        "indicator", "qualifier", "region_code", "kind", "measure", "comparator", "value", "value_upper", "unit",
        "year", "deadline", "attribute", "responsible",
    ]

    static func read(path: String, _ problems: inout [Diagnostic]) -> [Correction] {
        let table = DefinitionTable(
            path: path,
            required: ["action", "bulletin", "line", "indicator", "expected", "field", "value", "reason"],
            optional: [], problems: &problems)
        return table.rows.compactMap { correction($0, table, &problems) }
    }

    private static func correction(
        _ row: DefinitionTable.Row, _ table: DefinitionTable, _ problems: inout [Diagnostic]
    ) -> Correction? {
        let before = problems.count
        func report(_ column: String, _ message: String) {
            problems.append(table.problem(row, column: column, message))
        }
        let action = Correction.Action(rawValue: row("action"))
        if action == nil {
            let hint = NearestName.hint(for: row("action"), among: Correction.Action.allCases.map(\.rawValue))
            report("action", "unknown action ‘\(row("action"))’\(hint)")
        }
        let line = Int(row("line")).flatMap { $0 > 0 ? $0 : nil }
        if line == nil { report("line", "expected a line number from 1, found ‘\(row("line"))’") }
        for column in ["bulletin", "expected", "reason"] where row(column).trimmed.isEmpty {
            report(column, "the field ‘\(column)’ is empty")
        }
        if action == .override, !fields.contains(row("field")) {
            report("field", "unknown field ‘\(row("field"))’\(NearestName.hint(for: row("field"), among: fields))")
        } else if action != nil, action != .override, !row("field").isEmpty || !row("value").isEmpty {
            report("field", "only an override sets a field")
        }
        guard problems.count == before, let action, let line else { return nil }
        return Correction(
            action: action, bulletin: row("bulletin"), line: line, indicator: row("indicator"),
            expected: row("expected"), field: row("field"), value: row("value"), reason: row("reason"),
            path: table.path, row: row.line)
    }
}
