import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// The path of an indicator: its figures, the straight way from the base to the last target, and the targets.
struct PathChart {
    private struct Path {
        var row: ProgressAssessment
        var base: Observation?
        var actuals: [Int: DecimalNumber] = [:]
        var targets: [Int: DecimalNumber] = [:]
        /// The year from which the figures stand on a new definition.
        var newDefinition: Int?

        var years: [Int] { Set(actuals.keys).union(targets.keys).sorted() }
    }

    /// Longer paths are of figures that do not belong together.
    private static let longest = 25
    /// Of a pipeline that names no key indicators, those with the most figures.
    private static let unnamed = 2

    private let sheet: PipelineSheet
    private let actuals: [IndicatorCode: [Observation]]
    private let words: ReportWords

    init(_ sheet: PipelineSheet, words: ReportWords) {
        self.sheet = sheet
        self.words = words
        var actuals: [IndicatorCode: [Observation]] = [:]
        for item in sheet.report.observations where item.kind == .actual && item.measure == .level && item.months == nil
        {
            if item.pipeline == sheet.pipeline.id, let code = item.indicator { actuals[code, default: []].append(item) }
        }
        self.actuals = actuals
    }

    /// The charts of the key indicators that have a base, a later target and three years or more.
    var tables: [ChartTable] {
        let drawable = paths.filter { path in
            guard let base = path.base?.year?.number, let last = path.targets.keys.max() else { return false }
            let years = path.years
            return base < last && years.count > 2 && years[years.count - 1] - years[0] <= Self.longest
        }
        let keys = sheet.pipeline.keyIndicators
        if !keys.isEmpty { return keys.flatMap { key in drawable.filter { $0.row.indicator == key } }.map(table) }
        let longest = drawable.enumerated().sorted { left, right in
            let (first, second) = (left.element.years.count, right.element.years.count)
            return first == second ? left.offset < right.offset : first > second
        }
        return longest.prefix(Self.unnamed).map { table($0.element) }
    }

    private var paths: [Path] {
        var paths: [Path] = []
        var places: [String: Int] = [:]
        for row in sheet.rows where row.form == .level {
            let scale = sheet.scale(row)
            guard let target = scale.shown(row.target), let year = row.target.year?.number else { continue }
            let key = "\(row.indicator)|\(row.qualifier)|\(row.area?.name ?? "")|\(scale.unit)"
            let place = places[key] ?? paths.count
            if place == paths.count {
                places[key] = place
                paths.append(
                    Path(
                        row: row, base: row.base, actuals: actuals(row, scale), newDefinition: newDefinition(row)))
            }
            paths[place].targets[year] = target
        }
        return paths
    }

    private func actuals(_ row: ProgressAssessment, _ scale: DisplayScale) -> [Int: DecimalNumber] {
        let others = (actuals[row.indicator] ?? []).filter { item in
            item.qualifier == row.qualifier && item.area == row.area && item.unit == row.unit
        }
        var values: [Int: DecimalNumber] = [:]
        for item in others + [row.base, row.latest].compactMap({ $0 }) {
            if let year = item.year?.number { values[year] = scale.shown(item) }
        }
        return values
    }

    private func newDefinition(_ row: ProgressAssessment) -> Int? {
        let figures = (actuals[row.indicator] ?? []).filter { $0.qualifier == row.qualifier && $0.area == row.area }
        let first = figures.compactMap(\.year?.number).min()
        return figures.filter { $0.status == .breakInSeries }.compactMap(\.year?.number).filter { $0 != first }.max()
    }

    /// The line of what was is broken where a new definition begins: two columns, drawn apart.
    private func table(_ path: Path) -> ChartTable {
        let unit = words.unit(sheet.scale(path.row).unit)
        let label = sheet.labels([path.row], withAreas: sheet.hasSeveralAreas)[0]
        let name = unit.isEmpty ? label : words.bracketed(label, unit)
        let years = path.years
        let span = years[0]...years[years.count - 1]
        let start = path.newDefinition ?? span.upperBound + 1
        let lines =
            [path.actuals.filter { $0.key < start }]
            + (path.newDefinition == nil ? [] : [path.actuals.filter { $0.key >= start }])
        let keys = lines.indices.map { $0 == 0 ? "actual" : "actual-new" } + ["required", "target"]
        let values = (Array(path.actuals.values) + Array(path.targets.values)).map(\.doubleValue)
        let axis = ChartTable.Axis(values, mayCut: true)
        return ChartTable(
            kind: .line, title: title(name, path, axis), subject: name,
            description: words("chart.path.alt", name, String(span.lowerBound), String(span.upperBound)),
            columns: (["year"] + keys).map { ChartTable.column(words("chart.\($0)"), width: $0 == "year" ? 10 : 14) },
            rows: span.map { year in
                [.integer(year)] + lines.map { ChartTable.number($0[year]?.doubleValue) }
                    + [
                        ChartTable.number(required(path, in: year)),
                        ChartTable.number(path.targets[year]?.doubleValue),
                    ]
            },
            series: lines.indices.map { line in
                .init(
                    column: line + 1, color: line == 0 ? SheetColor(0x2E75B6) : SheetColor(0x1F4E79),
                    mark: .markedLine)
            } + [
                .init(column: lines.count + 1, color: SheetColor(0x7F7F7F), mark: .dashedLine),
                .init(column: lines.count + 2, color: SheetColor(0xC55A11), mark: .marker, showsValues: true),
            ], numberFormat: ChartTable.plainFormat, valueRange: axis?.range, joinsGaps: true, height: 280)
    }

    /// The indicator, on how much the chart rests, and what has been done to its axis and its line.
    private func title(_ name: String, _ path: Path, _ axis: ChartTable.Axis?) -> String {
        var title = words("chart.path", name, String(path.actuals.count), String(path.targets.count))
        if let year = path.newDefinition { title = words("chart.break", title, String(year)) }
        if let cut = axis?.cut { title = words("chart.cut", title, CellFormula.number(cut).printed) }
        return title
    }

    /// b + (T - b)E, with the last target for T (Methods, “Kinds of target”); `nil` before the base.
    private func required(_ path: Path, in year: Int) -> Double? {
        let scale = sheet.scale(path.row)
        guard let start = path.base?.year?.number, year >= start, path.newDefinition.map({ start >= $0 }) ?? true,
            let base = scale.shown(path.base)?.doubleValue,
            let end = path.targets.keys.max(), end > start, let target = path.targets[end]?.doubleValue
        else { return nil }
        return CellFormula.rounded(base + (target - base) * Double(year - start) / Double(end - start))
    }
}
