import History
public import SourceText

/// Brings an edition that another replaced back to its place.
public struct EditionRestore: Sendable {
    /// Why nothing could be restored.
    public enum Failure: Error, Sendable {
        case file(FileError)
        /// No kept edition of that name; those that are kept.
        case unknown(String, kept: [String])
        case locked(String)
    }

    public let kept: KeptEdition
    public let diagnostics: [Diagnostic]

    /// - Parameter name: A kept edition, `2023.kept-2026-11-27`, or an edition, `2023`: the newest that is kept of it.
    public init(_ name: String, output: String, patience: OutputLock.Patience) throws(Failure) {
        let outcome = try OutputLock.hold(output, patience) { () throws(Failure) in
            do {
                let all = try KeptEdition.all(in: output)
                let kept = all.first { $0.folder == name || $0.edition == name }
                guard let kept else { throw Failure.unknown(name, kept: all.map(\.folder)) }
                return (kept, try EditionFolder.restore(kept, in: output) + Self.record(kept, in: output))
            } catch let error as FileError {
                throw .file(error)
            } catch let error as Failure {
                throw error
            } catch {
                throw .unknown(name, kept: [])
            }
        }
        guard let outcome else { throw .locked(output) }
        (kept, diagnostics) = outcome
    }

    /// What stands is the latest belief again.
    private static func record(_ kept: KeptEdition, in output: String) -> [Diagnostic] {
        do {
            return try HistoryArchive(output: output).takeUp(latest: kept.edition)
        } catch {
            return [Diagnostic(path: error.path, severity: .error, message: "not recorded: \(error.reason)")]
        }
    }
}
