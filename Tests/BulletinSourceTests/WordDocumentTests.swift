import BulletinSource
import SourceText
import TestSupport
import Testing

@Suite struct WordDocumentTests {
    private func text(_ body: String, styles: String = "", numbering: String = "", footnotes: String = "") throws
        -> String
    {
        let archive = ZipWriter.archive([
            "word/document.xml": "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\(body)</w:body></w:document>",
            "word/styles.xml": "<w:styles xmlns:w=\"w\">\(styles)</w:styles>",
            "word/numbering.xml": "<w:numbering xmlns:w=\"w\">\(numbering)</w:numbering>",
            "word/footnotes.xml": "<w:footnotes xmlns:w=\"w\">\(footnotes)</w:footnotes>",
        ])
        return String(decoding: try WordDocument.text(of: archive).bytes, as: UTF8.self)
    }

    private func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    @Test func runsAreJoinedAndWhatIsStruckOutOrHiddenIsNot() throws {
        let body = """
            <w:p><w:r><w:t>新增</w:t></w:r><w:ins><w:r><w:t>600</w:t></w:r></w:ins><w:del><w:r><w:delText>500</w:delText></w:r>\
            </w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>个。</w:t></w:r></w:p>
            """
        #expect(try text(body) == "<p>新增600个。</p>\n")
    }

    @Test func headingsAreToldByStyleUnlessTheyAreSentences() throws {
        let style =
            "<w:style w:styleId=\"a\"><w:name w:val=\"heading 2\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
        let body = paragraph("主要目标", "<w:pStyle w:val=\"b\"/>") + paragraph("床位达到500张。", "<w:pStyle w:val=\"b\"/>")
        #expect(try text(body, styles: style) == "<h2>主要目标</h2>\n<p>床位达到500张。</p>\n")
    }

    @Test func numbersOfListsStandBeforeTheirParagraphs() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCounting"/>\
            <w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>\
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
            """
        func item(_ text: String, _ level: Int) -> String {
            paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"3\"/></w:numPr>")
        }
        let body = item("养老", 0) + item("床位", 1) + item("机构", 1) + item("托育", 0) + item("托位", 1) + item("其他", 0)
        #expect(
            try text(body, numbering: numbering)
                == "<p>九、养老</p>\n<p>1.床位</p>\n<p>2.机构</p>\n<p>十、托育</p>\n<p>1.托位</p>\n<p>十一、其他</p>\n")
    }

    @Test func marksOfNotesAreLeftOutAndNotesStandAtTheEnd() throws {
        let body = """
            <w:p><w:r><w:t>增长8.8%</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>\
            <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>
            """
        let notes = "<w:footnote w:type=\"separator\"/><w:footnote w:id=\"2\">\(paragraph("按可比价格计算。"))</w:footnote>"
        #expect(try text(body, footnotes: notes) == "<p>增长8.8%。</p>\n<p>按可比价格计算。</p>\n")
    }

    @Test func aTextBoxIsReadOnceBehindItsParagraph() throws {
        let box = "<w:txbxContent>\(paragraph("专栏"))</w:txbxContent>"
        let body = """
            <w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent>\
            <w:t>正文。</w:t></w:r></w:p>
            """
        #expect(try text(body) == "<p>正文。</p>\n<p>专栏</p>\n")
    }

    @Test func cellsMergeOverColumnsAndRows() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
        }
        func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
        let grid = [1000, 1000, 1000].map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let table = """
            <w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(row(cell("表1 床位", "<w:gridSpan w:val=\"3\"/>")))\
            \(row(cell("单位：张", "<w:gridSpan w:val=\"3\"/>")))\
            \(row(cell("指标", "<w:vMerge w:val=\"restart\"/>"), cell("目标", "<w:gridSpan w:val=\"2\"/>")))\
            \(row(cell("", "<w:vMerge/>"), cell("2023年"), cell("2025年")))\(row(cell("床位"), cell("31"), cell("38")))\
            \(row(cell("注：全市数。", "<w:gridSpan w:val=\"3\"/>")))</w:tbl>
            """
        #expect(
            try text(table) == """
                <p>表1 床位</p>
                <p>单位：张</p>
                <table>
                <tr><td rowspan="2">指标</td><td colspan="2">目标</td></tr>
                <tr><td>2023年</td><td>2025年</td></tr>
                <tr><td>床位</td><td>31</td><td>38</td></tr>
                </table>
                <p>注：全市数。</p>

                """)
    }

    @Test func edgesThatSomebodyDraggedAreOneColumn() throws {
        func row(_ cells: (String, Int)...) -> String {
            "<w:tr>"
                + cells.map { "<w:tc><w:tcPr><w:gridSpan w:val=\"\($0.1)\"/></w:tcPr>\(paragraph($0.0))</w:tc>" }
                .joined() + "</w:tr>"
        }
        let grid = [3000, 60, 1500, 60, 1500].map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let table =
            "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(row(("科目", 1), ("预算", 2), ("完成", 2)))\(row(("税收", 2), ("9", 2), ("8", 1)))</w:tbl>"
        #expect(
            try text(table) == """
                <table>
                <tr><td>科目</td><td>预算</td><td>完成</td></tr>
                <tr><td>税收</td><td>9</td><td>8</td></tr>
                </table>

                """)
    }

    @Test func aFileWithoutItsMainPartSaysSo() {
        #expect(throws: BulletinSourceError.missingPart(.docx, part: "word/document.xml")) {
            try WordDocument.text(of: ZipWriter.archive(["word/styles.xml": "<a/>"]))
        }
    }
}
