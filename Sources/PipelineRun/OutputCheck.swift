import History
public import SourceText

/// What `gongbao check-output` finds in an output folder: whether all that gongbao wrote is there as it was written.
public struct OutputCheck: Sendable {
    /// Errors for what is lost or damaged, warnings for what others changed and what stopped runs left.
    public let diagnostics: [Diagnostic]
    /// How many editions were checked, kept ones among them.
    public let editions: Int

    public init(output: String) throws(FileError) {
        let list = try EditionList(output: output)
        var diagnostics = list.diagnostics
        for edition in list.editions + list.kept { diagnostics += Self.findings(at: edition.path) }
        let history = "\(output)/history.sqlite"
        if FolderTree(history).kind != .nothing {
            diagnostics += HistoryFile.problems(at: history).map {
                Diagnostic(path: history, severity: .error, message: $0)
            }
        }
        diagnostics += StagingFolder.leftovers(in: output).map {
            Diagnostic(
                path: "\(output)/\($0)", severity: .warning,
                message: "left by a run that was stopped, or running")
        }
        self.diagnostics = diagnostics
        editions = list.editions.count + list.kept.count
    }

    private static func findings(at path: String) -> [Diagnostic] {
        guard let manifest = EditionManifest(of: path) else {
            let message = "no \(EditionManifest.name): nothing tells what was written (an edition of an older gongbao)"
            return [Diagnostic(path: path, severity: .warning, message: message)]
        }
        var findings = manifest.missing(in: path).map {
            Diagnostic(path: "\(path)/\($0)", severity: .error, message: "missing")
        }
        do {
            findings += try manifest.foreign(in: path).map {
                let isWritten = manifest.digests[$0] != nil
                return Diagnostic(
                    path: "\(path)/\($0)", severity: isWritten ? .error : .warning,
                    message: isWritten ? "not as it was written: its digest differs" : "not written by gongbao")
            }
        } catch {
            findings.append(Diagnostic(path: error.path, severity: .error, code: .unreadable(error)))
        }
        return findings
    }
}
