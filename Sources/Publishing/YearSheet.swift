import Spreadsheet
import StatisticalModel

/// 年度对比: each indicator's years side by side, actual above target.
struct YearSheet {
    let rows: [YearRow]
    let sources: SourceIndex
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
        typealias Paths = (
            value: KeyPath<YearRow.Figures, DecimalNumber?>, source: KeyPath<YearRow.Figures, Statement?>
        )
        let kinds: [(StatementKind, Paths)] = [
            (.actual, (\.actual, \.actualSource)), (.target, (\.target, \.targetSource)),
        ]
        return kinds.compactMap { kind, path in
            guard row.years.contains(where: { $0[keyPath: path.value] != nil }) else { return nil }
            let figures = Dictionary(row.years.map { ($0.year.number, $0) }) { first, _ in first }
            let cells = years.map { year in
                figure(
                    figures[year]?[keyPath: path.value].map { scale.shown($0) },
                    of: figures[year]?[keyPath: path.source])
            }
            let isActual = kind == .actual
            let changes = [
                isActual ? change(row.change, scale) : .text(""), isActual ? change(row.average, scale) : .text(""),
                GridSheet.Cell.integer(isActual ? row.rank : nil),
            ]
            return head + [.text(words("kind.\(kind.rawValue)"))] + cells + changes
        }
    }

    /// A figure that leads to its row of 来源.
    private func figure(_ value: DecimalNumber?, of source: Statement?) -> GridSheet.Cell {
        var cell = number(value)
        guard let value, let source, let target = sources.target(of: SourceIndex.named(source).id, words: words) else {
            return cell
        }
        cell.value = .linkedNumber(value.doubleValue, to: target)
        cell.style = cell.style?.with {
            $0.fontColor = ReportPalette.link
            $0.isUnderlined = true
        }
        return cell
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
