import StatisticalModel

/// checks.csv: each check: what, where, how grave, what was expected and what found, in the report's language.
public enum ChecksCSV {
    public static let header = ["check", "severity", "bulletin", "line", "subject", "expected", "found"]

    static func rows(_ checks: [FindingNote], words: ReportWords) -> [[String]] {
        sorted(checks).map { note in
            [
                note.check, note.severity.rawValue, note.bulletin, note.line.field, words(note.subject),
                words(note.expected), words(note.found),
            ]
        }
    }

    /// Errors first, then warnings, then notes; within each by check and place.
    static func sorted(_ checks: [FindingNote]) -> [FindingNote] {
        sortedByKey(checks) { note in
            let rank = FindingNote.Severity.allCases.firstIndex(of: note.severity) ?? 0
            let texts = [note.subject, note.expected, note.found].map { ReportWords(.chinese)($0) }
            return [String(rank), note.check, note.bulletin, sortable(note.line)] + texts
        }
    }
}
