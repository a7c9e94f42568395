import Spreadsheet
import StatisticalModel

/// 封面: title, area, as-of date, targets by lamp, how to read.
struct CoverSheet {
    let report: EditionReport
    let overview: OverviewSheet
    let style: WorkbookStyle
    let words: ReportWords

    func draw(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        sheet.activate()
        if style == .accessible { return try drawPlain(on: sheet) }
        try sheet.setColumnWidths([6, 26, 16, 60])
        try sheet.setRowHeight(1, 44)
        try sheet.write(
            .text(report.title), at: CellReference(1, 1),
            style: ReportPalette.title.with { $0.fontSize = 24 })
        for (index, fact) in facts.enumerated() {
            try sheet.write(
                .text(fact), at: CellReference(3 + index, 1), style: CellStyle().with { $0.fontSize = 12 })
        }
        try drawLamps(on: sheet, from: 7)
        try drawHelp(on: sheet, from: 16)
        sheet.hideGridlines()
    }

    private var facts: [String] {
        [
            words.labelled("cover.area", report.area), words.labelled("cover.as-of", report.asOf.description),
            words.labelled("cover.edition", report.edition),
        ]
    }

    private var help: [String] {
        (1...5).map { words(style == .accessible && $0 > 2 ? "cover.plain\($0)" : "cover.how\($0)") }
    }

    /// All in column A, one text a row.
    private func drawPlain(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.setColumnWidths([110])
        let counts = Lamp.allCases.map { "\(words($0)) \(overview.count($0))" }
        let lamps = words.labelled("cover.counts", counts.joined(separator: words.language == .chinese ? "，" : ", "))
        let lines =
            [(report.title, AccessibleLook.title)]
            + (facts + [lamps, words("cover.contents")]).map { ($0, AccessibleLook.text) }
            + [(words("cover.how"), AccessibleLook.heading)] + help.map { ($0, AccessibleLook.text) }
        for (row, (text, style)) in lines.enumerated() {
            let height = Double(DisplayWidth.lines(text, width: 88)) * 18 + 8
            try sheet.setRowHeight(row, max(height, style.fontSize * 2))
            try sheet.write(.text(text), at: CellReference(row, 0), style: style)
        }
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
        for (index, text) in help.enumerated() {
            let row = first + 1 + index
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
