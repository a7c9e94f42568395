/// What a cell holds. Only ``formula(_:result:)`` is ever computed: text that begins with `=` stays text.
public enum CellValue: Sendable, Hashable {
    case blank
    case text(String)
    case number(Double)
    /// A formula (`=A1+1`) with the result that viewers show which do not recalculate.
    case formula(String, result: FormulaResult)
    /// A text that leads to a cell of this workbook.
    case link(String, to: LinkTarget)
    /// A number that leads to a cell of this workbook.
    case linkedNumber(Double, to: LinkTarget)
}

/// The stored result of a formula; without one, libxlsxwriter would store 0.
public enum FormulaResult: Sendable, Hashable {
    case number(Double)
    case text(String)
}

/// A place in the same workbook.
public struct LinkTarget: Sendable, Hashable {
    public var sheet: String
    public var cell: CellReference

    public init(sheet: String, cell: CellReference = CellReference(0, 0)) {
        self.sheet = sheet
        self.cell = cell
    }

    /// As libxlsxwriter wants it: `internal:'来源'!A5`.
    var address: String { "internal:\(CellReference.quoted(sheet: sheet))!\(cell.name)" }
}
