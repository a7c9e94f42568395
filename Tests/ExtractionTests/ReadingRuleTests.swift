import StatisticalModel
import Testing

@testable import Extraction

/// The rule that each figure of a sentence is said to be found by.
@Suite struct ReadingRuleTests {
    @Test(arguments: [
        ("到2025年，养老床位达到500张。", [ReadingRule.clause]),
        ("推进60个老旧小区改造。", [.nameAfter]),
        ("疏干水利用率、再生水回用率分别达到75%、67%。", [.list, .list]),
        ("解决率、满意率均达到90%。", [.sharedFigure, .sharedFigure]),
        ("新增高新技术企业20家、科技型中小企业25家。", [.clause, .listVerb]),
        ("城镇居民人均可支配收入38742元、农村居民人均可支配收入21655元，分别增长4.3%、7.2%。", [.clause, .clause, .respectively, .respectively]),
        ("第三产业增加值500亿元，占地区生产总值的比重40.1%。", [.clause, .continuedName]),
        ("累计培育示范牧场50个，其中2023年培育15个，2024年培育20个。", [.clause, .recalledName, .recalledName]),
        ("粮食播种面积，达到300万亩。", [.precedingClause]),
        ("安排资金400万元，发放消费券。", [.purpose]),
        ("将资金拨付节点由8个增加到11个。", [.fromTo, .fromTo]),
        ("实施重点项目296个（总投资2400亿元）。", [.clause, .bracket]),
    ])
    func aFigureNamesItsRule(sentence: String, rules: [ReadingRule]) {
        #expect(ProseFixture.extract(sentence, title: "2023年计划").statements.map(\.provenance.rule) == rules)
    }
}
