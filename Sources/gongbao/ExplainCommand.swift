import ArgumentParser
import PipelineDefinition
import PipelineRun
import Publishing
import StatisticalModel

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Console.told("Prints a statement's source lines, the context that gave year and area, and the rule."))

    @Argument(help: Console.help("The statement's id, as statements.csv has it: <bulletin>:<line>.<n>."))
    var id: String

    @Option(parsing: .upToNextOption, help: Console.help("Where the bulletin is: files or folders."))
    var bulletins = ["\(Definitions.folder)/bulletins"]

    @Option(
        help: Console.help(
            """
            The edition that the id is from: its run.json tells which bulletin is meant, and whether it has changed \
            since. Without it the newest of the output folder that read a bulletin of that name.
            """))
    var edition: String?

    @Option(help: Console.help("The language of the text: zh or en."))
    var language = Console.language

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions

    func run() async throws {
        let reader = BulletinReader(
            library: try definitions.library(), scans: scanOptions.policy, onProgress: Console.progress)
        let entry: EditionEntry?
        do {
            entry = try EditionEntry.of(StatementID(id), edition: edition, output: outputOptions.output)
        } catch {
            Console.message(Console.words(error))
            throw ExitCode(2)
        }
        let found = await StatementSearch(
            StatementID(id), below: bulletins, edition: entry, reader: reader, language: language)
        if let remark = found.remark { Console.message(Console.words(remark)) }
        if let explanation = found.explanation { return try Console.output(Array(explanation.text.utf8)) }
        let words = Console.words
        let hint = words.question(found.near)
        let ending = hint.isEmpty ? words.then : hint + words.gap
        Console.message(
            words("console.explain.unknown", id, bulletins.joined(separator: words.comma), ending))
        throw ExitCode(2)
    }
}
