import PipelineDefinition
import StatisticalModel

/// Decides between candidates by weight and keeps the runner-up.
///
/// A value's support is the sum of its speakers' weights, each speaker counted once: `section` 48 and `cue` 24 make 72
/// for a fact against 32 of a plan's title. The value with the most support wins; of equal support the one offered
/// first stands as the winner, but the decision is open.
struct EvidenceResolver<Value: Sendable & Hashable> {
    /// What a value needs to be decided at all: one sign of the weakest kind (以上, 9) is enough where nothing speaks against it.
    static var leastSupport: Int { 9 }

    private(set) var candidates: [ContextCandidate<Value>] = []

    mutating func offer(_ candidate: ContextCandidate<Value>) {
        guard candidate.weight > 0 else { return }
        candidates.append(candidate)
    }

    func decide(least: Int = Self.leastSupport) -> ContextDecision<Value> {
        var supports: [(best: ContextCandidate<Value>, total: Int)] = []
        for (position, candidate) in candidates.enumerated() {
            let isHeard = candidates[..<position].contains {
                $0.value == candidate.value && $0.speaker == candidate.speaker
            }
            guard let index = supports.firstIndex(where: { $0.best.value == candidate.value }) else {
                supports.append((candidate, candidate.weight))
                continue
            }
            if !isHeard { supports[index].total += candidate.weight }
            if candidate.weight > supports[index].best.weight { supports[index].best = candidate }
        }
        var winner: Int?
        var second: Int?
        for index in supports.indices {
            if supports[index].total > winner.map({ supports[$0].total }) ?? 0 {
                (winner, second) = (index, winner)
            } else if supports[index].total > second.map({ supports[$0].total }) ?? 0 {
                second = index
            }
        }
        func told(_ index: Int?) -> ContextCandidate<Value>? {
            index.map {
                var candidate = supports[$0].best
                candidate.weight = supports[$0].total
                return candidate
            }
        }
        let (first, other) = (told(winner), told(second))
        let isTie = first != nil && first?.weight == other?.weight
        return ContextDecision(winner: first, runnerUp: other, isOpen: isTie || (first?.weight ?? 0) < least)
    }
}
