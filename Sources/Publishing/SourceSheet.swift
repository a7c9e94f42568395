import Spreadsheet
import StatisticalModel

/// 来源: where each figure, task and project of the report stands in the bulletins, with its words.
struct SourceSheet {
    let sources: SourceIndex
    let words: ReportWords

    var grid: GridSheet {
        // Without any address the column would be blank from top to bottom.
        let address: [(key: String, width: Double)] = sources.addresses.isEmpty ? [] : [("address", 40)]
        var grid = GridSheet(
            "sources",
            columns: [
                ("id", 24), ("bulletin", 24), ("line", 9), ("line-end", 9), ("document", 36), ("place", 22),
                ("indicator", 30), ("value", 14), ("year", 8), ("kind", 8), ("quote", 60),
            ] + address, rows: GridRows(sources.entries) { row($0) }, words: words)
        grid.printing = .head
        grid.columns[5].blank = .notApplicable  // prose stands in no table
        return grid
    }

    private func row(_ entry: SourceIndex.Entry) -> [GridSheet.Cell] {
        let place = entry.provenance
        let cell = [
            place.table, place.row.map { "R\($0)" }, place.column.map { "C\($0)" },
            place.place.map { words.place($0) },
        ].compactMap { $0 }
        return [
            sources.identity(entry.id), .text(place.bulletin), .integer(place.line), .integer(place.lineEnd),
            .text(ShortText.cut(place.documentTitle, columns: 90)), .text(cell.joined(separator: " ")),
        ] + content(entry.content) + [.text(ShortText.cut(place.quote, columns: 150))]
            + (sources.addresses.isEmpty ? [] : [.text(sources.addresses[place.bulletin] ?? "")])
    }

    /// Name, value, year and kind.
    private func content(_ content: SourceIndex.Entry.Content) -> [GridSheet.Cell] {
        switch content {
        case .figure(let statement):
            [
                .text(statement.indicator), .text(ReportGrids.value(of: statement)), .integer(statement.year?.number),
                .text(words("kind.\(statement.kind.rawValue)")),
            ]
        case .task(let task):
            [
                .text(ShortText.cut(task.number + task.text, columns: 60)), .text(""), .text(""),
                .text(words("kind.task")),
            ]
        case .project(let project):
            [.text(ShortText.cut(project.name, columns: 60)), .text(""), .text(""), .text(words("kind.project"))]
        }
    }
}
