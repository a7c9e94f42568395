import StatisticalModel

extension FindingNote {
    /// A finding about one statement, at its line.
    static func about(
        _ statement: Statement, check: String, severity: Severity = .warning,
        expected: FindingText = "", found: FindingText = ""
    ) -> FindingNote {
        FindingNote(
            check: check, severity: severity, bulletin: statement.provenance.bulletin,
            line: statement.provenance.line, subject: .text(statement.indicator), expected: expected, found: found)
    }
}
