import SourceText
import StatisticalModel
import Testing

@testable import Layout

@Suite("Claims for what no cell holds")
struct LeftoverClaimsTests {
    @Test("titles, repeated heads, full-width row numbers and values without a row")
    func leftovers() {
        let text = TableFixture.pageText([
            "表2 电源建设表", "序号", "１", "２", "３", "项目名称", "甲地光伏项目", "乙地风电项目", "丙地风电项目", "2021年", "30", "50",
            "2025年", "20", "10", "40", "⏎序号", "４", "项目名称", "丁地光伏项目", "2021年", "60", "2025年", "70",
        ])
        let file = SourceFile(name: "fixture.txt", text: text)
        let taken = Array(repeating: true, count: file.lineCount)
        let claims = LeftoverClaims.claims(TableFixture.recover(text), in: file, taken: taken)
        let reasons = claims.map { "\(file.text(in: $0.source)) \($0.reason.rawValue)" }
        #expect(
            reasons == [
                "2 table-title", "１ row-number", "２ row-number", "３ row-number", "30 value-without-row",
                "50 value-without-row", "４ row-number", "2021 repeated-head", "2025 repeated-head",
            ])
        #expect(claims.allSatisfy { $0.fate == .table })
    }
}
