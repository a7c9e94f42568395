internal import Glibc
import SourceText

/// Keeps two runs from writing to one output folder at the same time.
public enum OutputLock {
    /// How long to wait for another run, and what to do meanwhile.
    public struct Patience: Sendable {
        public var seconds: Int
        /// Called once with who holds the folder, before the waiting begins.
        public var onWait: @Sendable (_ holder: String) -> Void

        public init(seconds: Int = 600, onWait: @escaping @Sendable (String) -> Void = { _ in }) {
            self.seconds = seconds
            self.onWait = onWait
        }
    }

    /// Waits until no other run holds the folder `output`, then does `work`; `nil` where the other run outlasts the
    /// patience.
    ///
    /// The lock is the system's, on the folder itself: it leaves no file, and goes with the program however that
    /// ends. A file system without locks keeps nobody out.
    static func hold<Result, Failure: Error>(
        _ output: String, _ patience: Patience = Patience(), during work: () throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let descriptor = take(output, patience) else { return nil }
        defer { close(descriptor) }
        return try work()
    }

    /// The same for work that waits for other tasks.
    static func hold<Result, Failure: Error>(
        _ output: String, _ patience: Patience = Patience(), during work: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result? {
        guard let descriptor = take(output, patience) else { return nil }
        defer { close(descriptor) }
        return try await work()
    }

    /// The descriptor that holds the folder, -1 where there is none to open.
    private static func take(_ output: String, _ patience: Patience) -> CInt? {
        let descriptor = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, !take(descriptor, patience) else { return descriptor }
        close(descriptor)
        return nil
    }

    private static func take(_ descriptor: CInt, _ patience: Patience) -> Bool {
        let start = ContinuousClock.now
        var isTold = false
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { return true }
            if !isTold { patience.onWait(holder(of: descriptor)) }
            isTold = true
            guard ContinuousClock.now - start < .seconds(patience.seconds) else { return false }
            usleep(50_000)
        }
        return true
    }

    /// `gongbao (process 1234)`, from the system's list of locks; `another run` where it tells nothing.
    private static func holder(of descriptor: CInt) -> String {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let locks = try? FileBytes.read("/proc/locks") else {
            return "another run"
        }
        for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
            // 1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF
            let fields = line.split(separator: " ")
            guard fields.count > 5, fields[1] == "FLOCK", fields[5].hasSuffix(":\(status.st_ino)") else { continue }
            let name = (try? FileBytes.read("/proc/\(fields[4])/comm")) ?? []
            let program = String(decoding: name.prefix { $0 >= 0x20 }, as: UTF8.self)
            return "\(program.isEmpty ? "a program" : program) (process \(fields[4]))"
        }
        return "another run"
    }
}
