public import SourceText

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
    /// Words of the program and what takes the place of each `{}` in them.
    case phrase(FindingPhrase, [String])
    /// The same with several values for the one gap: `rows 24, 25`.
    case list(FindingPhrase, [String])
    /// What a table's reader says of the table.
    case note(TableNote)
    /// What Ingestion and Layout find.
    case finding(FindingCode)
}

/// The words of findings by their key: `finding.row` of Publishing's table.
public enum FindingPhrase: String, Sendable, Hashable, CaseIterable {
    case row
    case rows
    case lines
    case once
    case none
    case atLeastOne = "at-least-one"
    case sumOfRows = "sum-of-rows"
    case cellEachRow = "cell-each-row"
    case cellsUnassigned = "cells-unassigned"
    case forEachProject = "for-each-project"
    case values
    case numeralsExplained = "numerals-explained"
    case numeralsOpen = "numerals-open"
    case nearest
    case noCode = "no-code"
    case noUnit = "no-unit"
    case knownTask = "known-task"
    case knownTarget = "known-target"
    case taskStatus = "task-status"
    case bulletinRead = "bulletin-read"
    case statuses
    case fileEnding = "file-ending"
    case noFileEnding = "no-file-ending"
    case readableFile = "readable-file"
    case sameBytes = "same-bytes"
    case documentDate = "document-date"
    case dayFromTitle = "day-from-title"
    case dayFromFacts = "day-from-facts"
    case dayFromPlan = "day-from-plan"
    case closeCalls = "close-calls"
    case kindsClear = "kinds-clear"
    case soleArea = "sole-area"
    case oneIndicator = "one-indicator"
}

extension FindingText: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .text(value) }
}
