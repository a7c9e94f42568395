import StatisticalModel
import Testing

@testable import Publishing

/// Who leads and who else takes part, of tasks and of targets.
struct DutyUnitsTests {
    private func units(_ lead: String, _ responsible: String, _ cooperating: String) -> [String] {
        let units = DutyUnits(lead: lead, responsible: responsible, cooperating: cooperating)
        return [units.lead, units.others]
    }

    private func units(lead: String, responsible: String, cooperating: String, now: String? = nil) -> [String] {
        var statement = Statement(
            provenance: Provenance(bulletin: "a.txt", line: 1, lineEnd: 1, quote: "", rule: .clause), source: .prose,
            indicator: "床位", kind: .target, quantity: nil, responsible: responsible)
        statement.leadUnit = lead
        statement.cooperating = cooperating
        let units = DutyUnits(
            Observation(
                sources: [statement], indicatorName: "床位", kind: .target, value: 1, unit: nil, year: nil,
                responsible: now ?? responsible))
        return [units.lead, units.others]
    }

    @Test func besideALeaderTheOthersTakePart() {
        #expect(units("市能源局", "市水利局", "市财政局") == ["市能源局", "市水利局、市财政局"])
        #expect(units("", "市能源局、市水利局", "市财政局") == ["市能源局、市水利局", "市财政局"])
        #expect(units("", "", "") == ["", ""])
    }

    @Test func commasAtTheEndsOfListsAreLeftOut() {
        #expect(units("市农牧局，", "、市水利局；", "") == ["市农牧局", "市水利局"])
    }

    @Test func aStatementNamesItsLeadersFirst() {
        #expect(
            units(lead: "市能源局", responsible: "市能源局、市水利局，市财政局", cooperating: "") == ["市能源局", "市水利局，市财政局"])
        #expect(units(lead: "", responsible: "市能源局", cooperating: "市财政局") == ["市能源局", "市财政局"])
        #expect(units(lead: "", responsible: "", cooperating: "市财政局") == ["", "市财政局"])
    }

    @Test func whatTheOfficeSaysOtherwiseStands() {
        #expect(units(lead: "甲局", responsible: "甲局、乙局", cooperating: "丙局", now: "丁局") == ["丁局", ""])
    }
}
