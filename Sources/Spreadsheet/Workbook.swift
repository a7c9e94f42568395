import CLibXlsxWriter

/// A workbook on its way to a file: sheets are added in order, then ``close()`` writes it.
///
/// ```swift
/// var workbook = try Workbook(path: "progress.xlsx", properties: properties)
/// try workbook.addSheet(named: "封面") { sheet throws(SpreadsheetError) in
///     try sheet.write(.text("进展"), at: CellReference(0, 0))
/// }
/// try workbook.close()
/// ```
///
/// Dropped without ``close()``, it writes nothing. Writing beside the target and renaming is the caller's part.
/// With `constantMemory`, rows go to disk as they are finished: a sheet then is written top to bottom, without tables.
public struct Workbook: ~Copyable {
    private let handle: WorkbookHandle
    private let formats: FormatTable
    private let path: String
    private let constantMemory: Bool
    private var sheetNames: Set<String> = []

    public init(
        path: String, constantMemory: Bool = false, properties: DocumentProperties
    ) throws(SpreadsheetError) {
        let handle = try WorkbookHandle(path: path, constantMemory: constantMemory)
        try unsafe Self.set(properties, in: handle.pointer)
        formats = unsafe FormatTable(handle.pointer)
        self.handle = handle
        self.path = path
        self.constantMemory = constantMemory
    }

    /// Adds a sheet and hands it to `fill`; the sheet cannot be kept beyond that.
    public mutating func addSheet(
        named name: String, _ fill: (borrowing Sheet) throws(SpreadsheetError) -> Void
    ) throws(SpreadsheetError) {
        try Self.check(name, used: sheetNames)
        guard let worksheet = unsafe workbook_add_worksheet(handle.pointer, name) else {
            throw .sheetName(name, reason: "refused by libxlsxwriter")
        }
        sheetNames.insert(name.lowercased())
        try fill(
            unsafe Sheet(
                name: name, worksheet: worksheet, workbook: handle.pointer, formats: formats,
                isStreaming: constantMemory))
    }

    /// A name for a cell or range that formulas can use: `define("阈值_黄", as: "='说明'!$B$3")`.
    public func define(_ name: String, as formula: String) throws(SpreadsheetError) {
        try LibraryError.check(unsafe workbook_define_name(handle.pointer, name, formula), "name \(name)")
    }

    /// Writes the file; “cannot create” and “disk full” show here.
    public consuming func close() throws(SpreadsheetError) {
        let path = path
        try handle.close(path: path)
    }

    /// Excel compares names without case, and libxlsxwriter answers only NULL: so the reason is found here.
    static func check(_ name: String, used: Set<String>) throws(SpreadsheetError) {
        if name.isEmpty { throw .sheetName(name, reason: "the name is empty") }
        if name.utf16.count > 31 { throw .sheetName(name, reason: "more than 31 characters") }
        if name.unicodeScalars.contains(where: { "[]:*?/\\".unicodeScalars.contains($0) || $0.value < 0x20 }) {
            throw .sheetName(name, reason: "one of []:*?/\\ or a control character")
        }
        if name.hasPrefix("'") || name.hasSuffix("'") { throw .sheetName(name, reason: "an apostrophe at an end") }
        if used.contains(name.lowercased()) { throw .sheetName(name, reason: "the name is used already") }
    }

    private static func set(
        _ properties: DocumentProperties, in workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(SpreadsheetError) {
        let texts = [
            properties.title, properties.subject, properties.author, properties.company, properties.keywords,
            properties.comments,
        ]
        let code = unsafe CStrings.with(texts.map(CellText.clean)) { pointers in
            var record = unsafe lxw_doc_properties()
            unsafe record.title = pointers[0]
            unsafe record.subject = pointers[1]
            unsafe record.author = pointers[2]
            unsafe record.company = pointers[3]
            unsafe record.keywords = pointers[4]
            unsafe record.comments = pointers[5]
            unsafe record.created = properties.created
            return unsafe workbook_set_properties(workbook, &record)
        }
        try LibraryError.check(code, "document properties")
    }
}
