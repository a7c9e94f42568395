import ArgumentParser
import PipelineDefinition
import PipelineRun
import Publishing
import StatisticalModel

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Prints a statement's source lines, the context that gave year and area, and the rule.")

    @Argument(help: "The statement's id, as statements.csv has it: <bulletin>:<line>.<n>.")
    var id: String

    @Option(parsing: .upToNextOption, help: "Where the bulletin is: files or folders.")
    var bulletins = ["Pipelines/bulletins"]

    @Option(help: "The language of the text: zh or en.")
    var language = ReportLanguage.english

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions

    func run() async throws {
        let stem = StatementID(id).bulletinStem
        let reader = BulletinReader(
            library: try definitions.library(), scans: scanOptions.policy, onProgress: Console.progress)
        let read = await reader.readAll(bulletins) { $0.stem == stem }
        for bulletin in read.bulletins {
            if let explanation = StatementExplanation(StatementID(id), in: bulletin, language: language) {
                return try Console.output(Array(explanation.text.utf8))
            }
        }
        let known =
            read.bulletins.isEmpty
            ? BulletinFiles(bulletins).files.map { BulletinName($0.name).stem } + [""]
            : read.bulletins.flatMap(\.extract.statements).map(\.id.text)
        let near = NearestName.nearest(to: read.bulletins.isEmpty ? stem ?? id : id, among: known)
        let hint = NearestName.question(near)
        Console.message(
            "no statement ‘\(id)’ in \(bulletins.joined(separator: ", "))\(hint.isEmpty ? ";" : hint) ids stand in "
                + "statements.csv")
        throw ExitCode(2)
    }
}
