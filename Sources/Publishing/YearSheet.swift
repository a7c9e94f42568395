import Spreadsheet
import StatisticalModel

/// 年度对比: each indicator's years side by side, actual above target.
struct YearSheet {
    let rows: [YearRow]
    let words: ReportWords

    var grid: GridSheet {
        // One figure alone compares with nothing.
        let compared = rows.filter { row in row.years.reduce(0) { $0 + Self.count($1) } > 1 }
        let years = Set(compared.flatMap { $0.years.map(\.year.number) }).sorted()
        var columns: [GridSheet.Column] = [
            .init(title: words("column.indicator"), width: 36, style: ReportPalette.text),
            .init(title: words("column.area"), width: 12, style: ReportPalette.text),
            .init(
                title: words("column.unit"), width: words.language == .chinese ? 10 : 14,
                style: ReportPalette.centered.with { $0.wraps = true }),
            .init(title: words("column.kind"), width: 8, style: ReportPalette.centered),
        ]
        columns += years.map { .init(title: String($0), width: 11, style: ReportPalette.number) }
        columns += ["change", "average", "rank"].map {
            .init(title: words("column.\($0)"), width: 13, style: ReportPalette.number, blank: .notApplicable)
        }
        return GridSheet(
            name: words("sheet.years"), title: words("sheet.years"), note: words("years.note"), columns: columns,
            rows: compared.flatMap { lines($0, years) })
    }

    private static func count(_ figures: YearRow.Figures) -> Int {
        (figures.actual == nil ? 0 : 1) + (figures.target == nil ? 0 : 1)
    }

    private func lines(_ row: YearRow, _ years: [Int]) -> [[GridSheet.Cell]] {
        let largest = row.years.flatMap { [$0.actual, $0.target] }.compactMap { $0?.magnitude }.max()
        let scale = DisplayScale(unit: row.unit?.name ?? "", largest: largest)
        let name = words.language == .english && !row.englishName.isEmpty ? row.englishName : row.indicatorName
        let full = row.qualifier.isEmpty ? name : words.bracketed(name, row.qualifier)
        let head: [GridSheet.Cell] = [.text(full), .text(row.area?.name ?? ""), .text(words.unit(scale.unit))]
        return [(StatementKind.actual, \YearRow.Figures.actual), (.target, \.target)].compactMap { kind, path in
            let values = Dictionary(row.years.map { ($0.year.number, $0[keyPath: path]) }) { first, _ in first }
            guard values.values.contains(where: { $0 != nil }) else { return nil }
            let cells = years.map { year in number((values[year] ?? nil).map { scale.shown($0) }) }
            let isActual = kind == .actual
            let changes = [
                isActual ? change(row.change, scale) : .text(""), isActual ? change(row.average, scale) : .text(""),
                GridSheet.Cell.integer(isActual ? row.rank : nil),
            ]
            return head + [.text(words("kind.\(kind.rawValue)"))] + cells + changes
        }
    }

    private func number(_ value: DecimalNumber?, format: String? = nil) -> GridSheet.Cell {
        guard let value else { return .text("") }
        return GridSheet.Cell(
            .number(value.doubleValue),
            style: ReportPalette.number.with {
                $0.numberFormat = format ?? PipelineSheet.format(decimals: value.decimals)
            })
    }

    private func change(_ change: YearRow.Change?, _ scale: DisplayScale) -> GridSheet.Cell {
        guard let change else { return .text("") }
        switch change.measure {
        case .relative: return number(change.amount, format: "+0.0%;-0.0%;0.0%")
        case .points:
            let unit = "\"\(words("format.points"))\""
            return number(change.amount, format: "+0.00\(unit);-0.00\(unit);0.00\(unit)")
        case .absolute: return number(scale.shown(change.amount), format: "+#,##0.00;-#,##0.00;0")
        }
    }
}
