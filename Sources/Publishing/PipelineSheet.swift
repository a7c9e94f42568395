import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// The sheet of one pipeline: a row a target, inputs open, verdicts as formulas.
struct PipelineSheet {
    /// The columns in their order; the case's index is the column.
    enum Column: Int, CaseIterable {
        case number, indicator, area, unit, attribute, baseYear, base, latestYear, latest, targetYear, target,
            completion, elapsed, gap, lamp, status, remark, needed, expected, responsible, source, baseSource,
            latestSource
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
    }

    var grid: GridSheet {
        let hasFixed = rows.contains { !isLive($0) }
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
            case .attribute: ("attribute", 8, Self.word)
            case .baseYear: ("base-year", 7, Self.input)
            case .base: ("base", 8.5, Self.input)
            case .latestYear: ("latest-year", 7, Self.input)
            case .latest: ("latest", 8.5, Self.input)
            case .targetYear: ("target-year", 7, ReportPalette.number)
            case .target: ("target", 9.5, ReportPalette.number.with { $0.wraps = true })
            case .completion: ("completion", words.language == .chinese ? 8 : 11, ReportPalette.number)
            case .elapsed: ("elapsed", 8, ReportPalette.number)
            case .gap: ("gap", 8, ReportPalette.number)
            case .lamp: ("lamp", words.language == .chinese ? 9 : 10, Self.word)
            case .status: ("status", words.language == .chinese ? 9 : 12, Self.word)
            case .remark: ("remark", 12, ReportPalette.text)
            case .needed: ("needed", 8, ReportPalette.number)
            case .expected: ("expected", 10, ReportPalette.number)
            case .responsible: ("responsible", 15, ReportPalette.text)
            case .source: ("target-source", 25, ReportPalette.text)
            case .baseSource: ("base-source", 25, ReportPalette.text)
            case .latestSource: ("latest-source", 25, ReportPalette.text)
            }
        return GridSheet.Column(title: words("column.\(key)"), width: width, style: style, blank: Self.blank(column))
    }

    /// A cell is empty for want of a figure, or since nothing can stand there.
    private static func blank(_ column: Column) -> BlankMark {
        switch column {
        case .remark, .needed, .expected: .notApplicable
        default: .notGiven
        }
    }

    private static let word = ReportPalette.centered.with { $0.wraps = true }

    private static let input = ReportPalette.number.with {
        $0.fill = ReportPalette.input
        $0.isInput = true
    }

    private func cells(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
        [
            .integer(index + 1), .text(fullName(row)), .text(row.area?.name ?? ""), .text(words.unit(scale(row).unit)),
            .text(row.attribute.map { words("attribute.\($0.rawValue)") } ?? ""),
            .integer(baseYear(row)), number(scale(row).shown(row.base), Self.input), .integer(row.latest?.year?.number),
            number(scale(row).shown(row.latest), Self.input), .integer(row.target.year?.number), target(row),
        ] + verdict(row, index: index) + [
            .text(ShortText.cut(row.target.responsible, columns: 44)), source(row.target.sources.first),
            source(row.base?.sources.first), source(row.latest?.sources.first),
        ]
    }

    /// The indicator in the report's language, with its qualifier.
    func fullName(_ row: ProgressAssessment) -> String {
        let name = words.language == .english && !row.englishName.isEmpty ? row.englishName : row.indicatorName
        return row.qualifier.isEmpty ? name : words.bracketed(name, row.qualifier)
    }

    var hasSeveralAreas: Bool { Set(rows.map(\.area)).count > 1 }

    /// The names of rows as a chart shows them: with the area where there are several, or where asked for.
    func labels(_ rows: [ProgressAssessment], withAreas: Bool = false) -> [String] {
        let hasAreas = withAreas || Set(rows.map(\.area)).count > 1
        return rows.map { row in
            let area = hasAreas ? row.area.map { $0.name + " " } ?? "" : ""
            return area + ShortText.cut(fullName(row), columns: words.language == .chinese ? 40 : 52)
        }
    }

    /// A cumulative target counts from the year before its period.
    private func baseYear(_ row: ProgressAssessment) -> Int? {
        if let year = row.base?.year?.number { return year }
        return row.form == .cumulative ? row.target.period.map { $0.first.number - 1 } : nil
    }

    private func number(_ value: DecimalNumber?, _ style: CellStyle) -> GridSheet.Cell {
        guard let value else { return GridSheet.Cell(.blank) }
        return GridSheet.Cell(
            .number(value.doubleValue), style: style.with { $0.numberFormat = Self.format(decimals: value.decimals) })
    }

    static func format(decimals: Int) -> String {
        decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: min(decimals, 6))
    }

    /// A number where it is one; a range or words as text.
    private func target(_ row: ProgressAssessment) -> GridSheet.Cell {
        let scale = scale(row)
        guard let value = scale.shown(row.target) else { return .text(row.target.sources.first?.wording ?? "") }
        if let upper = row.target.upper { return .text("\(value)–\(scale.shown(upper))") }
        return GridSheet.Cell(
            .number(value.doubleValue),
            style: ReportPalette.number.with {
                $0.numberFormat = Self.sign(row.comparator) + Self.format(decimals: value.decimals)
            })
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
        case .level, .cumulative, .withinYear, .keep, .interval, .qualitative: DisplayScale(row.target)
        }
    }

    private func source(_ statement: Statement?) -> GridSheet.Cell {
        guard let statement else { return .text("") }
        let named = SourceIndex.named(statement)
        let text = SourceLabel.text(named.provenance)
        guard let target = sources.target(of: named.id, words: words) else { return .text(text) }
        let style = ReportPalette.text.with {
            $0.fontColor = ReportPalette.link
            $0.isUnderlined = true
            $0.fontSize = 8  // LibreOffice never wraps a link
        }
        return GridSheet.Cell(.link(text, to: target), style: style)
    }

    /// Formulas where they say what Assessment says; else Assessment's own results, as values.
    private func verdict(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
        let live = live(row)
        guard isLive(row) else {
            return [
                fraction(row.completion), fraction(row.elapsed), points(row.gap), .text(words(row.lamp)),
                .text(words(row.status)), .text(remark(row)), needed(row),
                number(
                    (row.expectedByGrowth ?? row.expectedLinear).map { scale(row).shown($0).rounded(toDecimals: 2) },
                    ReportPalette.number),
            ]
        }
        let formulas = formulas(row, line: GridSheet.firstRow + index)
        let amount = Self.format(decimals: max(scale(row).shown(row.target)?.decimals ?? 0, 1))
        return [
            formula(formulas.completionFormula, live.completion, "0.0%", .completion),
            formula(formulas.elapsedFormula, live.elapsed, "0.0%", .elapsed),
            formula(formulas.gapFormula, live.gap, Self.pointsFormat, .gap),
            GridSheet.Cell(.formula(formulas.lampFormula, result: .text(words(live.lamp)))),
            GridSheet.Cell(.formula(formulas.statusFormula, result: .text(words(live.status)))),
            GridSheet.Cell(.formula(formulas.remarkFormula, result: .text(formulas.remark(of: live)))),
            formula(
                formulas.neededFormula, live.needed, live.pace == nil && live.needed != nil ? amount : "0.00%", .needed),
            formula(formulas.expectedFormula, live.expected, amount, .expected),
        ]
    }

    /// The kind of target, where it is not a plain level, and why there is no verdict.
    private func remark(_ row: ProgressAssessment) -> String {
        let form = row.form == .level ? "" : words("form.\(row.form.rawValue)")
        let reason = row.reason.isEmpty ? "" : words("reason.\(row.reason)")
        return [form, reason].filter { !$0.isEmpty }.joined(separator: words.language == .chinese ? "；" : "; ")
    }

    /// A gap is a fraction; shown as percentage points with a sign.
    private static let pointsFormat = "+0.0%;-0.0%;0.0%"

    private func fraction(_ value: DecimalNumber?) -> GridSheet.Cell { value.map { styled($0, "0.0%") } ?? .text("") }
    private func points(_ value: DecimalNumber?) -> GridSheet.Cell {
        value.map { styled($0, Self.pointsFormat) } ?? .text("")
    }
    private func needed(_ row: ProgressAssessment) -> GridSheet.Cell {
        row.neededPerYear.map {
            styled(row.neededIsGrowth ? $0 : scale(row).shown($0), row.neededIsGrowth ? "0.00%" : "#,##0.00")
        } ?? .text("")
    }
    private func styled(_ value: DecimalNumber, _ format: String) -> GridSheet.Cell {
        GridSheet.Cell(.number(value.doubleValue), style: ReportPalette.number.with { $0.numberFormat = format })
    }

    private func formula(_ text: String, _ result: Double?, _ format: String, _ column: Column) -> GridSheet.Cell {
        GridSheet.Cell(
            .formula(text, result: result.map { .number($0) } ?? .text(Self.blank(column).text(in: style))),
            style: ReportPalette.number.with { $0.numberFormat = format })
    }

    /// True where the row's formulas give the completion, elapsed share, lamp and status that Assessment found.
    func isLive(_ row: ProgressAssessment) -> Bool {
        switch row.form {
        case .level, .cumulative, .reduction, .averageGrowth: break
        case .keep, .interval, .withinYear, .qualitative: return false
        }
        guard row.target.value != nil, row.target.upper == nil, row.target.measure == .level || row.form != .level
        else { return false }
        let live = live(row)
        return live.lamp == row.lamp && live.status == row.status && Self.agree(live.completion, row.completion)
            && Self.agree(live.elapsed, row.elapsed)
    }

    /// A latest figure of a day within the year, or a base that only Assessment knows, shows as a difference here.
    private static func agree(_ live: Double?, _ exact: DecimalNumber?) -> Bool {
        guard let live, let exact else { return live == nil && exact == nil }
        return abs(live - exact.doubleValue) < 0.000_001
    }

    /// What the sheet's cell shows: the formula's result, or Assessment's own.
    func completion(_ row: ProgressAssessment) -> Double? {
        isLive(row) ? live(row).completion : row.completion?.doubleValue
    }

    func elapsed(_ row: ProgressAssessment) -> Double? {
        isLive(row) ? live(row).elapsed : row.elapsed?.doubleValue
    }

    func live(_ row: ProgressAssessment) -> LiveProgress {
        let limits = limits(row)
        return LiveProgress(
            base: scale(row).shown(row.base)?.doubleValue, baseYear: baseYear(row).map(Double.init),
            latest: scale(row).shown(row.latest)?.doubleValue, latestYear: row.latest?.year.map { Double($0.number) },
            target: scale(row).shown(row.target)?.doubleValue, targetYear: row.target.year.map { Double($0.number) },
            form: row.form, direction: isUp(row) ? 1 : -1, greenBehind: limits.green.doubleValue,
            red: limits.red.doubleValue, onTrack: pipeline.thresholds.onTrack.doubleValue,
            moderate: pipeline.thresholds.moderate.doubleValue)
    }

    private func limits(_ row: ProgressAssessment) -> (green: DecimalNumber, red: DecimalNumber) {
        let thresholds = pipeline.thresholds
        guard row.attribute == .binding else { return (thresholds.greenBehind, thresholds.red) }
        return (thresholds.bindingGreenBehind ?? thresholds.greenBehind, thresholds.bindingRed ?? thresholds.red)
    }

    /// The comparator decides where it sets a floor or a ceiling, then the indicator, then the way to the target.
    private func isUp(_ row: ProgressAssessment) -> Bool {
        if row.form == .reduction { return false }
        switch row.comparator {
        case .atLeast, .moreThan: return true
        case .atMost, .lessThan: return false
        case .equal, .approximately, .range: break
        }
        guard row.direction == .keep else { return row.direction == .up }
        guard let base = row.base?.value, let target = row.target.value else { return true }
        return base <= target
    }

    private func formulas(_ row: ProgressAssessment, line: Int) -> ProgressFormulas {
        func cell(_ column: Column) -> String { CellReference(line, column.rawValue).name }
        func limit(_ limit: LimitsSheet.Limit) -> String {
            LimitsSheet.cell(limit, pipeline: index, words: words)
        }
        let binding = row.attribute == .binding
        return ProgressFormulas(
            base: cell(.base), baseYear: cell(.baseYear), latest: cell(.latest), latestYear: cell(.latestYear),
            target: cell(.target), targetYear: cell(.targetYear), completion: cell(.completion),
            elapsed: cell(.elapsed), gap: cell(.gap), greenBehind: limit(binding ? .bindingGreen : .green),
            red: limit(binding ? .bindingRed : .red), onTrack: limit(.onTrack), moderate: limit(.moderate),
            form: row.form, isUp: isUp(row), style: style, words: words)
    }
}
