import ArgumentParser
import PipelineDefinition
import PipelineRun
import SourceText

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Brings an edition that another replaced back to its place.",
        discussion: "What stands there is kept in turn, so that a second restore undoes the first.")

    @Argument(help: "As `gongbao editions` names it: 2023.kept-2026-11-27; 2023 is the newest kept of 2023.")
    var edition: String

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var lockOptions: LockOptions

    func run() throws {
        do {
            let restore = try EditionRestore(
                edition, output: outputOptions.output, patience: lockOptions.patience(for: outputOptions.output))
            Console.report(restore.diagnostics)
            Console.message("\(restore.kept.folder) is \(restore.kept.edition) again")
            if restore.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        } catch let error as EditionRestore.Failure {
            switch error {
            case .file(let failure): Console.message(failure.description)
            case .unknown(let name, let kept):
                // Of 2023.kept-2026-11-27 people type the year.
                let years = Set(kept.compactMap { $0.split(separator: ".").first.map(String.init) })
                let hint = NearestName.question(NearestName.nearest(to: name, among: kept + years))
                let list = kept.isEmpty ? "nothing is kept" : "kept are \(kept.joined(separator: ", "))"
                Console.message(
                    "\(outputOptions.output): no edition ‘\(name)’ is kept\(hint.isEmpty ? ";" : hint) \(list)")
            case .locked(let output): Console.message("\(output): another run still writes to this folder")
            }
            throw ExitCode(2)
        }
    }
}
