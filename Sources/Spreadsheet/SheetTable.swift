import CLibXlsxWriter

/// An Excel table: a named range with a header, filters and bands.
public struct SheetTable: Sendable, Hashable {
    /// Used in formulas, so without spaces: `进度`.
    public var name: String
    /// Header row included.
    public var range: CellRange
    public var headers: [String]
    /// Filter buttons in the header, and bands of colour.
    public var isDecorated: Bool

    public init(name: String, range: CellRange, headers: [String], isDecorated: Bool = true) {
        self.name = name
        self.range = range
        self.headers = headers
        self.isDecorated = isDecorated
    }
}

extension Sheet {
    /// Adds a table; its cells are written afterwards, so that they keep their styles and results.
    public func add(_ table: SheetTable) throws(SpreadsheetError) {
        guard !isStreaming else {
            throw .notAllowed(what: "\(name): table \(table.name)", reason: "a streamed sheet holds no tables")
        }
        let code = unsafe CStrings.with([table.name] + table.headers.map(CellText.clean)) { pointers in
            var columns = unsafe pointers.dropFirst().map { header in
                var column = unsafe lxw_table_column()
                unsafe column.header = header
                return unsafe column
            }
            return unsafe columns.withUnsafeMutableBufferPointer { buffer in
                var list: [UnsafeMutablePointer<lxw_table_column>?] = unsafe buffer.indices.map { index in
                    unsafe buffer.baseAddress?.advanced(by: index)
                }
                unsafe list.append(nil)
                return unsafe list.withUnsafeMutableBufferPointer { pointerList in
                    var options = unsafe lxw_table_options()
                    unsafe options.name = pointers[0]
                    unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                    unsafe options.style_type_number = table.isDecorated ? 9 : 0
                    unsafe options.no_autofilter = table.isDecorated ? 0 : 1
                    unsafe options.no_banded_rows = table.isDecorated ? 0 : 1
                    unsafe options.columns = pointerList.baseAddress
                    return unsafe worksheet_add_table(
                        worksheet, lxw_row_t(table.range.first.row), lxw_col_t(table.range.first.column),
                        lxw_row_t(table.range.last.row), lxw_col_t(table.range.last.column), &options)
                }
            }
        }
        try LibraryError.check(code, "\(name): table \(table.name)")
    }
}
