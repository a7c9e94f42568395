import SourceText
import Testing

@testable import BulletinSource

@Suite("Tables by their rules") struct RuledGridTests {
    @Test("A head over two rows and one over two columns are spans") func spans() throws {
        let page = PageSketch()
            .across(100, 50, 350).across(120, 150, 350).across(140, 50, 350).across(160, 50, 350)
            .down(50, 100, 160).down(150, 100, 160).down(250, 120, 160).down(350, 100, 160)
            .row(125, [60: "指标"]).row(113, [220: "2024年"]).row(134, [160: "数量", 260: "增长"])
            .row(154, [60: "床位", 160: "1,204.5", 260: "<5.5"])
        #expect(
            try page.lines == [
                "<table>", #"<tr><td rowspan="2">指标</td><td colspan="2">2024年</td></tr>"#,
                "<tr><td>数量</td><td>增长</td></tr>", "<tr><td>床位</td><td>1,204.5</td><td><5.5</td></tr>", "</table>",
            ])
    }

    @Test("Open sides close where the rules across end") func openSides() throws {
        let page = PageSketch()
            .across(100, 50, 250).across(120, 50, 250).across(140, 50, 250).down(150, 100, 140)
            .row(114, [60: "类别", 160: "指数"]).row(134, [60: "粮食", 160: "95.2"])
        #expect(
            try page.lines == [
                "<table>", "<tr><td>类别</td><td>指数</td></tr>", "<tr><td>粮食</td><td>95.2</td></tr>", "</table>",
            ])
    }

    @Test("Rules up to three points apart are one, farther ones are two", arguments: [(3.0, 2), (3.2, 3)])
    func snapping(gap: Double, columns: Int) {
        let page = PageSketch().grid([50, 150, 150 + gap, 250], [100, 120, 140])
        let grid = RuledGrid.find(page.content.rulings).grids.first
        #expect(grid?.columnCount == columns)
    }

    @Test("Text in a cell that is no rectangle is not put into any cell") func openCells() throws {
        let page = PageSketch()
            .across(100, 50, 250).across(120, 150, 250).across(140, 50, 250).across(160, 50, 250)
            .down(50, 100, 160).down(150, 120, 160).down(250, 100, 160)
            .row(134, [60: "甲", 160: "12"]).row(154, [60: "乙", 160: "34"])
        var assembler = PageAssembler()
        assembler.add(page.content)
        let text = try assembler.text(of: .pdf)
        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == "<table>\n<tr><td></td><td></td></tr>\n<tr><td></td><td>12</td></tr>\n<tr><td>乙</td><td>34</td></tr>\n</table>\n甲\n"
        )
        #expect(text.findings == [SourceFinding(.warning, .openCells(pages: [1]))])
    }

    @Test("Dashes and pieces of rules join; a frame of one cell is no table") func pieces() {
        let dashes = stride(from: 50.0, to: 250, by: 5).map { Ruling(.horizontal, at: 100, from: $0, to: $0 + 3) }
        let found = RuledGrid.find(dashes)
        #expect(found.grids.isEmpty)
        #expect(found.lone == [Ruling(.horizontal, at: 100, from: 50, to: 248)])
        #expect(RuledGrid.find(PageSketch().grid([50, 250], [100, 200]).content.rulings).grids.isEmpty)
    }

    @Test("Rows that no rules part go by their base lines") func unruledRows() throws {
        let page = PageSketch().grid([50, 250, 330, 410], [100, 120, 200])
            .row(114, [60: "项目", 260: "预算数", 340: "执行数"])
            .row(140, [60: "一、年末余额", 340: "4,387.59"]).row(165, [60: "二、余额限额", 260: "4,629.58"])
            .row(190, [60: "三、发行额", 340: "412.31"])
        #expect(
            try page.lines == [
                "<table>", "<tr><td>项目</td><td>预算数</td><td>执行数</td></tr>",
                "<tr><td>一、年末余额</td><td></td><td>4,387.59</td></tr>",
                "<tr><td>二、余额限额</td><td>4,629.58</td><td></td></tr>",
                "<tr><td>三、发行额</td><td></td><td>412.31</td></tr>", "</table>",
            ])
    }

    @Test("A label of two lines is one row") func wrappedLabel() throws {
        let page = PageSketch().grid([50, 114, 180], [100, 120, 150])
            .row(114, [60: "项目", 120: "数量"]).row(132, [54: "国有资源资", 120: "12.5"]).row(145, [54: "产收入"])
        #expect(
            try page.lines == [
                "<table>", "<tr><td>项目</td><td>数量</td></tr>", "<tr><td>国有资源资产收入</td><td>12.5</td></tr>",
                "</table>",
            ])
    }

    @Test("Two figures in a wide cell stay apart, a figure that fills its cell goes on") func figuresOfTwoLines() throws
    {
        let wide = PageSketch().grid([50, 114, 200], [100, 120, 150])
            .row(114, [60: "项目", 120: "数量"]).row(132, [60: "甲", 120: "12"]).row(145, [120: "34"])
        #expect(try wide.lines[2] == "<tr><td>甲</td><td>12 34</td></tr>")
        let narrow = PageSketch().grid([50, 114, 148], [100, 120, 150])
            .row(114, [60: "项目", 120: "数"]).row(132, [60: "甲", 116: "12345"]).row(145, [116: "67"])
        #expect(try narrow.lines[2] == "<tr><td>甲</td><td>1234567</td></tr>")
    }

    @Test("Thin filled rectangles and stroked lines are rules, thick ones and curves are none") func paths() {
        var bar = PagePath(.fill)
        bar.move(to: (50, 100))
        for point in [(250.0, 100.0), (250, 103), (50, 103)] { bar.line(to: point) }
        #expect(bar.finish() == [Ruling(.horizontal, at: 101.5, from: 50, to: 250)])
        var block = PagePath(.fill)
        block.move(to: (50, 100))
        for point in [(250.0, 100.0), (250, 103.1), (50, 103.1)] { block.line(to: point) }
        #expect(block.finish() == [])
        var frame = PagePath(.stroke)
        frame.move(to: (50, 100))
        for point in [(250.0, 100.0), (250, 200), (50, 200)] { frame.line(to: point) }
        frame.close()
        #expect(frame.finish().count == 4)
        var round = PagePath(.fill)
        round.move(to: (50, 100))
        round.curve(to: (250, 101))
        #expect(round.finish() == [])
        #expect(round.outlineCount == 1)
    }
}
