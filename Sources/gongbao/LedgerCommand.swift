import ArgumentParser
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: Console.told("Lists every numeral of the bulletins and what became of it."))

    @Argument(help: Console.help("Bulletins, or folders of them."))
    var files: [String]

    @Option(help: Console.help("The file to write to instead of standard output."))
    var output: String?

    @Flag(help: Console.help("Print the count of each fate instead of the rows."))
    var summary = false

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        let read = await BulletinReader(
            library: try definitions.library(), scans: scanOptions.policy, onProgress: Console.progress
        ).readAll(files)
        Console.report(read.diagnostics)
        Console.report(read.unread)
        guard !read.bulletins.isEmpty else { throw Console.noBulletin(read.diagnostics) }
        let entries = read.bulletins.flatMap { $0.ledger() }
        let bytes = summary ? Self.summary(of: entries) : LedgerCSV.file(entries, words: ReportWords(.english))
        try Console.output(bytes, to: output)
        if read.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    /// A line for each fate with its count and share, then the total.
    private static func summary(of entries: [LedgerEntry]) -> [UInt8] {
        var counts: [NumeralFate: Int] = [:]
        for entry in entries { counts[entry.fate, default: 0] += 1 }
        var lines = NumeralFate.allCases.map { fate in
            let count = counts[fate] ?? 0
            let share = DecimalNumber(count * 100).divided(by: DecimalNumber(max(entries.count, 1)), decimals: 2) ?? 0
            return "\(fate.rawValue),\(count),\(share)%"
        }
        lines.append("total,\(entries.count),100%")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
