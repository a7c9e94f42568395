internal import Glibc

/// What a run tells while it goes on, for a log: stages with their durations and counts.
public struct RunStage: Sendable {
    public enum Name: String, Sendable {
        case read, assess, lock, write, history
    }

    public let name: Name
    public let milliseconds: Int
    public let counts: [(name: String, count: Int)]
}

/// Measures the stages of a run and hands each on as it ends.
struct StageClock {
    let observer: @Sendable (RunStage) -> Void
    private var start = ContinuousClock.now

    init(_ observer: @escaping @Sendable (RunStage) -> Void) { self.observer = observer }

    mutating func end(_ name: RunStage.Name, _ counts: [(name: String, count: Int)] = []) {
        let now = ContinuousClock.now
        observer(RunStage(name: name, milliseconds: Int((now - start) / .milliseconds(1)), counts: counts))
        start = now
    }
}
