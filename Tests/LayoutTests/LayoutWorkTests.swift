import SourceText
import StatisticalModel
import Testing

@testable import Layout

/// The parts of a layout depend on nothing but the file, so that they may be read side by side and in any order.
@Suite struct LayoutWorkTests {
    private static let file: SourceFile = {
        var printer = RotatedPrinter(widths: [2, 9, 8])
        printer.page(
            lead: "附件1重点任务清单", headers: ["序号", "具体任务", "完成时限"],
            columns: [["1", "2"], ["（1）新增公开事项十项。", "（2）建立服务专区。"], ["2024年6月底", "2023年12月底"]])
        let text = "全年生产总值120亿元。\n\n指标\t单位\t数值\n床位\t张\t300\n托位\t个\t45\n\n" + printer.text
        return SourceFile(name: "parts.txt", text: text)
    }()

    @Test func partsMayBeReadInAnyOrder() {
        let work = LayoutAnalyzer(library: PageTextFixture.library).work(of: Self.file)
        #expect(work.partCount == 2)
        var parts: [Int: LayoutWork.Part] = [:]
        for index in (0..<work.partCount).reversed() { parts[index] = work.part(index) }
        let layout = work.layout(of: (0..<work.partCount).compactMap { parts[$0] })
        let whole = PageTextFixture.layout(Self.file)
        #expect(layout.tables.map { "\($0)" } == whole.tables.map { "\($0)" })
        #expect(layout.blocks == whole.blocks)
        #expect(layout.claims == whole.claims)
        #expect(layout.tables.map(\.form) == [.tabbed, .rotated])
    }
}
