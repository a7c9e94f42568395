import StatisticalModel
import Testing

@testable import Layout

@Suite("Shapes of tables")
struct TableShapesTests {
    @Test(
        "row numbers in every print",
        arguments: [["（一）", "（二）"], ["一、", "二、"], ["1.", "2."], ["（1）", "（2）"], ["１", "２"]])
    func rowNumbers(numbers: [String]) throws {
        let lines =
            ["表1 主要指标", "序号"] + numbers + ["指标名称", "养老床位", "其中：护理型床位", "2023年计划", "500", "300"]
        let table = try #require(TableFixture.recover(TableFixture.pageText(lines)).first)
        #expect(table.columns.map(\.name) == ["序号", "指标名称", "2023年计划"])
        #expect(
            TableFixture.cells(table) == [[numbers[0], "养老床位", "500"], [numbers[1], "其中：护理型床位", "300"]])
    }

    /// Spreadsheets fill a title's line to the width of the table; a form's first line looks the same and is a row.
    @Test("a title with TABs behind it is no row")
    func titleWithTabs() throws {
        let rows = "序号\t指标名称\t单位\t2025年\n1\t养老床位\t张\t500\n2\t托位\t个\t300\n"
        let table = try #require(TableFixture.recover("附件1 主要指标表\t\t\t\n" + rows).first)
        #expect(table.title == "附件1 主要指标表")
        #expect(table.columns.map(\.name) == ["序号", "指标名称", "单位", "2025年"])
        #expect(TableFixture.cells(table) == [["1", "养老床位", "张", "500"], ["2", "托位", "个", "300"]])
        let form = try #require(TableFixture.recover("申请企业信息\t\t\n名称\t\t\n地址\t\t\n").first)
        #expect(form.firstLine == 1)
    }

    @Test("a line of nothing that can be read stands inside the first column")
    func damagedLine() {
        let lines = ["表1 主要指标", "序号", "1", "养老床位", "\u{FFFD}", "2", "指标", "托位", "护理床位"]
        #expect(TableFixture.recover(TableFixture.pageText(lines)).count <= 1)
    }

    @Test("the main indicators of a five-year plan, with sums in brackets")
    func mainIndicators() throws {
        let text = TableFixture.pageText([
            "表5 主要指标", "序号", "1", "2", "3", "类别", "经济发展", "创新驱动", "民生福祉", "指标", "生产总值", "研发投入", "养老床位",
            "单位", "亿元", "%", "张", "2020年", "3500", "1.2", "8000", "2025年", "5000", "2.0", "12000", "年均/累计", "〔7.4〕",
            "－", "[4000]", "属性", "预期性", "预期性", "约束性",
        ])
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.columns.map(\.name) == ["序号", "类别", "指标", "单位", "2020年", "2025年", "年均/累计", "属性"])
        #expect(TableFixture.cells(table)[2] == ["3", "民生福祉", "养老床位", "张", "8000", "12000", "[4000]", "约束性"])
        #expect(table.notes.isEmpty)
    }

    @Test("columns of one length make rows without row numbers")
    func withoutRowNumbers() throws {
        let text = TableFixture.pageText([
            "专栏1 主要指标", "指标", "生产总值增长（%）", "劳动生产率（万元/人）", "城镇化率（%）", "单位", "%", "万元/人", "%", "2020年",
            "2.1", "13.5", "68", "2025年", "－", "17", "72", "年均增速", "[5]", "－", "〔4〕", "属性", "预期性", "预期性", "约束性",
            "⏎二、主要任务", "指标体系见正文。",
        ])
        let tables = TableFixture.recover(text)
        let table = try #require(tables.first)
        #expect(tables.count == 1)
        #expect(table.title == "专栏1 主要指标")
        #expect(table.columns.map(\.name) == ["指标", "单位", "2020年", "2025年", "年均增速", "属性"])
        #expect(TableFixture.cells(table)[1] == ["劳动生产率（万元/人）", "万元/人", "13.5", "17", "－", "预期性"])
    }

    @Test("a second header row in TAB and Markdown tables")
    func twoHeaderRows() throws {
        let tabbed = try #require(TableFixture.recover("表1 床位表\n指标\t目标\t\n\t2024年\t2025年\n床位\t10\t20\n").first)
        #expect(tabbed.columns.map(\.name) == ["指标", "目标/2024年", "目标/2025年"])
        #expect(TableFixture.cells(tabbed) == [["床位", "10", "20"]])
        let piped = "指标 | 目标 | 目标\n--- | --- | ---\n指标 | 2024年 | 2025年\n床位\\|托位 | 3 | 4\n"
        let markdown = try #require(TableFixture.recover(piped).first)
        #expect(markdown.columns.map(\.name) == ["指标", "目标/2024年", "目标/2025年"])
        #expect(TableFixture.cells(markdown) == [["床位|托位", "3", "4"]])
    }

    @Test(
        "rows behind a page number or an empty line go on under the heads before",
        arguments: ["", "\n12\n", "\n- 3 -\n\n"])
    func rowsGoOnWithoutHeads(gap: String) throws {
        for separator in ["\t", " | "] {
            let rows = [
                ["事项", "面积", "产量"], ["木耳", "113", "62.1"], ["香菇", "27", "-14.0"], ["茶叶", "79", "9.8"],
                ["板栗", "36", "5.5"],
            ]
            var lines = rows.map {
                separator == "\t" ? $0.joined(separator: separator) : "| " + $0.joined(separator: separator) + " |"
            }
            if separator != "\t" { lines.insert("|---|---|---|", at: 1) }
            let half = lines.count - 2
            let text =
                "表2 林产品情况\n\n" + lines[..<half].joined(separator: "\n") + "\n" + gap + "\n"
                + lines[half...].joined(separator: "\n") + "\n"
            let tables = TableFixture.recover(text)
            #expect(tables.count == 1)
            #expect(tables.first.map(TableFixture.cells) == Array(rows.dropFirst()))
        }
    }

    @Test("a second row of words over figures is one of heads, whatever the words")
    func secondRowsOfHeads() throws {
        let table = try #require(
            TableFixture.recover(
                "分组\t收入\t\t利润\t\n\t1-11月（亿元）\t增速\t1-11月（亿元）\t增速\n甲类\t12.5\t1.0\t2.2\t-4.4\n乙类\t5.3\t-8.9\t1.9\t3.0\n"
            ).first)
        #expect(
            table.columns.map(\.levels) == [
                ["分组"], ["收入", "1-11月（亿元）"], ["收入", "增速"], ["利润", "1-11月（亿元）"], ["利润", "增速"],
            ])
        #expect(table.rows.count == 2)
    }

    @Test("续表 goes on, a unit line is no title, an indent is no table")
    func linesOver() throws {
        let text = "表1 床位表\n单位：张\n序号\t指标\t2024年\n1\t床位\t10\n续表\n序号\t指标\t2024年\n2\t托位\t20\n"
        let tables = TableFixture.recover(text)
        let table = try #require(tables.first)
        #expect(tables.count == 1)
        #expect(table.title == "表1 床位表")
        #expect(table.unit == "张")
        #expect(table.rows.count == 2)
        #expect(TableFixture.recover("\t缩进的正文一。\n\t缩进的正文二。\n").isEmpty)
    }

    @Test("HTML captions, entities and label rows")
    func html() throws {
        let text = """
            <table><caption>表9 床位表</caption><tr><th>指标</th><th>2025年</th></tr>
            <tr><td colspan="2">民生福祉</td></tr><tr><td>床位&nbsp;</td><td>&lt;30</td></tr></table>
            """
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.title == "表9 床位表")
        #expect(TableFixture.cells(table) == [["床位", "<30"]])
        #expect(table.rows.map(\.group) == ["民生福祉"])
    }
}
