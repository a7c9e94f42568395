import Spreadsheet
import StatisticalModel

/// The computed cells of a pipeline sheet's rows.
extension PipelineSheet {
    /// Formulas where they say what Assessment says; else Assessment's own results, as values.
    func verdict(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
        guard let live = lives[index] else {
            return [
                fraction(row.completion), fraction(row.realised), fraction(row.elapsed), points(row.gap),
                .text(words(row.lamp)), .text(row.verdict.map { words("verdict.\($0.rawValue)") } ?? ""),
                .text(words(row.status)), .text(remark(row)), needed(row),
                number(
                    (row.expectedByGrowth ?? row.expectedLinear).map { scale(row).shown($0).rounded(toDecimals: 2) },
                    ReportPalette.number),
            ]
        }
        let formulas = formulas(row, line: GridSheet.firstRow + index)
        let amount = Self.format(decimals: max(scale(row).shown(row.target)?.decimals ?? 0, 1))
        let completion =
            row.form == .keep
            ? fraction(row.completion) : formula(formulas.completion, live.completion, "0.0%", .completion)
        return [
            completion, formula(formulas.realised, live.realised, "0.0%", .realised),
            formula(formulas.elapsed, live.elapsed, "0.0%", .elapsed),
            formula(formulas.gap, live.gap, Self.pointsFormat, .gap), formula(formulas.lamp, live.lamp, .lamp),
            formula(formulas.judgement, live.judgement, .judgement), formula(formulas.status, live.status, .status),
            formula(formulas.remark, live.remark, .remark),
            formula(formulas.needed, live.needed, live.hasPace ? "0.00%" : amount, .needed),
            formula(formulas.expected, live.expected, amount, .expected),
        ]
    }

    /// What the cell of the remark shows: the formula's result, or Assessment's own.
    func shownRemark(_ index: Int) -> String {
        if let live = lives[index] { return live.remark ?? "" }
        return remark(rows[index])
    }

    /// Why there is no lamp, and the kind of target where it is not a plain level.
    func remark(_ row: ProgressAssessment) -> String {
        let ungraded = row.ungraded.map { words("ungraded.\($0.rawValue)") } ?? ""
        let form = row.form == .level ? "" : words("form.\(row.form.rawValue)")
        let reason = row.reason.isEmpty || row.ungraded != .judgement ? "" : words("reason.\(row.reason)")
        return [ungraded, form, reason].filter { !$0.isEmpty }
            .joined(separator: words.language == .chinese ? "；" : "; ")
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

    private func formula(
        _ formula: CellFormula, _ result: Double?, _ format: String, _ column: Column
    ) -> GridSheet.Cell {
        GridSheet.Cell(
            .formula(
                formula.cellText, result: result.map { .number($0) } ?? .text(Self.blank(column).text(in: style))),
            style: ReportPalette.number.with { $0.numberFormat = format })
    }

    private func formula(_ formula: CellFormula, _ result: String?, _ column: Column) -> GridSheet.Cell {
        GridSheet.Cell(.formula(formula.cellText, result: .text(result ?? Self.blank(column).text(in: style))))
    }
}
