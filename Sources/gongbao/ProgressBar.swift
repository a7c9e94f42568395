import Glibc
import PipelineRun
import Synchronization

/// A bar on standard error for work that takes over a second: on a terminal only, never in a log or under CI.
///
/// It stands on one line that is cleared before any message and at the end.
final class ProgressBar: Sendable {
    private struct State {
        var progress = RunProgress(done: 0, total: 0)
        var isShown = false
        var isOver = false
        var hasThread = false
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now

    /// `nil` where standard error is no terminal that moves its cursor, or `CI` is set.
    static let onTerminal: ProgressBar? = {
        func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
        let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
        return isatty(STDERR_FILENO) == 1 && terminal != "dumb" && !isSet("CI") ? ProgressBar() : nil
    }()

    func show(_ progress: RunProgress) {
        let isFirst = state.withLock { state in
            state.progress = progress
            defer { state.hasThread = true }
            return !state.hasThread
        }
        // One long bulletin keeps every task busy: a thread of its own draws.
        guard isFirst else { return }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { _ in
                while ProgressBar.onTerminal?.draw() == true { usleep(200_000) }
                return nil
            }, nil)
    }

    /// False once the work is over.
    private func draw() -> Bool {
        state.withLock { state in
            if state.isOver { return false }
            guard ContinuousClock.now - start > .seconds(1) else { return true }
            let bar = state.progress.bar(width: Self.width)
            state.isShown = !bar.isEmpty
            Self.write("\r\u{1B}[K\(bar)")
            return true
        }
    }

    /// Clears the line for a message; the bar comes back a moment later.
    func clear() {
        state.withLock { state in
            if state.isShown { Self.write("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    /// Clears the line for good.
    func end() {
        clear()
        state.withLock { $0.isOver = true }
    }

    private static var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    private static func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
