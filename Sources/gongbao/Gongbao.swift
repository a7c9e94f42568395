import ArgumentParser
import PipelineDefinition
import PipelineRun
import Publishing

@main
struct Gongbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongbao",
        abstract: Console.told("Reads the indicators of government bulletins and writes progress workbooks."),
        discussion: Console.told(
            """
            Data goes to standard output, messages to standard error.
            Exit status: 0 done; 1 done, but a file could not be read or a check of severity error failed; \
            2 could not run (definitions, input, output); 64 wrong usage; 128 and the signal's number where one stopped it. \
            (`make` turns each of them but 0 into 2.)
            """),
        version: "0.1.0",
        subcommands: [
            ReportCommand.self, ExtractCommand.self, TablesCommand.self, LedgerCommand.self, DiffCommand.self,
            ExplainCommand.self, EditionsCommand.self, RestoreCommand.self, HistoryCommand.self, MatchesCommand.self,
            RequestsCommand.self, ImportCommand.self, BriefCommand.self, WorkerCommand.self,
            CheckOutputCommand.self, CheckCommand.self,
        ])

    static func main() async {
        nameCrashes()
        // Its clock runs from the start.
        _ = ProgressBar.onTerminal
        refuseUnknownCommand()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Console.exit(Self.self, error)
        }
    }

    /// `gongbao reprot`: the parser would say that the word is unexpected; which command was meant, it does not.
    private static func refuseUnknownCommand() {
        guard CommandLine.arguments.count > 1, let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-")
        else { return }
        let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard !known.contains(word) else { return }
        let words = Console.words
        let near = words.question(NearestName.nearest(to: word, among: known))
        let list = known.joined(separator: words.comma)
        let hint = near.isEmpty ? words.then + words("console.commands", list) : near
        Console.message(words("console.no-command", word) + hint + "\n" + words("console.see-help"))
        exit(withError: ExitCode(64))
    }
}
