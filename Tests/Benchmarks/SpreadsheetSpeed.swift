import Foundation

/// 1,000,000 × 10 cells in streaming mode through Spreadsheet and through plain_writer.c, in processes of their own.
///
/// The goal is 1.05 times the C program at most, by user time, under 20 MB.
enum SpreadsheetSpeed {
    private static let rows = 1_000_000

    static func print() {
        Swift.print("spreadsheet, \(rows) × 10 cells streamed")
        let folder = FileManager.default.temporaryDirectory.path + "/gongbao-bench-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard let plain = compile(into: folder) else {
            printLine("SKIPPED", "no cc, or plain_writer.c does not compile here")
            return
        }
        let writer = CommandLine.arguments[0] + "-writer"
        var (swift, c): ([Result], [Result]) = ([], [])
        // In turns, so that a busy minute falls on both.
        for _ in 0..<3 {
            c += result(of: plain, [folder + "/plain.xlsx", "\(rows)"])
            swift += result(of: writer, [folder + "/swift.xlsx", "\(rows)"])
        }
        guard let ours = Best(swift), let plain = Best(c) else { return printLine("FAILED", "a writer stopped") }
        printLine("plain C on libxlsxwriter", plain.text)
        printLine(
            "Spreadsheet", ours.text, "\(ratio(ours.time, plain.time)) times C",
            "user \(ratio(ours.user, plain.user)) times C")
    }

    private static func ratio(_ ours: Double, _ plain: Double) -> Double { (ours / plain * 100).rounded() / 100 }

    /// Milliseconds, wall and user, and the peak of memory.
    private struct Result {
        var time: Double
        var user: Double
        var kilobytes: Int
    }

    /// The least of several runs, each number by itself.
    private struct Best {
        let time: Double
        let user: Double
        let kilobytes: Int

        init?(_ results: [Result]) {
            guard let time = results.map(\.time).min(), let user = results.map(\.user).min(),
                let kilobytes = results.map(\.kilobytes).min()
            else { return nil }
            (self.time, self.user, self.kilobytes) = (time, user, kilobytes)
        }

        var text: String { "\(time) ms, user \(user) ms   \(kilobytes / 1024) MB" }
    }

    private static func compile(into folder: String) -> String? {
        let source = BenchmarkInput.root + "/Tests/Benchmarks/plain_writer.c"
        let program = folder + "/plain_writer"
        let output = ChildProcess.output("/usr/bin/env", ["cc", "-O2", "-o", program, source, "-lxlsxwriter"])
        return output == nil ? nil : program
    }

    private static func result(of program: String, _ arguments: [String]) -> [Result] {
        let numbers = ChildProcess.output(program, arguments)?.split(whereSeparator: \.isWhitespace) ?? []
        guard numbers.count == 3, let time = Double(numbers[0]), let user = Double(numbers[1]),
            let kilobytes = Int(numbers[2])
        else { return [] }
        return [Result(time: time, user: user, kilobytes: kilobytes)]
    }
}
