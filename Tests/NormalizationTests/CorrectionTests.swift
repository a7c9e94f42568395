import PipelineDefinition
import StatisticalModel
import Testing

@testable import Normalization

@Suite struct CorrectionTests {
    private func correction(
        _ action: Correction.Action, expected: String = "7", field: String = "", value: String = ""
    ) -> Correction {
        Correction(
            action: action, bulletin: "a.txt", line: 3, indicator: "煤制油产量", expected: expected, field: field,
            value: value, reason: "印刷错误", path: "corrections.csv", row: 2)
    }

    private func apply(_ correction: Correction) -> NormalizedBulletins {
        let library = BulletinBuilder.library(corrections: [correction])
        return Normalizer(library: library).normalize([
            BulletinBuilder.bulletin([
                BulletinBuilder.statement("煤制油产量", 7, "吨", line: 3),
                BulletinBuilder.statement("托育服务覆盖率", 7, "%", line: 3),
            ])
        ])
    }

    @Test func dropRemovesTheStatement() {
        let result = apply(correction(.drop))
        #expect(result.statements.map(\.statement.indicator) == ["托育服务覆盖率"])
        #expect(result.notes.map(\.check) == ["correction-drop"])
    }

    @Test func overrideSetsTheField() {
        let result = apply(correction(.override, field: "value", value: "70.5"))
        #expect(result.statements[0].baseValue == DecimalNumber("70.5"))
        #expect(result.notes.map(\.check) == ["correction-override"])
        #expect(apply(correction(.override, field: "year", value: "2030")).observations[0].year == Year(2030))
        #expect(apply(correction(.override, field: "kind", value: "actual")).observations[0].kind == .actual)
    }

    @Test func flagKeepsTheStatement() {
        let result = apply(correction(.flag))
        #expect(result.statements.count == 2)
        #expect(result.notes.first?.severity == .warning)
    }

    @Test func aChangedSourceIsAnError() {
        let result = apply(correction(.drop, expected: "8"))
        #expect(result.statements.count == 2)
        #expect(result.notes.map(\.check) == ["correction-stale"])
        #expect(result.notes[0].severity == .error && result.notes[0].expected == "8" && result.notes[0].found == "7")
    }

    @Test(arguments: [("nonsense", "1"), ("year", "soon"), ("kind", "wish"), ("value", "many")])
    func anUnfitOverrideIsAnError(field: String, value: String) {
        let result = apply(correction(.override, field: field, value: value))
        #expect(result.notes.map(\.check) == ["correction-invalid"])
        #expect(result.statements[0].baseValue == 7)
    }
}
