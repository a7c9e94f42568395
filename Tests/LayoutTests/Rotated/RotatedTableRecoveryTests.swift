import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Layout

@Suite struct RotatedTableRecoveryTests {
    private static let library = ProjectFolder.library

    private func recover(_ text: String) -> RotatedTableRecovery.Outcome {
        let file = SourceFile(name: "rotated.txt", text: text)
        let lines = PageScanner.scan(file, lexicon: Self.library.layout)
        return RotatedTableRecovery(file, lines, library: Self.library).recover()
    }

    private func strings(_ table: RecoveredTable) -> [[String]] {
        table.rows.map { $0.cells.map(\.string) }
    }

    @Test func cutsColumnsIntoRows() throws {
        var printer = RotatedPrinter(widths: [2, 9, 3, 7, 8])
        printer.page(
            lead: "附件1重点任务清单", headers: ["序号", "具体任务", "分管领导", "牵头单位", "完成时限"],
            columns: [
                ["1", "2", "3"],
                ["（1）推动证照跨区域互认，全年新增事项十项。", "（2）建立服务专区。优化窗口。", "（3）公开办事指南。"],
                ["王某", "李某某", "王某"], ["市财政局", "市大数据中心", "市人力资源和社会保障局"],
                ["2024年6月底", "2023年12月底", "长期坚持"],
            ])
        let table = try #require(recover(printer.text).tables.first)
        #expect(table.title == "重点任务清单")
        #expect(table.form == .rotated)
        #expect(
            strings(table) == [
                ["1", "（1）推动证照跨区域互认，全年新增事项十项。", "王某", "市财政局", "2024年6月底"],
                ["2", "（2）建立服务专区。优化窗口。", "李某某", "市大数据中心", "2023年12月底"],
                ["3", "（3）公开办事指南。", "王某", "市人力资源和社会保障局", "长期坚持"],
            ])
    }

    @Test func amountsEndWhereTheSumsAgree() throws {
        var printer = RotatedPrinter(widths: [2, 8, 8, 8])
        printer.page(
            lead: "重大项目清单单位：亿元", headers: ["序号", "总投资", "中央预算内投资", "地方投资"],
            columns: [["1", "2", "3"], ["0.15", "1", "0.0892"], ["0.12", "0.8"], ["0.03", "0.2", "0.0892"]])
        let table = try #require(recover(printer.text).tables.first)
        #expect(table.unit == "亿元")
        #expect(
            strings(table) == [
                ["1", "0.15", "0.12", "0.03"], ["2", "1", "0.8", "0.2"], ["3", "0.0892", "", "0.0892"],
            ])
    }

    @Test func aColumnWithFewerCellsThanRowsStaysBlank() throws {
        var printer = RotatedPrinter(widths: [2, 14, 9])
        printer.page(
            lead: "任务分工", headers: ["序号", "具体任务", "牵头单位"],
            columns: [
                ["1", "2", "3", "4"],
                ["（1）推进一件事改革。", "（2）建设服务中心。", "（3）公开目录。", "（4）开展评估。"],
                ["市财政局", "市民政局"],
            ])
        let table = try #require(recover(printer.text).tables.first)
        #expect(table.rows.map { $0.cells[2].string } == ["", "", "", ""])
        #expect(table.rows.allSatisfy { $0.cells[2].isUnassigned })
        #expect(table.notes == [.unboundedCells(column: "牵头单位", rows: [1, 2, 3, 4], printed: [])])
    }

    @Test func everyCharacterKnowsItsLine() throws {
        var printer = RotatedPrinter(widths: [9, 3])
        printer.page(
            lead: "清单", headers: ["具体任务", "分管领导"], columns: [["（1）改善环境。", "（2）提高质量。"], ["王某", "李某"]])
        let file = SourceFile(name: "rotated.txt", text: printer.text)
        let outcome = recover(printer.text)
        let table = try #require(outcome.tables.first)
        for cell in table.rows.flatMap(\.cells) {
            let raw = cell.text.sourceRanges(of: 0..<cell.text.bytes.count).map { file.text(in: $0) }.joined()
            #expect(raw.filter { !$0.isWhitespace } == cell.string)
        }
    }
}
