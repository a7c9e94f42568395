import PipelineDefinition
import StatisticalModel
import Testing

@testable import Extraction

/// Weights decide, equal support leaves open, too little decides nothing.
@Suite struct EvidenceResolverTests {
    private func decide(_ candidates: [ContextCandidate<String>], least: Int? = nil) -> ContextDecision<String> {
        var resolver = EvidenceResolver<String>()
        for candidate in candidates { resolver.offer(candidate) }
        return least.map { resolver.decide(least: $0) } ?? resolver.decide()
    }

    @Test func heavierValueWinsAndTheOtherIsKept() {
        let found = decide([
            ContextCandidate("target", .document, weight: 32, word: "计划"),
            ContextCandidate("actual", .section, weight: 48, word: "回顾"),
        ])
        #expect(found.winner == ContextCandidate("actual", .section, weight: 48, word: "回顾"))
        #expect(found.runnerUp == ContextCandidate("target", .document, weight: 32, word: "计划"))
        #expect(!found.isOpen)
        #expect(found.margin == 16)
    }

    @Test func speakersOfOneValueAddUpEachOnce() {
        let found = decide([
            ContextCandidate("target", .document, weight: 32), ContextCandidate("actual", .cue, weight: 24),
            ContextCandidate("actual", .stateHead, weight: 20), ContextCandidate("actual", .cue, weight: 24),
        ])
        #expect(found.winner == ContextCandidate("actual", .cue, weight: 44))
        #expect(found.runnerUp == ContextCandidate("target", .document, weight: 32))
    }

    @Test func equalSupportIsOpen() {
        let found = decide([
            ContextCandidate("target", .sentenceCue, weight: 12), ContextCandidate("actual", .sentenceCue, weight: 12),
        ])
        #expect(found.isOpen)
        #expect(found.winner?.value == "target")
        #expect(found.runnerUp?.value == "actual")
    }

    @Test(arguments: [(8, true), (9, false)])
    func tooLittleIsOpen(_ weight: Int, _ isOpen: Bool) {
        #expect(EvidenceResolver<String>.leastSupport == 9)
        #expect(decide([ContextCandidate("target", .bound, weight: weight)]).isOpen == isOpen)
    }

    @Test func nothingIsOpen() {
        #expect(decide([]) == ContextDecision(winner: nil, runnerUp: nil, isOpen: true))
        #expect(decide([ContextCandidate("target", .bound, weight: 0)]).winner == nil)
    }

    @Test(arguments: [(40, true), (41, false)])
    func closeCallsLeadByEight(_ weight: Int, _ isClose: Bool) {
        let year = ContextDecision<Int>(winner: nil, runnerUp: nil, isOpen: true)
        let kind = ContextDecision(
            winner: ContextCandidate(StatementKind.actual, .section, weight: weight),
            runnerUp: ContextCandidate(StatementKind.target, .document, weight: 32), isOpen: false)
        #expect(StatementEvidence(year: year, kind: kind).isCloseCall == isClose)
    }

    /// A nearer speaker outweighs all farther ones for the year; the file names every speaker.
    @Test func weightsStandInOrder() {
        let table = ProseFixture.library.evidence
        let years: [EvidenceSpeaker] = [
            .clause, .sentence, .paragraph, .leadIn, .section, .bracket, .title, .date, .guess,
        ]
        let weights = years.map { table.weight(of: $0, for: .year) }
        for index in weights.indices {
            #expect(weights[index] > weights[(index + 1)...].reduce(0, +), "\(years[index])")
        }
        let kinds: [EvidenceSpeaker] = [
            .oldLevel, .laterYear, .clauseWord, .sentenceWord, .earlierYear, .paragraphWord, .section, .reportYear,
            .document, .cue, .yearForm, .stateHead, .sentenceCue, .neighbour, .text, .bound,
        ]
        let kindWeights = kinds.map { table.weight(of: $0, for: .kind) }
        #expect(kindWeights == kindWeights.sorted(by: >))
        // What decides between them is the sums: a head (48) outweighs title and cue (32 + 12), a cue in the clause
        // with the form of the year (24 + 16) the title (32), and a bound (9) alone is just enough.
        #expect(kindWeights == [2048, 1200, 512, 256, 128, 64, 48, 40, 32, 24, 16, 12, 12, 10, 9, 9])
        #expect(Set(years + kinds) == Set(EvidenceSpeaker.allCases))
        #expect(table.examples.count == years.count + kinds.count)
    }
}

/// A sentence or two for each kind of evidence, in our own words.
@Suite struct EvidenceTests {
    private func kinds(
        _ text: String, title: String = "", date: CalendarDate? = nil, heading: String? = nil
    ) -> [String] {
        ProseFixture.extract(text, title: title, date: date, heading: heading).statements.map { statement in
            let months = statement.months.map { " \($0.start)/\($0.end)" } ?? ""
            return
                "\(statement.year?.description ?? "-") \(statement.kind) \(statement.observationStatus.rawValue)\(months)"
        }
    }

    @Test func withoutEvidenceTheKindIsOpen() {
        #expect(kinds("产值300亿元。") == ["- undetermined A"])
        #expect(kinds("产值300亿元以上。") == ["- target A"])
        #expect(kinds("产值300亿元，同比增长6%。") == ["- actual A", "- actual A"])
        #expect(kinds("今年要发放贷款30亿元。") == ["- target A"])
    }

    /// Where the signs balance nothing is decided: 12 of a cue elsewhere in the sentence against 12 of another.
    @Test func whatIsSaidForBothSidesStaysOpen() {
        #expect(kinds("同比有所回升，要抓投产，产值300亿元。") == ["- undetermined A"])
        #expect(kinds("同比有所回升，产值300亿元。") == ["- actual A"])
        #expect(kinds("要抓投产，产值300亿元。") == ["- target A"])
    }

    /// What a paragraph stated last decides for a figure that nothing else speaks for, and a bound breaks no tie of it.
    @Test func theNeighbourDecidesWhereNothingElseSpeaks() {
        #expect(kinds("产值300亿元，同比增长6%。机构11家。") == ["- actual A", "- actual A", "- actual A"])
        #expect(kinds("机构11家。") == ["- undetermined A"])
        #expect(kinds("产值300亿元，同比增长6%。机构11家以上。").last == "- actual A")
    }

    @Test func yearsAreToldOrAimedAt() {
        #expect(kinds("2024年，床位使用率为70%。") == ["2024 actual A"])
        #expect(kinds("到2024年，床位使用率达到70%。") == ["2024 target A"])
        #expect(kinds("2024年末，床位使用率达到70%以上。") == ["2024 actual A"])
        #expect(kinds("2024年，床位使用率达到70%以上。") == ["2024 target A"])
    }

    @Test func reviewsHoldBeyondTheirSentence() {
        let title = "东海市2024年政府工作报告"
        #expect(
            kinds("五年来，我们坚持绿色发展。森林覆盖率提高到38.6%，建成污水处理厂17座。", title: title)
                == ["2023 actual A", "2023 actual A"])
        #expect(
            kinds("今后五年，我们坚持绿色发展。森林覆盖率提高到41%，建成污水处理厂20座。", title: title)
                == ["2028 target A", "2028 target A"])
        #expect(
            kinds("（一）产业根基更加牢固。服务业增加值305亿元。", title: title, heading: "一、2023年工作回顾")
                == ["2023 actual A"])
    }

    /// A quarter's figure is none of the year's because its sentence leaves the quarter to the title.
    @Test func aDocumentOfAPartOfAYearLendsItsMonths() {
        for title in ["东海县2025年一季度经济运行情况", "东海县2025年1—3月财政收支情况"] {
            #expect(
                kinds("工业增加值增长6%。今年完成投资30亿元。", title: title)
                    == Array(repeating: "2025 actual A 2025-01/2025-03", count: 2))
            // 全年, a year of its own and what is aimed at are none of it.
            #expect(
                kinds("全年产值30亿元。确保投资增长8%。2024年产值28亿元，同比增长6%。", title: title)
                    == ["2025 actual A", "2025 target A", "2024 actual A", "2024 actual A"])
        }
        // A quarter that does not begin the year may be told of alone or with those before it.
        #expect(kinds("工业增加值同比增长6%。", title: "东海县2025年三季度经济运行情况") == ["2025 actual A"])
    }

    @Test func whatIsCountedAtTheEndOfAMonthIsOfTheMonthsUpToIt() {
        let title = "2025年东海县经济运行情况"
        #expect(kinds("3月末，贷款余额355亿元。", title: title) == ["2025 actual A 2025-01/2025-03"])
        #expect(kinds("截至6月底，完成投资58亿元。", title: title) == ["2025 actual A 2025-01/2025-06"])
        #expect(kinds("12月末，贷款余额355亿元。", title: title) == ["2025 actual A"])
        // A limit is no time of counting.
        #expect(kinds("2025年6月底前建成机构3家。", title: "东海县2025年工作要点") == ["2025 target A"])
    }

    /// The day of issue under a title is no year of its figures, where the title names one.
    @Test func theDayInATitleIsThatOfIssue() {
        #expect(kinds("财政收入92亿元。", title: "2008年东海市统计公报（东海市统计局 2009年3月18日）") == ["2008 actual A"])
        #expect(kinds("财政收入92亿元。", title: "东海市统计公报（东海市统计局 2009年3月18日）") == ["2009 actual A"])
    }

    /// A document of a year that is over tells facts, where its title says nothing else.
    @Test func aDocumentOfAYearThatIsOverTellsFacts() {
        let date = CalendarDate(year: 2010, month: 1, day: 13)
        #expect(kinds("绿化率21%。", title: "东海市2009年数据摘要", date: date) == ["2009 actual A"])
        #expect(kinds("绿化率21%。", title: "东海市2009年重点任务", date: date) == ["2009 target A"])
        #expect(kinds("绿化率21%。", title: "东海市2010年数据摘要", date: date) == ["2010 undetermined A"])
    }

    /// What a headline tells of a plan's years that are over was done in them.
    @Test func aHeadlineOfAPlanThatIsOverTellsFacts() {
        let date = CalendarDate(year: 2021, month: 2, day: 5)
        #expect(kinds("绿化率达到41%。", title: "东海市“十三五”时期经济年均增长7%", date: date) == ["2020 actual A"])
        #expect(kinds("绿化率达到41%。", title: "东海市“十三五”规划", date: date) == ["2020 target A"])
    }

    @Test func anEstimateOfTheYearReportedSpeaksForAFact() {
        #expect(
            kinds("五年来，产值由2018年的12亿元预计提高到19亿元，人均产值达到2万元。", title: "东海市2024年政府工作报告", heading: "一、过去五年工作回顾")
                == ["2018 actual E", "2023 actual E", "2023 actual E"])
    }

    @Test func partsOfTheYearHoldUntilAnotherTimeIsSaid() {
        let title = "2023年东海市经济运行情况"
        // The months so far come back behind a quarter, and end with the year.
        #expect(
            kinds("上半年，产值30亿元。二季度增长5%。分行业看，采矿业产值9亿元。全年预计投资3亿元。", title: title)
                == [
                    "2023 actual A 2023-01/2023-06", "2023 actual A 2023-04/2023-06", "2023 actual A 2023-01/2023-06",
                    "2023 actual E",
                ])
        // A single month holds for its own sentence and the parts behind it.
        #expect(
            kinds("6月份，产值增长5%。其中，采矿业增长1%。投资增长3%。", title: title)
                == ["2023 actual A 2023-06/2023-06", "2023 actual A 2023-06/2023-06", "2023 actual A"])
        // 前三季度 behind a year is no limit 前 before a third quarter.
        #expect(kinds("2023年前三季度，产值30亿元。", title: title) == ["2023 actual A 2023-01/2023-09"])
        #expect(kinds("2023年前5个月，产值30亿元。", title: title) == ["2023 actual A 2023-01/2023-05"])
        #expect(kinds("2023年前，产值达到30亿元。", title: title) == ["2023 actual A"])
        // What is accumulated in April began in January.
        #expect(
            kinds("4月，收入累计完成2亿元，增长4%。其中，税收1亿元。", title: title)
                == ["2023 actual A 2023-01/2023-04", "2023 actual A 2023-01/2023-04", "2023 actual A 2023-01/2023-04"])
        #expect(kinds("4月，收入完成2亿元。", title: title) == ["2023 actual A 2023-04/2023-04"])
    }

    @Test func thisYearEndsAnotherThatTheParagraphTold() {
        let title = "东海市2024年政府工作报告"
        let heading = "一、2024年进展"
        #expect(
            kinds("2022年，企业为310家。今年以来，发展加快。企业为905家。床位为60张。", title: title, heading: heading)
                == ["2022 actual A", "2024 actual A", "2024 actual A"])
        #expect(
            kinds("2022年，企业为310家。发展加快。企业为905家。", title: title, heading: heading)
                == ["2022 actual A", "2022 actual A"])
    }

    @Test func whatWasToBeDoneHasBeenDone() {
        let date = CalendarDate(iso: "2024-01-20")
        #expect(kinds("2023年，已将标准提高到80元。", date: date) == ["2023 actual A"])
        #expect(kinds("2023年，将标准提高到80元。", date: date) == ["2023 target A"])
    }

    @Test func oldLevelsNeverTakeTheNewLevelsYear() {
        let title = "东海市2024年政府工作报告"
        #expect(kinds("五年来，企业从310家增加到905家。", title: title) == ["2018 actual A", "2023 actual A"])
        #expect(
            kinds("户籍人口由上年的88.2万人增加到88.9万人。", title: title, heading: "一、2023年工作回顾")
                == ["2022 actual A", "2023 actual A"])
        #expect(
            kinds("2024年，登记时间由4个工作日压缩至2个工作日。", title: "2024年优化营商环境方案")
                == ["- actual A", "2024 target A"])
    }

    @Test func yearsInNamesGovernNothing() {
        let title = "东海市2023年统计公报"
        #expect(
            kinds("工业总产值36.2亿元，按2005年不变价格计算，同比增长12.4%。", title: title)
                == ["2023 actual A", "2023 actual A"])
        #expect(kinds("列入2021年省级名单的企业3家。", title: title) == ["2023 actual A"])
        #expect(
            kinds("今年是“十五五”开局之年，产值增长6%。", title: "东海市2026年工作要点") == ["2026 target A"])
    }

    @Test func aLimitAtTheEndGovernsWhatStandsBefore() {
        let date = CalendarDate(year: 2023, month: 6, day: 8)
        #expect(
            kinds("建设年产40万吨液化气项目，争取2026年前投运。", title: "新材料实施方案", date: date).first
                == "2026 target A")
    }

    @Test func partsOfAYearAreMonths() {
        let title = "东海市2024年统计公报"
        #expect(kinds("上半年完成投资30亿元。", title: title) == ["2024 actual A 2024-01/2024-06"])
        #expect(kinds("2024年1—2月，平均浓度为51微克/立方米。", title: title) == ["2024 actual A 2024-01/2024-02"])
        #expect(kinds("2月份，平均浓度为27微克/立方米。", title: title) == ["2024 actual A 2024-02/2024-02"])
        #expect(kinds("年末常住人口220万人。", title: title) == ["2024 actual A"])
    }

    @Test func estimatesOfTheYearReportedAreOutturns() {
        let title = "关于东海县2023年计划执行情况与2024年计划草案的报告"
        #expect(kinds("预计全年总产值96.4亿元。", title: title, heading: "一、2023年计划执行情况") == ["2023 actual E"])
        #expect(kinds("预计总产值104亿元。", title: title, heading: "二、2024年计划安排") == ["2024 forecast F"])
        #expect(kinds("初步核算，全年总产值500亿元。", title: "东海市2023年统计公报") == ["2023 actual P"])
    }

    @Test func quotedTargetsAreRead() {
        #expect(
            kinds("将“到2025年每千人口托位数达到4.5个”列入规划。", title: "托育服务规划", date: CalendarDate(year: 2021))
                == ["2025 target A"])
    }
}
