import CLibXlsxWriter

/// A sheet of a ``Workbook``, lent to the closure that fills it.
@safe public struct Sheet: ~Copyable {
    public let name: String
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let workbook: UnsafeMutablePointer<lxw_workbook>
    let formats: FormatTable
    let isStreaming: Bool

    init(
        name: String, worksheet: UnsafeMutablePointer<lxw_worksheet>, workbook: UnsafeMutablePointer<lxw_workbook>,
        formats: FormatTable, isStreaming: Bool
    ) {
        self.name = name
        unsafe self.worksheet = worksheet
        unsafe self.workbook = workbook
        self.formats = formats
        self.isStreaming = isStreaming
    }

    /// Writes `value` into `cell`. NaN, infinity and text over 32,767 characters are refused.
    public func write(
        _ value: CellValue, at cell: CellReference, style: CellStyle = CellStyle()
    ) throws(SpreadsheetError) {
        try checkOrder(ofRow: cell.row)
        let row = lxw_row_t(cell.row)
        let column = lxw_col_t(cell.column)
        let format = unsafe formats.format(style)
        let code: lxw_error
        switch value {
        case .blank: code = unsafe worksheet_write_blank(worksheet, row, column, format)
        case .text(let text):
            let text = try CellText.checked(text, at: cell)
            // Passed as it is, the text would be copied to the heap first.
            code = unsafe text.withCString { unsafe worksheet_write_string(worksheet, row, column, $0, format) }
        case .number(let number):
            guard number.isFinite else { throw .notFinite(cell: cell.name) }
            code = unsafe worksheet_write_number(worksheet, row, column, number, format)
        case .formula(let formula, .number(let result)):
            guard result.isFinite else { throw .notFinite(cell: cell.name) }
            code = unsafe worksheet_write_formula_num(worksheet, row, column, formula, format, result)
        case .formula(let formula, .text(let result)):
            let result = try CellText.checked(result, at: cell)
            code = unsafe worksheet_write_formula_str(worksheet, row, column, formula, format, result)
        case .linkedNumber(let number, let target):
            guard number.isFinite else { throw .notFinite(cell: cell.name) }
            // The number takes the place of the link's text; a link too many leaves the number alone.
            _ = unsafe worksheet_write_url_opt(worksheet, row, column, target.address, format, nil, nil)
            code = unsafe worksheet_write_number(worksheet, row, column, number, format)
        case .fileLink(let text, _, _) where !value.keepsLink:
            return try write(.text(text), at: cell, style: style)
        case .link(let text, _), .fileLink(let text, _, _):
            let text = try CellText.checked(text, at: cell)
            let linked = unsafe worksheet_write_url_opt(worksheet, row, column, value.address, format, text, nil)
            // Excel takes 65,530 links a sheet; further ones stand as text.
            code =
                linked == LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED
                ? unsafe worksheet_write_string(worksheet, row, column, text, format) : linked
        }
        try LibraryError.check(code, "\(name)!\(cell.name)")
    }

    /// While streaming, libxlsxwriter drops what comes for a row that has been left, without an error.
    func checkOrder(ofRow row: Int) throws(SpreadsheetError) {
        guard isStreaming, unsafe row < Int(worksheet.pointee.optimize_row.pointee.row_num) else { return }
        throw .notAllowed(what: "\(name): row \(row + 1)", reason: "a streamed sheet is written from top to bottom")
    }

    /// One text across merged cells. Not for sheets that screen readers and programs read.
    public func merge(_ range: CellRange, _ text: String, style: CellStyle) throws(SpreadsheetError) {
        try checkOrder(ofRow: range.first.row)
        let text = try CellText.checked(text, at: range.first)
        try LibraryError.check(
            unsafe worksheet_merge_range(
                worksheet, lxw_row_t(range.first.row), lxw_col_t(range.first.column), lxw_row_t(range.last.row),
                lxw_col_t(range.last.column), text, formats.format(style)), "\(name)!\(range.absoluteName)")
    }
}
