public import SourceText
public import StatisticalModel

/// What an office sets of one check over a run's outcome.
public struct CheckSetting: Sendable {
    /// How grave a finding is; `nil` leaves it to the stage that reports it.
    public var severity: FindingNote.Severity?
    /// True where the office wants no finding of the check.
    public var isOff: Bool
    /// What the check tolerates, in the unit that its file names; `nil` where it has none.
    public var threshold: DecimalNumber?
    /// The words by which the check knows what concerns it.
    public var words: WordTrie<Bool>
    /// The words that keep it away.
    public var exceptions: WordTrie<Bool>
    public var chinese: String
    public var english: String

    public init(
        severity: FindingNote.Severity? = nil, isOff: Bool = false, threshold: DecimalNumber? = nil,
        words: [String] = [], exceptions: [String] = [], chinese: String = "", english: String = ""
    ) {
        self.severity = severity
        self.isOff = isOff
        self.threshold = threshold
        self.words = WordTrie(words.map { ($0, true) })
        self.exceptions = WordTrie(exceptions.map { ($0, true) })
        self.chinese = chinese
        self.english = english
    }
}

/// The settings of Pipelines/common/checks.csv: one row for each check.
///
/// `check,severity,threshold,words,exceptions,chinese,english`; severity is `error` (exit status 1), `warning`,
/// `info`, `off`, or blank where the stage that finds it decides. A check without a row is a warning.
public struct CheckSettings: Sendable {
    private var settings: [String: CheckSetting] = [:]
    private var order: [String: Int] = [:]

    public init() {}

    /// Reads `path`; an unknown severity, a threshold that is no number and a check named twice are problems.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["check", "severity", "threshold", "words", "exceptions", "chinese", "english"],
            problems: &problems)
        for row in table.rows {
            guard let setting = Self.setting(row, of: table, &problems) else { continue }
            if settings[row("check")] != nil {
                problems.append(table.problem(row, "the check ‘\(row("check"))’ has a row already"))
            }
            settings[row("check")] = setting
            order[row("check")] = order.count
        }
    }

    private static func setting(
        _ row: DefinitionTable.Row, of table: DefinitionTable, _ problems: inout [Diagnostic]
    ) -> CheckSetting? {
        let severity = FindingNote.Severity(rawValue: row("severity"))
        guard severity != nil || ["", "off"].contains(row("severity")) else {
            problems.append(
                table.problem(row, "the severity ‘\(row("severity"))’ is none of error, warning, info, off"))
            return nil
        }
        let threshold = DecimalNumber(row("threshold"))
        guard threshold != nil || row("threshold").isEmpty else {
            problems.append(table.problem(row, "the threshold ‘\(row("threshold"))’ is no number"))
            return nil
        }
        return CheckSetting(
            severity: severity, isOff: row("severity") == "off", threshold: threshold, words: row.list("words"),
            exceptions: row.list("exceptions"), chinese: row("chinese"), english: row("english"))
    }

    public subscript(check: String) -> CheckSetting? {
        get { settings[check] }
        set { settings[check] = newValue }
    }

    /// The place of a check in the file, behind all others where it has no row: the order in which findings are shown.
    public func rank(of check: String) -> Int { order[check] ?? order.count }

    /// The checks that have a row, by name.
    public var names: [String] { settings.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// `notes` with the office's severities; those of checks that are off are gone.
    public func applied(to notes: [FindingNote]) -> [FindingNote] {
        notes.compactMap { note in
            guard let setting = settings[note.check] else { return note }
            guard !setting.isOff else { return nil }
            var note = note
            note.severity = setting.severity ?? note.severity
            return note
        }
    }
}
