import StatisticalModel
import TestSupport
import Testing

@testable import PipelineDefinition

@Suite struct IndicatorCatalogueTests {
    static func indicator(_ code: String, _ name: String, _ unit: UnitCode, _ aliases: [String] = []) -> Indicator {
        Indicator(
            pipeline: PipelineID("p"), code: IndicatorCode(code), name: name, englishName: code, unit: unit,
            direction: .up, aliases: aliases)
    }

    @Test(arguments: [
        ("床位占比（％）", "床位占比"), ("全市“一件事”事 项", "一件事事项"), ("养老机构、居家社区", "养老机构居家社区"),
        ("城乡社区议事协商平台（机构）覆盖率", "城乡社区议事协商平台机构覆盖率"), ("N-1通过率", "n1通过率"), ("0—3岁人口", "0-3岁人口"),
        ("全市", "全 市"),
    ])
    func differentSpellingsFoldAlike(left: String, right: String) {
        #expect(NameFolding.fold(left) == NameFolding.fold(right))
    }

    @Test(arguments: [("煤制油产量", "煤制气产量"), ("65岁人口", "60岁人口"), ("覆盖率（城镇）", "覆盖率")])
    func differentNamesStayApart(left: String, right: String) {
        #expect(NameFolding.fold(left) != NameFolding.fold(right))
    }

    @Test func theQualifierIsPartOfTheNameFirst() {
        let pipeline = Pipeline(
            id: PipelineID("p"), name: "p", englishName: "p",
            indicators: [Self.indicator("A", "床位占比", "%"), Self.indicator("B", "养老机构床位占比", "%")])
        let catalogue = IndicatorCatalogue(pipelines: [pipeline])
        #expect(catalogue.match(name: "床位占比")?.code.text == "A")
        #expect(catalogue.match(name: "床位占比", qualifier: "养老机构")?.code.text == "B")
        #expect(catalogue.match(name: "床位占比", qualifier: "各旗区")?.code.text == "A")
        #expect(catalogue.match(name: "占比") == nil)
    }

    @Test func theUnitDecidesBetweenTwoPipelines() {
        let catalogue = IndicatorCatalogue(pipelines: [
            Pipeline(id: PipelineID("p"), name: "p", englishName: "p", indicators: [Self.indicator("A", "产能", "吨")]),
            Pipeline(id: PipelineID("q"), name: "q", englishName: "q", indicators: [Self.indicator("B", "产能", "千瓦")]),
        ])
        #expect(catalogue.match(name: "产能", unit: "千瓦")?.code.text == "B")
        #expect(catalogue.match(name: "产能") == nil)
    }

    /// 某旗养老服务站覆盖率 is 养老服务站覆盖率 with a scope; seven characters may end names of other things too.
    @Test(arguments: [("养老服务站覆盖率", true), ("养老服务覆盖率", false)])
    func anEndingTellsItsIndicatorFromEightCharactersOn(name: String, tells: Bool) {
        #expect(IndicatorCatalogue.shortestEnding == 8)
        let pipeline = Pipeline(
            id: PipelineID("p"), name: "p", englishName: "p", indicators: [Self.indicator("A", name, "%")])
        let found = IndicatorCatalogue(pipelines: [pipeline]).matchEnd(of: "某旗" + name, unit: "%")
        #expect(found?.indicator.code.text == (tells ? "A" : nil))
        #expect(found?.scope == (tells ? "某旗" : nil))
    }

    @Test func nearNamesAreOfferedBestFirst() {
        let pipeline = Pipeline(
            id: PipelineID("p"), name: "p", englishName: "p",
            indicators: [
                Self.indicator("A", "普惠性托位占比", "%"), Self.indicator("B", "护理型床位占比", "%"),
                Self.indicator("C", "煤炭产量", "吨"),
            ])
        let catalogue = NearIndicators(IndicatorCatalogue(pipelines: [pipeline]))
        #expect(catalogue.nearest(name: "普惠托位占比率").map(\.code.text).first == "A")
        #expect(catalogue.nearest(name: "游客人数") == [])
        #expect(catalogue.nearest(name: "床位占比", limit: 1).map(\.code.text) == ["B"])
    }
}
