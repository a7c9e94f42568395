public import StatisticalModel

/// Who leads and who else takes part, as two columns have it.
///
/// Where the text names a unit that leads (牵头单位), those beside it (责任单位, 配合单位) take part; without one the
/// responsible ones lead: `市能源局` and `市水利局、市财政局` of 牵头单位：市能源局；责任单位：市水利局；配合单位：市财政局.
public struct DutyUnits: Hashable, Sendable {
    /// What a unit is to a target or a task, as the text names it.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// The first of those that lead: of it alone figures are asked.
        case leads
        /// Named as leading too, behind the first.
        case leadsToo = "leads-too"
        /// A responsible unit that does not lead.
        case responsible
        case helps
    }

    public struct Member: Hashable, Sendable {
        public let unit: String
        public let role: Role

        public init(unit: String, role: Role) {
            self.unit = unit
            self.role = role
        }
    }

    public let lead: String
    public let others: String
    /// Each unit once, those that lead first.
    public private(set) var members: [Member]

    public init(lead: String, responsible: String, cooperating: String) {
        let isLed = !lead.isEmpty
        let named: [(String, Role)] = [
            (lead, .leadsToo), (responsible, .responsible), (cooperating, .helps),
        ]
        var members: [Member] = []
        for (text, role) in named {
            for unit in Self.units(in: text) where !members.contains(where: { $0.unit == unit }) {
                members.append(Member(unit: unit, role: members.isEmpty && role != .helps ? .leads : role))
            }
        }
        self.members = members
        self.lead = Self.trimmed(isLed ? lead : responsible)
        others = [isLed ? responsible : "", cooperating].map(Self.trimmed).filter { !$0.isEmpty }
            .joined(separator: "、")
    }

    public init(_ task: PlanTask) {
        self.init(lead: task.leadUnit, responsible: task.responsible, cooperating: task.cooperating)
    }

    public init(_ target: Observation) {
        let printed = Self.printed(target)
        self.init(lead: printed.lead, all: printed.responsible, cooperating: printed.cooperating)
    }

    /// Of the target's sources the first that names units; a figure brought by the office names none apart.
    static func printed(_ target: Observation) -> (lead: String, responsible: String, cooperating: String) {
        guard
            let source = target.sources.first(where: { !$0.responsible.isEmpty || !$0.cooperating.isEmpty }),
            source.responsible == target.responsible || target.responsible.isEmpty
        else { return ("", target.responsible, "") }
        return (source.leadUnit, source.responsible, source.cooperating)
    }

    /// Of a statement or a row of progress.csv, whose responsible units begin with those that lead.
    public init(lead: String, all: String, cooperating: String) {
        let rest = all.hasPrefix(lead) ? String(all.dropFirst(lead.count)) : ""
        self.init(lead: lead, responsible: lead.isEmpty ? all : rest, cooperating: cooperating)
    }

    /// The unit that is asked for figures; empty where the text names none or only such as help.
    public var answering: String { members.first { $0.role == .leads }?.unit ?? "" }

    public func role(of unit: String) -> Role? { members.first { $0.unit == unit }?.role }

    /// Of a target that another bulletin states too: the units named there take part, and do not answer a second time.
    public mutating func join(_ other: DutyUnits) {
        let isAnswered = !answering.isEmpty
        for member in other.members where role(of: member.unit) == nil {
            let isSecond = isAnswered && (member.role == .leads || member.role == .leadsToo)
            members.append(Member(unit: member.unit, role: isSecond ? .responsible : member.role))
        }
    }

    /// The units of a printed list, in its order; brackets hold commas of their own: 各区人民政府（海勃湾区、乌达区）.
    public static func units(in text: String) -> [String] {
        var units: [String] = []
        var unit = String.UnicodeScalarView()
        var depth = 0
        for sign in text.unicodeScalars {
            switch sign {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case _ where depth == 0 && "、，,；;".unicodeScalars.contains(sign):
                units.append(String(unit))
                unit = String.UnicodeScalarView()
                continue
            case _ where sign.properties.isWhitespace: continue
            default: break
            }
            unit.append(sign)
        }
        return (units + [String(unit)]).filter { !$0.isEmpty }
    }

    /// Without the commas that printed lists begin or end with.
    private static func trimmed(_ units: String) -> String {
        var text = units[...]
        while let first = text.first, "、，； ".contains(first) { text.removeFirst() }
        while let last = text.last, "、，； ".contains(last) { text.removeLast() }
        return String(text)
    }
}
