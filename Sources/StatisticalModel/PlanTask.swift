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
    /// What stands in merged cells that begin on a row above.
    public var spanned: [SpannedField] = []

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

/// A field of a task or project that the bulletin prints once for several rows; the names are columns of tasks.csv.
public enum SpannedField: String, Sendable, Hashable, CaseIterable {
    case section, number
    case leadUnit = "lead_unit"
}
