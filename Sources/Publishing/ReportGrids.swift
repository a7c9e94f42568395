import Spreadsheet
import StatisticalModel

/// The plain sheets of the workbook: conflicts, checks, tasks and sources, each one table.
struct ReportGrids {
    let report: EditionReport
    let sources: SourceIndex
    let words: ReportWords

    var conflicts: GridSheet {
        var rows: [[GridSheet.Cell]] = []
        for conflict in report.conflicts {
            for statement in conflict.statements {
                rows.append([
                    .text(conflict.indicator), .text(conflict.area?.name ?? ""), .integer(conflict.year?.number),
                    .text(words("kind.\(conflict.kind.rawValue)")), .text(Self.value(of: statement)),
                    .text(statement.id == conflict.taken ? words("yes") : ""), .text(conflict.reason),
                    source(statement), .text(statement.provenance.quote),
                ])
            }
        }
        return grid(
            "conflicts",
            [
                ("indicator", 32), ("area", 12), ("year", 8), ("kind", 8), ("value", 14), ("taken", 8), ("reason", 24),
                ("source", 20), ("quote", 60),
            ], rows)
    }

    var checks: GridSheet {
        let rows: [[GridSheet.Cell]] = ChecksCSV.sorted(report.checks).map { note in
            [
                .text(words("severity.\(note.severity.rawValue)")), .text(note.check), .text(note.bulletin),
                .integer(note.line), .text(note.subject), .text(note.expected), .text(note.found),
            ]
        }
        return grid(
            "checks",
            [
                ("severity", 9), ("check", 24), ("bulletin", 20), ("line", 9), ("subject", 40), ("expected-value", 36),
                ("found", 36),
            ], rows)
    }

    var tasks: GridSheet {
        let sorted = sortedByKey(report.tasks) {
            [$0.provenance.bulletin, sortable($0.provenance.line), $0.id.text]
        }
        let rows: [[GridSheet.Cell]] = sorted.map { task in
            [
                .text(task.number), .text(task.text), .text(task.section), .text(task.leadUnit),
                .text(task.responsible), .text(task.deadline?.description ?? task.deadlineText),
                .text("\(task.provenance.bulletin):\(task.provenance.line)"),
            ]
        }
        return grid(
            "tasks",
            [
                ("number", 8), ("task", 70), ("section", 24), ("lead-unit", 24), ("responsible", 34), ("deadline", 16),
                ("source", 20),
            ], rows)
    }

    var sourceList: GridSheet {
        let rows: [[GridSheet.Cell]] = sources.statements.map { statement in
            let place = statement.provenance
            let cell = [place.table, place.row.map { "R\($0)" }, place.column.map { "C\($0)" }].compactMap { $0 }
            return [
                .text(statement.id.text), .text(place.bulletin), .integer(place.line), .integer(place.lineEnd),
                .text(place.documentTitle), .text(cell.joined(separator: " ")), .text(statement.indicator),
                .text(Self.value(of: statement)), .integer(statement.year?.number),
                .text(words("kind.\(statement.kind.rawValue)")), .text(place.rule), .text(place.quote),
            ]
        }
        var grid = grid(
            "sources",
            [
                ("id", 18), ("bulletin", 16), ("line", 9), ("line-end", 9), ("document", 36), ("place", 22),
                ("indicator", 30), ("value", 14), ("year", 8), ("kind", 8), ("rule", 18), ("quote", 60),
            ], rows)
        if sources.total > sources.statements.count {
            grid.note += "　" + words("sources.cut", String(sources.statements.count))
        }
        return grid
    }

    /// As printed: comparator signs are left to the quotation.
    static func value(of statement: Statement) -> String {
        guard let quantity = statement.quantity else { return statement.wording ?? "" }
        return quantity.value.description + (quantity.upper.map { "–\($0)" } ?? "") + quantity.unit
    }

    private func source(_ statement: Statement) -> GridSheet.Cell {
        let text = "\(statement.provenance.bulletin):\(statement.provenance.line)"
        guard let row = sources.sheetRow(of: statement) else { return .text(text) }
        return GridSheet.Cell(
            .link(text, to: LinkTarget(sheet: words("sheet.sources"), cell: CellReference(row, 0))),
            style: OverviewSheet.link)
    }

    private func grid(_ key: String, _ columns: [(key: String, width: Double)], _ rows: [[GridSheet.Cell]]) -> GridSheet
    {
        var grid = GridSheet(
            name: words("sheet.\(key)"), title: words("sheet.\(key)"), note: words("\(key).note"),
            columns: columns.map {
                .init(title: words("column.\($0.key)"), width: $0.width, style: ReportPalette.text)
            }, rows: rows)
        if key == "conflicts" || key == "checks" { grid.emptyText = words("\(key).empty") }
        return grid
    }
}
