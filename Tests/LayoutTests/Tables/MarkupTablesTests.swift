import StatisticalModel
import Testing

@testable import Layout

@Suite("Markup tables")
struct MarkupTablesTests {
    private static let body = """
        <table>
        <tr><td>科目</td><td>预算数</td><td>完成数</td></tr>
        <tr><td>税收收入</td><td>310</td><td>320</td></tr>
        <tr><td>其他收入</td><td>41</td><td>42</td></tr>
        </table>
        """

    private func recovered(_ lines: [String], body: String = body) throws -> RecoveredTable {
        try #require(TableFixture.recover((lines + [body]).joined(separator: "\n")).first)
    }

    @Test("title and unit stand in paragraphs over the table")
    func paragraphs() throws {
        let table = try recovered(["<p>正文在此结束。</p>", "<p>表1 2025年禾州市收入</p>", "<p align=\"right\"><b>单位：万元</b></p>"])
        #expect(table.title == "表1 2025年禾州市收入")
        #expect(table.unit == "万元")
        #expect(table.firstLine == 2)
    }

    @Test(
        "lines of a date or an office between title and table are looked through",
        arguments: [
            ["<p>2025年1月</p>", "<p>单位：万元</p>"], ["<p>单位：万元</p>", "<p>2025年1月</p>"],
            ["<p>编制单位：禾州市财政局</p>", "<p>单位：万元</p>"], ["<p>编制单位：禾州市财政局</p>", "<p>金额单位：万元</p>"],
            ["<p>2025年1月 单位：万元</p>"], ["<p></p>", "<p>编制单位：禾州市财政局</p>", "", "<p>2025年1月</p>", "<p>单位：万元</p>"],
        ])
    func asides(_ between: [String]) throws {
        let table = try recovered(["<h2>禾州市收入表</h2>"] + between)
        #expect(table.title == "禾州市收入表")
        #expect(table.unit == "万元")
        #expect(table.firstLine == 1)
    }

    @Test("what is no title ends the search, and lines without one are not the table's")
    func noTitle() throws {
        let table = try recovered(["<p>禾州市收入表</p>", "<p>收入增长较快。</p>", "<p>2025年1月</p>"])
        #expect(table.title == "")
        #expect(table.unit == nil)
        #expect(table.firstLine == 4)
    }

    @Test("what a label names is no title, also over a unit")
    func label() throws {
        let table = try recovered(["<p>禾州市收入情况</p>", "<p>预算年度：2025</p>", "<p>单位：万元</p>"])
        #expect(table.title == "禾州市收入情况")
        #expect(table.unit == "万元")
    }

    @Test("number, title and unit may stand in rows of the table")
    func captionRows() throws {
        let table = try recovered(
            ["<h2>表1 收入表</h2>"],
            body: """
                <table>
                <tr><td>表1-1</td><td></td></tr>
                <tr><td colspan="2">2025年禾州市收入表</td></tr>
                <tr><td></td><td>单位：万元</td></tr>
                <tr><td>科目</td><td>预算数</td></tr>
                <tr><td>税收收入</td><td>310</td></tr>
                </table>
                """)
        #expect(table.title == "2025年禾州市收入表")
        #expect(table.unit == "万元")
        #expect(table.firstLine == 2)
        #expect(table.columns.map(\.name) == ["科目", "预算数"])
        #expect(TableFixture.cells(table) == [["税收收入", "310"]])
    }

    @Test("a head over all columns but the first is no title")
    func headOverColumns() throws {
        let table = try recovered(
            [],
            body: """
                <table>
                <tr><td></td><td colspan="2">2025年预期目标</td></tr>
                <tr><td></td><td>全市</td><td>市本级</td></tr>
                <tr><td>税收收入</td><td>310</td><td>12</td></tr>
                </table>
                """)
        #expect(table.title == "")
        #expect(table.columns.map { $0.levels.first } == [nil, "2025年预期目标", "2025年预期目标"])
    }

    @Test("an office is no unit")
    func office() throws {
        let table = try recovered(["<p>禾州市收入表</p>", "<p>编制单位：禾州市财政局</p>"])
        #expect(table.title == "禾州市收入表")
        #expect(table.unit == nil)
    }

    @Test("a year in a bracket under the title is part of it")
    func subtitle() throws {
        let table = try recovered(["<p>禾州市收入情况表</p>", "<p>（2025年）</p>", "<p>单位：万元</p>"])
        #expect(table.title == "禾州市收入情况表（2025年）")
    }

    @Test(
        "a row that counts the columns, or says how they are made, is no row of data",
        arguments: [
            ["栏次", "1", "2", "3=2/1"], ["公式", "A=B+C", "B", "C"], ["1", "2", "3", "4"], ["", "1", "2", "3"],
            ["甲", "1", "2", "3"], ["栏次", "（1）", "（2）", "（3）=（2）/（1）"],
        ])
    func countRow(_ row: [String]) throws {
        #expect(try rows(under: row) == [["甲县", "5", "4", "3"]])
    }

    @Test(
        "figures are no count of the columns",
        arguments: [
            ["乙县", "1", "2", "3"], ["栏次", "2", "3", "4"], ["甲", "1", "2", "4"], ["", "1", "2.5", "3"],
            ["甲", "A", "2", "3"],
        ])
    func noCountRow(_ row: [String]) throws {
        #expect(try rows(under: row) == [row, ["甲县", "5", "4", "3"]])
    }

    private func rows(under row: [String]) throws -> [[String]] {
        func printed(_ cells: [String]) -> String { "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        let lines = [["地区", "限额", "余额", "比率"], row, ["甲县", "5", "4", "3"]].map(printed)
        return TableFixture.cells(try recovered([], body: "<table>\n\(lines.joined(separator: "\n"))\n</table>"))
    }

    @Test("Markdown tables have such rows too")
    func countRowOfMarkdown() throws {
        let text = "| 地区 | 限额 | 余额 |\n|---|---|---|\n| 栏次 | 1 | 2 |\n| 甲县 | 5 | 4 |"
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.columns.map(\.name) == ["地区", "限额", "余额"])
        #expect(TableFixture.cells(table) == [["甲县", "5", "4"]])
    }

    private static let form = """
        <table>
        <tr><td>来文编号</td><td colspan="2">禾办〔2025〕7号</td><td>来文机关</td><td colspan="2">禾州市政府</td></tr>
        <tr><td>收文日期</td><td colspan="2">2025年6月1日</td><td>收文编号</td><td colspan="2">31</td></tr>
        <tr><td>缓急</td><td>常规</td><td>公开</td><td>不公开</td><td>类型</td><td>传阅</td></tr>
        <tr><td>标题</td><td colspan="5">关于养老床位增加到500张的通知</td></tr>
        </table>
        """

    @Test("a form of labels with their values beside them has no heads")
    func forms() throws {
        let table = try recovered([], body: Self.form)
        #expect(table.columns.map(\.name) == Array(repeating: "", count: 6))
        #expect(table.rows.map { $0.cells[0].string } == ["来文编号", "收文日期", "缓急", "标题"])
        // One that divides every row alike is a table with heads.
        let alike = Self.form.split(separator: "\n").filter { !$0.contains("缓急") && !$0.contains("标题") }
        #expect(try recovered([], body: alike.joined(separator: "\n")).columns[0].name == "来文编号")
    }

    @Test("a date that spans rows is the deadline of each, a figure is stated once")
    func spannedDates() throws {
        let text = """
            <table><tr><td>任务</td><td>责任单位</td><td>投资</td><td>完成时限</td></tr>
            <tr><td>更新菌种</td><td>县科技局</td><td rowspan="2">3.5</td><td rowspan="2">2025年6月底</td></tr>
            <tr><td>改造菌棚</td><td>县农业农村局</td></tr></table>

            """
        let table = try #require(TableFixture.recover(text).first)
        #expect(
            TableFixture.cells(table) == [["更新菌种", "县科技局", "3.5", "2025年6月底"], ["改造菌棚", "县农业农村局", "", "2025年6月底"]])
    }
}
