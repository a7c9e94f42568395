import Testing

@testable import Publishing

/// Lists of units in a cell of sixteen columns a line.
struct UnitListTests {
    private func shown(_ text: String, _ language: ReportLanguage = .chinese) -> String {
        UnitList(text: text, lineWidth: 16).shown(ReportWords(language))
    }

    @Test func threeLinesAreShownWhole() {
        #expect(shown("") == "")
        #expect(shown("市能源局、市水利局、市财政局、市统计局") == "市能源局、市水利局、市财政局、市统计局")
    }

    @Test func longerListsSayTheFirstAndHowManyOnTwoLines() {
        let list = "市能源局、市水利局、市财政局、市统计局、市商务局、市教育局"
        #expect(shown(list) == "市能源局、市水利局等6个单位")
        #expect(shown(list, .english) == "市能源局 6 units in all")
    }

    @Test func aCommaWithinBracketsDividesNoUnit() {
        let list = "各区人民政府（海勃湾区、乌达区）、市财政局、市统计局、市商务局、市教育局"
        #expect(UnitList(text: list, lineWidth: 16).isLong)
        #expect(DutyUnits.units(in: list).count == 5)
    }

    @Test func aFirstNameThatIsTooLongIsCut() {
        let list = "鄂尔多斯市住房和城乡建设事业发展中心综合协调办公室、市财政局、市统计局"
        #expect(shown(list) == "鄂尔多斯市住房和城乡…等3个单位")
    }
}
