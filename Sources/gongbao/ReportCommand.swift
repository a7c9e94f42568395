public import ArgumentParser
import PipelineRun
public import Publishing
import SourceText
import StatisticalModel

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Console.told("Reads bulletins and writes an edition: the workbook and the CSV files."))

    @Option(
        parsing: .upToNextOption,
        help: Console.help(
            "Bulletins (text, web pages, office files, PDF, OFD, ZIPs of them), or folders of them. (default: Pipelines/bulletins, here or installed)"
        )
    )
    var bulletins: [String] = []

    @Option(
        name: .customLong("from"), parsing: .upToNextOption,
        help: Console.help("Records of `gongbao worker`, or folders of them, in place of bulletins."))
    var records: [String] = []

    @OptionGroup var scanOptions: ScanOptions
    @OptionGroup var definitions: DefinitionOptions

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var lockOptions: LockOptions

    @Option(
        help: Console.help(
            "The date to which the report counts (2024-12-31); without it the latest date in the bulletins, else the latest year of their titles or facts."
        )
    )
    var asOf: ISODate?

    @Option(help: Console.help("The edition's name; without it the year of the date."))
    var edition: String?

    @Option(help: Console.help("The language of the workbook: zh or en."))
    var language = ReportLanguage.chinese

    @Option(
        help: Console.help(
            "A folder for diff.csv, diff.md and diff.xlsx: what changed against the edition that is replaced."))
    var changes: String?

    @Option(
        help: Console.help(
            "The style of the workbook: office, or accessible after the UK Analysis Function's checklist."))
    var style = WorkbookStyle.office

    @Flag(help: Console.help("Replace the edition though bulletins that it read are missing or cannot be read."))
    var allowMissing = false

    @Flag(help: Console.help("Say what would change and write nothing to the output folder."))
    var dryRun = false

    @Flag(help: Console.help("Keep the edition out of the history: a trial ends no belief."))
    var noHistory = false

    @Option(
        help: Console.help(
            "How many replaced editions of the name to keep; those that somebody changed stay in any case."))
    var keep = 3

    @Option(help: Console.help("Megabytes that a bulletin may have; larger files are not read."))
    var sizeLimit = FileBytes.sizeLimit >> 20

    @Flag(
        name: .customLong("csv-bom"),
        help: Console.help(
            "Begin CSV files with a byte order mark, for those who open them in a Chinese Excel by a double click."))
    var csvBOM = false

    @Option(
        help: Console.help("The licence under which the office publishes the edition, for datapackage.json: CC-BY-4.0.")
    )
    var licence: String?

    @Option(help: Console.help("How messages are written: text, or json with a line for each stage."))
    var logFormat = Console.LogFormat.text

    func validate() throws {
        if let edition, EditionFolder.isReserved(edition) {
            throw ValidationError(
                "--edition: ‘\(edition)’ may not be empty, begin with a point, hold a slash or be the name of the history "
                    + "or of a kept edition.")
        }
        if let year = asOf?.date.year, !(1949...2199).contains(year) {
            throw ValidationError("--as-of: \(year) is no year of a bulletin (1949 to 2199).")
        }
        if !records.isEmpty, !bulletins.isEmpty {
            throw ValidationError("--from takes the place of --bulletins: give one of them.")
        }
        if keep < 0 { throw ValidationError("--keep: give a number, 0 or more.") }
        if !(1...4096).contains(sizeLimit) { throw ValidationError("--size-limit: give megabytes, 1 to 4096.") }
        if let licence, licence.isEmpty || !licence.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            throw ValidationError("--licence: give an identifier such as CC-BY-4.0.")
        }
        if changes?.isEmpty == true { throw ValidationError("--changes: name a folder; ‘.’ is this one.") }
    }

    func run() async throws {
        if logFormat == .json { Console.log = JSONLog() }
        Interruption.watch()
        Console.log("begin", [("output", .text(outputOptions.output)), ("version", .text(ReportRun.programVersion))])
        do {
            let status = try await report()
            Console.log("end", level: status == 0 ? "info" : "error", [("status", .integer(Int(status)))])
            if status != 0 { throw ExitCode(status) }
        } catch let error as RunError {
            Console.report(error)
            throw failed()
        } catch let error as DifferenceError {
            Console.message(Console.words(error))
            throw failed()
        }
    }

    private func failed() -> ExitCode {
        Console.log("end", level: "error", [("status", .integer(2))])
        return ExitCode(2)
    }

    private func report() async throws -> Int32 {
        var options = ReportOptions(
            bulletins: bulletins.isEmpty ? ["\(Definitions.folder)/bulletins"] : bulletins,
            output: outputOptions.output,
            asOf: asOf?.date, edition: edition, language: language,
            style: style)
        options.records = records
        options.allowsMissing = allowMissing
        options.isDryRun = dryRun
        options.isRecorded = !noHistory
        options.keep = keep
        options.sizeLimit = sizeLimit << 20
        options.scans = scanOptions.policy
        options.csvMark = csvBOM ? .byteOrderMark : .none
        options.licence = licence
        options.patience = lockOptions.patience(for: outputOptions.output)
        options.onProgress = Console.progress
        options.observer = { stage in
            Console.log(
                "stage",
                [
                    ("stage", .text(stage.name.rawValue)), ("milliseconds", .integer(stage.milliseconds)),
                    ("counts", .counts(stage.counts)),
                ])
        }
        let outcome = try await ReportRun(library: try definitions.library(), options: options).run()
        Console.report(outcome.diagnostics)
        Console.report(outcome.report.unread)
        Console.message(ReportSummary(outcome).text)
        if let changes, case .changed(let run, _) = outcome.replacement { try run.write(to: changes) }
        return outcome.exitStatus
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
