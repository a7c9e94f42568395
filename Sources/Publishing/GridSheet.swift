import Spreadsheet

/// A sheet that is one table: title, note, header, rows. A value; ``SheetRenderer`` draws it.
struct GridSheet: Sendable {
    struct Column: Sendable {
        var title: String
        var width: Double
        var style: CellStyle
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

    /// Row of the header; data begin below it.
    static let headerRow = 2
    static let firstRow = 3

    var name: String
    var title: String
    /// 单位 and 注, under the title.
    var note: String
    var columns: [Column]
    var rows: [[Cell]]
    /// Columns that stay in view at the left.
    var frozenColumns = 1
    /// Said in place of rows where there are none.
    var emptyText = ""

    var lastRow: Int { max(Self.firstRow, Self.firstRow + rows.count - 1) }
}
