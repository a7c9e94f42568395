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

    /// As many candidates as a figure has, most of the time.
    private static var usual: Int { 6 }

    mutating func offer(_ candidate: ContextCandidate<Value>) {
        guard candidate.weight > 0 else { return }
        if candidates.isEmpty { candidates.reserveCapacity(Self.usual) }
        candidates.append(candidate)
    }

    func decide(least: Int = Self.leastSupport) -> ContextDecision<Value> {
        var winner: Support?
        var second: Support?
        for position in candidates.indices where !isOffered(before: position) {
            let support = support(from: position)
            if support.total > winner?.total ?? 0 {
                (winner, second) = (support, winner)
            } else if support.total > second?.total ?? 0 {
                second = support
            }
        }
        let (first, other) = (told(winner), told(second))
        let isTie = first != nil && first?.weight == other?.weight
        return ContextDecision(winner: first, runnerUp: other, isOpen: isTie || (first?.weight ?? 0) < least)
    }

    /// What speaks for a value: the place of its weightiest candidate, and the weights of all its speakers.
    private typealias Support = (best: Int, total: Int)

    /// The support of the value that is offered first at `first`.
    private func support(from first: Int) -> Support {
        var support: Support = (first, 0)
        for position in first..<candidates.count where candidates[position].value == candidates[first].value {
            if !isHeard(before: position) { support.total += candidates[position].weight }
            if candidates[position].weight > candidates[support.best].weight { support.best = position }
        }
        return support
    }

    private func isOffered(before position: Int) -> Bool {
        candidates[..<position].contains { $0.value == candidates[position].value }
    }

    /// The same speaker has said the same before.
    private func isHeard(before position: Int) -> Bool {
        candidates[..<position].contains {
            $0.value == candidates[position].value && $0.speaker == candidates[position].speaker
        }
    }

    private func told(_ support: Support?) -> ContextCandidate<Value>? {
        support.map {
            var candidate = candidates[$0.best]
            candidate.weight = $0.total
            return candidate
        }
    }
}
