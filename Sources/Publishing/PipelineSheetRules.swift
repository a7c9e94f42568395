import Spreadsheet
import StatisticalModel

/// Input rules, lamp colours, data bars and protection of a pipeline sheet.
extension PipelineSheet {
    func addRules(to sheet: borrowing Sheet) throws(SpreadsheetError) {
        if style == .office { sheet.setTabColor(ReportPalette.head) }
        guard !rows.isEmpty else { return sheet.protect() }
        if style == .office {
            try colorLamps(on: sheet)
            try sheet.addDataBars(range(.completion), color: ReportPalette.bar, maximum: 1)
        }
        let year = InputHelp(
            title: words("pipeline.input.title"), message: words("pipeline.input.year"),
            refusal: words("pipeline.input.year"))
        let value = InputHelp(
            title: words("pipeline.input.title"), message: words("pipeline.input.value"),
            refusal: words("pipeline.input.refused"))
        try sheet.restrict(range(.baseYear), to: .wholeNumber(1949...2100), help: year)
        try sheet.restrict(range(.latestYear), to: .wholeNumber(1949...2100), help: year)
        try sheet.restrict(range(.base), to: .anyNumber, help: value)
        try sheet.restrict(range(.latest), to: .anyNumber, help: value)
        sheet.protect()
    }

    /// The cells of a column, header not included.
    func range(_ column: Column) -> CellRange {
        CellRange(
            rows: GridSheet.firstRow...lastLine,
            columns: column.rawValue...column.rawValue)
    }

    private func colorLamps(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        let first = "$\(CellReference.letters(Column.lamp.rawValue))\(GridSheet.firstRow + 1)"
        for lamp in Lamp.allCases {
            let style = ReportPalette.lamp(lamp)
            try sheet.format(range(.lamp), where: "=\(first)=\"\(words(lamp))\"", style: style)
        }
    }
}
