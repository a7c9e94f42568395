import Foundation

/// The program itself, `gongbao`, as `swift test` has built it beside the tests.
final class RunningProgram {
    static let path =
        ((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
        .split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/gongbao"

    private let process = Process()

    init(_ arguments: [String]) throws {
        process.executableURL = URL(filePath: Self.path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func exitStatus() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func sleep(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

    /// Until `condition` holds or the program has ended.
    func wait(until condition: () -> Bool) {
        while process.isRunning, !condition() { usleep(200) }
    }
}
