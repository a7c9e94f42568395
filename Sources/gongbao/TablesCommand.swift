import ArgumentParser
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

struct TablesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: Console.told("Writes the recovered tables of a bulletin, one CSV file each, and tables.csv.")
    )

    @Argument(help: Console.help("The bulletin, or a folder of them."))
    var file: String

    @Option(help: Console.help("The folder to write to; without it the index goes to standard output."))
    var output: String?

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        let read = await BulletinReader(
            library: try definitions.library(), scans: scanOptions.policy, onProgress: Console.progress
        ).readAll([file])
        Console.report(read.diagnostics)
        Console.report(read.unread)
        guard !read.bulletins.isEmpty else { throw Console.noBulletin(read.diagnostics) }
        let tables = read.bulletins.flatMap { bulletin in
            bulletin.layout.tables.map {
                PublishedTable(bulletin: bulletin.name, stem: bulletin.stem, table: $0)
            }
        }
        for file in TablesCSV.files(tables, words: ReportWords(.chinese)) {
            let name = String(file.path.dropFirst("tables/".count))
            if let output {
                try Console.output(file.bytes, to: "\(output)/\(name)")
            } else if name == "tables.csv" {
                try Console.output(file.bytes)
            }
        }
        if let output {
            Console.message(Console.words("console.tables", output, Console.count(tables.count, "table")))
        }
        if read.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
