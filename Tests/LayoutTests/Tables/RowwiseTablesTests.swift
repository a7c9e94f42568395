import StatisticalModel
import Testing

@testable import Layout

@Suite("Tables printed row after row")
struct RowwiseTablesTests {
    private func table(_ lines: [String]) throws -> RecoveredTable {
        try #require(TableFixture.recover(TableFixture.pageText(lines)).first)
    }

    @Test("one cell a line: years that follow each other head figures of each row")
    func cells() throws {
        let table = try table([
            "表1 产量目标", "指标", "单位", "2023年", "2024年", "2025年", "原煤产量", "万吨", "100", "110", "120", "焦炭产量", "万吨", "50",
            "－", "70", "二、保障措施", "各旗区要落实责任。",
        ])
        #expect(table.title == "表1 产量目标")
        #expect(table.columns.map(\.name) == ["指标", "单位", "2023年", "2024年", "2025年"])
        #expect(
            TableFixture.cells(table) == [["原煤产量", "万吨", "100", "110", "120"], ["焦炭产量", "万吨", "50", "－", "70"]])
        #expect(table.notes.isEmpty)
    }

    @Test("a category stands once, a wrapped name is joined")
    func categories() throws {
        let table = try table([
            "专栏1 主要指标", "类别", "序号", "指标", "单位", "2020年", "2025年", "属性", "经济发展", "1", "地区生产总值", "亿元", "563", "760",
            "预期性", "2", "居民人均可支配收入增长", "（%）", "%", "5.1", "6", "预期性", "民生福祉", "3", "养老床位", "张", "800", "1200",
            "约束性", "⏎二、重点任务",
        ])
        #expect(
            TableFixture.cells(table) == [
                ["经济发展", "1", "地区生产总值", "亿元", "563", "760", "预期性"],
                ["", "2", "居民人均可支配收入增长（%）", "%", "5.1", "6", "预期性"],
                ["民生福祉", "3", "养老床位", "张", "800", "1200", "约束性"],
            ])
    }

    @Test("a row that lost a cell is blank with a note, the others stay")
    func lostCell() throws {
        let table = try table([
            "序号", "指标", "单位", "2020年", "2025年", "1", "地区生产总值", "亿元", "563", "760", "2", "财政收入", "亿元", "107", "3",
            "养老床位", "张", "800", "1200", "⏎二、重点任务",
        ])
        #expect(TableFixture.cells(table)[1] == ["2", "", "", "", ""])
        #expect(table.rows[1].cells.map(\.isUnassigned) == [false, true, true, true, true])
        #expect(TableFixture.cells(table)[2] == ["3", "养老床位", "张", "800", "1200"])
        #expect(table.notes == [.unassignedRow(head: "2", line: 21, isOneLine: false)])
    }

    @Test("one row a line, parted by blanks", arguments: [" ", "  ", "　", "　　"])
    func spaced(blank: String) throws {
        let rows = [
            ["序号", "指标", "单位", "2020年", "2025年"], ["1", "地区生产总值", "亿元", "563", "760"],
            ["2", "财政收入", "亿元", "80", "107"], ["3", "养老床位", "张", "800", "1200"],
        ]
        var lines = ["专栏1 主要指标"] + rows.map { $0.joined(separator: blank) }
        lines.insert("民生福祉", at: 4)
        let table = try table(lines + ["二、重点任务", "各地要认真落实。"])
        #expect(table.columns.map(\.name) == rows[0])
        #expect(TableFixture.cells(table) == Array(rows.dropFirst()))
        #expect(table.rows.map(\.group) == ["", "", "民生福祉"])
    }

    @Test("a numbered row with more blanks than cells is blank with a note")
    func ambiguousBlanks() throws {
        let table = try table([
            "序号 工作任务 责任单位 完成时限", "1 新建养老服务站 市民政局 2025年底", "2 改造 托育机构 市卫生健康委员会 2024年底",
            "3 建成平台 市民政局 2023年底",
        ])
        #expect(TableFixture.cells(table)[1] == ["2", "", "", ""])
        #expect(TableFixture.cells(table)[2] == ["3", "建成平台", "市民政局", "2023年底"])
        #expect(table.notes == [.unassignedRow(head: "2", line: 5, isOneLine: true)])
    }

    @Test("prose under words that head columns is no table")
    func prose() {
        let text = TableFixture.pageText(["单位", "项目", "2025年", "全市要加快建设步伐，", "到2025年建成床位500张。", "并落实责任。"])
        #expect(TableFixture.recover(text).isEmpty)
        #expect(TableFixture.recover("指标 单位 2025年\n要认真落实。\n").isEmpty)
    }

    @Test("rows without numbers by the kinds of their lines; two packed in one are two rows")
    func packedRows() throws {
        let table = try table([
            "主要指标表", "指  标", "2020年", "2025年", "属性", "一、发展水平", "1.木耳入户率(%)", "96%", "98%以上", "约束性",
            "2.菌农培训比例(%)", "其中:鲜品", "干品", "34.5%", "77.3%", "80%以上", "85%以上", "预期性", "3.合格率(%)", "其中:优级率(%)",
            "97%", "49%", "100%", "50%", "预期性",
        ])
        #expect(
            TableFixture.cells(table) == [
                ["一、发展水平", "", "", ""], ["1.木耳入户率(%)", "96%", "98%以上", "约束性"], ["2.菌农培训比例(%)", "", "", ""],
                ["其中:鲜品", "34.5%", "80%以上", "预期性"], ["干品", "77.3%", "85%以上", "预期性"],
                ["3.合格率(%)", "97%", "100%", "预期性"],
                ["其中:优级率(%)", "49%", "50%", "预期性"],
            ])
    }
}
