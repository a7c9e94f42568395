import StatisticalModel
import Testing

@testable import Layout

@Suite("Numbered rows of one cell a line, some of them wrapped")
struct NumberedRowsTests {
    private func tables(_ lines: [String]) -> [RecoveredTable] { TableFixture.recover(TableFixture.pageText(lines)) }

    private let heads = ["序号", "项目名称", "建设内容", "建设年限", "总投资（万元）", "责任单位"]
    private let end = ["三、保障措施", "各地要落实责任。"]

    @Test("figures and dates part a row; brackets, signs and full lines tell which of its words are one cell")
    func wrapped() throws {
        let table = try #require(
            tables(
                ["附表 2025年菌业项目计划表"] + heads + [
                    "1", "菌棒厂", "年产菌棒800万棒", "2024—2025", "3600", "县农业农村局", "2", "冷库", "库容6000吨、分拣线2",
                    "条", "2025—2026", "4800", "县商务局", "3", "烘干车间", "（二期）", "日烘干120吨", "2025—2027", "2100",
                    "县农业农村局",
                ] + end
            ).first)
        #expect(table.columns.map(\.name) == heads)
        #expect(
            TableFixture.cells(table) == [
                ["1", "菌棒厂", "年产菌棒800万棒", "2024—2025", "3600", "县农业农村局"],
                ["2", "冷库", "库容6000吨、分拣线2条", "2025—2026", "4800", "县商务局"],
                ["3", "烘干车间（二期）", "日烘干120吨", "2025—2027", "2100", "县农业农村局"],
            ])
        #expect(table.notes == [])
    }

    @Test("words that could be cut in two ways stay blank, with a note, and a row with other figures wholly")
    func unsure() throws {
        let table = try #require(
            tables(
                ["附表 2025年菌业项目计划表"] + heads + [
                    "1", "菌棒厂", "年产菌棒", "扩建仓库", "2024—2025", "3600", "县农业农村局", "2", "冷库", "库容6000吨",
                    "2025—2026", "县商务局", "3", "门店", "新开门店", "2025—2027", "2100", "县商务局",
                ] + end
            ).first)
        #expect(
            TableFixture.cells(table) == [
                ["1", "", "", "2024—2025", "3600", "县农业农村局"], ["2", "", "", "", "", ""],
                ["3", "门店", "新开门店", "2025—2027", "2100", "县商务局"],
            ])
        #expect(table.notes.count == 2)
    }

    @Test(
        "heads of any words stand over numbered rows of which most have a line a head; a quantity may stand for words")
    func unlistedHeads() throws {
        let heads = ["序号", "菌种", "菌龄（天）", "所见"]
        let rows = [
            "1", "平菇", "21", "菌丝长满菌袋，正在转入出菇", "棚", "2", "香菇", "65", "8座全部出菇", "3", "木耳", "40", "袋口封", "4",
            "银耳", "33", "已采",
        ]
        let table = try #require(tables(["表1 2025年菌种查验情况表"] + heads + rows + end).first)
        #expect(table.columns.map(\.name) == heads)
        #expect(
            TableFixture.cells(table) == [
                ["1", "平菇", "21", "菌丝长满菌袋，正在转入出菇棚"], ["2", "香菇", "65", "8座全部出菇"], ["3", "木耳", "40", "袋口封"],
                ["4", "银耳", "33", "已采"],
            ])
        #expect(tables(["表1 2025年菌种查验情况表"] + heads + rows.prefix(9) + end).isEmpty)
    }
}
