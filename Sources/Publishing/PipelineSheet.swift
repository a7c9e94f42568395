import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// The sheet of one pipeline: a row a target, inputs open, verdicts as formulas.
struct PipelineSheet {
    /// The columns in their order; the case's index is the column.
    enum Column: Int, CaseIterable {
        case number, indicator, area, unit, attribute, baseYear, base, latestYear, latest, targetYear, target,
            completion, elapsed, gap, lamp, judgement, ungraded, remark, leadUnit, cooperating,
            // From here on for the screen: what is printed fits an A4 page.
            realised, status, needed, expected, plan, theme, source, baseSource, latestSource,
            /// What the formulas of a row ask for in common; hidden in the office style.
            judged, reached, growth, pace,
            /// All of ``cooperating`` where that is shortened, since rows are to stay low.
            cooperatingWhole,
            /// What `gongbao import` reads a filled row by; hidden in the office style.
            key
    }

    let name: String
    let pipeline: Pipeline
    let blocks: PipelineBlocks
    /// In the order of ``blocks``.
    var rows: PipelineBlocks.Rows { blocks.rows }
    /// The pipeline's place among the pipelines, from 0.
    let index: Int
    let report: EditionReport
    let sources: SourceIndex
    let style: WorkbookStyle
    let words: ReportWords
    /// The cells of the pipeline's limits, and what stands in them.
    let limits: (names: [LimitsSheet.Limit: String], values: [String: CellFormula.Value])
    /// What the formulas of each row show; `nil` where Assessment's results stand as values.
    private(set) var lives: [Live?] = []
    /// The line of each row on the sheet, counted from 0: a group's heading takes one.
    private let lines: [Int]

    /// A line of the table.
    private enum Item {
        case heading(PipelineBlocks.Group)
        case row(Int)
    }

    init(
        name: String, pipeline: Pipeline, index: Int, report: EditionReport, sources: SourceIndex,
        style: WorkbookStyle, words: ReportWords
    ) {
        self.name = name
        self.pipeline = pipeline
        blocks = PipelineBlocks(report.assessments, of: pipeline.id)
        var next = GridSheet.firstRow
        var lines: [Int] = []
        for index in blocks.rows.indices {
            if style == .office, blocks.beginsGroup(index) { next += 1 }
            lines.append(next)
            next += 1
        }
        self.lines = lines
        self.index = index
        self.report = report
        self.sources = sources
        self.style = style
        self.words = words
        let hasShortened = blocks.rows.contains { Self.others(DutyUnits($0.target)).isLong }
        self.hasShortened = hasShortened
        columns = Column.allCases.filter { style == .office || $0 != .cooperatingWhole || hasShortened }
        let cells = LimitsSheet.Limit.allCases.map { limit in
            (
                limit, LimitsSheet.cell(limit, pipeline: index, words: words),
                LimitsSheet.value(limit, of: pipeline.thresholds, settings: report.assessmentSettings).doubleValue
            )
        }
        limits = (
            Dictionary(uniqueKeysWithValues: cells.map { ($0.0, $0.1) }),
            Dictionary(uniqueKeysWithValues: cells.map { ($0.1, .number($0.2)) })
        )
        lives = rows.map(agreed)
    }

    /// The line of row `index`, counted from 0.
    func line(_ index: Int) -> Int { lines[index] }

    /// The last line of the table.
    var lastLine: Int { lines.last ?? GridSheet.firstRow }

    /// Asked for in each row, so that they are found once.
    private let columns: [Column]
    /// Whether a list of units is shortened.
    private let hasShortened: Bool

    /// In the accessible style a table has no rows between its rows: there the columns of plan and theme say it.
    private var items: [Item] {
        blocks.rows.indices.flatMap { index in
            (style == .office && blocks.beginsGroup(index) ? [.heading(blocks.groups[index])] : []) + [Item.row(index)]
        }
    }

    var grid: GridSheet {
        let items = items
        let hasFixed = lives.contains { $0 == nil }
        let fixed = hasFixed ? ["static"] : []
        // In the accessible style a note is one line, which is not to run over the page.
        let notes = style == .accessible ? ["unit", "input"] + fixed : ["unit", "blocks"] + fixed + ["print"]
        var grid = GridSheet(
            name: name,
            title: "\(words.name(of: pipeline))　\(words.labelled("cover.as-of", report.asOf.description))",
            note: notes.map { words("pipeline.note.\($0)") }.joined(separator: words.language == .chinese ? "" : " "),
            columns: columns.map(column),
            rows: GridRows(items, row: cells))
        grid.frozenColumns = 2
        grid.printedColumns = Column.cooperating.rawValue + 1
        grid.bands = items.map { if case .row(let index) = $0 { blocks.numbers[index] } else { 0 } }
        grid.headings = items.indices.filter { if case .heading = items[$0] { true } else { false } }
        grid.emptyText = words("pipeline.empty")
        return grid
    }

    private func column(_ column: Column) -> GridSheet.Column {
        let isChinese = words.language == .chinese
        let (key, width, style): (String, Double, CellStyle) =
            switch column {
            case .number: ("number", 5, ReportPalette.centered)
            case .indicator: ("indicator", !isChinese ? 38 : hasOthers ? 25 : 29, ReportPalette.text)
            case .area: ("area", areaWidth, Self.word)
            case .unit: ("unit", isChinese ? 8 : 18, Self.word)
            case .attribute: ("attribute", Self.attributeWidth(isChinese), Self.word)
            case .baseYear: ("base-year", 6, Self.input)
            case .base: ("base", 8, Self.input)
            case .latestYear: ("latest-year", 6, Self.input)
            case .latest: ("latest", 8, Self.input)
            case .targetYear: ("target-year", isChinese ? 6 : 8, ReportPalette.number)
            case .target: ("target", isChinese ? 9 : 10, ReportPalette.number.with { $0.wraps = true })
            case .completion: ("completion", isChinese ? 8 : 11, ReportPalette.number)
            case .elapsed: ("elapsed", 7, ReportPalette.number)
            case .gap: ("gap", 7, ReportPalette.number)
            case .lamp: ("lamp", isChinese ? 11 : 10, Self.word)
            case .judgement: ("judgement", isChinese ? 8.5 : 11, Self.word)
            case .ungraded: ("ungraded", 13, Self.word)
            case .remark: ("remark", isChinese ? 9.5 : 10.5, ReportPalette.text)
            case .leadUnit:
                (
                    "lead-unit", (hasOthers ? 14 : 17.5) + (isHidden(.attribute) ? Self.attributeWidth(isChinese) : 0),
                    ReportPalette.text
                )
            case .cooperating: ("cooperating", hasOthers ? Self.othersWidth : 9, ReportPalette.text)
            case .realised: ("realised", isChinese ? 10 : 11, ReportPalette.number)
            case .status: ("status", isChinese ? 9 : 12, Self.word)
            case .needed: ("needed", 8, ReportPalette.number)
            case .expected: ("expected", 10, ReportPalette.number)
            case .plan: ("plan", 40, ReportPalette.text)
            case .theme: ("theme", 26, ReportPalette.text)
            case .source: ("target-source", 34, ReportPalette.text)
            case .baseSource: ("base-source", 34, ReportPalette.text)
            case .latestSource: ("latest-source", 34, ReportPalette.text)
            case .judged: ("judged", 9, ReportPalette.number)
            case .reached: ("reached", 9, ReportPalette.number)
            case .growth: ("growth", 9, ReportPalette.number)
            case .pace: ("pace", 9, ReportPalette.number)
            case .cooperatingWhole: ("cooperating-whole", 60, ReportPalette.cell)
            case .key: ("key", 25, ReportPalette.cell)
            }
        return GridSheet.Column(
            title: words("column.\(key)"), width: width, style: style, blank: Self.blank(column),
            setsHeight: column != .key, isHidden: isHidden(column))
    }

    /// As wide as the longest name, within what a page can spare; English names of indicators take two lines anyway.
    private var areaWidth: Double {
        let longest = Set(rows.map(\.area)).map { DisplayWidth.columns(words.area($0)) }.max() ?? 0
        return min(
            words.language == .chinese && (hasOthers || style == .accessible) ? 11 : 16, max(9, Double(longest) + 1))
    }

    /// Where no row has an attribute, who leads takes its room.
    private static func attributeWidth(_ isChinese: Bool) -> Double { isChinese ? 7.5 : 8.5 }
    private static let othersWidth = 17.0

    private func isHidden(_ column: Column) -> Bool {
        switch column {
        case .attribute: style == .office && !rows.isEmpty && rows.allSatisfy { $0.attribute == nil }
        case .cooperating: style == .office && !hasOthers
        case .cooperatingWhole: !hasShortened
        case .judged, .reached, .growth, .pace, .key: style == .office
        default: false
        }
    }

    private static func others(_ units: DutyUnits) -> UnitList {
        UnitList(text: units.others, lineWidth: Int(othersWidth) - 1)
    }

    /// Whether a plan of the sheet names others than those that lead.
    var hasOthers: Bool { rows.contains { !DutyUnits($0.target).others.isEmpty } }

    /// A cell is empty for want of a figure, or since nothing can stand there.
    static func blank(_ column: Column) -> BlankMark {
        switch column {
        case .ungraded, .remark, .judgement, .needed, .expected, .growth, .cooperating, .cooperatingWhole:
            .notApplicable
        default: .notGiven
        }
    }

    private static let word = ReportPalette.centered.with { $0.wraps = true }

    private static let input = ReportPalette.number.with {
        $0.fill = ReportPalette.input
        $0.isInput = true
    }

    private static let pale = ReportPalette.muted

    /// Where typing changes nothing.
    private static let locked = ReportPalette.number.with { $0.fill = ReportPalette.lockedFill }

    private func cells(_ item: Item) -> [GridSheet.Cell] {
        switch item {
        case .heading(let group): heading(group)
        case .row(let index): cells(rows[index], index: index)
        }
    }

    /// Plan and theme over their rows, and in the columns by which filters find them.
    private func heading(_ group: PipelineBlocks.Group) -> [GridSheet.Cell] {
        let words = [group.plan, group.theme].filter { !$0.isEmpty }.joined(separator: " › ")
        return columns.map { column in
            switch column {
            case .indicator: GridSheet.Cell(.text(words), style: ReportPalette.group)
            case .plan: GridSheet.Cell(.text(group.plan), style: ReportPalette.group)
            case .theme: GridSheet.Cell(.text(group.theme), style: ReportPalette.group)
            default: GridSheet.Cell(.blank, style: ReportPalette.group)
            }
        }
    }

    private func cells(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
        let units = DutyUnits(row.target)
        let input = lives[index] != nil ? Self.input : Self.locked
        func year(_ number: Int?) -> GridSheet.Cell {
            GridSheet.Cell(number.map { .number(Double($0)) } ?? .blank, style: input)
        }
        let cells = verdict(row, index: index)
        return columns.map { column in
            switch column {
            case .number: number(index, row)
            case .indicator: leading(.text(fullName(row)), ReportPalette.text, index)
            case .area: leading(.text(words.area(row.area)), Self.word, index)
            case .unit: leading(.text(words.unit(scale(row).unit)), Self.word, index)
            case .attribute: .text(row.attribute.map { words("attribute.\($0.rawValue)") } ?? "")
            case .baseYear: year(baseYear(row))
            case .base: number(scale(row).shown(row.base), input)
            case .latestYear: year(latestYear(row))
            case .latest: number(scale(row).shown(row.latest), input)
            case .targetYear: targetYear(row)
            case .target: target(row)
            case .leadUnit: .text(units.lead)
            case .cooperating: .text(Self.others(units).shown(words))
            case .cooperatingWhole: .text(Self.others(units).isLong ? units.others : "")
            case .plan: .text(plan(row))
            case .theme: .text(PipelineBlocks.theme(row))
            case .source: source(row.target.sources.first)
            case .baseSource: source(row.base?.sources.first)
            case .latestSource: source(row.latest?.sources.first)
            case .key: .text(key(row).text)
            case .completion, .elapsed, .gap, .lamp, .judgement, .ungraded, .remark, .realised, .status, .needed,
                .expected, .judged, .reached, .growth, .pace:
                cells[column] ?? .text("")
            }
        }
    }

    /// What names a block is bold on its first row and pale on the others, where it stands for filters.
    private func leading(_ cell: GridSheet.Cell, _ style: CellStyle, _ index: Int) -> GridSheet.Cell {
        guard self.style == .office else { return cell }
        return GridSheet.Cell(
            cell.value,
            style: style.with {
                if blocks.begins(index) { $0.isBold = style == ReportPalette.text } else { $0.fontColor = Self.pale }
            })
    }

    /// A limit that holds until another is set has no year; the number stays for the formulas.
    private func targetYear(_ row: ProgressAssessment) -> GridSheet.Cell {
        var cell = GridSheet.Cell.integer(row.target.year?.number)
        if row.yearBasis == .standing {
            cell.style = ReportPalette.number.with { $0.numberFormat = "\"\(words("format.standing"))\"" }
        }
        return cell
    }

    /// The document that states the target, called as the headings call it.
    private func plan(_ row: ProgressAssessment) -> String {
        DocumentTitle(row.target.sources.first?.provenance.documentTitle ?? "").subject
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

    /// The units that must report, as the row shows them.
    func owner(_ row: ProgressAssessment) -> String { DutyUnits(row.target).lead }

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

    /// As many decimals as the figure has; those of 1/3 never end.
    static func format(decimals: Int) -> String {
        decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals > 6 ? 2 : decimals)
    }

    /// A number where it is one; a range or words as text.
    func target(_ row: ProgressAssessment) -> GridSheet.Cell {
        let scale = scale(row)
        guard let value = scale.shown(row.target) else { return .text(row.target.sources.first?.wording ?? "") }
        if let upper = row.target.upper { return .text("\(value)–\(scale.shown(upper))") }
        let plain =
            PrintedFraction(percent: value, of: row.target.unit).map { "0.0\" (\($0.text))\"" }
            ?? Self.format(decimals: value.decimals)
        return GridSheet.Cell(
            .number(value.doubleValue),
            style: ReportPalette.number.with { $0.numberFormat = change(row) + Self.sign(row.comparator) + plain })
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

    func scale(_ row: ProgressAssessment) -> DisplayScale { blocks.scale(row) }

    private func source(_ statement: Statement?) -> GridSheet.Cell {
        guard let statement else { return .text("") }
        let named = SourceIndex.named(statement)
        let text = SourceLabel.text(named.provenance)
        return sources.proof(of: named.id, text: text) ?? sources.link(to: named.id, at: named.provenance, words: words)
    }

    /// The block's number leads to the target's row of the sheet 来源: cells of sources lead to the proof.
    private func number(_ index: Int, _ row: ProgressAssessment) -> GridSheet.Cell {
        let plain = leading(.integer(blocks.numbers[index]), ReportPalette.centered, index)
        guard let source = row.target.sources.first,
            let target = sources.target(of: SourceIndex.named(source).id, words: words)
        else { return plain }
        let style = (plain.style ?? ReportPalette.centered).with {
            guard blocks.begins(index) else { return }
            $0.fontColor = ReportPalette.link
            $0.isUnderlined = true
        }
        return GridSheet.Cell(.linkedNumber(Double(blocks.numbers[index]), to: target), style: style)
    }
}
