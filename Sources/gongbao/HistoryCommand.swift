import ArgumentParser
import DelimitedText
import History
import PipelineRun
import SourceText
import StatisticalModel

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Shows what was believed of an indicator, from which day to which, as CSV.",
        discussion: """
            Each run's figures count from its as-of date (realtime_start) until a run says otherwise (realtime_end; \
            9999-12-31 for what counts today). OUTPUT/history.sqlite can be deleted: it is made anew from the editions, \
            without the figures that only a replaced run of an edition had.
            """)

    @Argument(help: "The indicator's code or its name.")
    var indicator: String?

    @Option(help: "An area's code of GB/T 2260: 150600.")
    var area: String?

    @Option(help: "Only what was believed on that day: 2024, 2024-06 or 2024-06-30.")
    var asOf: String?

    @Option(help: "The folder that holds the editions and history.sqlite.")
    var output = "Output"

    @Flag(help: "First make history.sqlite anew from the editions.")
    var rebuild = false

    func validate() throws {
        if indicator == nil, !rebuild { throw ValidationError("Name an indicator by its code or its name.") }
        if let asOf, CalendarDate(iso: asOf) == nil { throw ValidationError("--as-of: ‘\(asOf)’ is no date.") }
    }

    func run() throws {
        do {
            let archive = HistoryArchive(output: output)
            Console.report(rebuild ? try archive.rebuild() : try archive.takeUp())
            guard let indicator else { return }
            let vintages = try archive.open().vintages(
                of: indicator, area: area, asOf: asOf.flatMap { CalendarDate(iso: $0) })
            Console.output(VintagesCSV.file(vintages))
            if vintages.isEmpty {
                Console.message("the history knows no such figure of ‘\(indicator)’")
                throw ExitCode(1)
            }
        } catch let error as HistoryError {
            Console.message(error.description)
            throw ExitCode(2)
        }
    }
}
