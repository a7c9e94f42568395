import Spreadsheet
import StatisticalModel

/// Base and targets of a pipeline's indicators of one unit as bars: 2025 and 2030 side by side, by industry.
enum TargetsChart {
    private struct Line {
        /// Of the first target.
        var row: ProgressAssessment
        var unit: String
        var base: DecimalNumber?
        /// By year.
        var targets: [Int: DecimalNumber] = [:]

        func count(_ years: [Int]) -> Int { (base == nil ? 0 : 1) + years.count { targets[$0] != nil } }
    }

    /// Fewer bars leave the chart empty, more are not read in a meeting.
    private static let rows = 3...12

    /// `nil` where too few indicators share a unit and have two figures.
    static func table(_ sheet: PipelineSheet, words: ReportWords) -> ChartTable? {
        let full = lines(sheet).filter { $0.count(Array($0.targets.keys)) > 1 }
        let units = Dictionary(grouping: full, by: \.unit)
        guard
            let most = units.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.value
        else { return nil }
        let years = commonYears(most)
        let shown = Array(most.filter { $0.count(years) > 1 }.prefix(rows.upperBound))
        guard shown.count >= rows.lowerBound else { return nil }
        return table(shown, of: lines(sheet).count, years: years, on: sheet, words: words)
    }

    private static func table(
        _ lines: [Line], of all: Int, years: [Int], on sheet: PipelineSheet, words: ReportWords
    ) -> ChartTable {
        let colors = [SheetColor(0x9DC3E6), SheetColor(0x1F4E79)]
        let hasBase = lines.contains { $0.base != nil }
        let (title, unit) = (words.name(of: sheet.pipeline), words.unit(lines.first?.unit ?? ""))
        let named = years.map(String.init).joined(separator: words.language == .chinese ? "、" : ", ")
        let first = hasBase ? 3 : 2
        let bars = years.indices.map { index in
            ChartTable.Series(column: first + index, color: colors[index % colors.count], showsValues: true)
        }
        return ChartTable(
            kind: .bar, title: words("chart.targets", title, named, unit, String(lines.count), String(all)),
            subject: words.bracketed(title, unit),
            description: words("chart.targets.alt", title, named, unit, String(lines.count)),
            columns: [
                ChartTable.column(words("column.indicator"), width: 44, isText: true),
                ChartTable.column(words("column.unit"), isText: true),
            ] + (hasBase ? [ChartTable.column(words("column.base"))] : [])
                + years.map { ChartTable.column(words("chart.target-of", String($0))) },
            rows: zip(lines, sheet.labels(lines.map(\.row))).map { line, label in
                [.text(label), .text(unit)] + (hasBase ? [ChartTable.number(line.base?.doubleValue)] : [])
                    + years.map { ChartTable.number(line.targets[$0]?.doubleValue) }
            },
            series: (hasBase ? [.init(column: 2, color: SheetColor(0xA6A6A6), showsValues: true)] : []) + bars,
            numberFormat: ChartTable.plainFormat, valueRange: axis(lines, years),
            height: ChartTable.barHeight(rows: lines.count, bars: bars.count + (hasBase ? 1 : 0)))
    }

    private static func axis(_ lines: [Line], _ years: [Int]) -> ClosedRange<Double>? {
        ChartTable.Axis(
            lines.flatMap { line in [line.base] + years.map { line.targets[$0] } }.compactMap { $0?.doubleValue })?
            .range
    }

    /// The two years that most lines have a target for, the earlier first.
    private static func commonYears(_ lines: [Line]) -> [Int] {
        var counts: [Int: Int] = [:]
        for year in lines.flatMap(\.targets.keys) { counts[year, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map(\.key).sorted()
    }

    private static func lines(_ sheet: PipelineSheet) -> [Line] {
        var lines: [Line] = []
        var places: [String: Int] = [:]
        for row in sheet.rows where row.form == .level || row.form == .keep {
            let scale = sheet.scale(row)
            guard let target = scale.shown(row.target), let year = row.target.year?.number else { continue }
            let key = "\(row.indicator)|\(row.qualifier)|\(row.area?.name ?? "")|\(scale.unit)"
            let place = places[key] ?? lines.count
            if place == lines.count {
                places[key] = place
                lines.append(Line(row: row, unit: scale.unit, base: scale.shown(row.base)))
            }
            lines[place].targets[year] = target
        }
        return lines
    }
}
