import Glibc
import SourceText

/// A program of others that a run calls: the one place where gongbao starts any.
///
/// It runs in a process group of its own without input, and is ended with all that it started when its time is up.
enum ExternalProgram {
    struct Outcome: Sendable {
        let status: Int
        /// What it wrote to standard output, as far as it was asked for.
        let output: [UInt8]
    }

    /// The path of the program `name` among the folders of `PATH`; `nil` where it is not installed.
    static func path(of name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Runs the program `name` and waits for it.
    ///
    /// - Parameters:
    ///   - package: Debian's name of the package that brings it, for the message where it is missing.
    ///   - outputLimit: In bytes; a program that writes more is ended.
    static func run(
        _ name: String, _ arguments: [String], package: String, seconds: Int, outputLimit: Int = 0
    ) throws(BulletinSourceError) -> Outcome {
        var output: [UInt8] = []
        let status = try run(name, arguments, package: package, seconds: seconds, outputLimit: outputLimit) {
            output += $0
        }
        return Outcome(status: status, output: output)
    }

    /// Runs the program `name`, gives what it writes to `take` piece by piece, and waits for its end.
    ///
    /// - Returns: The status with which it ended.
    static func run(
        _ name: String, _ arguments: [String], package: String, seconds: Int, outputLimit: Int,
        take: (ArraySlice<UInt8>) -> Void
    ) throws(BulletinSourceError) -> Int {
        guard let path = path(of: name) else { throw .needsProgram(name, package: package) }
        var ends: [CInt] = [-1, -1]
        // Closed in every other program that is started meanwhile: else their ends would have to come first.
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .programFailed(name, status: Int(errno)) }
        defer { close(ends[0]) }
        let started = start(path, arguments, output: ends[1])
        close(ends[1])
        guard case .success(let process) = started else { throw .programFailed(name, status: 127) }
        var deadline = now() + seconds * 1000
        let isRead = read(ends[0], until: &deadline, limit: outputLimit, take)
        guard isRead, let status = wait(for: process, until: deadline) else {
            kill(-process, SIGKILL)
            _ = waitpid(process, nil, 0)
            if now() < deadline { throw .unpacksTooFar(part: name) }
            throw .programTimedOut(name, seconds: seconds)
        }
        // What it left running in its group would outlive the run.
        kill(-process, SIGKILL)
        return status
    }

    private enum Start {
        case success(pid_t)
        case failure
    }

    private static func start(_ path: String, _ arguments: [String], output: CInt) -> Start {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return .failure }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { return .failure }
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var list: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for text in list { free(text) } }
        var process: pid_t = 0
        return posix_spawn(&process, path, &actions, &attributes, &list, environ) == 0 ? .success(process) : .failure
    }

    /// Gives all that comes until the other end closes to `take`; false when the time is up or more comes than the limit.
    ///
    /// The time that `take` needs is not the program's: it moves the deadline.
    private static func read(
        _ descriptor: CInt, until deadline: inout Int, limit: Int, _ take: (ArraySlice<UInt8>) -> Void
    ) -> Bool {
        var total = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = deadline - now()
            guard left > 0 else { return false }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, CInt(min(left, 1000)))
            if ready == 0 || ready < 0 && errno == EINTR { continue }
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return true }
            guard limit > 0 else { continue }
            total += count
            if total > limit { return false }
            let start = now()
            take(chunk[..<count])
            deadline += now() - start
        }
    }

    private static func wait(for process: pid_t, until deadline: Int) -> Int? {
        var status: CInt = 0
        while now() < deadline {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F) }
            if ended < 0 && errno != EINTR { return 127 }
            usleep(20_000)
        }
        return nil
    }

    /// In milliseconds of the clock that only goes forward.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
