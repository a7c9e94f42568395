import Assessment
import PipelineDefinition
import SourceText
import StatisticalModel

/// The findings of all stages and of the checks over their outcome: the rows of checks.csv.
enum RunChecks {
    static func notes(
        on read: ReadBulletins, normalized: NormalizedBulletins, ledger: [LedgerEntry],
        inferredDate: RunFindings.InferredDate? = nil, library: PipelineLibrary
    ) -> [FindingNote] {
        let names = Set(read.bulletins.map(\.name) + read.unread.map(\.name))
        let reported =
            normalized.notes + read.bulletins.flatMap(\.extract.diagnostics)
            + read.diagnostics.map { note($0, names: names) }
        let run = RunFindings(
            bulletins: read.bulletins.map(findings), statements: normalized.statements,
            conflicts: normalized.conflicts, ledger: ledger, unread: read.unread, inferredDate: inferredDate)
        return library.checks.applied(to: reported)
            + OutcomeCheck.all.flatMap { $0.notes(on: run, library: library) }
    }

    private static func findings(of bulletin: ReadBulletin) -> RunFindings.Bulletin {
        RunFindings.Bulletin(
            name: bulletin.name, stem: bulletin.stem, documents: bulletin.layout.documents,
            tables: bulletin.layout.tables,
            tasks: bulletin.extract.tasks, file: bulletin.layout.file)
    }

    /// Of a path that is no file's name only the last part is told: the edition must not depend on folders.
    private static func note(_ diagnostic: Diagnostic, names: Set<String>) -> FindingNote {
        let path = diagnostic.path
        let severity: FindingNote.Severity =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .info
            }
        return FindingNote(
            check: "input", severity: severity,
            bulletin: names.contains(path) ? path : BulletinFiles.name(of: path), line: diagnostic.position?.line,
            found: .finding(diagnostic.code))
    }
}
