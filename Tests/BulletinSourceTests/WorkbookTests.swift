import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import BulletinSource

@Suite struct WorkbookTests {
    private func workbook(_ sheet: String, strings: String = "", formats: String = "", state: String = "visible")
        -> [UInt8]
    {
        ZipWriter.archive([
            "xl/workbook.xml": """
            <workbook xmlns:r="r"><sheets><sheet name="表1" r:id="a"/><sheet name="密" r:id="a" state="\(state)"/></sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels":
                "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "xl/sharedStrings.xml": "<sst>\(strings)</sst>",
            "xl/styles.xml": "<styleSheet>\(formats)</styleSheet>",
            "xl/worksheets/sheet1.xml": "<worksheet>\(sheet)</worksheet>",
        ])
    }

    private func text(_ sheet: String, strings: String = "", formats: String = "") throws -> CanonicalText {
        try Workbook.text(of: workbook(sheet, strings: strings, formats: formats, state: "hidden"))
    }

    private func cell(_ place: String, _ value: String) -> String {
        Double(value) == nil
            ? "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>" : "<c r=\"\(place)\"><v>\(value)</v></c>"
    }

    @Test func captionsStandOverTheTableAndCellsKeepTheirPlaces() throws {
        let sheet = """
            <sheetData><row r="1">\(cell("A1", "2021年收入表"))</row><row r="2">\(cell("C2", "单位：万元"))</row>\
            <row r="4">\(cell("A4", "项目"))\(cell("B4", "预算"))\(cell("C4", "决算"))</row>\
            <row r="5">\(cell("A5", "税收"))\(cell("B5", "182506.58999999997"))\(cell("C5", "1.2E3"))</row></sheetData>\
            <mergeCells><mergeCell ref="A1:C1"/></mergeCells>
            """
        let text = try text(sheet)
        #expect(
            String(decoding: text.bytes, as: UTF8.self) == """
                <h2>表1</h2>
                <p>2021年收入表</p>
                <p>单位：万元</p>
                <table>
                <tr><td>项目</td><td>预算</td><td>决算</td></tr>
                <tr><td>税收</td><td>182506.59</td><td>1200</td></tr>
                </table>

                """)
        #expect(text.places.places.last == .cell(sheet: "表1", reference: "C5"))
        #expect(text.findings == [SourceFinding(.note, .hiddenSheet("密"))])
    }

    @Test func hiddenRowsAndColumnsAreLeftOutAndSaidSo() throws {
        let sheet = """
            <cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1" hidden="1">\(cell("B1", "VALID#"))</row>\
            <row r="2">\(cell("A2", "7"))\(cell("B2", "项目"))\(cell("C2", "预算"))</row>\
            <row r="3">\(cell("A3", "8"))\(cell("B3", "税收"))\(cell("C3", "5"))</row></sheetData>
            """
        let text = try text(sheet)
        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == "<h2>表1</h2>\n<table>\n<tr><td>项目</td><td>预算</td></tr>\n<tr><td>税收</td><td>5</td></tr>\n</table>\n")
        #expect(text.findings.contains(SourceFinding(.note, .hiddenCells(sheet: "表1", count: 3))))
    }

    @Test func sharedStringsFormulasAndTheirMissingValues() throws {
        let strings = "<si><t>项目</t></si><si><r><t>税</t></r><r><t>收</t></r><rPh><t>shui</t></rPh></si>"
        let sheet = """
            <sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>预算</t></is></c></row>\
            <row><c t="s"><v>1</v></c><c><f>B3+1</f><v>6</v></c></row><row>\(cell("A3", "其他"))<c r="B3"><f>B9</f></c></row></sheetData>
            """
        let text = try text(sheet, strings: strings)
        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == "<h2>表1</h2>\n<table>\n<tr><td>项目</td><td>预算</td></tr>\n<tr><td>税收</td><td>6</td></tr>\n<tr><td>其他</td><td></td></tr>\n</table>\n"
        )
        #expect(text.findings.contains(SourceFinding(.warning, .uncomputedFormulas(cell: "表1!B3", count: 1))))
    }

    @Test func englishBesideChineseIsLeftOut() throws {
        let sheet = """
            <sheetData><row>\(cell("A1", "指标\nItem"))\(cell("B1", "粮食 Grain Output"))\(cell("C1", "R&amp;D经费"))</row>\
            <row>\(cell("A2", "甲县\nJia County"))\(cell("B2", "5"))\(cell("C2", "6"))</row></sheetData>
            """
        #expect(
            String(decoding: try text(sheet).bytes, as: UTF8.self)
                == "<h2>表1</h2>\n<table>\n<tr><td>指标</td><td>粮食</td><td>R&D经费</td></tr>\n<tr><td>甲县</td><td>5</td><td>6</td></tr>\n</table>\n"
        )
    }

    @Test(arguments: [
        ("0.00%", "0.425", "42.5%"), ("General", "182506.58999999997", "182506.59"), ("General", "0.1", "0.1"),
        ("General", "-3.0000000000000004E-2", "-0.03"), ("yyyy\"年\"m\"月\"", "45000", "2023年3月"),
        ("yyyy/m/d", "45001", "2023年3月16日"), ("yyyy-mm-dd", "60", "1900年2月28日"), ("0\"年\"", "2023", "2023年"),
        ("#,##0.00_);(#,##0.00)", "-1234.5", "-1234.5"), ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "0", "0"),
        ("0.0,\"千元\"", "12345", "12345"), ("@", "12", "12"), ("General", "1E+21", "1000000000000000000000"),
    ]) func numbersStandAsFormatsShowThem(format: String, stored: String, shown: String) {
        #expect(CellFormat(format).text(stored) == shown)
    }

    @Test(arguments: [";;;", "0;-0;;@", "h:mm"]) func someFormatsShowNothing(format: String) {
        #expect(CellFormat(format).text(format == "h:mm" ? "0.5" : "0") == nil)
    }

    @Test func filledCellsAreReadAsStoredHiddenOnesToo() throws {
        let formats = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs>
            """
        let sheet = """
            <cols><col min="6" max="6" hidden="1"/></cols><sheetData><row r="2" hidden="1">\(cell("A2", " 甲 "))</row>\
            <row r="3"><c r="A3" s="1"><v>0.924</v></c><c r="B3" s="2"><v>46148</v></c><c r="C3"><v>61.500000000000007</v></c>\
            <c r="D3"><f>A1+1</f></c><c r="E3" t="e"><v>#DIV/0!</v></c>\(cell("F3", "键"))<c r="G3" t="b"><v>1</v></c>\
            \(cell("H3", " "))</row></sheetData>
            """
        let sheets = try Workbook.sheets(of: workbook(sheet, formats: formats, state: "hidden"))
        #expect(sheets.map(\.name) == ["表1", "密"])
        let cells = sheets[0].all
        #expect(cells.map(\.name) == ["A2", "A3", "B3", "C3", "D3", "E3", "F3", "G3"])
        #expect(
            cells.map(\.content) == [
                .text(" 甲 "), .number("92.4", isPercent: true), .day(year: 2026, month: 5, day: 6),
                .number("61.5", isPercent: false), .blank, .error("#DIV/0!"), .text("键"), .truth(true),
            ])
        #expect(cells.map(\.hasFormula) == [false, false, false, false, true, false, false, false])
        #expect(sheets[0][1, 0].text == "甲" && sheets[0][40, 700].name == "ZY41" && sheets[0][40, 700].isBlank)
    }
}
