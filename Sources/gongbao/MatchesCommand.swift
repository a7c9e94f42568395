import ArgumentParser
import PipelineDefinition
import PipelineRun
import SourceText
import StatisticalModel

struct MatchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matches",
        abstract: Console.told("Lists names that wait for a decision, takes decisions, and judges pairs of names."),
        discussion: Console.told(
            """
            Without options: the rows of the newest edition's matches-proposed.csv that nobody has decided on. \
            With --decide yes, no or a code: adds the decision on --target and --outturn to the matches.csv of the \
            target's pipeline; the next run follows it.
            """))

    @Option(
        help: Console.help("A CSV file with the columns target and outturn: prints the verdict on each pair of names."))
    var pairs: String?

    @Option(
        help: Console.help(
            "yes: the outturn's name is the target's; no: never propose it again; or an indicator's code."))
    var decide: String?

    @Option(help: Console.help("The target's name."))
    var target: String?

    @Option(help: Console.help("The outturn's name."))
    var outturn: String?

    @Option(help: Console.help("The area's code (GB/T 2260) for which the decision holds; everywhere without it."))
    var area = ""

    @Option(help: Console.help("Who decides."))
    var by = ""

    @Option(help: Console.help("The day of the decision: 2026-03-31."))
    var date = ""

    @Option(help: Console.help("Why."))
    var reason = ""

    @OptionGroup var outputOptions: OutputOptions

    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if decide != nil, target == nil || outturn == nil {
            throw ValidationError("--decide needs --target and --outturn.")
        }
    }

    func run() throws {
        let library = try definitions.library()
        let matches = NameMatches(library: library)
        do {
            if let pairs {
                let (bytes, problems) = matches.judgedPairs(path: pairs)
                guard problems.isEmpty else {
                    Console.report(problems)
                    throw ExitCode(2)
                }
                return try Console.output(bytes)
            }
            guard let decide, let target, let outturn else {
                return try Console.output(matches.waiting(output: outputOptions.output))
            }
            // A row that no run could read would stop them all.
            let codes = library.pipelines.flatMap(\.indicators).map(\.code.text)
            guard ["yes", "no"].contains(decide) || codes.contains(decide) else {
                let hint = NearestName.hint(for: decide, among: codes + ["yes", "no"])
                throw ValidationError("--decide: ‘\(decide)’ is neither yes nor no nor an indicator’s code\(hint)")
            }
            guard area.isEmpty || AreaCode(area).flatMap({ library.areas.areas[$0] }) != nil else {
                throw ValidationError("--area: ‘\(area)’ is no code of areas.csv\(library.areas.hint(for: area))")
            }
            var decision = NameMatches.Decision(target: target, outturn: outturn, decision: decide)
            (decision.area, decision.by, decision.date, decision.reason) = (area, by, date, reason)
            Console.message(try matches.add(decision, pipelines: definitions.pipelines, output: outputOptions.output))
        } catch let error as FileError {
            Console.message(Console.words.failure(error))
            throw ExitCode(2)
        }
    }
}
