import ArgumentParser
import DelimitedText
import PipelineRun
import SourceText
import StatisticalModel

struct EditionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions", abstract: Console.told("Lists the editions with their dates and counts, as CSV."),
        discussion: Console.told(
            """
            First the editions that stand, then those that others replaced (2023.kept-2026-11-27), which \
            `gongbao restore` brings back.
            """))

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var messages: MessageOptions

    private static let counts = [
        "statements", "observations", "assessments", "tables", "tasks", "conflicts", "checks_error",
        "numerals_unexplained",
    ]

    func run() throws {
        let list: EditionList
        do {
            list = try EditionList(output: outputOptions.output)
        } catch {
            Console.message(Console.words.failure(error))
            throw ExitCode(2)
        }
        Console.report(list.diagnostics)
        var writer = CSVWriter(header: ["edition", "as_of", "language", "program_version", "bulletins"] + Self.counts)
        for edition in list.editions + list.kept {
            writer.write(
                [
                    edition.name, edition.asOf.description, edition.language, edition.programVersion,
                    String(edition.inputs.count),
                ] + Self.counts.map { edition.counts[$0].map(String.init) ?? "" })
        }
        try Console.output(writer.bytes)
        if !list.diagnostics.isEmpty { throw ExitCode(1) }
    }
}
