/// Times a piece of work as the best of several runs, the first of which only warms up.
enum Stopwatch {
    static func best(of runs: Int = 5, _ work: () -> Void) -> Duration {
        work()
        return (0..<runs).map { _ in ContinuousClock().measure(work) }.min() ?? .zero
    }

    static func best(of runs: Int = 5, _ work: () async -> Void) async -> Duration {
        await work()
        var best = Duration.seconds(3600)
        for _ in 0..<runs { best = min(best, await ContinuousClock().measure(work)) }
        return best
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
    /// `12.34 ms`
    var milliseconds: String { "\((seconds * 100_000).rounded() / 100) ms" }
}

/// A line of the report: a label of fixed width, then the values.
func printLine(_ label: String, _ values: String...) {
    let padding = String(repeating: " ", count: max(1, 44 - label.count))
    print("  " + label + padding + values.joined(separator: "   "))
}
