import SourceText
import StatisticalModel

/// The findings of all stages as rows of checks.csv.
enum RunChecks {
    static func notes(
        bulletins: [ReadBulletin], normalized: NormalizedBulletins, ledger: [LedgerEntry], diagnostics: [Diagnostic]
    ) -> [FindingNote] {
        var notes = normalized.notes
        for bulletin in bulletins {
            notes += bulletin.extract.diagnostics
            notes += bulletin.layout.tables.flatMap { unassigned(in: $0, bulletin.name) }
            if bulletin.extract.statements.isEmpty {
                notes.append(FindingNote(check: "no-statement", severity: .warning, bulletin: bulletin.name))
            }
        }
        notes += diagnostics.map(note)
        notes += ledger.filter { $0.fate == .unexplained }.map { entry in
            FindingNote(
                check: "unexplained-numeral", severity: .info, bulletin: entry.bulletin, line: entry.line,
                found: entry.text)
        }
        return notes
    }

    /// One note for each column of a table whose values could not be given to rows.
    private static func unassigned(in table: RecoveredTable, _ bulletin: String) -> [FindingNote] {
        table.columns.indices.compactMap { column in
            let cells = table.rows.filter { $0.cells.indices.contains(column) && $0.cells[column].isUnassigned }
            guard !cells.isEmpty else { return nil }
            return FindingNote(
                check: "cells-unassigned", severity: .warning, bulletin: bulletin, line: table.columns[column].line,
                subject: "\(table.title) \(table.columns[column].name)", found: "\(cells.count)")
        }
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
            line: diagnostic.position?.line, found: diagnostic.message)
    }
}
