import StatisticalModel
import Testing

@Suite struct ObservationTests {
    private func target(_ directions: [Int]) -> Observation {
        let place = Provenance(bulletin: "a.txt", documentTitle: "", line: 1, lineEnd: 1, quote: "", rule: .clause)
        let statements = directions.map { direction in
            Statement(
                provenance: place, source: .prose, indicator: "煤耗", kind: .target, measure: .change, quantity: nil,
                changeDirection: direction)
        }
        return Observation(
            sources: statements, indicatorName: "煤耗", kind: .target, measure: .change, value: 5, unit: nil, year: nil)
    }

    @Test("a change goes as a statement says, else as the indicator improves")
    func changeDirection() {
        #expect(target([0, -1]).changeDirection(improving: .up) == -1)
        #expect(target([1]).changeDirection(improving: .down) == 1)
        #expect(target([0]).changeDirection(improving: .down) == -1)
        #expect(target([]).changeDirection(improving: .keep) == 1)
    }
}
