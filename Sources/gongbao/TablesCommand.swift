import ArgumentParser
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Writes the recovered tables of a bulletin, one CSV file each, and tables.csv."
    )

    @Argument(help: "The bulletin.")
    var file: String

    @Option(help: "The folder to write to; without it the index goes to standard output.")
    var output: String?

    @OptionGroup var definitions: DefinitionOptions

    func run() throws {
        let (bulletin, diagnostics) = BulletinReader(library: try definitions.library()).read(file)
        Console.report(diagnostics)
        guard let bulletin else { throw ExitCode(2) }
        let tables = bulletin.layout.tables.map { PublishedTable(bulletin: bulletin.name, table: $0) }
        for file in TablesCSV.files(tables, words: ReportWords(.chinese)) {
            let name = String(file.path.dropFirst("tables/".count))
            if let output {
                try Console.output(file.bytes, to: "\(output)/\(name)")
            } else if name == "tables.csv" {
                Console.output(file.bytes)
            }
        }
    }
}
