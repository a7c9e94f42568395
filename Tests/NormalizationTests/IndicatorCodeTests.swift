import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

/// Which indicator a figure belongs to: by name, unit, measure and the words around it.
@Suite struct IndicatorCodeTests {
    private static let library: PipelineLibrary = {
        var library = BulletinBuilder.library()
        func indicator(_ code: String, _ name: String, _ unit: UnitCode, _ aliases: [String] = []) -> Indicator {
            Indicator(
                pipeline: PipelineID("goals"), code: IndicatorCode(code), name: name, englishName: "", unit: unit,
                direction: .up, aliases: aliases)
        }
        library.pipelines[0] = Pipeline(
            id: PipelineID("goals"), name: "目标", englishName: "Goals",
            indicators: [
                indicator("G-1", "煤炭产量", "吨", ["煤炭"]), indicator("G-2", "煤炭产能", "吨/年"),
                indicator("G-3", "地区生产总值", "元"), indicator("G-4", "地区生产总值增长", "%"),
                indicator("G-5", "政务热线响应率", "%"), indicator("G-6", "政务热线解决率", "%"),
                indicator("G-7", "政务服务事项综合窗口受理率", "%"), indicator("G-8", "乳品产业总产值", "元", ["乳品产业产值合计"]),
                indicator("G-9", "每千人口托位数", "个"), indicator("G-10", "新增工业用地供应比例", "%"),
                indicator("G-11", "机组供电煤耗", "克/千瓦时"),
            ])
        return library
    }()

    private func normalize(_ statements: [Statement]) -> NormalizedBulletins {
        Normalizer(library: Self.library).normalize([BulletinBuilder.bulletin(statements)])
    }

    private func code(_ statement: Statement) -> String? { normalize([statement]).statements[0].indicator?.text }

    @Test(
        arguments: [
            ("煤炭", "亿吨", "G-1"), ("煤炭", "亿吨/年", nil), ("煤炭", "%", nil), ("煤炭产量", "亿元", nil),
            ("煤炭产能", "亿吨/年", "G-2"), ("煤炭产能", "亿吨", "G-2"), ("煤炭产能", "座", nil), ("地区生产总值", "%", nil),
        ] as [(String, String, String?)])
    func theUnitMeasuresTheSameDimension(name: String, unit: String, expected: String?) {
        #expect(code(BulletinBuilder.statement(name, 12, unit)) == expected)
    }

    @Test func aCapacityWithoutItsYearIsOneOfAYear() {
        let result = normalize([
            BulletinBuilder.statement("煤炭产能", 12, "亿吨"), BulletinBuilder.statement("煤炭产能", 12, "亿吨/年"),
        ])
        #expect(result.observations.map(\.unit) == ["吨/年"])
        #expect(result.observations[0].sources.count == 2)
    }

    @Test(arguments: [
        "全面推进政务热线响应率", "政务热线响应率目标", "各级政务热线响应率", "鄂尔多斯市政务热线响应率",
    ])
    func wordsAroundTheNameSayNothing(name: String) {
        #expect(code(BulletinBuilder.statement(name, 90, "%")) == "G-5")
    }

    @Test func growthIsTheRateAndNeverTheLevel() {
        var growth = BulletinBuilder.statement("地区生产总值", 6, "%")
        growth.measure = .change
        growth.changeDirection = 1
        let result = normalize([growth, BulletinBuilder.statement("地区生产总值", 900, "亿元")])
        #expect(result.statements.map(\.indicator?.text) == ["G-4", "G-3"])
        #expect(result.observations.map(\.measure) == [.level, .level])
        #expect(result.statements[0].statement.measure == .change)
    }

    @Test func aFallIsAChangeOfTheLevel() {
        var fall = BulletinBuilder.statement("机组供电煤耗", 5, "克")
        fall.measure = .change
        fall.changeDirection = -1
        let result = normalize([fall])
        #expect(result.observations[0].indicator?.text == "G-11" && result.observations[0].measure == .change)
        #expect(result.observations[0].unit == "克/千瓦时")
    }

    @Test func aShareIsNoIncrement() {
        var share = BulletinBuilder.statement("新增工业用地供应比例", 100, "%")
        share.measure = .increment
        #expect(normalize([share]).observations[0].measure == .level)
        var places = BulletinBuilder.statement("每千人口托位数", 4, "个")
        places.measure = .increment
        places.qualifier = "每千"
        let result = normalize([places]).observations[0]
        #expect(result.measure == .level && result.qualifier.isEmpty)
    }

    @Test func aHeadStatedOnceServesTheNextName() {
        func figure(_ name: String, _ value: DecimalNumber, sentence: Int) -> Statement {
            var statement = BulletinBuilder.statement(name, value, "%")
            statement.provenance.sentence = sentence
            return statement
        }
        let one = normalize([figure("政务热线响应率", 99, sentence: 0), figure("解决率", 90, sentence: 0)])
        #expect(one.statements.map(\.indicator?.text) == ["G-5", "G-6"])
        let two = normalize([figure("政务热线响应率", 99, sentence: 0), figure("解决率", 90, sentence: 40)])
        #expect(two.statements.map(\.indicator?.text) == ["G-5", nil])
    }

    @Test func wordsBeforeALongNameNarrowItsScope() {
        let result = normalize([
            BulletinBuilder.statement("政务服务事项综合窗口受理率", 95, "%"),
            BulletinBuilder.statement("园区政务服务事项综合窗口受理率", 80, "%", line: 2),
        ])
        #expect(result.observations.map(\.indicator?.text) == ["G-7", "G-7"])
        #expect(result.observations.map(\.qualifier) == ["", "园区"])
        #expect(result.conflicts.isEmpty)
    }

    @Test func aTotalIsThatOfItsTitle() {
        #expect(
            code(BulletinBuilder.statement("产值合计", 80, "亿元", table: "一流乳品产业产值预期目标表", row: 8)) == "G-8")
        #expect(code(BulletinBuilder.statement("产值合计", 80, "亿元", table: "旅游业产值目标表", row: 8)) == nil)
    }

    /// By what names mean: a fall over several years is one of the level, 净增 is not 新增.
    @Test func changesOverYearsAndNetIncrementsAreTold() {
        func normalized(_ statement: Statement) -> NormalizedStatement {
            var bulletin = BulletinBuilder.bulletin([statement])
            bulletin.layout.documents[0].date = CalendarDate(year: 2021, month: 3, day: 1)
            return Normalizer(library: ProjectFolder.library).normalize([bulletin]).statements[0]
        }
        var fall = BulletinBuilder.statement("单位地区生产总值能源消耗", 14, "%")
        (fall.measure, fall.changeDirection) = (.change, -1)
        #expect(normalized(fall).indicator == IndicatorCode("OG-099"))
        var stated = BulletinBuilder.statement("单位地区生产总值能耗", 15, "%", year: 2020)
        (stated.kind, stated.measure, stated.changeDirection) = (.actual, .change, -1)
        stated.provenance.quote = "五年来，单位地区生产总值能耗累计下降15%"
        #expect(normalized(stated).indicator == IndicatorCode("OG-099"))
        stated.provenance.quote = "单位地区生产总值能耗下降15%"
        #expect(normalized(stated).indicator == IndicatorCode("ES-105"))
        var increment = BulletinBuilder.statement("新增高新技术企业", 20, "家")
        increment.measure = .increment
        #expect(normalized(increment).indicator == IndicatorCode("BE-011"))
        increment.indicator = "净增高新技术企业"
        #expect(normalized(increment).indicator == nil)
    }
}
