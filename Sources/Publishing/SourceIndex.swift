import StatisticalModel

/// The statements behind the report in the order of the sheet 来源, and the row of each.
struct SourceIndex: Sendable {
    /// Rows that a sheet holds comfortably; beyond, statements.csv has them all.
    static let limit = 50_000

    let statements: [Statement]
    let total: Int
    private let rows: [StatementID: Int]

    /// Statements behind assessments come along even where ``EditionReport/statements`` lacks them (supplied figures).
    init(_ report: EditionReport) {
        var known: Set<StatementID> = []
        var all: [Statement] = []
        let cited = report.assessments.flatMap { [$0.base, $0.latest, $0.target] }.compactMap { $0?.sources.first }
        for statement in (report.statements.map(\.statement) + cited).map(Self.named)
        where known.insert(statement.id).inserted {
            all.append(statement)
        }
        let sorted = sortedByKey(all) { [$0.provenance.bulletin, sortable($0.provenance.line), $0.id.text] }
        statements = Array(sorted.prefix(Self.limit))
        total = all.count
        var rows: [StatementID: Int] = [:]
        for (index, statement) in statements.enumerated() { rows[statement.id] = index }
        self.rows = rows
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

    /// The row of the sheet, from 0.
    func sheetRow(of statement: Statement) -> Int? { rows[Self.named(statement).id].map { GridSheet.firstRow + $0 } }
}
