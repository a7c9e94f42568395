import ArgumentParser
import PipelineRun
import Publishing
import SourceText

struct CheckOutputCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-output",
        abstract: Console.told("Checks that editions and history are as gongbao wrote them."),
        discussion: Console.told(
            """
            Digests of all files against SHA256SUMS of each edition, SQLite's integrity check of the history, and what \
            stopped runs left. Exit status: 0 all is as it was written, though others may have added files; 1 something \
            is changed, missing or damaged; 2 the folder cannot be read.
            """))

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        do {
            let check = try OutputCheck(output: outputOptions.output)
            Console.report(check.diagnostics)
            let errors = check.diagnostics.filter { $0.severity == .error }.count
            Console.message(
                Console.words(
                    "console.check-output", outputOptions.output, Console.count(check.editions, "edition"),
                    Console.count(errors, "error")))
            if errors > 0 { throw ExitCode(1) }
        } catch let error as FileError {
            Console.message(Console.words.failure(error))
            throw ExitCode(2)
        }
    }
}
