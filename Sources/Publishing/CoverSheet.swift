import Spreadsheet
import StatisticalModel

/// 封面: title, area, as-of date, targets by lamp, how to read.
struct CoverSheet {
    let report: EditionReport
    let overview: OverviewSheet
    let words: ReportWords

    func draw(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.setColumnWidths([6, 26, 16, 60])
        try sheet.setRowHeight(1, 44)
        try sheet.write(
            .text(report.title), at: CellReference(1, 1),
            style: ReportPalette.title.with { $0.fontSize = 24 })
        let facts = [("area", report.area), ("as-of", report.asOf.description), ("edition", report.edition)]
        for (index, fact) in facts.enumerated() {
            let style = CellStyle().with { $0.fontSize = 12 }
            try sheet.write(
                .text(words.labelled("cover.\(fact.0)", fact.1)), at: CellReference(3 + index, 1), style: style)
        }
        try drawLamps(on: sheet, from: 7)
        try drawHelp(on: sheet, from: 16)
        sheet.hideGridlines()
        sheet.activate()
    }

    private func drawLamps(on sheet: borrowing Sheet, from first: Int) throws(SpreadsheetError) {
        try sheet.write(.text(words("cover.lamps")), at: CellReference(first, 1), style: Self.section)
        try sheet.write(.text(words("column.lamp")), at: CellReference(first + 1, 1), style: ReportPalette.header)
        try sheet.write(.text(words("column.count")), at: CellReference(first + 1, 2), style: ReportPalette.header)
        for (index, lamp) in Lamp.allCases.enumerated() {
            let row = first + 2 + index
            try sheet.write(.text(words(lamp)), at: CellReference(row, 1), style: ReportPalette.lamp(lamp))
            let cell = CellReference(overview.totalRow, index + 1).absoluteName(in: overview.name)
            try sheet.write(
                .formula("=\(cell)", result: .number(Double(overview.count(lamp)))), at: CellReference(row, 2),
                style: ReportPalette.number)
        }
    }

    private func drawHelp(on sheet: borrowing Sheet, from first: Int) throws(SpreadsheetError) {
        try sheet.write(.text(words("cover.how")), at: CellReference(first, 1), style: Self.section)
        for index in 1...5 {
            let text = words("cover.how\(index)")
            let row = first + index
            try sheet.setRowHeight(row, Double(DisplayWidth.lines(text, width: 98)) * 15 + 6)
            try sheet.merge(
                CellRange(rows: row...row, columns: 1...3), text,
                style: CellStyle().with {
                    $0.wraps = true
                    $0.horizontal = .left
                })
        }
    }

    private static let section = CellStyle().with {
        $0.fontSize = 13
        $0.isBold = true
        $0.fontColor = ReportPalette.head
    }
}
