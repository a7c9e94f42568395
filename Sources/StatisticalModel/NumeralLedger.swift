/// What became of a numeral of a bulletin.
public enum NumeralFate: String, Sendable, Hashable, CaseIterable {
    case statement, table, structure, date
    case documentNumber = "document-number"
    case name, context, unexplained
}

/// A stage's word that it has read the numerals in `source`, and what they are.
///
/// The ledger lays the claims over an independent count of the numerals of the raw file.
public struct NumeralClaim: Sendable, Hashable {
    /// Raw bytes of the file.
    public let source: Range<Int>
    public let fate: NumeralFate
    /// Why, in a word or two: `clause number`, `age class`, the name that holds the numeral.
    public let reason: String
    /// The index of the statement, where `fate` is ``NumeralFate/statement``.
    public let statement: Int?

    public init(source: Range<Int>, fate: NumeralFate, reason: String, statement: Int? = nil) {
        self.source = source
        self.fate = fate
        self.reason = reason
        self.statement = statement
    }
}

/// One row of ledger.csv: a numeral of a line and what became of it.
public struct LedgerEntry: Sendable, Hashable {
    public let bulletin: String
    public let line: Int
    public let lineEnd: Int
    public let column: Int
    public let text: String
    public let fate: NumeralFate
    public let reason: String
    public let statement: StatementID?

    public init(
        bulletin: String, line: Int, lineEnd: Int, column: Int, text: String, fate: NumeralFate, reason: String,
        statement: StatementID?
    ) {
        self.bulletin = bulletin
        self.line = line
        self.lineEnd = lineEnd
        self.column = column
        self.text = text
        self.fate = fate
        self.reason = reason
        self.statement = statement
    }
}
