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
        commandName: "extract",
        abstract: Console.told("Prints the statements of bulletins: prose, tables and task lists."),
        discussion: Console.told(
            """
            Each bulletin is read by itself, in the order of names, and forgotten once it is printed: \
            what is said of one does not depend on the others (`report` looks at all of them together).
            """))

    @Argument(help: Console.help("Bulletins, or folders of them."))
    var files: [String]

    @Option(help: Console.help("csv or ndjson (one JSON object a line)."))
    var format = Format.csv

    @Option(help: Console.help("The file to write to instead of standard output."))
    var output: String?

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        let library = try definitions.library()
        let reader = BulletinReader(library: library, scans: scanOptions.policy, onProgress: Console.progress)
        // Its tables of names are made while the first bulletins are read.
        let normalizer = Task { BulletinNormalizer(library: library) }
        // Where nothing can be read, a file of that name stays as it is.
        var stream: Console.OutputStream?
        let read = try await reader.readEach(files) { bulletin in
            if stream == nil {
                stream = try Console.OutputStream(output)
                if format == .csv { try stream?.write(StatementsCSV.headerLine) }
            }
            let rows = await normalizer.value.statementRows(of: bulletin)
            try stream?.write(format == .csv ? StatementsCSV.lines(rows) : StatementsCSV.ndjson(rows))
        }
        Console.report(read.diagnostics)
        Console.report(read.unread)
        guard stream != nil else { throw Console.noBulletin(read.diagnostics) }
        try stream?.end()
        if read.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
