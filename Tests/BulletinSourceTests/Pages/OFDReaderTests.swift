import SourceText
import TestSupport
import Testing

@testable import BulletinSource

@Suite("OFD pages") struct OFDReaderTests {
    private static func archive(
        pages: [(id: String, content: String)], order: [String], root: String = "Doc_0/Document.xml",
        year: String = "/2016",
        common: String = "", more: [(String, String)] = []
    ) -> [UInt8] {
        let space = "xmlns:ofd=\"http://www.ofdspec.org\(year)\""
        var writer = ZipWriter()
        func add(_ name: String, _ text: String) { writer.add(Array(name.utf8), Array(text.utf8)) }
        add("OFD.xml", "<ofd:OFD \(space)><ofd:DocBody><ofd:DocRoot>\(root)</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        for page in pages {
            add("Doc_0/Pages/\(page.id)/Content.xml", "<ofd:Page \(space)>\(page.content)</ofd:Page>")
        }
        for (name, text) in more { add(name, text) }
        let list = order.map { "<ofd:Page ID=\"1\" BaseLoc=\"Pages/\($0)/Content.xml\"/>" }.joined()
        add(
            "Doc_0/Document.xml",
            "<ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\(common)</ofd:CommonData><ofd:Pages>\(list)</ofd:Pages></ofd:Document>"
        )
        return writer.bytes
    }

    private static func text(
        _ text: String, x: Double = 20, y: Double = 30, code: String = #"DeltaX="g 20 4""#, more: String = ""
    ) -> String {
        #"<ofd:TextObject Boundary="\#(x) \#(y) 100 5" Size="4" \#(more)><ofd:TextCode X="0" Y="4" \#(code)>\#(text)</ofd:TextCode></ofd:TextObject>"#
    }

    private static func content(_ objects: String) -> String {
        "<ofd:Content><ofd:Layer>\(objects)</ofd:Layer></ofd:Content>"
    }

    private static func lines(_ bytes: [UInt8]) throws -> [String] {
        String(decoding: try OFDReader.text(of: bytes).bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("Pages come in the order of Document.xml, not of their names") func order() throws {
        let pages = [("Page_0", Self.content(Self.text("甲"))), ("Page_1", Self.content(Self.text("乙")))]
        #expect(try Self.lines(Self.archive(pages: pages, order: ["Page_1", "Page_0"])) == ["乙", "甲"])
    }

    @Test("Both namespaces, a root from the archive's root, CDATA")
    func spellings() throws {
        let pages = [("Page_0", Self.content(Self.text("<![CDATA[床位]]>")))]
        #expect(
            try Self.lines(Self.archive(pages: pages, order: ["Page_0"], root: "/Doc_0/Document.xml", year: "")) == [
                "床位"
            ])
    }

    @Test("Steps repeat; DeltaY leads down") func steps() throws {
        let across = Self.text("床位数1234", code: #"DeltaX="g 3 4 2 2 2""#)
        let down = Self.text("甲乙", y: 60, code: #"DeltaX="0" DeltaY="8""#)
        #expect(
            try Self.lines(Self.archive(pages: [("P", Self.content(across + down))], order: ["P"])) == [
                "床位数1234", "甲", "乙",
            ])
    }

    @Test("A CTM scales the object; its boundary moves it") func matrix() throws {
        let scaled =
            #"<ofd:TextObject CTM="0.5 0 0 0.5 0 0" Boundary="20 130 60 5" Size="8"><ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>57 58</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="8" DeltaX="8">12</ofd:TextCode></ofd:TextObject>"#
        let text = try OFDReader.text(of: Self.archive(pages: [("P", Self.content(scaled))], order: ["P"]))
        guard case .page(1, let box)? = text.places.places.first else {
            Issue.record("no place")
            return
        }
        let scale = 72 / 25.4
        #expect(abs(box.x0 - 20 * scale) < 0.01 && abs(box.x1 - 26 * scale) < 0.01)
        #expect(abs(box.y0 - (134 - 0.86 * 4) * scale) < 0.01 && abs(box.y1 - (134 + 0.16 * 4) * scale) < 0.01)
    }

    @Test("A template is drawn under the pages that name it; a table's rules may stand in it") func templates() throws {
        let rules =
            [30.0, 40, 50].map {
                #"<ofd:PathObject Boundary="20 \#($0) 100 0.2"><ofd:AbbreviatedData>M 0 0 L 100 0</ofd:AbbreviatedData></ofd:PathObject>"#
            }
            + [20.0, 70, 120].map {
                #"<ofd:PathObject Boundary="\#($0) 30 0.2 20"><ofd:AbbreviatedData>S 0 0 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>"#
            }
        let page =
            #"<ofd:Template TemplateID="9" ZOrder="Background"/>"#
            + Self.content(
                Self.text("指标", x: 25, y: 32) + Self.text("数量", x: 75, y: 32) + Self.text("床位", x: 25, y: 42)
                    + Self.text("12", x: 75, y: 42))
        let bytes = Self.archive(
            pages: [("P", page)], order: ["P"], common: #"<ofd:TemplatePage ID="9" BaseLoc="/Doc_0/T.xml"/>"#,
            more: [
                (
                    "Doc_0/T.xml",
                    "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">\(Self.content(rules.joined()))</ofd:Page>"
                )
            ])
        #expect(
            try Self.lines(bytes) == [
                "<table>", "<tr><td>指标</td><td>数量</td></tr>", "<tr><td>床位</td><td>12</td></tr>", "</table>",
            ])
    }

    @Test("A comma in a boundary close to its ink stands on its line") func closeBoundaries() throws {
        let comma =
            #"<ofd:TextObject Boundary="28 33.4 1 1" Size="4"><ofd:TextCode X="0" Y="4">，</ofd:TextCode></ofd:TextObject>"#
        let objects = Self.text("床位") + comma + Self.text("托位", x: 32)
        #expect(try Self.lines(Self.archive(pages: [("P", Self.content(objects))], order: ["P"])) == ["床位，托位"])
    }

    @Test("Pictures alone are a scan; missing parts have a name") func faults() {
        let image = Self.content(#"<ofd:ImageObject Boundary="0 0 200 280" ResourceID="4"/>"#)
        #expect(throws: BulletinSourceError.scannedPages([1])) {
            try Self.lines(Self.archive(pages: [("P", image)], order: ["P"]))
        }
        #expect(throws: BulletinSourceError.missingPart(.ofd, part: "Pages/Q/Content.xml")) {
            try Self.lines(Self.archive(pages: [("P", image)], order: ["Q"]))
        }
        #expect(throws: BulletinSourceError.missingPart(.ofd, part: "OFD.xml")) {
            try Self.lines(ZipWriter.archive(["a.txt": "a"]))
        }
    }
}
