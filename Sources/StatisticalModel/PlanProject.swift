/// A project of a plan, with its capacity, its money and who builds it: a row of the sheet 重点项目.
public struct PlanProject: Sendable, Hashable {
    /// An amount of one source: 中央预算内投资 0.12 亿元.
    public struct Investment: Sendable, Hashable {
        /// The column's header: 概算总投资, 中央预算内投资, 企业自筹.
        public var source: String
        public var kind: InvestmentKind
        /// As printed.
        public var amount: Quantity
        /// ``amount`` in 元; `nil` where its unit is no unit of yuan.
        public var yuan: DecimalNumber?

        public init(
            source: String, kind: InvestmentKind = .other, amount: Quantity, yuan: DecimalNumber? = nil
        ) {
            self.source = source
            self.kind = kind
            self.amount = amount
            self.yuan = yuan
        }
    }

    public var id: StatementID
    public var provenance: Provenance
    /// As printed: `12`.
    public var number: String
    public var name: String
    /// The list, group or task that the project stands in.
    public var section: String
    /// What is built, as printed.
    public var scope: String
    /// The numbers with units in ``scope``, in order.
    public var capacity: [Quantity]
    public var investments: [Investment]
    /// As printed: 2023年-2025年.
    public var period: String
    /// As printed: 2024年底.
    public var deadlineText: String
    public var deadline: CalendarDate?
    /// Who builds it.
    public var owner: String
    /// The government or office that answers for it.
    public var responsible: String
    /// New, rebuilt, continued; and how far it is.
    public var state: String
    /// What stands in merged cells that begin on a row above.
    public var spanned: [SpannedField] = []

    public init(
        id: StatementID = StatementID(""), provenance: Provenance, number: String = "", name: String,
        section: String = "", scope: String = "", capacity: [Quantity] = [], investments: [Investment] = [],
        period: String = "", deadlineText: String = "", deadline: CalendarDate? = nil, owner: String = "",
        responsible: String = "", state: String = ""
    ) {
        self.id = id
        self.provenance = provenance
        self.number = number
        self.name = name
        self.section = section
        self.scope = scope
        self.capacity = capacity
        self.investments = investments
        self.period = period
        self.deadlineText = deadlineText
        self.deadline = deadline
        self.owner = owner
        self.responsible = responsible
        self.state = state
    }
}

/// Where a project's money comes from: the kinds that list-columns.csv gives to the headers of such columns.
public enum InvestmentKind: String, Sendable, Hashable, CaseIterable {
    case total, central, regional, local
    /// 地方出资或企业自筹: printed as one column.
    case localOrOwn = "local-or-own"
    case own, loan
    /// Of one year: 年度计划投资.
    case annual
    case other

    /// Whether amounts of the kind make up the total.
    public var isPart: Bool {
        switch self {
        case .central, .regional, .local, .localOrOwn, .own, .loan: true
        case .total, .annual, .other: false
        }
    }
}
