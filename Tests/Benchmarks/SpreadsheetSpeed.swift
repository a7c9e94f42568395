import Foundation
import Spreadsheet

/// 1,000,000 × 10 cells in streaming mode through Spreadsheet and through plain_writer.c, in processes of their own.
///
/// The goal is 1.10 times the C program at most, under 20 MB.
enum SpreadsheetSpeed {
    static let childArgument = "--write-cells"
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
        var (swift, c): ([Result], [Result]) = ([], [])
        // In turns, so that a busy minute falls on both.
        for _ in 0..<3 {
            c += result(of: plain, [folder + "/plain.xlsx", "\(rows)"])
            swift += result(of: CommandLine.arguments[0], [childArgument, folder + "/swift.xlsx", "\(rows)"])
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

    /// The same cells as plain_writer.c: `--write-cells PATH ROWS`.
    static func runChild(_ arguments: [String]) {
        guard arguments.count == 3, let rows = Int(arguments[2]) else { exit(64) }
        let texts = (0..<1000).map { "指标\($0)" }
        do {
            let time = try ContinuousClock().measure { try write(rows, texts, to: arguments[1]) }
            let usage = ProcessUsage.now
            Swift.print((time.seconds * 10_000).rounded() / 10, usage.userMilliseconds, usage.kilobytes)
        } catch {
            exit(1)
        }
    }

    private static func write(_ rows: Int, _ texts: [String], to path: String) throws(SpreadsheetError) {
        let properties = DocumentProperties(title: "", created: 1_700_000_000)
        var workbook = try Workbook(path: path, constantMemory: true, properties: properties)
        let style = CellStyle()
        try workbook.addSheet(named: "bench") { sheet throws(SpreadsheetError) in
            for row in 0..<rows {
                for column in 0..<5 {
                    try sheet.write(.text(texts[(row + column) % 1000]), at: CellReference(row, column), style: style)
                }
                for column in 5..<10 {
                    let number = Double(row) * 0.5 + Double(column)
                    try sheet.write(.number(number), at: CellReference(row, column), style: style)
                }
            }
        }
        try workbook.close()
    }
}
