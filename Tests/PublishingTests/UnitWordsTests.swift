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
}
