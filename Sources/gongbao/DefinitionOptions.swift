import ArgumentParser
import PipelineDefinition
import SourceText

/// The option that names the folder of definitions, and its reading.
struct DefinitionOptions: ParsableArguments {
    @Option(name: .customLong("pipelines"), help: "The folder of definitions.")
    var pipelines = "Pipelines"

    /// The compiled definitions; with all problems printed and exit status 2 where there are any.
    func library() throws -> PipelineLibrary {
        let (library, problems) = PipelineLibrary.load(from: pipelines)
        guard problems.isEmpty else {
            Console.report(problems)
            throw ExitCode(2)
        }
        return library
    }
}
