import ArgumentParser
import PipelineDefinition
import PipelineRun
import Publishing
import SourceText

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: Console.told("Brings an edition that another replaced back to its place."),
        discussion: Console.told("What stands there is kept in turn, so that a second restore undoes the first."))

    @Argument(
        help: Console.help("As `gongbao editions` names it: 2023.kept-2026-11-27; 2023 is the newest kept of 2023."))
    var edition: String

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var lockOptions: LockOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        let words = Console.words
        do {
            let restore = try EditionRestore(
                edition, output: outputOptions.output, patience: lockOptions.patience(for: outputOptions.output))
            Console.report(restore.diagnostics)
            Console.message(words("console.restored", restore.kept.folder, restore.kept.edition))
            if restore.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        } catch let error as EditionRestore.Failure {
            switch error {
            case .file(let failure): Console.message(words.failure(failure))
            case .unknown(let name, let kept):
                // Of 2023.kept-2026-11-27 people type the year.
                let years = Set(kept.compactMap { $0.split(separator: ".").first.map(String.init) })
                let hint = words.question(NearestName.nearest(to: name, among: kept + years))
                let list =
                    kept.isEmpty
                    ? words("console.nothing-kept")
                    : words("console.kept", kept.joined(separator: words.comma))
                Console.message(
                    words("console.not-kept", outputOptions.output, name)
                        + (hint.isEmpty ? words.then : hint + words.gap) + list)
            case .locked(let output): Console.message(words("console.locked", output))
            }
            throw ExitCode(2)
        }
    }
}
