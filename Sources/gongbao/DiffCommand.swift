public import ArgumentParser
public import Comparison
import PipelineRun
import SourceText

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: Console.told("Compares two editions: what is new, gone and changed."),
        discussion: Console.told("Exit status, as diff has it: 0 the same, 1 different, 2 trouble."))

    @Argument(help: Console.help("The older edition: its folder, or its name within the output folder."))
    var old: String

    @Argument(help: Console.help("The newer edition."))
    var new: String

    @Option(help: Console.help("The folder that holds the editions."))
    var editions = "Output"

    @Option(help: Console.help("A folder for diff.csv, diff.md and diff.xlsx."))
    var output: String?

    @Option(help: Console.help("The language of the text: zh or en."))
    var language = ComparisonLanguage.chinese

    @OptionGroup var definitions: DefinitionOptions

    func run() throws {
        do {
            let run = try EditionDifferenceRun(
                old: old, new: new, output: editions, library: try definitions.library(), language: language)
            try Console.output(Array(run.terminalText().utf8))
            if let output { try run.write(to: output) }
            if !run.difference.isEmpty { throw ExitCode(1) }
        } catch let error as DifferenceError {
            Console.message(Console.words(error))
            throw ExitCode(2)
        }
    }
}

extension ComparisonLanguage: ExpressibleByArgument {}
