import Assessment
import PipelineDefinition
import SourceText
import StatisticalModel

/// The findings of all stages and of the checks over their outcome: the rows of checks.csv.
enum RunChecks {
    static func notes(
        bulletins: [ReadBulletin], normalized: NormalizedBulletins, ledger: [LedgerEntry], diagnostics: [Diagnostic],
        library: PipelineLibrary
    ) -> [FindingNote] {
        let reported = normalized.notes + bulletins.flatMap(\.extract.diagnostics) + diagnostics.map(note)
        let run = RunFindings(
            bulletins: bulletins.map(findings), statements: normalized.statements, conflicts: normalized.conflicts,
            ledger: ledger)
        return library.checks.applied(to: reported)
            + OutcomeCheck.all.flatMap { $0.notes(on: run, library: library) }
    }

    private static func findings(of bulletin: ReadBulletin) -> RunFindings.Bulletin {
        RunFindings.Bulletin(
            name: bulletin.name, documents: bulletin.layout.documents, tables: bulletin.layout.tables,
            tasks: bulletin.extract.tasks, file: bulletin.layout.file)
    }

    private static func note(_ diagnostic: Diagnostic) -> FindingNote {
        let severity: FindingNote.Severity =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .info
            }
        return FindingNote(
            check: "input", severity: severity, bulletin: BulletinFiles.name(of: diagnostic.path),
            line: diagnostic.position?.line, found: .finding(diagnostic.code))
    }
}
