import Spreadsheet
import StatisticalModel

/// The computed cells of a pipeline sheet's rows.
extension PipelineSheet {
    /// Formulas where they say what Assessment says; else Assessment's own results, as values.
    func verdict(_ row: ProgressAssessment, index: Int) -> [GridSheet.Cell] {
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
}
