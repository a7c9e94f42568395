import ArgumentParser
import PipelineDefinition
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Console.told("Validates the definitions under Pipelines/: all problems at once."))

    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        let (library, problems) = Definitions.load(from: definitions.pipelines)
        guard problems.isEmpty else {
            Console.report(problems)
            throw ExitCode(2)
        }
        let words = Console.words
        let doubtful = NameMatches(library: library).contradictingAliases()
        for alias in doubtful {
            Console.message(words("console.check.alias", definitions.pipelines, "\(alias)"))
        }
        for shared in IndicatorCatalogue(library: library).sharedNames {
            let owners = shared.indicators.map { words("console.check.owner", "\($0.code)", "\($0.pipeline)") }
            Console.message(
                words(
                    "console.check.shared", definitions.pipelines, shared.name,
                    owners.joined(separator: words.comma)))
        }
        let indicators = library.pipelines.reduce(0) { $0 + $1.indicators.count }
        Console.message(
            words("console.check.done", definitions.pipelines, "\(library.pipelines.count)", "\(indicators)"))
    }
}
