import CLibXlsxWriter

/// Owns the C workbook: closed once, or freed when it goes out of scope unclosed.
///
/// A type of its own because `discard self` wants a struct that holds the pointer alone.
@safe struct WorkbookHandle: ~Copyable {
    let pointer: UnsafeMutablePointer<lxw_workbook>

    init(path: String, constantMemory: Bool) throws(SpreadsheetError) {
        var options = unsafe lxw_workbook_options(
            constant_memory: constantMemory ? 1 : 0, tmpdir: nil, use_zip64: 0)
        guard let workbook = unsafe workbook_new_opt(path, &options) else { throw .outOfMemory }
        unsafe pointer = workbook
    }

    deinit { unsafe lxw_workbook_free(pointer) }

    /// Writes the file. libxlsxwriter frees the workbook whether or not that works.
    consuming func close(path: String) throws(SpreadsheetError) {
        let workbook = unsafe pointer
        discard self
        let code = unsafe workbook_close(workbook)
        guard code == LXW_NO_ERROR else { throw .cannotWrite(path: path, reason: LibraryError.text(code)) }
    }
}

/// The words of libxlsxwriter's error numbers: the one place where they are read.
enum LibraryError {
    static func text(_ code: lxw_error) -> String {
        unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
    }

    /// Throws what libxlsxwriter answers when it refuses a cell, range, link or rule.
    static func check(_ code: lxw_error, _ what: @autoclosure () -> String) throws(SpreadsheetError) {
        guard code != LXW_NO_ERROR else { return }
        if code == LXW_ERROR_MEMORY_MALLOC_FAILED { throw .outOfMemory }
        throw .notAllowed(what: what(), reason: text(code))
    }
}
