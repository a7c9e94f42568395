import SourceText

/// The bulletins that the edition in place read and a new run does not: lost by accident, more often than on purpose.
enum MissingInputs {
    /// A finding for each bulletin of the edition at `path` of which the new one has neither the name nor the bytes, and
    /// for each that changed after it was read. `severity` is that of the missing ones.
    static func findings(
        of edition: String, at path: String, read: [(name: String, digest: String, path: String, stamp: FileStamp)],
        severity: Diagnostic.Severity
    ) -> [Diagnostic] {
        let changed = read.filter { FileStamp(of: $0.path) != $0.stamp }
        let names = Set(read.map(\.name)).subtracting(changed.map(\.name))
        let digests = Set(read.map(\.digest))
        let told = changed.map { Diagnostic(path: $0.name, severity: .error, code: .inputChanged) }
        guard let run = try? FileBytes.read("\(path)/run.json"),
            let old = EditionEntry(name: edition, path: path, run: run)
        else { return told }
        let missing = zip(old.inputs, old.inputDigests).filter { name, digest in
            !names.contains(name) && (!digests.contains(digest) || changed.contains { $0.name == name })
        }
        return told
            + missing.map { Diagnostic(path: $0.0, severity: severity, code: .inputMissing(edition: edition)) }
    }
}
