public import ArgumentParser
import PipelineRun
public import Publishing
import StatisticalModel

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Reads bulletins and writes an edition: the workbook and the CSV files.")

    @Option(parsing: .upToNextOption, help: "Bulletins (.txt, .md), or folders of them.")
    var bulletins = ["Pipelines/bulletins"]

    @OptionGroup var definitions: DefinitionOptions

    @Option(help: "The folder that holds the editions.")
    var output = "Output"

    @Option(
        help:
            "The date to which the report counts (2024-12-31); without it the latest date in the bulletins, else the latest year of their titles or facts."
    )
    var asOf: ISODate?

    @Option(help: "The edition's name; without it the year of the date.")
    var edition: String?

    @Option(help: "The language of the workbook: zh or en.")
    var language = ReportLanguage.chinese

    @Option(help: "A folder for diff.csv, diff.md and diff.xlsx: what changed against the edition that is replaced.")
    var changes: String?

    @Option(help: "The style of the workbook: office, or accessible after the UK Analysis Function's checklist.")
    var style = WorkbookStyle.office

    func validate() throws {
        if let edition, edition.isEmpty || edition.hasPrefix(".") || edition.contains("/") {
            throw ValidationError("The edition's name may not be empty, begin with a point or hold a slash.")
        }
    }

    func run() async throws {
        let options = ReportOptions(
            bulletins: bulletins, output: output, asOf: asOf?.date, edition: edition, language: language,
            style: style)
        do {
            let outcome = try await ReportRun(library: try definitions.library(), options: options).run()
            Console.report(outcome.diagnostics)
            Console.report(outcome.report.unread)
            Console.message(ReportSummary(outcome).text)
            if let changes, case .changed(let run, _) = outcome.replacement { try run.write(to: changes) }
            if outcome.exitStatus != 0 { throw ExitCode(outcome.exitStatus) }
        } catch let error as RunError {
            Console.report(error)
            throw ExitCode(2)
        } catch let error as DifferenceError {
            Console.message(error.description)
            throw ExitCode(2)
        }
    }
}

/// A day given as 2024-12-31, 2024-12 or 2024.
struct ISODate: ExpressibleByArgument {
    let date: CalendarDate

    init?(argument: String) {
        guard let date = CalendarDate(iso: argument) else { return nil }
        self.date = date.lastDay
    }
}

extension ReportLanguage: ExpressibleByArgument {}
extension WorkbookStyle: ExpressibleByArgument {}
