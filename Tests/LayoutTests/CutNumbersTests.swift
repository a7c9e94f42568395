import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite struct CutNumbersTests {
    private static let wide = "全市坚持稳中求进，深入开展专项行动，启动实施行动计划，完善体制机制，提升治理水平，"

    private func layout(_ lines: String...) -> BulletinLayout {
        PageTextFixture.layout(text: lines.joined(separator: "\n") + "\n")
    }

    @Test func aNumberCutWhereTheLineHasRoomIsNotRead() {
        let layout = layout(Self.wide, "精细化治理背街小巷1", "40条；完成老旧小区改造183个，" + Self.wide, Self.wide)
        #expect(!layout.prose.joined().contains("40"))
        #expect(layout.prose.joined().contains("完成老旧小区改造183个"))
        #expect(layout.diagnostics.map(\.position) == [SourcePosition(line: 2, column: 10)])
        #expect(
            layout.diagnostics.map(\.code) == [.lostDigit("1|40")])
        let lost = layout.claims.filter { $0.fate == .unexplained }.map { layout.file.text(in: $0.source) }
        #expect(lost == ["1", "40"])
    }

    @Test func linesThatAreNoParagraphHoldNoNumber() {
        let layout = layout("精细化治理背街小巷1", "40条，完成改造。")
        #expect(layout.prose == ["精细化治理背街小巷", "条，完成改造。"])
        #expect(layout.diagnostics.count == 1)
    }

    @Test func aNumberCutByTheMarginGoesOnWithAFinding() {
        let layout = layout(Self.wide, Self.wide.dropLast() + "小巷1", "40条；" + Self.wide, Self.wide)
        #expect(layout.prose.joined().contains("小巷140条"))
        #expect(layout.diagnostics.map(\.code) == [.cutNumber("1|40")])
    }

    @Test(arguments: [
        ["附件1", "12345政务服务热线考核办法"], ["全市生产总值完成情况如图1", "2024年全市生产总值"], ["2010505 专项统计业务 8", "2010506信息事务"],
        ["各旗区完成改造任务合计12", "13. 完善机制"],
    ])
    func otherNumbersAtLineEndsAreNoCutOnes(lines: [String]) {
        let text = ([Self.wide, Self.wide] + lines + [Self.wide]).joined(separator: "\n")
        #expect(PageTextFixture.layout(text: text).diagnostics.isEmpty)
    }
}
