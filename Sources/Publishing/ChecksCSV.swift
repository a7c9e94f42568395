public import StatisticalModel

/// checks.csv: each check: what, where, how grave, what was expected and what found.
public enum ChecksCSV {
    public static let header = ["check", "severity", "bulletin", "line", "subject", "expected", "found"]

    public static func rows(_ checks: [FindingNote]) -> [[String]] {
        sorted(checks).map { note in
            [
                note.check, note.severity.rawValue, note.bulletin, note.line.field, note.subject, note.expected,
                note.found,
            ]
        }
    }

    /// Errors first, then warnings, then notes; within each by check and place.
    static func sorted(_ checks: [FindingNote]) -> [FindingNote] {
        sortedByKey(checks) { note in
            let rank = FindingNote.Severity.allCases.firstIndex(of: note.severity) ?? 0
            return [
                String(rank), note.check, note.bulletin, sortable(note.line), note.subject, note.expected, note.found,
            ]
        }
    }
}
