import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// The sheet of one pipeline: a row a target, inputs open, verdicts as formulas.
struct PipelineSheet {
    /// The columns in their order; the case's index is the column.
    enum Column: Int, CaseIterable {
        case number, indicator, area, unit, attribute, baseYear, base, latestYear, latest, targetYear, target,
            completion, elapsed, gap, lamp, status, remark, needed, expected, responsible, source, evidence
    }

    let name: String
    let pipeline: Pipeline
    let rows: [ProgressAssessment]
    /// The row of 说明 that holds this pipeline's limits, from 0.
    let limitsRow: Int
    let report: EditionReport
    let sources: SourceIndex
    let words: ReportWords

    var grid: GridSheet {
        let title = words.language == .chinese ? pipeline.name : pipeline.englishName
        let hasFixed = rows.contains { !isLive($0) }
        let note = words("pipeline.unit") + (hasFixed ? "　" + words("pipeline.note.static") : "")
        var grid = GridSheet(
            name: name, title: "\(title)　\(words.labelled("cover.as-of", report.asOf.description))", note: note,
            columns: Column.allCases.map(column),
            rows: rows.enumerated().map { index, row in cells(row, index: index) })
        grid.frozenColumns = 2
        grid.emptyText = words("pipeline.empty")
        return grid
    }

    private func column(_ column: Column) -> GridSheet.Column {
        let (key, width, style): (String, Double, CellStyle) =
            switch column {
            case .number: ("number", 6, ReportPalette.centered)
            case .indicator: ("indicator", 28, ReportPalette.text)
            case .area: ("area", 10, ReportPalette.centered.with { $0.wraps = true })
            case .unit: ("unit", 8, ReportPalette.centered.with { $0.wraps = true })
            case .attribute: ("attribute", 8, ReportPalette.centered)
            case .baseYear: ("base-year", 6.5, Self.input)
            case .base: ("base", 9, Self.input)
            case .latestYear: ("latest-year", 6.5, Self.input)
            case .latest: ("latest", 9, Self.input)
            case .targetYear: ("target-year", 6.5, ReportPalette.centered)
            case .target: ("target", 10, ReportPalette.number.with { $0.wraps = true })
            case .completion: ("completion", 8, ReportPalette.number)
            case .elapsed: ("elapsed", 8, ReportPalette.number)
            case .gap: ("gap", 8, ReportPalette.number)
            case .lamp: ("lamp", words.language == .chinese ? 12 : 21, ReportPalette.centered)
            case .status: ("status", words.language == .chinese ? 10 : 16, ReportPalette.centered)
            case .remark: ("remark", words.language == .chinese ? 14 : 22, ReportPalette.text)
            case .needed: ("needed", 8, ReportPalette.number)
            case .expected: ("expected", 11, ReportPalette.number)
            case .responsible: ("responsible", 16, ReportPalette.text)
            case .source: ("source", 25, ReportPalette.text)
            case .evidence: ("evidence", 25, ReportPalette.text)
            }
        return GridSheet.Column(title: words("column.\(key)"), width: width, style: style)
    }

    private static let input = ReportPalette.number.with {
        $0.fill = ReportPalette.input
        $0.isInput = true
    }

    private func cells(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
        [
            .integer(index + 1), .text(fullName(row)), .text(row.area?.name ?? ""), .text(scale(row).unit),
            .text(row.attribute.map { words("attribute.\($0.rawValue)") } ?? ""),
            .integer(baseYear(row)), number(scale(row).shown(row.base), Self.input), .integer(row.latest?.year?.number),
            number(scale(row).shown(row.latest), Self.input), .integer(row.target.year?.number), target(row),
        ] + verdict(row, index: index) + [
            .text(ShortText.cut(row.target.responsible, columns: 44)), source(row.target.sources.first),
            source((row.latest ?? row.base)?.sources.first),
        ]
    }

    /// The indicator in the report's language, with its qualifier.
    func fullName(_ row: ProgressAssessment) -> String {
        let name = words.language == .english && !row.englishName.isEmpty ? row.englishName : row.indicatorName
        return row.qualifier.isEmpty ? name : "\(name)（\(row.qualifier)）"
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
            formula(formulas.completionFormula, live.completion, "0.0%"),
            formula(formulas.elapsedFormula, live.elapsed, "0.0%"),
            formula(formulas.gapFormula, live.gap, Self.pointsFormat),
            GridSheet.Cell(.formula(formulas.lampFormula, result: .text(words(live.lamp)))),
            GridSheet.Cell(.formula(formulas.statusFormula, result: .text(words(live.status)))),
            GridSheet.Cell(.formula(formulas.remarkFormula, result: .text(formulas.remark(of: live)))),
            formula(formulas.neededFormula, live.needed, live.pace == nil && live.needed != nil ? amount : "0.00%"),
            formula(formulas.expectedFormula, live.expected, amount),
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

    private func formula(_ text: String, _ result: Double?, _ format: String) -> GridSheet.Cell {
        GridSheet.Cell(
            .formula(text, result: result.map { .number($0) } ?? .text("")),
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
        func limit(_ column: Int) -> String {
            CellReference(limitsRow, column).absoluteName(in: words("sheet.notes"))
        }
        let binding = row.attribute == .binding
        return ProgressFormulas(
            base: cell(.base), baseYear: cell(.baseYear), latest: cell(.latest), latestYear: cell(.latestYear),
            target: cell(.target), targetYear: cell(.targetYear), completion: cell(.completion),
            elapsed: cell(.elapsed), gap: cell(.gap), greenBehind: limit(binding ? 3 : 1),
            red: limit(binding ? 4 : 2), onTrack: limit(5), moderate: limit(6), form: row.form, isUp: isUp(row),
            words: words)
    }
}
