import PipelineDefinition
import StatisticalModel

/// checks.csv: each check: what, where, how grave, what was expected and what found, in the report's language.
public enum ChecksCSV {
    public static let header = ["check", "severity", "bulletin", "line", "subject", "expected", "found"]

    static func rows(_ report: EditionReport, words: ReportWords) -> [[String]] {
        sorted(report).map { note in
            [
                note.check, note.severity.rawValue, note.bulletin, note.line.field, words(note.subject),
                words(note.expected), words(note.found),
            ]
        }
    }

    /// Errors first, then warnings, then notes; within each by check, in the order of checks.csv, and place.
    static func sorted(_ report: EditionReport) -> [FindingNote] {
        sortedByKey(report.checks) { note in
            let rank = FindingNote.Severity.allCases.firstIndex(of: note.severity) ?? 0
            let texts = [note.subject, note.expected, note.found].map { ReportWords(.chinese)($0) }
            return [
                String(rank), sortable(report.checkSettings.rank(of: note.check)), note.check, note.bulletin,
                sortable(note.line),
            ] + texts
        }
    }
}
