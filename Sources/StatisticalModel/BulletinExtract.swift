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
