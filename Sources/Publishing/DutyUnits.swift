import StatisticalModel

/// Who leads and who else takes part, as two columns have it.
///
/// Where the text names a unit that leads (牵头单位), those beside it (责任单位, 配合单位) take part; without one the
/// responsible ones lead: `市能源局` and `市水利局、市财政局` of 牵头单位：市能源局；责任单位：市水利局；配合单位：市财政局.
struct DutyUnits: Hashable {
    let lead: String
    let others: String

    init(lead: String, responsible: String, cooperating: String) {
        let isLed = !lead.isEmpty
        self.lead = Self.trimmed(isLed ? lead : responsible)
        others = [isLed ? responsible : "", cooperating].map(Self.trimmed).filter { !$0.isEmpty }
            .joined(separator: "、")
    }

    init(_ task: PlanTask) {
        self.init(lead: task.leadUnit, responsible: task.responsible, cooperating: task.cooperating)
    }

    /// Of the target's sources the first that names units; a figure brought by the office names none apart.
    init(_ target: Observation) {
        guard let source = target.sources.first(where: { !$0.responsible.isEmpty || !$0.cooperating.isEmpty }),
            source.responsible == target.responsible || target.responsible.isEmpty
        else {
            self.init(lead: "", responsible: target.responsible, cooperating: "")
            return
        }
        // A statement's responsible units begin with those that lead.
        let rest =
            source.responsible.hasPrefix(source.leadUnit) ? source.responsible.dropFirst(source.leadUnit.count) : ""
        self.init(
            lead: source.leadUnit, responsible: source.leadUnit.isEmpty ? source.responsible : String(rest),
            cooperating: source.cooperating)
    }

    /// Without the commas that printed lists begin or end with.
    private static func trimmed(_ units: String) -> String {
        var text = units[...]
        while let first = text.first, "、，； ".contains(first) { text.removeFirst() }
        while let last = text.last, "、，； ".contains(last) { text.removeLast() }
        return String(text)
    }
}
