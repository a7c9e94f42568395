/// The year that a document's title bears.
public enum TitleYear: Sendable, Hashable {
    /// 2023年…计划 is 2023; of several years the last, of a span (2023—2025年行动方案) the first.
    case printed(Year)
    /// “十四五”规划: the plan's first year, which does not say when it was published.
    case plan(first: Year)
}

/// What Extraction finds in one bulletin.
public struct BulletinExtract: Sendable {
    public var statements: [Statement]
    public var tasks: [PlanTask]
    public var projects: [PlanProject]
    public var claims: [NumeralClaim]
    public var diagnostics: [FindingNote]
    /// Those of the documents whose titles bear one, in order.
    public var titleYears: [TitleYear]

    public init(
        statements: [Statement] = [], tasks: [PlanTask] = [], projects: [PlanProject] = [],
        claims: [NumeralClaim] = [], diagnostics: [FindingNote] = [], titleYears: [TitleYear] = []
    ) {
        self.statements = statements
        self.tasks = tasks
        self.projects = projects
        self.claims = claims
        self.diagnostics = diagnostics
        self.titleYears = titleYears
    }
}
