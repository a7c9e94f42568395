import Comparison
import StatisticalModel
import Testing

@Suite struct RendererTests {
    private var difference: EditionDifference {
        var editions = Editions(count: 3)
        editions.new[0].value = "112"
        editions.new[1].lamp = "red"
        editions.new[2].quote = "另一种写法"
        editions.newColumns.append("note")
        var settings = ComparisonSettings()
        settings.directions = ["S-0": .up]
        return editions.difference(settings)
    }

    @Test func terminal() {
        let text = TerminalDifference.text(difference, old: "2023", new: "2025", width: 14)
        #expect(
            text == """
                版本对比：2023 → 2025
                旧版3行，新版3行；相同0行，变化2处，文字或来源变化1处

                目标提高要求 (1)
                  程度  指标       地区    年份  类别  单位  旧值  新值  增减     幅度
                  大    S-0 指标0  150600  2025  目标  个     100   112   +12  +12.00%

                亮灯变差 (1)
                  指标       地区    年份  类别  单位  旧值  新值
                  S-1 指标1  150600  2025  目标  个    黄灯  红灯

                文字与来源 · 引文变化 (1)
                  指标       地区    年份  类别  单位            旧值        新值
                  S-2 指标2  150600  2025  目标  个    到2025年达到1…  另一种写法

                表格问题
                  新增列：note

                """)
    }

    @Test func terminalInEnglish() {
        let text = TerminalDifference.text(difference, old: "2023", new: "2025", language: .english)
        #expect(text.contains("target tightened (1)"))
        #expect(text.contains("lamp worse (1)"))
        #expect(text.contains("3 rows in the old edition, 3 in the new; 0 rows the same, 2 changes"))
        #expect(text.contains("new column: note"))
        #expect(!text.contains("目标"))
    }

    @Test func nothingToSay() {
        let text = TerminalDifference.text(Editions(count: 2).difference(), old: "a", new: "b")
        #expect(text.hasSuffix("两个版本没有差别\n"))
    }

    @Test func markdown() {
        let text = MarkdownDifference.text(difference, old: "2023", new: "2025")
        #expect(text.hasPrefix("# 版本对比：2023 → 2025\n\n旧版3行"))
        #expect(text.contains("\n## 目标提高要求 (1)\n\n| 程度 | 指标 |"))
        #expect(text.contains("| 大 | S-0 指标0 | 150600 | 2025 | 目标 | 个 |  | 100 | 112 | +12 | +12.00% |"))
        #expect(text.contains("- 新增列：note"))
    }

    @Test func bulletinTextIsNoMarkup() {
        var editions = Editions(count: 1)
        editions.new[0].name = "床位|<b>总量*\n"
        let text = MarkdownDifference.text(editions.difference(), old: "a", new: "b")
        #expect(text.contains("| 床位\\|\\<b>总量\\*  |"))
    }

    @Test func records() {
        let records = DifferenceRecords.records(difference)
        #expect(
            records.first == [
                "target-tightened", "large", "S-0", "指标0", "150600", "2025", "target", "个", "", "100", "112", "12",
                "12.00", "no", "",
            ])
        #expect(records.map { $0[0] } == ["target-tightened", "lamp-worse", "quote-changed", "column-new"])
        #expect(records.allSatisfy { $0.count == DifferenceRecords.header.count })
    }

    @Test func pointsAreSaid() {
        var editions = Editions(count: 1)
        editions.old[0].unit = "%"
        editions.new[0].unit = "%"
        editions.new[0].value = "102"
        let difference = editions.difference()
        #expect(TerminalDifference.text(difference, old: "a", new: "b").contains("+2个百分点"))
        #expect(
            TerminalDifference.text(difference, old: "a", new: "b", language: .english).contains("+2 points"))
    }
}
