import CLibXlsxWriter

/// Widths, heights, panes and print set-up of a sheet.
extension Sheet {
    /// Widths of the columns from 0 on, in characters of the default font; see ``DisplayWidth``.
    public func setColumnWidths(_ widths: [Double]) throws(SpreadsheetError) {
        for (column, width) in widths.enumerated() {
            let index = lxw_col_t(column)
            try LibraryError.check(
                unsafe worksheet_set_column(worksheet, index, index, width, nil),
                "\(name): column \(CellReference.letters(column))")
        }
    }

    /// Hides columns, whose cells keep what they hold.
    ///
    /// They are as narrow as can be: LibreOffice counts a hidden column where it fits a sheet to a page.
    public func hideColumns(_ columns: ClosedRange<Int>) throws(SpreadsheetError) {
        var options = lxw_row_col_options()
        options.hidden = 1
        let code = unsafe worksheet_set_column_opt(
            worksheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), 0.1, nil, &options)
        try LibraryError.check(code, "\(name): hidden column \(CellReference.letters(columns.lowerBound))")
    }

    /// Hides a row, whose cells keep what they hold.
    public func hideRow(_ row: Int) throws(SpreadsheetError) {
        try checkOrder(ofRow: row)
        var options = lxw_row_col_options()
        options.hidden = 1
        let code = unsafe worksheet_set_row_opt(worksheet, lxw_row_t(row), 15, nil, &options)
        try LibraryError.check(code, "\(name): hidden row \(row + 1)")
    }

    /// The height of a row in points; while streaming, before the row is left.
    public func setRowHeight(_ row: Int, _ points: Double) throws(SpreadsheetError) {
        try checkOrder(ofRow: row)
        try LibraryError.check(
            unsafe worksheet_set_row(worksheet, lxw_row_t(row), points, nil), "\(name): row \(row + 1)")
    }

    /// Keeps the rows above and the columns left of `cell` in view.
    public func freezePanes(at cell: CellReference) {
        unsafe worksheet_freeze_panes(worksheet, lxw_row_t(cell.row), lxw_col_t(cell.column))
    }

    public func addAutofilter(_ range: CellRange) throws(SpreadsheetError) {
        try LibraryError.check(
            unsafe worksheet_autofilter(
                worksheet, lxw_row_t(range.first.row), lxw_col_t(range.first.column), lxw_row_t(range.last.row),
                lxw_col_t(range.last.column)), "\(name): filter \(range.absoluteName)")
    }

    public func hideGridlines() { unsafe worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    public func setTabColor(_ color: SheetColor) { unsafe worksheet_set_tab_color(worksheet, color.rgb) }

    /// The sheet that is in front when the file is opened.
    public func activate() { unsafe worksheet_activate(worksheet) }

    public func setUpPrint(_ setup: PrintSetup) throws(SpreadsheetError) {
        unsafe worksheet_set_paper(worksheet, setup.paper.rawValue)
        if setup.isLandscape {
            unsafe worksheet_set_landscape(worksheet)
        } else {
            unsafe worksheet_set_portrait(worksheet)
        }
        unsafe worksheet_set_margins(worksheet, 0.5, 0.5, 0.4, 0.6)
        unsafe worksheet_fit_to_pages(worksheet, 1, UInt16(setup.pagesTall))
        if let area = setup.area {
            try LibraryError.check(
                unsafe worksheet_print_area(
                    worksheet, lxw_row_t(area.first.row), lxw_col_t(area.first.column), lxw_row_t(area.last.row),
                    lxw_col_t(area.last.column)), "\(name): print area")
        }
        if setup.isCentered { unsafe worksheet_center_horizontally(worksheet) }
        if let rows = setup.repeatedRows {
            try LibraryError.check(
                unsafe worksheet_repeat_rows(worksheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)),
                "\(name): repeated rows")
        }
        if !setup.breaks.isEmpty {
            // Ends with 0; Excel takes 1,023 of them.
            var rows = setup.breaks.prefix(1023).map { lxw_row_t($0) } + [0]
            try LibraryError.check(unsafe worksheet_set_h_pagebreaks(worksheet, &rows), "\(name): page breaks")
        }
        if !setup.header.isEmpty {
            try LibraryError.check(unsafe worksheet_set_header(worksheet, setup.header), "\(name): header")
        }
        if !setup.footer.isEmpty {
            try LibraryError.check(unsafe worksheet_set_footer(worksheet, setup.footer), "\(name): footer")
        }
    }
}

/// How a sheet comes out of the printer: as wide as one page.
public struct PrintSetup: Sendable, Hashable {
    /// Excel's numbers of paper sizes.
    public enum Paper: UInt8, Sendable, Hashable {
        case a3 = 8
        case a4 = 9
    }

    public var paper = Paper.a4
    public var isLandscape = true
    public var isCentered = true
    /// 0 for as many pages down as it takes.
    public var pagesTall = 0
    /// What is printed; `nil` for all that is used.
    public var area: CellRange?
    /// Rows printed on top of every page, from 0.
    public var repeatedRows: ClosedRange<Int>?
    /// Rows, from 0, that begin a page; none before the second row.
    public var breaks: [Int] = []
    /// With Excel's codes: `&L` left, `&C` centre, `&R` right, `&P` page, `&N` pages. 255 characters.
    public var header = ""
    public var footer = ""

    public init() {}
}
