/// Why a workbook could not be written. The words for readers are made elsewhere; ``description`` is for logs.
public enum SpreadsheetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file could not be created, or the disk is full; libxlsxwriter tells so only when the workbook is closed.
    case cannotWrite(path: String, reason: String)
    /// No memory for the workbook.
    case outOfMemory
    /// Empty, over 31 characters, one of `[]:*?/\` inside, an apostrophe at an end, or used already.
    case sheetName(String, reason: String)
    /// NaN or infinity, which no cell can hold.
    case notFinite(cell: String)
    /// A text of more than 32,767 characters.
    case textTooLong(cell: String, characters: Int)
    /// A link, name, rule or range that the format does not allow.
    case notAllowed(what: String, reason: String)

    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason): "\(path): \(reason)"
        case .outOfMemory: "out of memory"
        case .sheetName(let name, let reason): "sheet ‘\(name)’: \(reason)"
        case .notFinite(let cell): "\(cell): the number is not finite"
        case .textTooLong(let cell, let count): "\(cell): \(count) characters, a cell holds 32767"
        case .notAllowed(let what, let reason): "\(what): \(reason)"
        }
    }
}
