import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@testable import Publishing

struct UnitWordsTests {
    private let units = UnitWords(names: [
        "元": "yuan", "吨": "tonnes", "立方米": "cubic metres", "克": "grams", "千瓦时": "kilowatt hours", "年": "years",
        "千瓦": "kilowatts", "个百分点": "percentage points", "类": "classes", "小时": "hours",
    ])

    @Test(arguments: [
        ("元", "yuan"), ("亿元", "100 million yuan"), ("万亿元", "trillion yuan"), ("万千瓦", "10 000 kilowatts"),
        ("亿立方米", "100 million cubic metres"), ("个百分点", "percentage points"), ("克/千瓦时", "grams per kilowatt hour"),
        ("万吨/年", "10 000 tonnes per year"), ("小时/类", "hours per class"), ("", ""),
    ])
    func unitsAreEnglish(_ chinese: String, _ english: String) { #expect(units.english(chinese) == english) }

    @Test(arguments: ["峰", "万峰", "吨/峰"]) func unknownUnitsStayWhole(_ unit: String) {
        #expect(units.english(unit) == unit)
    }

    @Test(arguments: [
        ("20吨", "20 tonnes"), ("1吨", "1 tonne"), ("1万吨", "1 × 10 000 tonnes"), ("1.1吨", "1.1 tonnes"),
        ("≥ 25吨 (2023)", "≥ 25 tonnes (2023)"), ("8.9亿吨", "8.9 × 100 million tonnes"),
        ("45—47吨", "45—47 tonnes"), ("5克/千瓦时", "5 grams per kilowatt hour"), ("2025年", "2025年"), ("30年", "30 years"),
        ("12峰", "12峰"), ("65吨以上企业", "65吨以上企业"), ("吨", "吨"), ("", ""), ("12", "12"), ("95%", "95%"),
    ])
    func aLeadingFigureHasItsUnitInEnglish(_ text: String, _ english: String) {
        #expect(units.leadingFigure(text) == english)
    }

    /// 100吉瓦 would be 100 kilowatts: an English name of two sizes is wrong for one of them.
    @Test func noEnglishNameIsOfTwoSizes() {
        var problems: [Diagnostic] = []
        let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Pipelines/common"
        let table = UnitTable(path: "\(folder)/units.csv", problems: &problems)
        #expect(problems == [])
        var factors: [String: Set<String>] = [:]
        for (word, name) in table.englishNames {
            guard let unit = table.resolve(word) else { continue }
            factors["\(name) of \(unit.base)", default: []].insert("\(unit.factor)")
        }
        let twice = factors.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test func theTermsOfASumHaveTheirUnitsInEnglish() {
        let words = ReportWords(.english, units: ["元": "yuan", "家": "firms"])
        #expect(
            words.leadingFigure("18亿元 + 2亿元 = 20亿元")
                == "18 × 100 million yuan + 2 × 100 million yuan = 20 × 100 million yuan")
        #expect(words.leadingFigure("1家\u{3000}3家 (2023)") == "1 firm\u{3000}3 firms (2023)")
        #expect(ReportWords(.chinese).leadingFigure("18亿元 + 2亿元") == "18亿元 + 2亿元")
    }
}
