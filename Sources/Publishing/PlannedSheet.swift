import Spreadsheet

/// A sheet of the workbook in its place: its name, what the contents say of it, and how it is drawn.
struct PlannedSheet {
    let name: String
    let content: String
    /// `nil` where the sheet is no table.
    let rows: Int?
    let draw: (borrowing Sheet) throws(SpreadsheetError) -> Void
}
