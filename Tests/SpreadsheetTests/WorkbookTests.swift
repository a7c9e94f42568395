import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Workbooks written to a folder of their own; parts are read with `/usr/bin/unzip`.
struct WorkbookTests {
    private static let properties = DocumentProperties(title: "进展", created: 1_700_000_000)
    private let path = FileManager.default.temporaryDirectory.path + "/gongbao-\(UUID().uuidString).xlsx"

    private func part(_ name: String) throws -> String {
        try WorkbookParts(of: path).text(name)
    }

    private func write(
        streaming: Bool = false, _ fill: (borrowing Sheet) throws(SpreadsheetError) -> Void
    ) throws(SpreadsheetError) {
        var workbook = try Workbook(path: path, constantMemory: streaming, properties: Self.properties)
        try workbook.addSheet(named: "表", fill)
        try workbook.close()
    }

    private func remove() { try? FileManager.default.removeItem(atPath: path) }

    @Test func formulasKeepTheirStoredResults() throws {
        defer { remove() }
        try write { sheet throws(SpreadsheetError) in
            try sheet.write(.formula("=1+1", result: .number(2)), at: CellReference(0, 0))
            try sheet.write(.formula("=\"绿\"", result: .text("绿")), at: CellReference(0, 1))
        }
        let xml = try part("xl/worksheets/sheet1.xml")
        #expect(xml.contains("<f>1+1</f><v>2</v>"))
        #expect(xml.contains("<v>绿</v>"))
    }

    @Test(arguments: [false, true])
    func textThatLooksLikeAFormulaStaysText(_ streaming: Bool) throws {
        defer { remove() }
        try write(streaming: streaming) { sheet throws(SpreadsheetError) in
            try sheet.write(.text("=1+1"), at: CellReference(0, 0))
            try sheet.write(.text("bell\u{7}"), at: CellReference(1, 0))
        }
        // A streamed sheet holds its texts itself.
        let xml = try part("xl/worksheets/sheet1.xml") + (streaming ? "" : part("xl/sharedStrings.xml"))
        #expect(!xml.contains("<f>"))
        #expect(xml.contains("=1+1"))
        #expect(xml.contains("bell\u{FFFD}"))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func numbersThatAreNotFiniteAreRefused(_ number: Double) {
        defer { remove() }
        #expect(throws: SpreadsheetError.notFinite(cell: "B3")) {
            try write { sheet throws(SpreadsheetError) in try sheet.write(.number(number), at: CellReference(2, 1)) }
        }
    }

    @Test func longTextIsRefused() {
        #expect(throws: SpreadsheetError.textTooLong(cell: "A1", characters: 32_768)) {
            try write { sheet throws(SpreadsheetError) in
                try sheet.write(.text(String(repeating: "字", count: 32_768)), at: CellReference(0, 0))
            }
        }
    }

    @Test(arguments: ["", "a/b", "'a", String(repeating: "表", count: 32), "已有"])
    func sheetNamesThatExcelForbidsAreRefused(_ name: String) throws {
        let error = #expect(throws: SpreadsheetError.self) { try Self.writeSheets(["已有", name], to: path) }
        if case .sheetName(let refused, _)? = error {
            #expect(refused == name)
        } else {
            Issue.record("\(error as Any)")
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func folderThatDoesNotExistShowsWhenClosing() {
        let error = #expect(throws: SpreadsheetError.self) { try Self.writeSheets(["表"], to: "/nonexistent/x.xlsx") }
        guard case .cannotWrite("/nonexistent/x.xlsx", _)? = error else {
            Issue.record("\(error as Any)")
            return
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDiskShowsWhenClosing() {
        #expect(throws: SpreadsheetError.self) { try Self.writeSheets(["表"], to: "/dev/full") }
    }

    private static func writeSheets(_ names: [String], to path: String) throws(SpreadsheetError) {
        var workbook = try Workbook(path: path, properties: properties)
        for name in names { try workbook.addSheet(named: name) { _ throws(SpreadsheetError) in } }
        try workbook.close()
    }

    @Test func protectionRulesAndChartsStandInTheFile() throws {
        defer { remove() }
        try write { sheet throws(SpreadsheetError) in
            let cells = CellRange(rows: 0...3, columns: 0...0)
            try sheet.write(.text("甲"), at: CellReference(0, 0), style: CellStyle().with { $0.isInput = true })
            try sheet.restrict(
                cells, to: .listed(in: "='表'!$A$1:$A$4"), help: InputHelp(title: "t", message: "m", refusal: "r"))
            try sheet.format(cells, where: "=$A1=\"甲\"", style: CellStyle().with { $0.fill = SheetColor(0xFF0000) })
            try sheet.addDataBars(cells, color: SheetColor(0x00FF00), maximum: 1)
            let series = Chart.Series(
                name: "数", sheet: "表", categories: cells, values: cells, color: SheetColor(0x0000FF))
            try sheet.insert(
                Chart(kind: .barStacked, title: "图", alternativeText: "替代文字", series: [series]),
                at: CellReference(6, 0))
            sheet.protect()
        }
        let xml = try part("xl/worksheets/sheet1.xml")
        for piece in ["<sheetProtection sheet=\"1\"", "type=\"list\"", "type=\"expression\"", "type=\"dataBar\""] {
            #expect(xml.contains(piece))
        }
        #expect(!xml.contains("password="))
        #expect(try part("xl/drawings/drawing1.xml").contains("descr=\"替代文字\""))
    }

    @Test func aStreamedSheetIsWrittenFromTopToBottom() {
        defer { remove() }
        let error = SpreadsheetError.notAllowed(
            what: "表: row 2", reason: "a streamed sheet is written from top to bottom")
        #expect(throws: error) {
            try write(streaming: true) { sheet throws(SpreadsheetError) in
                for row in [0, 2, 1] { try sheet.write(.number(1), at: CellReference(row, 0)) }
            }
        }
    }

    @Test func streamedSheetRefusesTables() {
        defer { remove() }
        let table = SheetTable(name: "进度", range: CellRange(rows: 0...1, columns: 0...0), headers: ["列"])
        #expect(throws: SpreadsheetError.notAllowed(what: "表: table 进度", reason: "a streamed sheet holds no tables")) {
            try write(streaming: true) { sheet throws(SpreadsheetError) in try sheet.add(table) }
        }
    }
}
