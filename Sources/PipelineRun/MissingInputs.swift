import SourceText
import StatisticalModel

/// The bulletins that the edition in place read and a new run does not: lost by accident, more often than on purpose.
struct MissingInputs {
    private(set) var findings: [Diagnostic] = []
    /// True where the edition in place must stay: the new run has fewer bulletins, or cannot read one that the edition
    /// read. As many under other names are the office's replacement, which a warning tells.
    private(set) var isLoss = false

    /// - Parameters:
    ///   - edition: Its name; what it read stands in the run.json at `path`. A bulletin is not missing whose name or whose
    ///     bytes the new run has.
    ///   - isAllowed: The loss is on purpose.
    init(of edition: String, at path: String, read: ReadBulletins, isAllowed: Bool) {
        let changed = Set(
            read.bulletins.filter { $0.stamp != nil && FileStamp(of: $0.container) != $0.stamp }.map(\.name))
        findings = changed.sorted().map { Diagnostic(path: $0, severity: .error, code: .inputChanged) }
        guard let run = try? FileBytes.read("\(path)/run.json"),
            let old = EditionEntry(name: edition, path: path, run: run)
        else { return }
        let whole = read.bulletins.filter { !changed.contains($0.name) }
        let (names, digests) = (Set(whole.map(\.name)), Set(whole.map { "sha256:\($0.digest)" }))
        let missing = zip(old.inputs, old.inputDigests).filter { !names.contains($0) && !digests.contains($1) }.map(\.0)
        let unreadable = changed.union(read.unread.filter { $0.reason == .unreadable }.map(\.name))
        isLoss =
            !isAllowed && !missing.isEmpty
            && (whole.count < old.inputs.count || missing.contains(where: unreadable.contains))
        findings += missing.map {
            Diagnostic(path: $0, severity: isLoss ? .error : .warning, code: .inputMissing(edition: edition))
        }
    }
}
