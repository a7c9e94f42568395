/// Something that the reader of a workbook should know of a place in a bulletin: a row of checks.csv.
public struct FindingNote: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning, info
    }

    /// The check's name, such as `unknown-unit`.
    public var check: String
    public var severity: Severity
    public var bulletin: String
    public var line: Int?
    /// The table, indicator or file that the finding is about.
    public var subject: FindingText
    public var expected: FindingText
    public var found: FindingText

    public init(
        check: String, severity: Severity, bulletin: String = "", line: Int? = nil, subject: FindingText = "",
        expected: FindingText = "", found: FindingText = ""
    ) {
        self.check = check
        self.severity = severity
        self.bulletin = bulletin
        self.line = line
        self.subject = subject
        self.expected = expected
        self.found = found
    }
}

/// What stands in a column of checks.csv.
public enum FindingText: Sendable, Hashable {
    /// Figures, names and signs, the same in all languages: `0.04 + 0.01 = 0.05`.
    case text(String)
    /// A text of the workbook's words (`finding.…`) and what takes the place of each `{}` in it.
    case phrase(String, [String])
    /// An English message of the program, which the workbook's words translate where they have it.
    case message(String)
}

extension FindingText: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .text(value) }
}
