import ArgumentParser
import PipelineRun
import Publishing

struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: Console.told("Writes the briefing of an edition: one A4 page as HTML, for all, an area or a unit."),
        discussion: Console.told("Prints the page unless --to names a file. Exit status: 0 done; 2 could not run."))

    @Argument(help: Console.help("The edition: its folder, or its name within the output folder."))
    var edition: String

    @Option(help: Console.help("An area's code or name; its parts come with it."))
    var area: String?

    @Option(help: Console.help("A responsible unit as the bulletins print it."))
    var unit: String?

    @Option(help: Console.help("The file to write to instead of standard output."))
    var to: String?

    @Option(help: Console.help("The language of the page: zh or en."))
    var language = ReportLanguage.chinese

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var definitions: DefinitionOptions

    func run() throws {
        do {
            let run = try BriefingRun(
                edition: edition, output: outputOptions.output, library: try definitions.library(), area: area,
                unit: unit, language: language)
            try Console.output(run.page, to: to)
        } catch let error as BriefingRun.Failure {
            if case .edition(let failure) = error {
                Console.report(failure)
            } else {
                Console.message(Console.words(error))
            }
            throw ExitCode(2)
        }
    }
}
