import Spreadsheet
import StatisticalModel

/// 年度对比: each indicator's years side by side, a line each with its target.
struct YearSheet {
    let rows: [YearRow]
    let sources: SourceIndex
    let words: ReportWords

    var grid: GridSheet {
        let compared = sortedByKey(rows.filter(Self.compares)) { [sortable(Self.tier($0))] }
        let years = Set(compared.flatMap { $0.years.filter { $0.actual != nil }.map(\.year.number) }).sorted()
        var columns: [GridSheet.Column] = [
            .init(title: words("column.indicator"), width: 36, style: ReportPalette.text),
            .init(title: words("column.area"), width: 16, style: ReportPalette.text),
            .init(
                title: words("column.unit"), width: words.language == .chinese ? 10 : 14,
                style: ReportPalette.centered.with { $0.wraps = true }),
        ]
        columns += years.map { .init(title: String($0), width: 11, style: ReportPalette.number) }
        columns += ["target-year", "target"].map {
            .init(title: words("column.\($0)"), width: 10, style: ReportPalette.number)
        }
        columns += ["distance", "change", "average"].map {
            .init(title: words("column.\($0)"), width: 12, style: ReportPalette.number, blank: .notApplicable)
        }
        columns += [("meaning", ReportPalette.centered.with { $0.wraps = true }), ("rank", ReportPalette.number)].map {
            .init(title: words("column.\($0)"), width: 10, style: $1, blank: .notApplicable)
        }
        return GridSheet(
            name: words("sheet.years"), title: words("sheet.years"), note: words("years.note"), columns: columns,
            rows: compared.map { line($0, years) })
    }

    /// Figures of two years, or a year's figure beside its target; base and target alone stand on the pipeline's sheet.
    private static func compares(_ row: YearRow) -> Bool {
        row.years.count { $0.actual != nil } > 1 || row.years.contains { $0.actual != nil && $0.target != nil }
    }

    /// What says most stands first: a change and the distance to the year's target, a change, a distance, an average.
    private static func tier(_ row: YearRow) -> Int {
        let hasDistance = row.years.contains { $0.actual != nil && $0.target != nil }
        if row.change != nil { return hasDistance ? 0 : 1 }
        return hasDistance ? 2 : row.average != nil ? 3 : 4
    }

    /// The figures in the unit in which most of them are printed: 55.62万人 rather than 556200人.
    private static func scale(_ row: YearRow) -> DisplayScale {
        func printed(_ value: DecimalNumber?, _ source: Statement?) -> Observation? {
            guard let value, let source else { return nil }
            return Observation(
                sources: [source], indicatorName: "", kind: source.kind, value: value, unit: row.unit, year: nil)
        }
        let actual = row.years.compactMap { printed($0.actual, $0.actualSource) }
        let figures = actual.isEmpty ? row.years.compactMap { printed($0.target, $0.targetSource) } : actual
        guard figures.isEmpty else { return DisplayScale.shared(figures) }
        let largest = row.years.flatMap { [$0.actual, $0.target] }.compactMap { $0?.magnitude }.max()
        return DisplayScale(unit: row.unit?.name ?? "", largest: largest)
    }

    /// 改善, 变差, 持平; 口径有变 where no change can be told.
    private func meaning(_ row: YearRow) -> String {
        if row.hasBreak { return words("change.break") }
        return row.meaning.map { words("change.\($0.rawValue)") } ?? ""
    }

    /// One line: what is, what is wanted, how far the two are apart, and how the figure moves.
    private func line(_ row: YearRow, _ years: [Int]) -> [GridSheet.Cell] {
        let scale = Self.scale(row)
        let name = words.language == .english && !row.englishName.isEmpty ? row.englishName : row.indicatorName
        let figures = Dictionary(row.years.map { ($0.year.number, $0) }) { first, _ in first }
        let actual = years.map { year in
            figure(figures[year]?.actual.map { scale.shown($0) }, of: figures[year]?.actualSource)
        }
        let aim = Self.aim(row)
        let target = figure(aim?.target.map { scale.shown($0) }, of: aim?.targetSource)
        let distance = aim.flatMap { figures in
            figures.actual.flatMap { actual in figures.target.flatMap { actual.subtracting($0) } }
        }
        return [.text(words.named(name, row.qualifier)), .text(words.area(row.area)), .text(words.unit(scale.unit))]
            + actual + [.integer(aim?.year.number), target]
            + [signed(distance.map { scale.shown($0) }), change(row.change, scale), change(row.average, scale)]
            + [.text(meaning(row)), .integer(row.rank)]
    }

    /// The year whose target the line shows: the newest that has a figure too, else the next, else the last.
    private static func aim(_ row: YearRow) -> YearRow.Figures? {
        let aims = row.years.filter { $0.target != nil }.sorted { $0.year.number < $1.year.number }
        let newest = row.years.filter { $0.actual != nil }.map(\.year.number).max() ?? 0
        return aims.last { $0.actual != nil } ?? aims.first { $0.year.number > newest } ?? aims.last
    }

    private func signed(_ value: DecimalNumber?) -> GridSheet.Cell {
        guard let value else { return .text("") }
        let plain = PipelineSheet.format(decimals: value.decimals)
        return number(value, format: "+\(plain);-\(plain);0")
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
