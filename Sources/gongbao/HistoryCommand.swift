import ArgumentParser
import DelimitedText
import History
import PipelineDefinition
import PipelineRun
import Publishing
import SourceText
import StatisticalModel

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: Console.told("Shows what was believed of an indicator, from which day to which, as CSV."),
        discussion: Console.told(
            """
            Each run's figures count from its as-of date (realtime_start) until a run says otherwise (realtime_end; \
            9999-12-31 for what counts today). OUTPUT/history.sqlite can be deleted: it is made anew from the editions, \
            without the figures that only a replaced run of an edition had. Editions whose names differ by more than \
            their dates are lines of history of their own (the column series).
            """))

    @Argument(help: Console.help("The indicator's code or its name."))
    var indicator: String?

    @Option(help: Console.help("An area's code of GB/T 2260: 150600."))
    var area: String?

    @Option(help: Console.help("Only what was believed on that day: 2024, 2024-06 or 2024-06-30."))
    var asOf: String?

    @Option(help: Console.help("Only the line of history of the editions so named: trial for 2024-trial."))
    var series: String?

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var lockOptions: LockOptions
    @OptionGroup var messages: MessageOptions

    @Flag(help: Console.help("First make history.sqlite anew from the editions; the old one is kept beside it."))
    var rebuild = false

    @Option(help: Console.help("Write a copy of history.sqlite to this file, whole even while a run goes on."))
    var backup: String?

    @Option(help: Console.help("First put this backup in the place of history.sqlite, which is kept beside it."))
    var restore: String?

    func validate() throws {
        if indicator == nil, !rebuild, backup == nil, restore == nil {
            throw ValidationError("Name an indicator by its code or its name.")
        }
        if let asOf, CalendarDate(iso: asOf) == nil { throw ValidationError("--as-of: ‘\(asOf)’ is no date.") }
    }

    func run() throws {
        do {
            let archive = HistoryArchive(
                output: outputOptions.output, patience: lockOptions.patience(for: outputOptions.output))
            if let restore { try archive.restore(from: restore) }
            Console.report(rebuild ? try archive.rebuild() : try archive.takeUpAlone())
            if let backup { try archive.backUp(to: backup) }
            guard let indicator else { return }
            let history = try archive.open()
            let vintages = try history.vintages(
                of: indicator, area: area, asOf: asOf.flatMap { CalendarDate(iso: $0) }, series: series)
            try Console.output(VintagesCSV.file(vintages))
            if vintages.isEmpty {
                let known = try history.indicators()
                let hint =
                    known.contains(indicator)
                    ? "" : Console.words.question(NearestName.nearest(to: indicator, among: known))
                Console.message(Console.words("console.no-history", indicator) + hint)
                throw ExitCode(1)
            }
        } catch let error as HistoryError {
            Console.message(error.description)
            throw ExitCode(2)
        }
    }
}
