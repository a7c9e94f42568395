import Assessment
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport

/// Small runs in the shapes of real ones, and the checks over them with the project's own words and units.
enum CheckFixture {
    static let bulletin = "plan.txt"
    static let library = ProjectFolder.library

    static func notes(_ name: String, on run: RunFindings, library: PipelineLibrary = library) -> [FindingNote] {
        OutcomeCheck.all.filter { $0.name == name }.flatMap { $0.notes(on: run, library: library) }
    }

    static func text(_ text: String) -> PlacedText {
        let file = SourceFile(name: bulletin, bytes: Array(text.utf8))
        return PlacedText(file, 0..<file.bytes.count)
    }

    /// A table from lines of cells split by `|`; a row whose first cell is a word of totals is one, `?` is unassigned.
    static func table(_ lines: String, form: RecoveredTable.Form = .markdown, title: String = "表1") -> RecoveredTable {
        let grid = lines.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        let columns = (grid.first ?? []).map { RecoveredTable.Column(levels: [$0], line: 2) }
        let rows = grid.dropFirst().map { cells in
            RecoveredTable.Row(
                kind: ["合计", "小计", "总计"].contains(cells[0]) ? .total : .item,
                cells: cells.map { RecoveredTable.Cell($0 == "?" ? PlacedText() : text($0), isUnassigned: $0 == "?") })
        }
        return RecoveredTable(form: form, title: title, columns: columns, rows: rows, pieces: [1...9])
    }

    static func run(table lines: String, form: RecoveredTable.Form = .markdown) -> RunFindings {
        RunFindings(bulletins: [RunFindings.Bulletin(name: bulletin, tables: [table(lines, form: form)])])
    }

    static func run(_ statements: [NormalizedStatement], published: CalendarDate? = nil) -> RunFindings {
        let document = BulletinDocument(title: "计划", date: published, firstLine: 1, lastLine: 99)
        return RunFindings(
            bulletins: [RunFindings.Bulletin(name: bulletin, documents: [document])],
            statements: statements.enumerated().map { index, item in
                var item = item
                item.statement.id = StatementID("\(bulletin):\(index)")
                item.published = published
                return item
            })
    }

    static func figure(
        _ indicator: String, _ value: String, _ unit: String, year: Int? = 2025, comparator: Comparator = .equal,
        kind: StatementKind = .target, measure: StatementMeasure = .level, code: String? = nil,
        origin: ContextOrigin = .sentence, quote: String = "", source: StatementSource = .prose, line: Int = 1
    ) -> NormalizedStatement {
        let place = Provenance(bulletin: bulletin, line: line, lineEnd: line, quote: quote, rule: .clause)
        let number = DecimalNumber(value)
        let statement = Statement(
            provenance: place, source: source, indicator: indicator, kind: kind, measure: measure,
            comparator: comparator, quantity: number.map { Quantity(value: $0, unit: unit) },
            year: year.map { Year($0) }, yearOrigin: origin)
        let resolved = library.units.resolve(unit)
        return NormalizedStatement(
            statement: statement, qualifier: "", indicator: code.map { IndicatorCode($0) },
            baseValue: number.flatMap { $0.multiplied(by: resolved?.factor ?? 1) }, baseUnit: resolved?.base)
    }
}
