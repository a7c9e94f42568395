import PipelineDefinition
import SourceText
import StatisticalModel

/// What all rows of an indicator table share, as one reference.
final class TableContext {
    let table: RecoveredTable
    let columns: TableColumns
    let layout: BulletinLayout
    let library: PipelineLibrary
    /// The title, or the table's number where it has none.
    let name: String
    let subject: String
    /// Those over the table, then its title.
    let headings: [String]
    let time: TableTime
    /// Year and kind for each column of ``TableColumns/values``.
    let times: [Int: TableTime.Reading]
    /// True where names of the table end in a bracket with a unit.
    let bracketsAreUnits: Bool
    /// True where each row is a year's and the heads name what is measured.
    let isOfYears: Bool
    let outlines: [Int: RowOutline]

    init(table: RecoveredTable, columns: TableColumns, layout: BulletinLayout, number: Int, library: PipelineLibrary) {
        self.table = table
        self.columns = columns
        self.layout = layout
        self.library = library
        name = table.title.isEmpty ? "表\(number)" : table.title
        headings = layout.headings(table.headings) + (table.title.isEmpty ? [] : [table.title])
        subject = TableSubject.text(of: table.title, library: library)
        isOfYears = columns.isOfYears(table)
        outlines = Dictionary(
            columns.values.compactMap { columns.name(for: $0) }.map { name in
                (
                    name,
                    RowOutline(table, name: name, values: columns.values, file: layout.file, library: library)
                )
            }, uniquingKeysWith: { first, _ in first })
        let time = TableTime(table, columns: columns, in: layout, library: library)
        self.time = time
        times = Dictionary(
            uniqueKeysWithValues: columns.values.map { ($0, time.reading(of: columns.readings[$0])) })
        bracketsAreUnits =
            columns.unit == nil
            && (columns.name.map { index in
                table.rows.contains {
                    index < $0.cells.count
                        && IndicatorName.statesUnit($0.cells[index].text.bytes, library: library)
                }
            } ?? false)
    }

    /// True where the heads of a table of areas name more than one thing: 生产总值, 财政收入.
    var headsName: Bool {
        columns.name == nil && Set(columns.values.map { columns.readings[$0].words }.filter { !$0.isEmpty }).count > 1
    }

    var documentTitle: String {
        layout.documents.indices.contains(table.document) ? layout.documents[table.document].citation : ""
    }
}
