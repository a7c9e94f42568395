/// How the workbook looks.
public enum WorkbookStyle: String, Sendable, Hashable, CaseIterable {
    /// As Chinese offices present tables: colour bands, frozen heads, filters, page numbers.
    case office
    /// As the UK Government Analysis Function's checklist for accessible spreadsheets asks: one marked-up table
    /// a sheet, no merged cells, fills, filters or frozen panes, no cell left empty without a word.
    case accessible
}
