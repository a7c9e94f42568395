public import PipelineDefinition
public import StatisticalModel

/// A check over the outcome of a run: its name in checks.csv and what it finds.
///
/// A new one is a file with a `static let`, its test, a row in Pipelines/common/checks.csv, and its name in ``all``.
public struct OutcomeCheck: Sendable {
    public let name: String
    let findings: @Sendable (RunFindings, CheckContext) -> [FindingNote]

    init(_ name: String, _ findings: @escaping @Sendable (RunFindings, CheckContext) -> [FindingNote]) {
        self.name = name
        self.findings = findings
    }

    public static let all: [OutcomeCheck] = [
        tableTotal, rowTotal, proseTotal, shares, shareOfWhole, targetBehind, shareOutsideRange, restatement, baseYear,
        deadlineBeforeDocument, duplicateProject, cellsUnassigned, rotatedTable, unexplainedNumeral, closeCall,
        noStatement,
        statusWithoutTask, statusOfUnreadBulletin, statusStatedTwice, unreadFile, duplicateBulletin, reportDate,
        sharedName,
    ]

    /// What the check finds in `run`, nothing where the office has turned it off.
    public func notes(on run: RunFindings, library: PipelineLibrary) -> [FindingNote] {
        let setting = library.checks[name] ?? CheckSetting(severity: .warning)
        guard !setting.isOff else { return [] }
        return findings(run, CheckContext(check: name, setting: setting, library: library))
    }
}

/// What a check has at hand: its settings, and the words and units of Pipelines/.
struct CheckContext: Sendable {
    let check: String
    let setting: CheckSetting
    let library: PipelineLibrary

    /// The threshold of checks.csv, zero without one.
    var threshold: DecimalNumber { setting.threshold ?? 0 }

    func note(
        _ bulletin: String, line: Int? = nil, subject: FindingText = "", expected: FindingText = "",
        found: FindingText = ""
    ) -> FindingNote {
        FindingNote(
            check: check, severity: setting.severity ?? .warning, bulletin: bulletin, line: line, subject: subject,
            expected: expected, found: found)
    }

    func note(on statement: Statement, expected: FindingText, found: FindingText) -> FindingNote {
        note(
            statement.provenance.bulletin, line: statement.provenance.line, subject: .text(statement.indicator),
            expected: expected, found: found)
    }

    /// True where one of the check's words stands in `text` and none of its exceptions does.
    func concerns(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return setting.words.occurs(in: bytes) && !setting.exceptions.occurs(in: bytes)
    }

    func isExcepted(_ text: String) -> Bool { setting.exceptions.occurs(in: Array(text.utf8)) }
}
