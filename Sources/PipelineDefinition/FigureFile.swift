import SourceText
import StatisticalModel

extension SuppliedFigure {
    /// The columns of baselines.csv and observations.csv, in the order in which new files have them.
    public static let columns = FigureFile.required + FigureFile.optional
}

/// Reads baselines.csv and observations.csv:
/// `indicator,area,year,value,unit,source` and optionally `qualifier,date,status,measure,period,name`.
///
/// Indicator and area may be codes or names. A name of an indicator stays open here: what it means the rules of names
/// decide (`SuppliedNames` of Normalization).
struct FigureFile {
    enum Owner {
        /// With the codes of its indicators.
        case pipeline([String])
        /// Codes of names that no pipeline knows.
        case anyName
    }

    static let required = ["indicator", "area", "year", "value", "unit", "source"]
    static let optional = ["qualifier", "date", "status", "measure", "period", "name"]

    let owner: Owner
    let units: [String: UnitCode]
    let unitTable: UnitTable
    let areas: AreaTable

    func read(path: String, role: SuppliedFigure.Role, _ problems: inout [Diagnostic]) -> [SuppliedFigure] {
        let table = DefinitionTable(
            path: path, required: Self.required, optional: Self.optional, problems: &problems)
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
        let isName = checkIndicator(row, report)
        let area = AreaCode(row("area")) ?? areas.area(named: row("area"))?.code
        if !row("area").isEmpty, area.flatMap({ areas.areas[$0] }) == nil {
            report("area", "unknown area ‘\(row("area"))’\(areas.hint(for: row("area")))")
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
        let measure = row("measure").isEmpty ? .level : FigureMeasure(rawValue: row("measure"))
        if measure == nil {
            let hint = NearestName.hint(for: row("measure"), among: FigureMeasure.allCases.map(\.rawValue))
            report("measure", "unknown measure ‘\(row("measure"))’\(hint)")
        }
        let period = YearSpan(row("period"))
        if period == nil, !row("period").isEmpty {
            report("period", "expected years such as 2021/2025, found ‘\(row("period"))’")
        }
        if measure == .level { checkUnit(row, report) }
        guard problems.count == before, let year, let value, let status, let measure else { return nil }
        var figure = SuppliedFigure(
            role: role, indicator: IndicatorCode(isName ? "" : row("indicator")), area: area,
            qualifier: row("qualifier"), year: Year(year), date: date, value: value,
            unit: row("unit").isEmpty ? nil : row("unit"), status: status, source: row("source"), path: table.path,
            line: row.line)
        (figure.measure, figure.period) = (measure, period)
        figure.name = isName ? row("indicator") : row("name")
        return figure
    }

    /// True for a name, which has characters of no code.
    private func checkIndicator(_ row: DefinitionTable.Row, _ report: (String, String) -> Void) -> Bool {
        let text = row("indicator")
        switch owner {
        case .pipeline(let codes):
            if codes.contains(text) { return false }
            if text.utf8.contains(where: { $0 >= 0x80 }) { return true }
            let hint = NearestName.hint(for: text, among: codes)
            report("indicator", "no indicator ‘\(text)’ in indicators.csv\(hint)")
        case .anyName:
            guard !text.hasPrefix("X-") else { break }
            report("indicator", "expected the code of a name without a pipeline (X-…), found ‘\(text)’")
        }
        return false
    }

    private func checkUnit(_ row: DefinitionTable.Row, _ report: (String, String) -> Void) {
        guard !row("unit").isEmpty else { return }
        guard let unit = unitTable.resolve(row("unit")) else {
            report("unit", "unknown unit ‘\(row("unit"))’\(unitTable.hint(for: row("unit")))")
            return
        }
        if let expected = units[row("indicator")], unit.base != expected {
            report("unit", "‘\(row("unit"))’ does not fit the indicator's unit ‘\(expected)’")
        }
    }
}
