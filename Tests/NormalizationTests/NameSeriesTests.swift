import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

/// Targets that no pipeline knows, and how outturns meet them.
@Suite struct NameSeriesTests {
    private static let library: PipelineLibrary = {
        var library = ProjectFolder.library
        let growth = Indicator(
            pipeline: PipelineID("goals"), code: IndicatorCode("G-1"), name: "地区生产总值增长", englishName: "", unit: "%",
            direction: .up, aliases: [])
        let reduction = Indicator(
            pipeline: PipelineID("goals"), code: IndicatorCode("G-2"), name: "单位地区生产总值能耗降低", englishName: "",
            unit: "%", direction: .up, aliases: [])
        let green = Indicator(
            pipeline: PipelineID("goals"), code: IndicatorCode("G-3"), name: "建成区绿化覆盖率", englishName: "", unit: "%",
            direction: .up, aliases: [])
        library.pipelines = [
            Pipeline(
                id: PipelineID("goals"), name: "目标", englishName: "Goals", indicators: [growth, reduction, green])
        ]
        return library
    }()

    private func normalize(
        target: (String, DecimalNumber, String), outturn: (String, DecimalNumber, String),
        measure: StatementMeasure = .level, direction: Int = 0, decisions: [NameDecision] = []
    ) -> NormalizedBulletins {
        var library = Self.library
        library.matches = decisions
        var plan = BulletinBuilder.statement(target.0, target.1, target.2)
        var fact = BulletinBuilder.statement(outturn.0, outturn.1, outturn.2, file: "b.txt")
        plan.id = StatementID("a:1.1")
        fact.id = StatementID("b:1.1")
        fact.kind = .actual
        (plan.measure, fact.measure) = (measure, measure)
        (plan.changeDirection, fact.changeDirection) = (direction, direction)
        return Normalizer(library: library).normalize([
            BulletinBuilder.bulletin([plan], date: CalendarDate(year: 2025, month: 1, day: 2)),
            BulletinBuilder.bulletin([fact], file: "b.txt", date: CalendarDate(year: 2026, month: 3, day: 2)),
        ])
    }

    private func areOneSeries(_ result: NormalizedBulletins) -> Bool {
        result.observations.count == 2 && result.observations[0].seriesKey != nil
            && result.observations[0].seriesKey == result.observations[1].seriesKey
    }

    @Test(arguments: [
        ("技术合同成交额", "技术市场合同成交金额", "亿元", true), ("老年助餐点", "老年助餐服务点数量", "个", true),
        ("社区托育服务覆盖率", "托育服务覆盖率", "%", false), ("煤炭产能", "煤炭产量", "吨", false), ("覆盖率", "覆盖率", "%", false),
        ("总投资", "总投资", "亿元", false),
    ])
    func namesOfOneMeaningAreOneSeries(target: String, outturn: String, unit: String, isOne: Bool) {
        #expect(areOneSeries(normalize(target: (target, 40, unit), outturn: (outturn, 41, unit))) == isOne)
    }

    /// A plan in 亩 and its outturn in 公顷 are one series, in the plan's unit.
    @Test(
        arguments: [
            ("千亩", 25, "公顷", 2000, "30000", true), ("公里", 30, "米", 31500, "31.5", true),
            ("亩", 25, "公里", 2000, "2000", false),
        ] as [(String, DecimalNumber, String, DecimalNumber, String, Bool)])
    func unitsOfOneKindAreOneSeries(
        target: String, aimed: DecimalNumber, outturn: String, reached: DecimalNumber, expected: String, isOne: Bool
    ) {
        let result = normalize(target: ("四合木生态廊道", aimed, target), outturn: ("四合木生态廊道", reached, outturn))
        #expect(areOneSeries(result) == isOne)
        #expect((result.observations[0].unit == result.observations[1].unit) == isOne)
        #expect(result.observations[1].value?.description == expected)
    }

    @Test func theTargetGivesNameAndUnit() {
        let result = normalize(target: ("老年助餐点", 300, "个"), outturn: ("老年助餐服务点", 310, "处"))
        #expect(result.others.map(\.name) == ["老年助餐点"])
        #expect(result.others.map(\.unit) == ["个"])
        #expect(result.observations.map(\.unit) == ["个", "个"])
        #expect(result.observations.map(\.pipeline) == [NameSignature.pipeline, NameSignature.pipeline])
        // The statements keep what is printed.
        #expect(result.statements.map(\.indicator) == [nil, nil])
    }

    /// An outturn alone is no row of its own.
    @Test func anOutturnWithoutATargetStaysWithoutACode() {
        let result = normalize(target: ("老年助餐点", 300, "个"), outturn: ("技术合同成交额", 310, "亿元"))
        #expect(result.observations.map { $0.indicator == nil } == [false, true])
    }

    @Test func fallsAndRisesAreOneSeriesWithASign() {
        let fall = normalize(
            target: ("地区生产总值", 4, "%"), outturn: ("GDP", 3, "%"), measure: .change, direction: -1)
        #expect(fall.observations.map(\.indicator) == [IndicatorCode("G-1"), IndicatorCode("G-1")])
        #expect(fall.observations.map(\.value) == [-4, -3])
        #expect(fall.observations.map(\.measure) == [.level, .level])
        let cut = normalize(
            target: ("单位GDP能耗", 2, "%"), outturn: ("万元地区生产总值能耗", 3, "%"), measure: .change, direction: -1)
        #expect(cut.observations.map(\.indicator) == [IndicatorCode("G-2"), IndicatorCode("G-2")])
        #expect(cut.observations.map(\.value) == [2, 3])
        let rise = normalize(
            target: ("单位GDP能耗", 2, "%"), outturn: ("单位GDP能耗", 3, "%"), measure: .change, direction: 1)
        #expect(rise.observations.map(\.value) == [-2, -3])
    }

    // MARK: Ask once

    @Test func aNarrowerNameIsProposed() {
        let result = normalize(target: ("建成区绿化覆盖率", 44, "%"), outturn: ("主城区建成区绿化覆盖率", 45, "%"))
        #expect(!areOneSeries(result))
        #expect(result.proposals.map(\.outturn) == ["主城区建成区绿化覆盖率"])
        #expect(result.proposals.map(\.series.indicator) == [IndicatorCode("G-3")])
        #expect(result.proposals.map(\.differences.count) == [1])
    }

    @Test func yesIsAnAliasAndNoIsRemembered() {
        func decided(_ verdict: NameDecision.Verdict, area: AreaCode? = nil) -> NormalizedBulletins {
            normalize(
                target: ("建成区绿化覆盖率", 44, "%"), outturn: ("主城区建成区绿化覆盖率", 45, "%"),
                decisions: [NameDecision(target: "建成区绿化覆盖率", outturn: "主城区建成区绿化覆盖率", area: area, verdict: verdict)])
        }
        #expect(areOneSeries(decided(.yes)))
        #expect(decided(.yes).proposals == [])
        #expect(decided(.no).proposals == [])
        #expect(!areOneSeries(decided(.no)))
        #expect(areOneSeries(decided(.yes, area: AreaCode("150600"))))
        #expect(!areOneSeries(decided(.yes, area: AreaCode("150300"))))
        #expect(decided(.yes, area: AreaCode("150300")).proposals.count == 1)
        #expect(decided(.code(IndicatorCode("G-1"))).observations[1].indicator == IndicatorCode("G-1"))
    }

    /// Of several decisions on a pair the last holds.
    @Test func aLaterDecisionTakesAnEarlierOneBack() {
        func decided(_ verdicts: NameDecision.Verdict...) -> NormalizedBulletins {
            normalize(
                target: ("建成区绿化覆盖率", 44, "%"), outturn: ("主城区建成区绿化覆盖率", 45, "%"),
                decisions: verdicts.map {
                    NameDecision(target: "建成区绿化覆盖率", outturn: "主城区建成区绿化覆盖率", area: nil, verdict: $0)
                })
        }
        #expect(!areOneSeries(decided(.yes, .no)))
        #expect(decided(.yes, .no).proposals == [])
        #expect(areOneSeries(decided(.no, .yes)))
        #expect(decided(.yes, .code(IndicatorCode("G-1"))).observations[1].indicator == IndicatorCode("G-1"))
        #expect(areOneSeries(decided(.code(IndicatorCode("G-1")), .yes)))
    }

    @Test func aNameWithoutACodeCanBeDecidedToo() {
        let names = (target: ("社区老年食堂", DecimalNumber(40), "个"), outturn: ("老年食堂", DecimalNumber(41), "个"))
        #expect(normalize(target: names.target, outturn: names.outturn).proposals.count == 1)
        let decision = NameDecision(target: "社区老年食堂", outturn: "老年食堂", area: nil, verdict: .yes)
        #expect(areOneSeries(normalize(target: names.target, outturn: names.outturn, decisions: [decision])))
    }

    // MARK: Area

    @Test(arguments: [
        ("关于加强某项工作的通知", "鄂尔多斯市", 1), ("东胜区2025年统计公报", "东胜区", 0),
    ])
    func aTextWithoutAnAreaIsOfTheOneThatAllOthersAreOf(title: String, area: String, findings: Int) {
        let plan = BulletinBuilder.bulletin([BulletinBuilder.statement("老年助餐点", 300, "个")])
        let other = BulletinBuilder.bulletin(
            [BulletinBuilder.statement("老年助餐点", 310, "个", file: "b.txt")], file: "b.txt", title: title)
        let result = Normalizer(library: Self.library).normalize([plan, other])
        #expect(result.statements.map { $0.area?.name } == ["鄂尔多斯市", area])
        #expect(result.notes.filter { $0.check == "area-taken" }.count == findings)
    }
}
