import ArgumentParser

@main
struct Gongbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongbao",
        abstract: "Reads the indicators of government bulletins and writes progress workbooks.",
        discussion: """
            Data goes to standard output, messages to standard error.
            Exit status: 0 done; 1 done, but a file could not be read or a check of severity error failed; \
            2 could not run (definitions, input, output); 64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            ReportCommand.self, ExtractCommand.self, TablesCommand.self, LedgerCommand.self, DiffCommand.self,
            ExplainCommand.self, EditionsCommand.self, HistoryCommand.self, MatchesCommand.self,
            CheckCommand.self,
        ])
}
