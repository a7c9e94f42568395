import Spreadsheet

/// A sheet that is one table: title, note, header, rows. A value; ``SheetRenderer`` draws it.
struct GridSheet: Sendable {
    struct Column: Sendable {
        var title: String
        var width: Double
        var style: CellStyle
        /// What an empty cell says in the accessible style; `nil` leaves it empty, which the note must explain.
        var blank: BlankMark? = .notGiven
        /// False for what programs read, which need not be seen whole.
        var setsHeight = true
        /// Without a word in any row: not shown in the office style.
        var isHidden = false
    }

    /// A value, and where needed a style of its own in place of the column's.
    struct Cell: Sendable {
        var value: CellValue
        var style: CellStyle?

        init(_ value: CellValue, style: CellStyle? = nil) {
            self.value = value
            self.style = style
        }

        static func text(_ text: String) -> Cell { Cell(text.isEmpty ? .blank : .text(text)) }
        static func integer(_ number: Int?) -> Cell { Cell(number.map { .number(Double($0)) } ?? .blank) }
    }

    /// Cells of a column that take a style while a formula, written for its first row, is true.
    struct Condition: Sendable {
        var column: Int
        var formula: String
        var style: CellStyle
    }

    /// Row of the header where no ``summary`` stands above it; data begin below it.
    static let headerRow = 2
    static let firstRow = 3

    var name: String
    var title: String
    /// 单位 and 注, under the title.
    var note: String
    var columns: [Column]
    /// Rows between note and header, such as counts; each cell stands over its column.
    var summary: [[Cell]] = []
    var rows: GridRows
    var conditions: [Condition] = []
    /// The stripe of each row, where several rows share one; else every other row is shaded.
    var bands: [Int] = []
    /// Rows, from 0, that head those under them: none is to be the last of a printed page.
    var headings: [Int] = []
    /// Columns that stay in view at the left.
    var frozenColumns = 1
    /// How much is printed.
    enum Printing: Sendable {
        case all
        /// Title, note and header: a sheet to be looked up on the screen.
        case head
        case onePage
    }

    var printing = Printing.all
    /// Columns that are printed, from the left; `nil` for all.
    var printedColumns: Int?
    /// What a chart at the table's right takes, in columns of text.
    var chartWidth = 0.0
    /// Locks all cells but those for input.
    var isProtected = false
    /// Said in place of rows where there are none.
    var emptyText = ""

    var headerRow: Int { Self.headerRow + summary.count }
    var firstRow: Int { headerRow + 1 }
    var lastRow: Int { max(firstRow, firstRow + rows.count - 1) }
    /// Header and rows.
    var range: CellRange { CellRange(rows: headerRow...lastRow, columns: 0...columns.count - 1) }
}

extension GridSheet {
    init(
        name: String, title: String, note: String, columns: [Column], rows: [[Cell]], frozenColumns: Int = 1,
        emptyText: String = ""
    ) {
        self.init(
            name: name, title: title, note: note, columns: columns, rows: GridRows(rows), frozenColumns: frozenColumns,
            emptyText: emptyText)
    }

    /// A sheet whose name, note and column titles stand in the words table under `key`.
    init(_ key: String, columns: [(key: String, width: Double)], rows: GridRows, words: ReportWords) {
        self.init(
            name: words("sheet.\(key)"), title: words("sheet.\(key)"), note: words("\(key).note"),
            columns: columns.map {
                // At the right a number would touch the words beside it.
                let style = ["year", "kind", "line"].contains($0.key) ? ReportPalette.centered : ReportPalette.text
                return Column(title: words("column.\($0.key)"), width: $0.width, style: style)
            }, rows: rows)
    }
}
