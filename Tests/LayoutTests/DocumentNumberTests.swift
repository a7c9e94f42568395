import StatisticalModel
import Testing

@testable import Layout

@Suite struct DocumentNumberTests {
    @Test(arguments: ["云府办发〔2024〕17号", "云府办发［2024］17号", "云府办发[2024]17号"])
    func bracketVariants(line: String) {
        #expect(DocumentNumber.parse(Array(line.utf8))?.text == "云府办发〔2024〕17号")
    }

    @Test(arguments: ["（云府发〔2024〕17号）", "根据云府发〔2024〕要求", "〔2024〕17号", "云府发〔24〕17号"])
    func otherLines(line: String) {
        #expect(DocumentNumber.parse(Array(line.utf8)) == nil)
    }

    @Test func dates() {
        let date = DocumentNumber.date(Array("2024年2月29日".utf8))
        #expect(date?.date == CalendarDate(year: 2024, month: 2, day: 29))
        #expect(DocumentNumber.date(Array("2024年2月".utf8)) == nil)
        #expect(DocumentNumber.date(Array("2024年13月1日".utf8)) == nil)
    }
}
