import Testing

@testable import StatisticalModel

@Suite struct SharedTests {
    @Test func aChangeOfOneCopyLeavesTheOthersAsTheyWere() {
        let first = Shared(["a", "b"])
        var second = first
        second.value.append("c")
        #expect(first.value == ["a", "b"])
        #expect(second.value == ["a", "b", "c"])
    }

    @Test func valuesAreEqualWhereverTheyStand() {
        let value = Shared([1])
        #expect(value == value)
        #expect(value == Shared([1]))
        #expect(value != Shared([2]))
        #expect(Set([value, Shared([1])]).count == 1)
    }

    @Test func aStatementChangedWithinACopyStaysInTheFirst() {
        let place = Provenance(bulletin: "plan.txt", line: 3, lineEnd: 3, quote: "床位达到500张", rule: .clause)
        let statement = Statement(provenance: place, source: .prose, indicator: "床位", kind: .target, quantity: nil)
        let first = Observation(
            sources: [statement], indicatorName: "床位", kind: .target, value: 500, unit: nil, year: Year(2025))
        var second = first
        second.sources[0].provenance.line = 7
        second.value = 600
        #expect(first.sources.map(\.provenance.line) == [3])
        #expect(first.value == 500)
        #expect(second.sources.map(\.provenance.line) == [7])
        #expect(second.value == 600)
        #expect(statement.provenance.line == 3)
    }
}
