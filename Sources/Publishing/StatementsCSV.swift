import SourceText
import StatisticalModel

/// statements.csv: every statement as written, with where it stands. The header is fixed (Formats, “statements.csv”).
public enum StatementsCSV {
    public static let header = [
        "id", "bulletin", "document", "line", "line_end", "source", "table", "row", "column", "pipeline",
        "indicator_code", "indicator", "qualifier", "region_code", "region", "kind", "measure", "comparator", "value",
        "value_upper", "unit", "base_value", "base_value_upper", "base_unit", "year", "period", "deadline", "attribute",
        "responsible", "quote", "start", "end", "status", "role", "page", "x0", "y0", "x1", "y1", "place",
    ]

    /// The whole file.
    public static func file(_ statements: [StatementRow]) -> [UInt8] {
        EditionFiles.csv(header, rows(statements))
    }

    /// The file in parts: its first line, then the rows of one bulletin after the other.
    public static var headerLine: [UInt8] { EditionFiles.csv(header, []) }

    public static func lines(_ statements: [StatementRow]) -> [UInt8] {
        Array(file(statements).dropFirst(headerLine.count))
    }

    /// One JSON object a line, with the columns of the CSV file as its members, blank ones left out.
    public static func ndjson(_ statements: [StatementRow]) -> [UInt8] {
        rows(statements).flatMap { row in
            let members = zip(header, row).filter { !$0.1.isEmpty }.map { ($0, JSONValue.text($1)) }
            return JSONValue.object(members).lineBytes
        }
    }

    /// In the order of bulletin and line.
    public static func rows(_ statements: [StatementRow]) -> [[String]] { sorted(statements).map(row) }

    static func sorted(_ statements: [StatementRow]) -> [StatementRow] {
        sortedByKey(statements) {
            [$0.statement.provenance.bulletin, sortable($0.statement.provenance.line), $0.statement.id.text]
        }
    }

    /// A target in words keeps them in `value`.
    static func row(_ row: StatementRow) -> [String] {
        let statement = row.statement
        let place = statement.provenance
        return [
            statement.id.text, place.bulletin, place.documentTitle, String(place.line), String(place.lineEnd),
            statement.source.rawValue, place.table.field, place.row.field, place.column.field, row.pipeline.field,
            row.indicatorCode.field, statement.indicator, statement.qualifier, (row.area?.code).field,
            row.area?.name ?? "", statement.kind.rawValue, statement.measure.rawValue, statement.comparator.rawValue,
            (statement.quantity?.value).field.isEmpty ? statement.wording ?? "" : (statement.quantity?.value).field,
            (statement.quantity?.upper).field, statement.quantity?.unit ?? "", row.baseValue.field,
            row.baseUpper.field, row.baseUnit.field, statement.year.field, statement.period.field,
            statement.deadline.field, statement.attribute?.rawValue ?? "", statement.responsible, place.quote,
            (statement.months?.start).field, (statement.months?.end).field, statement.observationStatus.rawValue,
            statement.role.rawValue,
        ] + fields(of: place.place)
    }

    /// Page, corners of the box in points, and what is no page: a cell or an element.
    private static func fields(of place: SourcePlace?) -> [String] {
        switch place {
        case .page(let number, let box):
            [String(number)] + [box.x0, box.y0, box.x1, box.y1].map { PlaceText.points($0) } + [""]
        case .cell, .element: Array(repeating: "", count: 5) + [PlaceText.text(place)]
        case nil: Array(repeating: "", count: 6)
        }
    }
}
