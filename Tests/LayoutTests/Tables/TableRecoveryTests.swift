import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite("Table recovery")
struct TableRecoveryTests {
    @Test("wrapped headers and cells, pages, groups and totals become one table")
    func flattenedOverPages() throws {
        let text = TableFixture.pageText([
            "正文在此结束。", "表1 床位建设目标表", "序号", "养老服务", "1", "2", "指标名称", "养老床位", "（张）", "护理型床位占比（%）",
            "2021年", "完成情况", "120", "40", "到2025年", "200", "－", "责任单位", "市民政局", "市卫生健康", "委员会",
            "⏎序号", "托育服务", "3", "合计", "指标名称", "托位（个）", "2021年", "完成情况", "30", "190", "到2025年", "60", "260",
            "责任单位", "市民政局",
            "⏎二、保障措施",
        ])
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.title == "表1 床位建设目标表")
        #expect(table.columns.map(\.name) == ["序号", "指标名称", "2021年完成情况", "到2025年", "责任单位"])
        #expect(
            TableFixture.cells(table) == [
                ["1", "养老床位（张）", "120", "200", "市民政局"],
                ["2", "护理型床位占比（%）", "40", "－", "市卫生健康委员会"],
                ["3", "托位（个）", "30", "60", "市民政局"],
                ["合计", "", "190", "260", ""],
            ])
        #expect(table.rows.map(\.group) == ["养老服务", "养老服务", "托育服务", ""])
        #expect(table.rows.map(\.kind) == [.item, .item, .item, .total])
        #expect(table.pieces.count == 2)
    }

    @Test("a column with fewer values than rows stays blank, and its total is kept where it adds up")
    func missingValue() throws {
        let text = TableFixture.pageText([
            "表2 电源建设表", "序号", "1", "2", "3", "合计", "项目名称", "甲地光伏项目", "乙地风电项目", "丙地风电项目", "建设规模",
            "（万千瓦）", "风电", "30", "50", "80", "光伏", "20", "10", "10", "40", "建设时间", "2021-2022", "2022-2023", "2023",
        ])
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.columns[2].levels == ["建设规模（万千瓦）", "风电"])
        #expect(table.columns[3].levels == ["建设规模（万千瓦）", "光伏"])
        #expect(table.rows.map { $0.cells[2].string } == ["", "", "", "80"])
        #expect(table.rows.map { $0.cells[2].isUnassigned } == [true, true, true, false])
        #expect(table.rows.map { $0.cells[3].string } == ["20", "10", "10", "40"])
        #expect(table.rows.map { $0.cells[4].string } == ["2021-2022", "2022-2023", "2023", ""])
        #expect(table.notes == [.unassignedColumn("建设规模（万千瓦）/风电", line: 27, values: "30 50 80")])
    }

    @Test("the one value of a column is the row's whose name holds its head, where the total agrees")
    func namedValue() throws {
        func table(total: String, third: String) throws -> RecoveredTable {
            let text = TableFixture.pageText([
                "表2 电源建设表", "序号", "1", "2", "3", "合计", "项目名称", "甲地光伏项目", "乙地光伏项目", third, "建设规模",
                "（万千瓦）", "光伏", "20", "10", "30", "生物质", "14", total, "建设时间", "2021-2022", "2022-2023", "2023",
            ])
            return try #require(TableFixture.recover(text).first)
        }
        let named = try table(total: "14", third: "生物质发电项目")
        #expect(named.rows.map { $0.cells[3].string } == ["", "", "14", "14"])
        #expect(named.rows.allSatisfy { !$0.cells[3].isUnassigned })
        #expect(named.notes.contains(.doubtfulCells(column: named.columns[3].name, rows: [3], sign: .name)))
        let apart = try table(total: "15", third: "生物质发电项目")
        #expect(apart.rows.dropLast().allSatisfy { $0.cells[3].isUnassigned })
        let unnamed = try table(total: "14", third: "垃圾发电项目")
        #expect(unnamed.rows.map { $0.cells[3].string } == ["", "", "", "14"])
    }

    @Test("two values in one cell are kept as parts")
    func twoValues() throws {
        let text = TableFixture.pageText([
            "表3 产值目标表", "序号", "1", "2", "3", "合计", "*注：氢能含储运。", "产业", "煤炭", "煤制油气", "氢能*", "2025年", "产量",
            "9亿吨", "煤制油300万吨", "煤制气40亿立方米", "20万吨", "产值", "50亿元", "40亿元", "30亿元", "超过120亿元",
        ])
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.columns.map(\.name) == ["序号", "产业", "2025年/产量", "2025年/产值"])
        #expect(table.rows.map { $0.cells[2].string } == ["9亿吨", "煤制油300万吨煤制气40亿立方米", "20万吨", ""])
        #expect(table.rows[1].cells[2].parts.map(\.string) == ["煤制油300万吨", "煤制气40亿立方米"])
        #expect(table.rows[3].cells[3].string == "超过120亿元")
        #expect(table.rows[2].cells[1].string == "氢能")
        #expect(table.notes == [.printed("*注：氢能含储运。")])
    }

    @Test("prose around numbers is no table")
    func prose() {
        let text = TableFixture.pageText(["序号", "说明如下，", "到2025年建成床位500张。", "2021年完成300张。"])
        #expect(TableFixture.recover(text).isEmpty)
    }

    @Test("TAB rows with repeated headers, markup and blanks")
    func tabbed() throws {
        let text = """
            ## 任务分工台账

            序号\t任务名称\t重点项目
            1\t甲产业\t<p>一号项目</p><p>二号项目</p>
            \t\t三号项目

            序号\t任务名称\t重点项目
            2\t<b>乙产业</b>\t四号项目
            """
        let tables = TableFixture.recover(text)
        let table = try #require(tables.first)
        #expect(tables.count == 1)
        #expect(table.title == "任务分工台账")
        #expect(table.rows[0].cells[2].parts.map(\.string) == ["一号项目", "二号项目"])
        #expect(TableFixture.cells(table)[1] == ["", "", "三号项目"])
        #expect(TableFixture.cells(table)[2] == ["2", "乙产业", "四号项目"])
        #expect(table.pieces.count == 2)
    }

    @Test("Markdown pipes")
    func markdown() throws {
        let table = try #require(TableFixture.recover("| 指标 | 2025年 |\n|---|---:|\n| 床位 | 300 |\n| 合计 | 300 |").first)
        #expect(table.form == .markdown)
        #expect(TableFixture.cells(table) == [["床位", "300"], ["合计", "300"]])
        #expect(table.rows.map(\.kind) == [.item, .total])
    }

    @Test("HTML with spans: names are repeated, figures are stated once")
    func html() throws {
        let text = """
            <table><tr><th rowspan="2">产业</th><th colspan="2">2025年</th></tr><tr><th>产量</th><th>产值</th></tr>
            <tr><td rowspan=2>煤炭</td><td>9亿吨</td><td rowspan=2>50亿元</td></tr><tr><td>8亿吨</td></tr></table>
            """
        let table = try #require(TableFixture.recover(text).first)
        #expect(table.columns.map(\.name) == ["产业", "2025年/产量", "2025年/产值"])
        #expect(TableFixture.cells(table) == [["煤炭", "9亿吨", "50亿元"], ["煤炭", "8亿吨", ""]])
    }
}
