import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// The sheet of one pipeline: a row a target, inputs open, verdicts as formulas.
struct PipelineSheet {
    /// The columns in their order; the case's index is the column.
    enum Column: Int, CaseIterable {
        case number, indicator, area, unit, attribute, baseYear, base, latestYear, latest, targetYear, target,
            completion, realised, elapsed, gap, lamp, judgement, status, remark, needed, expected, responsible, source,
            baseSource,
            latestSource,
            /// What `gongbao import` reads a filled row by; hidden in the office style.
            key
    }

    let name: String
    let pipeline: Pipeline
    let rows: [ProgressAssessment]
    /// The pipeline's place among the pipelines, from 0.
    let index: Int
    let report: EditionReport
    let sources: SourceIndex
    let style: WorkbookStyle
    let words: ReportWords
    /// What the formulas of each row show; `nil` where Assessment's results stand as values.
    private(set) var lives: [Live?] = []

    init(
        name: String, pipeline: Pipeline, index: Int, report: EditionReport, sources: SourceIndex,
        style: WorkbookStyle, words: ReportWords
    ) {
        self.name = name
        self.pipeline = pipeline
        rows = report.assessments.filter { $0.pipeline == pipeline.id }
        self.index = index
        self.report = report
        self.sources = sources
        self.style = style
        self.words = words
        lives = rows.map(agreed)
    }

    var grid: GridSheet {
        let hasFixed = lives.contains { $0 == nil }
        let notes = ["unit"] + (style == .accessible ? ["input"] : []) + (hasFixed ? ["static"] : []) + ["print"]
        var grid = GridSheet(
            name: name,
            title: "\(words.name(of: pipeline))　\(words.labelled("cover.as-of", report.asOf.description))",
            note: notes.map { words("pipeline.note.\($0)") }.joined(separator: words.language == .chinese ? "" : " "),
            columns: Column.allCases.map(column),
            rows: GridRows(Array(rows.indices)) { cells(rows[$0], index: $0) })
        grid.frozenColumns = 2
        grid.printedColumns = Column.source.rawValue
        grid.emptyText = words("pipeline.empty")
        return grid
    }

    private func column(_ column: Column) -> GridSheet.Column {
        let (key, width, style): (String, Double, CellStyle) =
            switch column {
            case .number: ("number", 5.5, ReportPalette.centered)
            case .indicator: ("indicator", 26, ReportPalette.text)
            case .area: ("area", 11.5, Self.word)
            case .unit: ("unit", words.language == .chinese ? 8 : 12, Self.word)
            case .attribute: ("attribute", 9.5, Self.word)
            case .baseYear: ("base-year", 7, Self.input)
            case .base: ("base", 8.5, Self.input)
            case .latestYear: ("latest-year", 7, Self.input)
            case .latest: ("latest", 8.5, Self.input)
            case .targetYear: ("target-year", 7, ReportPalette.number)
            case .target: ("target", 9.5, ReportPalette.number.with { $0.wraps = true })
            case .completion: ("completion", words.language == .chinese ? 8 : 11, ReportPalette.number)
            case .realised: ("realised", words.language == .chinese ? 8 : 11, ReportPalette.number)
            case .elapsed: ("elapsed", 8, ReportPalette.number)
            case .gap: ("gap", 8, ReportPalette.number)
            case .lamp: ("lamp", words.language == .chinese ? 9 : 10, Self.word)
            case .judgement: ("judgement", words.language == .chinese ? 9 : 12, Self.word)
            case .status: ("status", words.language == .chinese ? 9 : 12, Self.word)
            case .remark: ("remark", 12, ReportPalette.text)
            case .needed: ("needed", 8, ReportPalette.number)
            case .expected: ("expected", 10, ReportPalette.number)
            case .responsible: ("responsible", 15, ReportPalette.text)
            case .source: ("target-source", 25, ReportPalette.text)
            case .baseSource: ("base-source", 25, ReportPalette.text)
            case .latestSource: ("latest-source", 25, ReportPalette.text)
            case .key: ("key", 25, ReportPalette.cell)
            }
        return GridSheet.Column(title: words("column.\(key)"), width: width, style: style, blank: Self.blank(column))
    }

    /// A cell is empty for want of a figure, or since nothing can stand there.
    static func blank(_ column: Column) -> BlankMark {
        switch column {
        case .remark, .judgement, .needed, .expected: .notApplicable
        default: .notGiven
        }
    }

    private static let word = ReportPalette.centered.with { $0.wraps = true }

    private static let input = ReportPalette.number.with {
        $0.fill = ReportPalette.input
        $0.isInput = true
    }

    /// Where typing changes nothing.
    private static let locked = ReportPalette.number.with { $0.fill = ReportPalette.lockedFill }

    private func cells(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
        let input = lives[index] != nil ? Self.input : Self.locked
        func year(_ number: Int?) -> GridSheet.Cell {
            GridSheet.Cell(number.map { .number(Double($0)) } ?? .blank, style: input)
        }
        return [
            number(index, row), .text(fullName(row)), .text(words.area(row.area)), .text(words.unit(scale(row).unit)),
            .text(row.attribute.map { words("attribute.\($0.rawValue)") } ?? ""),
            year(baseYear(row)), number(scale(row).shown(row.base), input), year(latestYear(row)),
            number(scale(row).shown(row.latest), input), .integer(row.target.year?.number), target(row),
        ] + verdict(row, index: index) + [
            .text(owner(row)), source(row.target.sources.first),
            source(row.base?.sources.first), source(row.latest?.sources.first), .text(key(row).text),
        ]
    }

    /// What a figure typed into the row is of.
    private func key(_ row: ProgressAssessment) -> FigureKey {
        let scale = scale(row)
        var key = FigureKey(
            indicator: row.indicator, pipeline: row.pipeline, name: row.indicatorName, area: row.area?.code,
            qualifier: row.qualifier, year: row.target.year, unit: scale.unit,
            measure: FigureMeasure(of: row.target, improving: row.direction), period: row.target.period)
        func shown(_ year: Int?, _ figure: Observation?) -> FigureKey.Shown? {
            let value = scale.shown(figure)
            return year == nil && value == nil ? nil : FigureKey.Shown(year: year, value: value)
        }
        key.base = shown(baseYear(row), row.base)
        key.latest = shown(latestYear(row), row.latest)
        key.target = scale.shown(row.target)
        return key
    }

    /// The indicator in the report's language, with its qualifier.
    func fullName(_ row: ProgressAssessment) -> String {
        let name = words.language == .english && !row.englishName.isEmpty ? row.englishName : row.indicatorName
        return words.named(name, row.qualifier)
    }

    /// The responsible unit as the row shows it.
    func owner(_ row: ProgressAssessment) -> String { ShortText.cut(row.target.responsible, columns: 44) }

    var hasSeveralAreas: Bool { Set(rows.map(\.area)).count > 1 }

    /// The names of rows as a chart shows them: with the area where there are several, or where asked for.
    func labels(_ rows: [ProgressAssessment], withAreas: Bool = false) -> [String] {
        let hasAreas = withAreas || Set(rows.map(\.area)).count > 1
        return rows.map { row in
            let area = hasAreas ? row.area.map { words.area($0) + " " } ?? "" : ""
            return area + ShortText.cut(fullName(row), columns: words.language == .chinese ? 40 : 52)
        }
    }

    /// A cumulative target counts from the year before its period.
    func baseYear(_ row: ProgressAssessment) -> Int? {
        if let year = row.base?.year?.number { return year }
        return row.form == .cumulative ? row.target.period.map { $0.first.number - 1 } : nil
    }

    func number(_ value: DecimalNumber?, _ style: CellStyle) -> GridSheet.Cell {
        guard let value else { return GridSheet.Cell(.blank, style: style) }
        return GridSheet.Cell(
            .number(value.doubleValue), style: style.with { $0.numberFormat = Self.format(decimals: value.decimals) })
    }

    static func format(decimals: Int) -> String {
        decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: min(decimals, 6))
    }

    /// A number where it is one; a range or words as text.
    func target(_ row: ProgressAssessment) -> GridSheet.Cell {
        let scale = scale(row)
        guard let value = scale.shown(row.target) else { return .text(row.target.sources.first?.wording ?? "") }
        if let upper = row.target.upper { return .text("\(value)–\(scale.shown(upper))") }
        return GridSheet.Cell(
            .number(value.doubleValue),
            style: ReportPalette.number.with {
                $0.numberFormat = change(row) + Self.sign(row.comparator) + Self.format(decimals: value.decimals)
            })
    }

    /// 降 or 升 before a target that states a change: 降低5克 is no level of 5.
    private func change(_ row: ProgressAssessment) -> String {
        guard row.target.measure == .change else { return "" }
        return "\"\(words(row.target.changeDirection(improving: row.direction) < 0 ? "target.fall" : "target.rise"))\""
    }

    /// The comparator stands before the number as a part of its format, so that the cell stays a number.
    private static func sign(_ comparator: Comparator) -> String {
        switch comparator {
        case .atLeast: "\"≥\""
        case .moreThan: "\">\""
        case .atMost: "\"≤\""
        case .lessThan: "\"<\""
        case .approximately: "\"≈\""
        case .equal, .range: ""
        }
    }

    /// Shares against a base keep their unit; all figures of a row share one scale.
    func scale(_ row: ProgressAssessment) -> DisplayScale {
        switch row.form {
        case .reduction, .averageGrowth: DisplayScale(unit: row.unit?.name ?? "", power: 0)
        case .level, .cumulative, .withinYear, .yearRate, .keep, .interval, .qualitative: DisplayScale(row.target)
        }
    }

    private func source(_ statement: Statement?) -> GridSheet.Cell {
        guard let statement else { return .text("") }
        let named = SourceIndex.named(statement)
        let text = SourceLabel.text(named.provenance)
        return sources.proof(of: named.id, text: text) ?? sources.link(to: named.id, at: named.provenance, words: words)
    }

    /// The row's number leads to the target's row of the sheet 来源: cells of sources lead to the proof.
    private func number(_ index: Int, _ row: ProgressAssessment) -> GridSheet.Cell {
        guard let source = row.target.sources.first,
            let target = sources.target(of: SourceIndex.named(source).id, words: words)
        else { return .integer(index + 1) }
        return GridSheet.Cell(
            .linkedNumber(Double(index + 1), to: target),
            style: ReportPalette.centered.with {
                $0.fontColor = ReportPalette.link
                $0.isUnderlined = true
            })
    }
}
