/// The place of a cell: row and column from 0, as libxlsxwriter counts.
public struct CellReference: Sendable, Hashable {
    public var row: Int
    public var column: Int

    public init(_ row: Int, _ column: Int) {
        self.row = row
        self.column = column
    }

    /// `C5`
    public var name: String { Self.letters(column) + String(row + 1) }
    /// `$C$5`
    public var absoluteName: String { "$" + Self.letters(column) + "$" + String(row + 1) }

    /// The letters of a column counted from 0: 0 is `A`, 26 is `AA`.
    public static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// A sheet's name as a formula writes it: `'一老一小'`.
    public static func quoted(sheet: String) -> String {
        guard sheet.utf8.contains(UInt8(ascii: "'")) else { return "'" + sheet + "'" }
        return "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// `'说明'!$B$3`
    public func absoluteName(in sheet: String) -> String { Self.quoted(sheet: sheet) + "!" + absoluteName }
}

/// A rectangle of cells, both corners in.
public struct CellRange: Sendable, Hashable {
    public var first: CellReference
    public var last: CellReference

    public init(_ first: CellReference, _ last: CellReference) {
        self.first = first
        self.last = last
    }

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.init(
            CellReference(rows.lowerBound, columns.lowerBound), CellReference(rows.upperBound, columns.upperBound))
    }

    /// `$A$1:$B$2`
    public var absoluteName: String { first.absoluteName + ":" + last.absoluteName }
    public func absoluteName(in sheet: String) -> String { CellReference.quoted(sheet: sheet) + "!" + absoluteName }
}
