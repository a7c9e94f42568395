import SourceText
import StatisticalModel

/// Reads baselines.csv and observations.csv:
/// `indicator,area,year,value,unit,source` and optionally `qualifier,date,status`.
struct FigureFile {
    let knownCodes: [String]
    let units: [String: UnitCode]
    let unitTable: UnitTable
    let areas: AreaTable

    func read(path: String, role: SuppliedFigure.Role, _ problems: inout [Diagnostic]) -> [SuppliedFigure] {
        let table = DefinitionTable(
            path: path, required: ["indicator", "area", "year", "value", "unit", "source"],
            optional: ["qualifier", "date", "status"], problems: &problems)
        return table.rows.compactMap { figure($0, table, role, &problems) }
    }

    private func figure(
        _ row: DefinitionTable.Row, _ table: DefinitionTable, _ role: SuppliedFigure.Role,
        _ problems: inout [Diagnostic]
    ) -> SuppliedFigure? {
        let before = problems.count
        func report(_ column: String, _ message: String) {
            problems.append(table.problem(row, column: column, message))
        }
        if !knownCodes.contains(row("indicator")) {
            let hint = NearestName.hint(for: row("indicator"), among: knownCodes)
            report("indicator", "no indicator ‘\(row("indicator"))’ in indicators.csv\(hint)")
        }
        let area = AreaCode(row("area"))
        if !row("area").isEmpty, area.flatMap({ areas.areas[$0] }) == nil {
            let known = areas.area(named: row("area")).map {
                "; the code of \($0.name) is \($0.code?.description ?? "")"
            }
            report("area", "unknown area code ‘\(row("area"))’\(known ?? "; codes stand in common/areas.csv")")
        }
        let year = Int(row("year")).flatMap { (1900...2200).contains($0) ? $0 : nil }
        if year == nil { report("year", "expected a year such as 2023, found ‘\(row("year"))’") }
        let value = DecimalNumber(row("value"))
        if value == nil { report("value", "expected a number such as 92.4, found ‘\(row("value"))’") }
        let date = row("date").isEmpty ? nil : CalendarDate(iso: row("date"))
        if date == nil, !row("date").isEmpty {
            report("date", "expected a date such as 2023-06-30, found ‘\(row("date"))’")
        }
        let status = row("status").isEmpty ? .normal : ObservationStatus(rawValue: row("status"))
        if status == nil {
            let hint = NearestName.hint(for: row("status"), among: ObservationStatus.allCases.map(\.rawValue))
            report("status", "unknown status ‘\(row("status"))’\(hint)")
        }
        if row("source").trimmed.isEmpty { report("source", "a figure needs its source") }
        checkUnit(row, report)
        guard problems.count == before, let year, let value, let status else { return nil }
        return SuppliedFigure(
            role: role, indicator: IndicatorCode(row("indicator")), area: area, qualifier: row("qualifier"),
            year: Year(year), date: date, value: value, unit: row("unit").isEmpty ? nil : row("unit"),
            status: status, source: row("source"), path: table.path, line: row.line)
    }

    private func checkUnit(_ row: DefinitionTable.Row, _ report: (String, String) -> Void) {
        guard !row("unit").isEmpty else { return }
        guard let unit = unitTable.resolve(row("unit")) else {
            report("unit", "unknown unit ‘\(row("unit"))’; units stand in common/units.csv")
            return
        }
        if let expected = units[row("indicator")], unit.base != expected {
            report("unit", "‘\(row("unit"))’ does not fit the indicator's unit ‘\(expected)’")
        }
    }
}
