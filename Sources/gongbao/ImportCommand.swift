import ArgumentParser
import PipelineRun
import Publishing
import SourceText

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Console.told("Reads filled request forms and a filled progress.xlsx into the office’s own files."),
        discussion: Console.told(
            """
            Figures go to observations.csv (base values to baselines.csv) and statuses to task-status.csv of their \
            pipeline, those of targets that no pipeline knows to common/observations.csv, each with who filed it. \
            Prints a CSV row for each answer: added, replaced, known (the same again adds nothing) or refused, with \
            its sheet, cell and reason. \
            Exit status: 0 done; 1 something was refused, the rest is done; 2 could not run.
            """))

    @Argument(help: Console.help("Filled forms: XLSX files."))
    var files: [String]

    @Option(help: Console.help("Who files, for a workbook that does not say so."))
    var by: String?

    @Option(help: Console.help("The day of filing, for a workbook that does not say so: 2026-05-06."))
    var date: ISODate?

    @Flag(help: Console.help("Correct figures that are known otherwise."))
    var replace = false

    @Flag(help: Console.help("Say what would be added and write nothing."))
    var dryRun = false

    @Option(help: Console.help("The language of the reasons: zh or en."))
    var language = Console.language

    @OptionGroup var definitions: DefinitionOptions

    func run() throws {
        var options = ImportOptions(files: files, pipelines: definitions.pipelines)
        (options.person, options.day) = (by, date?.date)
        (options.replaces, options.isDryRun, options.language) = (replace, dryRun, language)
        do {
            let outcome = try ImportRun.run(options, library: try definitions.library())
            Console.report(outcome.diagnostics)
            try Console.output(outcome.csv)
            let words = Console.words
            let counts = ImportedRow.Outcome.allCases.map {
                words("console.import.\($0.rawValue)", "\(outcome.count($0))")
            }
            let files = outcome.written.isEmpty ? [] : [outcome.written.joined(separator: words.comma)]
            Console.message(
                ([counts.joined(separator: words.comma)] + files).joined(separator: words.then)
                    + (dryRun ? words("console.import.dry") : ""))
            guard outcome.isRead else { throw ExitCode(2) }
            if outcome.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        } catch let error as FileError {
            Console.message(Console.words.failure(error))
            throw ExitCode(2)
        }
    }
}
