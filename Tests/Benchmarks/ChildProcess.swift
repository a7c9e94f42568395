import Foundation

/// Programs that a benchmark starts, so that each has its own peak of memory.
enum ChildProcess {
    /// What the program prints; `nil` where it cannot run or fails.
    static func output(_ program: String, _ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}

/// What this process has used so far.
struct ProcessUsage {
    /// Without the system's share: the least that a busy machine shows.
    let userMilliseconds: Double
    /// The peak of memory: VmHWM, since `getrusage` counts the parent's memory before the program began.
    let kilobytes: Int

    static var now: ProcessUsage {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let user = Double(usage.ru_utime.tv_sec) * 1000 + Double(usage.ru_utime.tv_usec) / 1000
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = peak.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        return ProcessUsage(userMilliseconds: user, kilobytes: kilobytes)
    }
}
