import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// 说明: the limits, which can be changed, then methods and signs.
struct NotesSheet {
    let pipelines: [Pipeline]
    let words: ReportWords

    static let limitsHeader = 3
    static func limitsRow(_ index: Int) -> Int { limitsHeader + 1 + index }

    func draw(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.setColumnWidths([24, 20, 20, 20, 20, 16, 16])
        try sheet.setRowHeight(0, 27)
        try sheet.write(.text(words("sheet.notes")), at: CellReference(0, 0), style: ReportPalette.title)
        try sheet.write(.text(words("notes.limits")), at: CellReference(2, 0), style: Self.section)
        try drawLimits(on: sheet)
        try drawMethods(on: sheet, from: Self.limitsRow(pipelines.count) + 1)
        sheet.hideGridlines()
        sheet.protect()
    }

    private static let section = CellStyle().with {
        $0.isBold = true
        $0.fontSize = 12
        $0.fontColor = ReportPalette.head
    }

    private func drawLimits(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        let titles =
            ["column.pipeline"]
            + ["green", "red", "binding-green", "binding-red", "on-track", "moderate"].map { "notes.\($0)" }
        try sheet.setRowHeight(Self.limitsHeader, 36)
        for (column, title) in titles.enumerated() {
            try sheet.write(
                .text(words(title)), at: CellReference(Self.limitsHeader, column), style: ReportPalette.header)
        }
        for (index, pipeline) in pipelines.enumerated() {
            let limits = pipeline.thresholds
            let row = Self.limitsRow(index)
            let title = words.language == .chinese ? pipeline.name : pipeline.englishName
            try sheet.write(.text(title), at: CellReference(row, 0), style: ReportPalette.text)
            let values = [
                limits.greenBehind, limits.red, limits.bindingGreenBehind ?? limits.greenBehind,
                limits.bindingRed ?? limits.red, limits.onTrack, limits.moderate,
            ]
            for (column, value) in values.enumerated() {
                try sheet.write(
                    .number(value.doubleValue), at: CellReference(row, column + 1),
                    style: ReportPalette.number.with {
                        $0.fill = ReportPalette.input
                        $0.isInput = true
                    })
            }
        }
    }

    private func drawMethods(on sheet: borrowing Sheet, from first: Int) throws(SpreadsheetError) {
        try sheet.write(.text(words("notes.methods")), at: CellReference(first, 0), style: Self.section)
        let topics = ["completion", "lamp", "status", "needed", "expected", "rounding", "blank"]
        for (index, topic) in topics.enumerated() {
            let row = first + 1 + index
            let text = words("notes.\(topic)")
            try sheet.write(
                .text(words("notes.n.\(topic)")), at: CellReference(row, 0),
                style: ReportPalette.text.with { $0.isBold = true })
            try sheet.merge(
                CellRange(rows: row...row, columns: 1...6), text,
                style: ReportPalette.text.with { $0.horizontal = .left })
            try sheet.setRowHeight(row, Double(DisplayWidth.lines(text, width: 104)) * 15 + 6)
        }
    }
}
