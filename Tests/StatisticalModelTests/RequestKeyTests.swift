import StatisticalModel
import Testing

@Suite struct RequestKeyTests {
    private func key(_ change: (inout FigureKey) -> Void = { _ in }) -> FigureKey {
        var key = FigureKey(
            indicator: IndicatorCode("EC-005"), pipeline: PipelineID("elderly-childcare"), name: "护理型床位占比",
            area: AreaCode("150600"), qualifier: "", year: Year(2025), unit: "%", measure: .level, period: nil)
        change(&key)
        return key
    }

    @Test func aKeySaysAllThatTheAnswerNeeds() {
        let full = key {
            $0.qualifier = #"a|b\p\"#
            $0.measure = .increment
            $0.period = YearSpan(Year(2021), Year(2025))
            $0.base = FigureKey.Shown(year: 2020, value: 45)
            $0.latest = FigureKey.Shown(year: nil, value: 52)
            $0.target = 55
        }
        #expect(FigureKey(full.text) == full)
        #expect(FigureKey(key().text) == key())
        #expect(key().text == "G1|EC-005|150600||2025|%|level||护理型床位占比|elderly-childcare|||||")
    }

    @Test(arguments: ["", "G1|", "T1|plan:3.T1|care||", "G2" + String(repeating: "|", count: 14)])
    func whatIsNoKeyIsNone(_ text: String) {
        #expect(FigureKey(text) == nil)
    }

    @Test func aTaskHasItsKey() {
        let key = TaskKey(
            task: StatementID("2023/plan:120.T1"), pipeline: PipelineID("care"), status: "推进中", remark: "a|b")
        #expect(TaskKey(key.text) == key)
        #expect(TaskKey("T1|plan|care||") == nil)
    }

    @Test func spansReadAsTheyAreWritten() {
        #expect(YearSpan("2021/2025") == YearSpan(Year(2021), Year(2025)))
        for text in ["2025/2021", "2021", "21/25", "2021/2025/2030", ""] { #expect(YearSpan(text) == nil) }
    }
}
