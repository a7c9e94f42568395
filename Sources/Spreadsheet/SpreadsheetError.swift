/// Why a workbook could not be written.
public enum SpreadsheetError: Error, Sendable, Hashable {
    case cannotWrite(path: String, reason: String)
}
