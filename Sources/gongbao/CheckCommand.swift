import ArgumentParser
import PipelineDefinition
import PipelineRun
import SourceText
import StatisticalModel

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validates the definitions under Pipelines/: all problems at once.")

    @OptionGroup var definitions: DefinitionOptions

    func run() throws {
        let (library, problems) = Definitions.load(from: definitions.pipelines)
        guard problems.isEmpty else {
            Console.report(problems)
            throw ExitCode(2)
        }
        let doubtful = NameMatches(library: library).contradictingAliases()
        for alias in doubtful {
            Console.message("\(definitions.pipelines): note: an alias contradicts its name: \(alias)")
        }
        for shared in IndicatorCatalogue(library: library).sharedNames {
            let owners = shared.indicators.map { "\($0.code) of \($0.pipeline)" }.joined(separator: ", ")
            Console.message(
                "\(definitions.pipelines): warning: ‘\(shared.name)’ is a name of \(owners): figures so named go to one of them"
            )
        }
        let indicators = library.pipelines.reduce(0) { $0 + $1.indicators.count }
        Console.message(
            "\(definitions.pipelines): \(library.pipelines.count) pipelines, \(indicators) indicators, no problem")
    }
}
