import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite struct NewspaperItemsTests {
    private static let plan = ["一、工作目标", "到年底，社会消费品零售总额增长8%。", "二、保障措施", "（一）加强领导。各区要落实责任，形成合力。"]

    @Test func headlinesAboveTheItems() {
        let lines =
            ["云溪日报 2024年2月6日 星期二", "春节市场供应充足", "本报讯（记者 某某） 全市储备蔬菜3500吨。", "全市新增公交线路6条", "本报讯 市交通运输局开通线路6条。", "（某某）"]
            + ["云溪市促进消费行动方案"] + Self.plan + ["滨河公园冰雪季开园", "本报讯 首日接待游客3000人次。"]
        let layout = PageTextFixture.layout(text: lines.joined(separator: "\n") + "\n")
        #expect(layout.documents.map(\.title) == ["春节市场供应充足", "全市新增公交线路6条", "云溪市促进消费行动方案", "滨河公园冰雪季开园"])
        #expect(layout.documents.map(\.register) == [.news, .news, .plan, .news])
        #expect(layout.documents.first?.date == CalendarDate(year: 2024, month: 2, day: 6))
        #expect(layout.blocks.last?.headings == [])
    }

    @Test func headlinesBelowTheItems() {
        let lines =
            Self.plan + ["", "冰雪场地人气旺，市民纷纷来到雪场体验运动的乐趣。", "滑雪场每天接待游客200人。", "（某某某）", "假期尽享冰雪乐趣", ""]
            + ["关于促进消费的实施方案", "", "本报讯 市人社局发放补助金147万元。", "补助金全部发放"]
        let layout = PageTextFixture.layout(text: lines.joined(separator: "\n") + "\n")
        #expect(layout.documents.map(\.title) == ["关于促进消费的实施方案", "假期尽享冰雪乐趣", "补助金全部发放"])
        #expect(layout.documents.map(\.register) == [.plan, .news, .news])
        let story = layout.blocks.first { $0.text.string.hasPrefix("冰雪场地") }
        #expect(story?.document == 1)
        #expect(story?.headings == [])
    }

    @Test func onePersonInBracketsMakesNoNewspaper() {
        let layout = PageTextFixture.layout(text: "云溪市促进消费方案\n一、目标\n零售总额增长8%。\n（某某）\n二、措施\n落实责任。\n")
        #expect(layout.documents.count == 1)
    }
}
