import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// 图表数据: base, first and last target of each pipeline's indicators of one unit, for charts that need no outturn.
struct TargetChartData {
    struct Line {
        var name: String
        var unit: String
        var base: DecimalNumber?
        var first: DecimalNumber?
        var last: DecimalNumber?

        var count: Int { [base, first, last].count { $0 != nil } }
    }

    /// The lines of one chart; `rows` are theirs on the sheet.
    struct Block {
        var pipeline: PipelineSheet
        var lines: [Line]
        var rows: ClosedRange<Int>
    }

    /// More bars than these are not read in a meeting.
    static let limit = 12

    let blocks: [Block]
    let words: ReportWords

    init(_ pipelines: [PipelineSheet], words: ReportWords) {
        var blocks: [Block] = []
        var row = GridSheet.firstRow
        for pipeline in pipelines {
            let lines = Self.lines(pipeline)
            guard lines.count >= 3 else { continue }
            blocks.append(Block(pipeline: pipeline, lines: lines, rows: row...row + lines.count - 1))
            row += lines.count
        }
        self.blocks = blocks
        self.words = words
    }

    /// The lines of the unit that most indicators with two figures or more share, in the order of the sheet.
    private static func lines(_ sheet: PipelineSheet) -> [Line] {
        var lines: [Line] = []
        var places: [String: Int] = [:]
        for row in sheet.rows where row.form == .level || row.form == .keep {
            let scale = sheet.scale(row)
            guard let target = scale.shown(row.target) else { continue }
            let name = sheet.fullName(row)
            let key = "\(name)|\(row.area?.name ?? "")|\(scale.unit)"
            if let place = places[key] {
                lines[place].last = target
            } else {
                places[key] = lines.count
                lines.append(
                    Line(
                        name: ShortText.cut(name, columns: 36), unit: scale.unit, base: scale.shown(row.base),
                        first: target))
            }
        }
        let full = lines.filter { $0.count > 1 }
        let units = Dictionary(grouping: full, by: \.unit)
        let most = units.max { left, right in
            (left.value.count, right.key) < (right.value.count, left.key)
        }
        return Array((most?.value ?? []).prefix(limit))
    }

    var grid: GridSheet {
        let keys = ["column.indicator", "column.unit", "chart.base", "chart.first", "chart.last"]
        let widths: [Double] = [44, 12, 14, 14, 14]
        return GridSheet(
            name: words("sheet.chart-data"), title: words("sheet.chart-data"), note: words("chart-data.note"),
            columns: keys.indices.map {
                .init(
                    title: words(keys[$0]), width: widths[$0],
                    style: $0 < 2 ? ReportPalette.text : ReportPalette.number)
            },
            rows: blocks.flatMap(\.lines).map { line in
                [.text(line.name), .text(line.unit)]
                    + [line.base, line.first, line.last].map { value in
                        GridSheet.Cell(value.map { .number($0.doubleValue) } ?? .blank)
                    }
            })
    }

    func charts() -> [Chart] {
        blocks.map { block in
            let pipeline = block.pipeline.pipeline
            let title = words.language == .chinese ? pipeline.name : pipeline.englishName
            let unit = block.lines.first?.unit ?? ""
            let parts: [(key: String, column: Int, color: SheetColor, isThere: Bool)] = [
                ("base", 2, SheetColor(0xA6A6A6), block.lines.contains { $0.base != nil }),
                ("first", 3, SheetColor(0x9DC3E6), true),
                ("last", 4, SheetColor(0x1F4E79), block.lines.contains { $0.last != nil }),
            ]
            var chart = Chart(
                kind: .bar, title: words("overview.chart.path", title, unit),
                alternativeText: words("overview.chart.path.alt", title, unit),
                series: parts.filter(\.isThere).map { part in
                    Chart.Series(
                        name: words("chart.\(part.key)"), sheet: words("sheet.chart-data"),
                        categories: CellRange(rows: block.rows, columns: 0...0),
                        values: CellRange(rows: block.rows, columns: part.column...part.column), color: part.color,
                        showsValues: true)
                })
            chart.numberFormat = "#,##0.##"
            chart.width = 900
            chart.height = 130 + 34 * block.lines.count
            return chart
        }
    }
}
