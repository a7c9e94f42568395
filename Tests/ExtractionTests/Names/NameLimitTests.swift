import StatisticalModel
import Testing

@testable import Extraction

/// The limits within which names are found, each with a text just inside and one just outside.
@Suite struct NameLimitTests {
    private func names(_ text: String) -> [String] { ProseFixture.extract(text).statements.map(\.indicator) }

    private func filler(_ count: Int) -> String { String(repeating: "某", count: count) }

    /// 城镇新增就业 is one name; a subject of nine characters is another thought.
    @Test func aSubjectOfEightCharactersStaysBeforeItsVerb() {
        #expect(IndicatorNamer.subjectLimit == 24)
        #expect(names("\(filler(8))新增就业3万人。") == ["\(filler(8))新增就业"])
        #expect(names("\(filler(9))新增就业3万人。") == ["新增就业"])
    }

    @Test func fiveNamesShareOneValue() {
        #expect(NameList.most == 5)
        let rates = ["治理率", "利用率", "回收率", "覆盖率", "普及率", "达标率"]
        #expect(names("\(rates[..<5].joined(separator: "、"))均达到90%。") == Array(rates[..<5]))
        #expect(names("\(rates.joined(separator: "、"))均达到90%。").count == 1)
    }

    /// Words of praise behind a count end what is counted from four characters on.
    @Test func praiseOfFourCharactersEndsAName() {
        #expect(IndicatorNamer.praise == 12)
        #expect(names("5个区域中心稳步推进、补齐短板。") == ["区域中心"])
        #expect(names("5个区域中心进一步补齐短板。") == ["区域中心进一步补齐短板"])
    }

    /// A clause without figures names a thing from three characters on.
    @Test func aThingHasThreeCharacters() {
        #expect(SentenceChart.thing == 3)
        #expect(names("湿地园，面积3公顷。") == ["湿地园面积"])
        #expect(names("湿园，面积3公顷。") == ["面积"])
    }

    /// 一般公共预算。收入完成…: sixteen characters with the stop, not seventeen.
    @Test func aShortSentenceHeadsItsParagraph() {
        #expect(ProseReader.headLimit == 48)
        #expect(names("\(filler(13))预算。收入完成30亿元。") == ["\(filler(13))预算收入"])
        #expect(names("\(filler(14))预算。收入完成30亿元。") == ["收入"])
        #expect(names("产业发展加快。收入完成30亿元。") == ["收入"])
    }

    /// What stands before the year that a sentence opens with: eight characters, not nine.
    @Test func anIntroductionLeadsToTheYearOfTheNextSentence() {
        #expect(GoverningYear.introduction == 24)
        // 同时 and 到 with the comma are four of them.
        #expect(years("同时\(filler(4))，到2024年，产值300亿元。产量达到30万吨。") == [2024, 2024])
        #expect(years("同时\(filler(5))，到2024年，产值300亿元。产量达到30万吨。") == [2024, 2025])
    }

    private func years(_ text: String) -> [Int?] {
        ProseFixture.extract(text, title: "东海市2025年工作计划").statements.map { $0.year?.number }
    }
}
