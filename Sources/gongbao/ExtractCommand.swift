import ArgumentParser
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

struct ExtractCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, ndjson
    }

    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Prints the statements of bulletins: prose, tables and task lists.")

    @Argument(help: "Bulletins, or folders of them.")
    var files: [String]

    @Option(help: "csv or ndjson (one JSON object a line).")
    var format = Format.csv

    @Option(help: "The file to write to instead of standard output.")
    var output: String?

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions

    func run() async throws {
        let library = try definitions.library()
        let read = await BulletinReader(library: library, scans: scanOptions.policy, onProgress: Console.progress)
            .readAll(files)
        Console.report(read.diagnostics)
        Console.report(read.unread)
        guard !read.bulletins.isEmpty else { throw ExitCode(2) }
        let rows = NormalizedRun(read.bulletins, library: library).statementRows
        try Console.output(format == .csv ? StatementsCSV.file(rows) : StatementsCSV.ndjson(rows), to: output)
        if read.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
