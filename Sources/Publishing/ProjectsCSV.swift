public import StatisticalModel

/// projects.csv: the projects of plans with capacity, money by source, period, owner and state.
///
/// Money stands in 亿元 whatever unit is printed (`printed_unit`). `filled` names the fields that were filled from a
/// merged cell above: `section;number`.
public enum ProjectsCSV {
    public static let header =
        [
            "id", "bulletin", "document", "line", "line_end", "section", "number", "project", "scope",
            "capacity", "capacity_unit",
        ] + InvestmentKind.allCases.map { "investment_\($0.rawValue)" } + [
            "investment_unit", "printed_unit", "construction_period", "deadline_text", "deadline", "owner",
            "responsible", "state",
            "quote", "filled",
        ]

    public static func rows(_ projects: [PlanProject]) -> [[String]] {
        sorted(projects).map { project in
            let place = project.provenance
            let money = ProjectMoney(project)
            return [
                project.id.text, place.bulletin, place.documentTitle, String(place.line), String(place.lineEnd),
                project.section, project.number, project.name, project.scope,
                (project.capacity.first?.value).field, project.capacity.first?.unit ?? "",
            ] + InvestmentKind.allCases.map { money.amounts[$0].field } + [
                money.amounts.isEmpty ? "" : ProjectMoney.unit, money.printedUnit, project.period,
                project.deadlineText, project.deadline.field, project.owner, project.responsible, project.state,
                place.quote,
                project.spanned.filter { $0 != .leadUnit }.map(\.rawValue).joined(separator: ";"),
            ]
        }
    }

    /// By bulletin, within it in the order of its lists: a row whose name is lost begins further down its page.
    static func sorted(_ projects: [PlanProject]) -> [PlanProject] {
        sortedByKey(Array(projects.enumerated())) { [$0.element.provenance.bulletin, sortable($0.offset)] }.map(
            \.element)
    }
}
