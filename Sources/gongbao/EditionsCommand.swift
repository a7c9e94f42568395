import ArgumentParser
import DelimitedText
import PipelineRun
import SourceText
import StatisticalModel

struct EditionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions", abstract: "Lists the editions with their dates and counts, as CSV.")

    @Option(help: "The folder that holds the editions.")
    var output = "Output"

    private static let counts = [
        "statements", "observations", "assessments", "tables", "tasks", "conflicts", "checks_error",
        "numerals_unexplained",
    ]

    func run() throws {
        let list: EditionList
        do {
            list = try EditionList(output: output)
        } catch {
            Console.message(error.description)
            throw ExitCode(2)
        }
        Console.report(list.diagnostics)
        var writer = CSVWriter(header: ["edition", "as_of", "language", "program_version", "bulletins"] + Self.counts)
        for edition in list.editions {
            writer.write(
                [
                    edition.name, edition.asOf.description, edition.language, edition.programVersion,
                    String(edition.inputs.count),
                ] + Self.counts.map { edition.counts[$0].map(String.init) ?? "" })
        }
        Console.output(writer.bytes)
        if !list.diagnostics.isEmpty { throw ExitCode(1) }
    }
}
