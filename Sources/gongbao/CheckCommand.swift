import ArgumentParser
import PipelineDefinition
import PipelineRun
import SourceText

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
        let indicators = library.pipelines.reduce(0) { $0 + $1.indicators.count }
        Console.message(
            "\(definitions.pipelines): \(library.pipelines.count) pipelines, \(indicators) indicators, no problem")
    }
}
