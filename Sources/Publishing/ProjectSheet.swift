import Spreadsheet
import StatisticalModel

/// 重点项目: each project with its capacity, its money by source in 亿元, its period, owner and state.
struct ProjectSheet {
    let projects: [PlanProject]
    let sources: SourceIndex
    let words: ReportWords

    /// Those kinds of money that a project names.
    let kinds: [InvestmentKind]

    init(_ report: EditionReport, sources: SourceIndex, words: ReportWords) {
        projects = ProjectsCSV.sorted(report.projects)
        let named = Set(projects.flatMap(\.investments).map(\.kind))
        kinds = InvestmentKind.allCases.filter(named.contains)
        self.sources = sources
        self.words = words
    }

    /// The columns of money, from 0.
    var moneyColumns: Range<Int> { Self.leading.count..<Self.leading.count + kinds.count }

    private static let leading: [(key: String, width: Double)] = [
        ("number", 6), ("project", 33), ("section", 20), ("scope", 32), ("capacity", 9), ("capacity-unit", 9),
    ]

    var grid: GridSheet {
        let money: [(key: String, width: Double)] = kinds.map { ("investment.\($0.rawValue)", 10) }
        let trailing: [(key: String, width: Double)] = [
            ("printed-unit", 7), ("period", 13), ("owner", 18), ("responsible", 18), ("state", 12), ("source", 22),
        ]
        var grid = GridSheet(
            "projects", columns: Self.leading + (money.isEmpty ? trailing.dropFirst().map { $0 } : money + trailing),
            rows: GridRows(projects.map(row)), words: words)
        grid.frozenColumns = 2
        return grid
    }

    private func row(_ project: PlanProject) -> [GridSheet.Cell] {
        let capacity = project.capacity.first
        let money = ProjectMoney(project)
        let amounts = kinds.map { Self.number(money.amounts[$0]) } + (kinds.isEmpty ? [] : [.text(money.printedUnit)])
        return [
            .text(project.number), .text(project.name), .text(ShortText.cut(Self.section(of: project), columns: 60)),
            .text(ShortText.cut(project.scope, columns: 150)), Self.number(capacity?.value),
            .text(words.unit(capacity?.unit ?? "")),
        ] + amounts + [
            .text([project.period, project.deadlineText].filter { !$0.isEmpty }.joined(separator: "；")),
            .text(ShortText.cut(project.owner, columns: 60)), .text(ShortText.cut(project.responsible, columns: 60)),
            .text(ShortText.cut(project.state, columns: 60)),
            sources.link(to: project.id, at: project.provenance, words: words),
        ]
    }

    /// The list or group; a list without a title is named by its plan.
    private static func section(of project: PlanProject) -> String {
        project.section.isEmpty ? DocumentTitle(project.provenance.documentTitle).subject : project.section
    }

    private static func number(_ value: DecimalNumber?) -> GridSheet.Cell {
        GridSheet.Cell(value.map { .number($0.doubleValue) } ?? .blank, style: ReportPalette.number)
    }
}
