import Spreadsheet
import StatisticalModel

/// What stands behind the report in the order of the sheet 来源, and the place of each: figures, tasks, projects.
struct SourceIndex: Sendable {
    /// A row of the sheet: something that the report says, and the place that it leads back to.
    struct Entry: Sendable {
        enum Content: Sendable {
            case figure(Statement)
            case task(PlanTask)
            case project(PlanProject)
        }

        let id: StatementID
        let content: Content

        var provenance: Provenance {
            switch content {
            case .figure(let statement): statement.provenance
            case .task(let task): task.provenance
            case .project(let project): project.provenance
            }
        }
    }

    let entries: [Entry]
    /// By the names of bulletins.
    let addresses: [String: String]
    /// The page that shows the proof of a target's figures.
    private let proofs: [StatementID: String]
    private let rowLimit: Int
    private let rows: [StatementID: Int]

    /// Statements behind assessments come along even where ``EditionReport/statements`` lacks them (supplied figures).
    init(_ report: EditionReport, rowLimit: Int = GridSheet.rowLimit) {
        var known: Set<StatementID> = []
        let assessed = report.assessments.flatMap { [$0.base, $0.latest, $0.target] }.compactMap { $0?.sources.first }
        let compared = report.yearRows.flatMap(\.years).flatMap { [$0.actualSource, $0.targetSource] }.compactMap { $0 }
        let cited = assessed + compared
        let all = Self.entries(of: report, cited: cited).filter { known.insert($0.id).inserted }
        entries = sortedByKey(all) { [$0.provenance.bulletin, sortable($0.provenance.line), $0.id.text] }
        self.rowLimit = rowLimit
        addresses = report.addresses
        proofs = AuditPage.places(in: report)
        var rows: [StatementID: Int] = [:]
        for (index, entry) in entries.enumerated() { rows[entry.id] = index }
        self.rows = rows
    }

    private static func entries(of report: EditionReport, cited: [Statement]) -> [Entry] {
        (report.statements.map(\.statement) + cited).map(named).map { Entry(id: $0.id, content: .figure($0)) }
            + report.tasks.map(\.task).map { Entry(id: $0.id, content: .task($0)) }
            + report.projects.map { Entry(id: $0.id, content: .project($0)) }
    }

    /// A figure of the office's own files has no number of its own: its folder, file and line name it.
    static func named(_ statement: Statement) -> Statement {
        guard statement.id.text.isEmpty else { return statement }
        var named = statement
        let place = statement.provenance
        named.provenance.bulletin = place.bulletin.split(separator: "/").suffix(2).joined(separator: "/")
        named.id = StatementID("\(named.provenance.bulletin):\(place.line)")
        return named
    }

    /// The id of an entry, leading to its proof in audit.html where it is a target's figure.
    func identity(_ id: StatementID) -> GridSheet.Cell {
        proof(of: id, text: id.text) ?? .text(id.text)
    }

    /// A text that leads to the proof of `id` in audit.html; `nil` where that shows none, or a link cannot hold the id.
    func proof(of id: StatementID, text: String) -> GridSheet.Cell? {
        guard let file = proofs[id] else { return nil }
        let link = CellValue.fileLink(text, file: file, anchor: id.text)
        return link.keepsLink ? GridSheet.Cell(link, style: Self.narrowLink) : nil
    }

    /// The row of `id` on the sheet 来源 or on one that continues it.
    func target(of id: StatementID, words: ReportWords) -> LinkTarget? {
        guard let row = rows[id] else { return nil }
        return LinkTarget(
            sheet: GridSheet.name(words("sheet.sources"), part: row / rowLimit),
            cell: CellReference(GridSheet.firstRow + row % rowLimit, 0))
    }

    /// LibreOffice never wraps a link.
    private static let narrowLink = OverviewSheet.link.with { $0.fontSize = 8 }

    /// The place in short words, leading to its row of the sheet 来源.
    func link(to id: StatementID, at place: Provenance, words: ReportWords) -> GridSheet.Cell {
        let text = SourceLabel.text(place)
        guard let target = target(of: id, words: words) else { return .text(text) }
        return GridSheet.Cell(.link(text, to: target), style: Self.narrowLink)
    }
}
