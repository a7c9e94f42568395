/// A numbered measure of a plan, with who does it and by when: a row of tasks.csv.
public struct PlanTask: Sendable, Hashable {
    public var id: StatementID
    public var provenance: Provenance
    /// As printed: `12`, `（3）`.
    public var number: String
    public var text: String
    /// The list or section that the task stands in.
    public var section: String
    public var leader: String
    public var leadUnit: String
    /// Responsible and cooperating units as printed, joined by 、.
    public var responsible: String
    public var cooperating: String
    /// As printed: 2024年6月底, 长期坚持.
    public var deadlineText: String
    public var deadline: CalendarDate?

    public init(
        id: StatementID = StatementID(""), provenance: Provenance, number: String = "", text: String,
        section: String = "", leader: String = "", leadUnit: String = "", responsible: String = "",
        cooperating: String = "", deadlineText: String = "", deadline: CalendarDate? = nil
    ) {
        self.id = id
        self.provenance = provenance
        self.number = number
        self.text = text
        self.section = section
        self.leader = leader
        self.leadUnit = leadUnit
        self.responsible = responsible
        self.cooperating = cooperating
        self.deadlineText = deadlineText
        self.deadline = deadline
    }
}

/// What Extraction finds in one bulletin.
public struct BulletinExtract: Sendable {
    public var statements: [Statement]
    public var tasks: [PlanTask]
    public var projects: [PlanProject]
    public var claims: [NumeralClaim]
    public var diagnostics: [FindingNote]

    public init(
        statements: [Statement] = [], tasks: [PlanTask] = [], projects: [PlanProject] = [],
        claims: [NumeralClaim] = [], diagnostics: [FindingNote] = []
    ) {
        self.statements = statements
        self.tasks = tasks
        self.projects = projects
        self.claims = claims
        self.diagnostics = diagnostics
    }
}

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
    public var subject: String
    public var expected: String
    public var found: String

    public init(
        check: String, severity: Severity, bulletin: String = "", line: Int? = nil, subject: String = "",
        expected: String = "", found: String = ""
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
