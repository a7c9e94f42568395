import StatisticalModel

/// Rows of one table that bear the same name: each gets a qualifier of its own, so that they stay apart.
///
/// The responsible unit tells them apart where it differs on every row, else the row's number does.
enum DuplicateRowNames {
    private struct Key: Hashable {
        let document: Int
        let table: String
        let indicator: String
        let qualifier: String
        let area: String?
        let measure: StatementMeasure
        let unit: String?
    }

    /// The qualifier of each of the statements, which are those of one bulletin.
    static func qualifiers(of statements: [Statement], notes: inout [FindingNote]) -> [String] {
        var members: [Key: [Int]] = [:]
        var order: [Key] = []
        for (index, statement) in statements.enumerated() {
            guard let key = key(of: statement) else { continue }
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(index)
        }
        var result = statements.map(\.qualifier)
        for key in order {
            let indices = members[key] ?? []
            let rows = Set(indices.compactMap { statements[$0].provenance.row })
            guard rows.count > 1, let first = indices.first else { continue }
            let unitsOfRows = Set(indices.map { RowUnit(statements[$0]) })
            let tellsApart =
                unitsOfRows.count == rows.count && Set(unitsOfRows.map(\.unit)).count == rows.count
                && !unitsOfRows.contains { $0.unit.isEmpty }
            for index in indices {
                let mark = tellsApart ? statements[index].responsible : "第\(statements[index].provenance.row ?? 0)行"
                result[index] = [result[index], mark].filter { !$0.isEmpty }.joined(separator: "；")
            }
            notes.append(
                .about(
                    statements[first], check: "duplicate-name", expected: .phrase(.once, []),
                    found: .list(.rows, rows.sorted().map(String.init))))
        }
        return result
    }

    private struct RowUnit: Hashable {
        let row: Int?
        let unit: String

        init(_ statement: Statement) {
            row = statement.provenance.row
            unit = statement.responsible
        }
    }

    private static func key(of statement: Statement) -> Key? {
        guard statement.source == .table, let table = statement.provenance.table else { return nil }
        return Key(
            document: statement.provenance.document, table: table, indicator: statement.indicator,
            qualifier: statement.qualifier, area: statement.areaMention, measure: statement.measure,
            unit: statement.quantity?.unit)
    }
}
