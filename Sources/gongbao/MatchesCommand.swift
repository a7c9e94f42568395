import ArgumentParser
import PipelineRun

struct MatchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matches", abstract: "Says which names of targets and outturns measure the same.")

    @Option(help: "A CSV file with the columns target and outturn: prints the verdict on each pair of names.")
    var pairs: String

    @OptionGroup var definitions: DefinitionOptions

    func run() throws {
        let (bytes, problems) = NamePairs.judged(path: pairs, library: try definitions.library())
        guard problems.isEmpty else {
            Console.report(problems)
            throw ExitCode(2)
        }
        Console.output(bytes)
    }
}
