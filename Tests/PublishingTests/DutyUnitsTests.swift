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

    private func members(_ lead: String, _ responsible: String, _ cooperating: String) -> [String] {
        DutyUnits(lead: lead, responsible: responsible, cooperating: cooperating).members.map {
            "\($0.unit) \($0.role.rawValue)"
        }
    }

    @Test func oneUnitAnswersAndEachHasItsPart() {
        #expect(
            members("甲局、乙局", "甲局、丙局", "丁局;乙局") == ["甲局 leads", "乙局 leads-too", "丙局 responsible", "丁局 helps"])
        #expect(members("", "甲局，乙局", "丙局") == ["甲局 leads", "乙局 responsible", "丙局 helps"])
        #expect(members("", "", "丙局、丁局") == ["丙局 helps", "丁局 helps"])
        #expect(DutyUnits(lead: "", responsible: "", cooperating: "丙局").answering == "")
        #expect(DutyUnits(lead: "甲局、乙局", responsible: "", cooperating: "").answering == "甲局")
        #expect(DutyUnits(lead: "甲局", all: "甲局、乙局", cooperating: "").role(of: "乙局") == .responsible)
    }

    @Test func bracketsHoldCommasOfTheirOwn() {
        #expect(DutyUnits.units(in: "市水利局、 各区人民政府（甲区、乙区），丁局") == ["市水利局", "各区人民政府（甲区、乙区）", "丁局"])
        #expect(DutyUnits.units(in: "甲局）、乙局") == ["甲局）", "乙局"])
    }

    @Test func whatTwoBulletinsAskForOneUnitAnswers() {
        var units = DutyUnits(lead: "", responsible: "甲局", cooperating: "乙局")
        units.join(DutyUnits(lead: "丙局", responsible: "甲局", cooperating: "丁局"))
        #expect(units.answering == "甲局")
        #expect(units.members.map(\.role) == [.leads, .helps, .responsible, .helps])
        var none = DutyUnits(lead: "", responsible: "", cooperating: "")
        none.join(units)
        #expect(none.members == units.members)
    }
}
