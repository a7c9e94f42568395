import ArgumentParser
import PipelineRun
import SourceText

struct MatchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matches",
        abstract: "Lists names that wait for a decision, takes decisions, and judges pairs of names.",
        discussion: """
            Without options: the rows of the newest edition's matches-proposed.csv that nobody has decided on. \
            With --decide yes, no or a code: adds the decision on --target and --outturn to the matches.csv of the \
            target's pipeline; the next run follows it.
            """)

    @Option(help: "A CSV file with the columns target and outturn: prints the verdict on each pair of names.")
    var pairs: String?

    @Option(help: "yes: the outturn's name is the target's; no: never propose it again; or an indicator's code.")
    var decide: String?

    @Option(help: "The target's name.")
    var target: String?

    @Option(help: "The outturn's name.")
    var outturn: String?

    @Option(help: "The area's code (GB/T 2260) for which the decision holds; everywhere without it.")
    var area = ""

    @Option(help: "Who decides.")
    var by = ""

    @Option(help: "The day of the decision: 2026-03-31.")
    var date = ""

    @Option(help: "Why.")
    var reason = ""

    @Option(help: "The folder that holds the editions.")
    var output = "Output"

    @OptionGroup var definitions: DefinitionOptions

    func validate() throws {
        if decide != nil, target == nil || outturn == nil {
            throw ValidationError("--decide needs --target and --outturn.")
        }
    }

    func run() throws {
        let matches = NameMatches(library: try definitions.library())
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
                return try Console.output(matches.waiting(output: output))
            }
            var decision = NameMatches.Decision(target: target, outturn: outturn, decision: decide)
            (decision.area, decision.by, decision.date, decision.reason) = (area, by, date, reason)
            Console.message(try matches.add(decision, pipelines: definitions.pipelines, output: output))
        } catch let error as FileError {
            Console.message(error.description)
            throw ExitCode(2)
        }
    }
}
