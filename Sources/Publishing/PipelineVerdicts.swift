import Spreadsheet
import StatisticalModel

/// The computed cells of a pipeline sheet's rows.
extension PipelineSheet {
    /// Formulas where they say what Assessment says; else Assessment's own results, as values.
    func verdict(_ row: ProgressAssessment, index: Int) -> [Column: GridSheet.Cell] {
        guard let live = lives[index] else {
            return [
                .completion: fraction(row.completion), .realised: fraction(row.realised),
                .elapsed: fraction(row.elapsed), .gap: points(row.gap), .lamp: .text(words(row.lamp)),
                .judgement: .text(row.verdict.map { words("verdict.\($0.rawValue)") } ?? ""),
                .status: .text(words(row.status)), .ungraded: .text(ungraded(row)), .remark: .text(ownRemark(row)),
                .needed: needed(row),
                .expected: number(
                    (row.expectedByGrowth ?? row.expectedLinear).map { scale(row).shown($0).rounded(toDecimals: 2) },
                    ReportPalette.number),
            ]
        }
        let formulas = formulas(row, line: line(index))
        let amount = Self.format(decimals: max(scale(row).shown(row.target)?.decimals ?? 0, 1))
        var cells: [Column: GridSheet.Cell] = [
            .completion: row.form == .keep
                ? fraction(row.completion) : formula(formulas.completion, live.completion, "0.0%", .completion),
            .realised: formula(formulas.realised, live.realised, "0.0%", .realised),
            .elapsed: formula(formulas.elapsed, live.elapsed, "0.0%", .elapsed),
            .gap: formula(formulas.gap, live.gap, Self.pointsFormat, .gap),
            .lamp: formula(formulas.lamp, live.lamp, .lamp),
            .judgement: formula(formulas.judgement, live.judgement, .judgement),
            .status: formula(formulas.status, live.status, .status),
            .ungraded: formula(formulas.ungraded, live.ungraded, .ungraded),
            .remark: formula(formulas.remark, live.remark, .remark),
            .needed: formula(formulas.needed, live.needed, live.growth == 1 ? "0.00%" : amount, .needed),
            .expected: formula(formulas.expected, live.expected, amount, .expected),
            .judged: formula(formulas.judged, live.judged, "0", .judged),
            .reached: formula(formulas.reached, live.reached, "0", .reached),
        ]
        cells[.growth] = formulas.growth.map { formula($0, live.growth, "0", .growth) }
        cells[.pace] = formulas.pace.map { formula($0, live.pace, "0.00", .pace) }
        return cells
    }

    /// What the cell of the reason shows: the formula's result, or Assessment's own.
    func shownUngraded(_ index: Int) -> String {
        if let live = lives[index] { return live.ungraded ?? "" }
        return ungraded(rows[index])
    }

    /// Why there is no lamp.
    func ungraded(_ row: ProgressAssessment) -> String {
        row.ungraded.map { words("ungraded.\($0.rawValue)") } ?? ""
    }

    /// Why there is no lamp and all that a remark says, for readers without the sheet's columns.
    func remark(_ row: ProgressAssessment) -> String { words.joined([ungraded(row), ownRemark(row)]) }

    /// What the row's note says, and what people have to judge.
    private func ownRemark(_ row: ProgressAssessment) -> String {
        let reason = row.reason.isEmpty || row.ungraded != .judgement ? "" : words("reason.\(row.reason)")
        return words.joined([note(row), reason])
    }

    /// The kind of target where it is not a plain level, and what its year rests on, whatever is typed into the row:
    /// 当年；年份据发文日期.
    func note(_ row: ProgressAssessment) -> String {
        words.joined([
            row.form == .level ? "" : words("form.\(row.form.rawValue)"),
            row.yearBasis.map { words("year-basis.\($0.rawValue)") } ?? "", words.tableRow(row.qualifier),
        ])
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
