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
    var moneyColumns: Range<Int> { Self.leadingKeys.count..<Self.leadingKeys.count + kinds.count }

    private static let leadingKeys = ["number", "project", "scope", "capacity", "capacity-unit"]

    /// English units are long: 100 million cubic metres per year.
    private var leading: [(key: String, width: Double)] {
        let widths: [Double] = words.language == .chinese ? [5, 31, 31, 9, 8] : [5, 27, 26, 9, 17]
        return Array(zip(Self.leadingKeys, widths)).map { (key: $0.0, width: $0.1) }
    }

    /// So many kinds of money leave room for the list that a project stands in.
    private static let kindsBesideSection = 3

    var grid: GridSheet {
        let money: [(key: String, width: Double)] = kinds.map { ("investment.\($0.rawValue)", 8) }
        let printed = leading + money + [("period", 12), ("owner", 17), ("responsible", 17), ("state", 11)]
        // For the screen: what is printed fits A4, which each office has; A3 needs a machine that few have at hand.
        let screen: [(key: String, width: Double)] =
            [("section", 24)] + (money.isEmpty ? [] : [("printed-unit", 8)]) + [("source", 24)]
        var grid = GridSheet(
            "projects", columns: printed + screen, rows: GridRows(projects.map(row)), words: words)
        grid.frozenColumns = 2
        // At the left the years would touch the amounts before them.
        grid.columns[Self.leadingKeys.count + kinds.count].style = ReportPalette.text.with { $0.horizontal = .center }
        grid.printedColumns = printed.count + (kinds.count > Self.kindsBesideSection ? 0 : 1)
        return grid
    }

    private func row(_ project: PlanProject) -> [GridSheet.Cell] {
        let capacity = project.capacity.first
        let money = ProjectMoney(project)
        let amounts = kinds.map { Self.number(money.amounts[$0]) }
        return [
            .text(project.number), .text(project.name), .text(ShortText.cut(project.scope, columns: 150)),
            Self.number(capacity?.value),
            .text(words.unit(capacity?.unit ?? "")),
        ] + amounts + [
            .text([project.period, project.deadlineText].filter { !$0.isEmpty }.joined(separator: "；")),
            .text(ShortText.cut(project.owner, columns: 60)), .text(ShortText.cut(project.responsible, columns: 60)),
            .text(ShortText.cut(project.state, columns: 60)), .text(Self.section(of: project)),
        ] + (kinds.isEmpty ? [] : [.text(money.printedUnit)]) + [
            sources.link(to: project.id, at: project.provenance, words: words)
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
