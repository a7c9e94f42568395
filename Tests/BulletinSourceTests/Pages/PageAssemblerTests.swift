import SourceText
import Testing

@testable import BulletinSource

@Suite("Pages to a text") struct PageAssemblerTests {
    /// Lines of twenty characters from x 60; the last is short.
    private static func paragraph(_ page: PageSketch, y: Double, x: Double = 60, lines: Int = 4, name: String = "甲")
        -> PageSketch
    {
        (0..<lines).reduce(page) { page, index in
            let isLast = index == lines - 1
            let indent = index == 0 ? 20.0 : 0
            let count = (isLast ? 8 : 20) - (index == 0 ? 2 : 0)
            return page.write(String(repeating: name, count: count), x: x + indent, y: y + 15 * Double(index))
        }
    }

    @Test("Lines that leave no room go on; a new paragraph is set in") func paragraphs() throws {
        let page = Self.paragraph(Self.paragraph(PageSketch(), y: 100), y: 160, name: "乙")
        #expect(try page.lines == [String(repeating: "甲", count: 66), String(repeating: "乙", count: 66)])
    }

    @Test("A line short of one character's room goes on, one short of two ends", arguments: [(19, 1), (18, 2)])
    func room(count: Int, lineCount: Int) throws {
        let page = Self.paragraph(PageSketch(), y: 100)
            .write(String(repeating: "丙", count: count), x: 60, y: 160).write("丁丁丁", x: 60, y: 175)
        #expect(try page.lines.count == 1 + lineCount)
    }

    @Test("A figure that did not fit leaves more room") func longFigure() throws {
        let page = Self.paragraph(PageSketch(), y: 100)
            .write(String(repeating: "丙", count: 17), x: 60, y: 160).write("1234567.8亿元。", x: 60, y: 175)
        #expect(try page.lines.last == String(repeating: "丙", count: 17) + "1234567.8亿元。")
    }

    @Test("Two columns are read one after the other, the title before them") func columns() throws {
        var page = PageSketch().write("安河市人民政府公报", x: 180, y: 80, size: 18)
        page = Self.paragraph(page, y: 120, lines: 12)
        page = Self.paragraph(page, y: 120, x: 290, lines: 12, name: "乙")
        #expect(
            try page.lines == [
                "安河市人民政府公报", String(repeating: "甲", count: 226), String(repeating: "乙", count: 226),
            ])
    }

    @Test("Page numbers and running heads are left out") func furniture() throws {
        func page(_ number: Int) -> PageSketch {
            Self.paragraph(PageSketch(number: number), y: 120, name: ["甲", "乙", "丙"][number - 1])
                .write("安河市统计局", x: 250, y: 40).write("— \(number) —", x: 280, y: 810)
        }
        let lines = try PageSketch.lines(page(1), page(2), page(3))
        #expect(lines == ["甲", "乙", "丙"].map { String(repeating: $0, count: 66) })
    }

    @Test("A paragraph goes on over a page") func paragraphOverPages() throws {
        let first = Self.paragraph(PageSketch(), y: 700).write(String(repeating: "乙", count: 18), x: 80, y: 760)
            .write("1", x: 300, y: 810)
        let second = PageSketch(number: 2).write("乙乙。", x: 60, y: 100).write("2", x: 300, y: 810)
        #expect(try PageSketch.lines(first, second).last == String(repeating: "乙", count: 20) + "。")
    }

    private static func table(_ page: PageSketch, y: Double, head: Bool, _ rows: [(String, String)]) -> PageSketch {
        let all = (head ? [("指标", "2024年")] : []) + rows
        let edges = (0...all.count).map { y + 20 * Double($0) }
        return all.enumerated().reduce(page.grid([60, 260, 360], edges)) { page, item in
            page.row(y + 14 + 20 * Double(item.offset), [70: item.element.0, 270: item.element.1])
        }
    }

    @Test("A table goes on over pages, its head repeated or not, its title repeated or not", arguments: [0, 1, 2])
    func tableOverPages(repeated: Int) throws {
        let first = Self.table(
            PageSketch().write("表1 主要指标", x: 180, y: 700), y: 710, head: true, [("甲", "1"), ("乙", "2")])
        var second = PageSketch(number: 2)
        if repeated == 2 { second = second.write("续表1 主要指标", x: 180, y: 60) }
        second = Self.table(second, y: 70, head: repeated > 0, [("丙", "3")])
        #expect(
            try PageSketch.lines(first, second) == [
                "表1 主要指标", "<table>", "<tr><td>指标</td><td>2024年</td></tr>", "<tr><td>甲</td><td>1</td></tr>",
                "<tr><td>乙</td><td>2</td></tr>", "<tr><td>丙</td><td>3</td></tr>", "</table>",
            ])
    }

    @Test("A ruled row alone is a line") func oneRow() throws {
        #expect(try Self.table(PageSketch(), y: 100, head: false, [("联系电话", "8581234")]).lines == ["联系电话 8581234"])
    }

    @Test("A table under another title is another table") func otherTable() throws {
        let first = Self.table(
            PageSketch().write("表1 主要指标", x: 180, y: 700), y: 710, head: true, [("甲", "1"), ("乙", "2")])
        let second = Self.table(
            PageSketch(number: 2).write("表2 农业产品产量", x: 180, y: 60), y: 70, head: true, [("丙", "3"), ("丁", "4")])
        #expect(try PageSketch.lines(first, second).filter { $0 == "<table>" }.count == 2)
    }

    @Test("Pages without text and with junk are findings, never silence") func findings() throws {
        var scan = PageContent(number: 2, width: 595, height: 842)
        scan.pictureArea = 500_000
        var junk = PageSketch(number: 3)
        for index in 0..<20 { junk = junk.write("\u{FFFD}\u{E001}ア年12", x: 60, y: 100 + 15 * Double(index)) }
        var assembler = PageAssembler()
        assembler.add(Self.paragraph(PageSketch(), y: 100).content)
        assembler.add(scan)
        assembler.add(junk.content)
        assembler.add(PageContent(number: 4, width: 595, height: 842))
        #expect(
            try assembler.text(of: .pdf).findings == [
                SourceFinding(.error, .source(.scannedPages([2]))),
                SourceFinding(.error, .source(.illegiblePages([3]))),
            ])
    }

    @Test("A file of nothing but pictures has no text") func scanned() {
        #expect(throws: BulletinSourceError.scannedPages([1])) {
            var scan = PageContent(number: 1, width: 595, height: 842)
            scan.pictureArea = 500_000
            var assembler = PageAssembler()
            assembler.add(scan)
            _ = try assembler.text(of: .pdf)
        }
    }

    @Test(
        "Three tenths of junk refuse a page, less do not", arguments: [(10, 24, false), (10, 23, true), (9, 0, false)])
    func junkShare(junk: Int, words: Int, isRefused: Bool) {
        let page = PageSketch().write(String(repeating: "\u{FFFD}", count: junk), x: 60, y: 100)
            .write(String(repeating: "年", count: words), x: 60, y: 120).write("0123456789", x: 60, y: 140)
        #expect((PageFinding.illegible(page.content) != nil) == isRefused)
    }

    @Test("Each figure has its box") func places() throws {
        var assembler = PageAssembler()
        assembler.add(PageSketch(number: 7).write("增长8.5%。", x: 60, y: 100).content)
        let text = try assembler.text(of: .pdf)
        let figure = try #require(text.places.ranges.firstIndex { text.bytes[$0].elementsEqual("8.5%".utf8) })
        #expect(text.places.places[figure] == .page(7, box: PageBox(x0: 80, y0: 91.4, x1: 100, y1: 101.6)))
    }
}
