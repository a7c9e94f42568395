/// What became of a numeral of a bulletin.
public enum NumeralFate: String, Sendable, Hashable, CaseIterable {
    case statement, table, structure, date
    case documentNumber = "document-number"
    case name, context, unexplained
}

/// Why a numeral has its fate: the code, whose words `claim.…` stand in Publishing's table.
public enum ClaimReason: String, Sendable, Hashable, CaseIterable {
    /// A statement that a clause of prose makes.
    case clause
    case date
    /// A date of a document head, a document's number, another numeral of its head.
    case headDate = "head-date"
    case documentNumber = "document-number"
    case documentHead = "document-head"
    case pageFurniture = "page-furniture"
    case heading
    /// （三）, 第3章, 1. of a list, 表2: what counts blocks, articles, items, tables.
    case clauseNumber = "clause-number"
    case ordinal
    case listNumber = "list-number"
    case annexNumber = "annex-number"

    case tableCell = "table-cell"
    case tableHeader = "table-header"
    case tableTitle = "table-title"
    case tableNote = "table-note"
    case tableText = "table-text"
    case tableMarkup = "table-markup"
    /// A line end cuts the number, and a digit of it is lost.
    case lostDigit = "lost-digit"
    case tableCaption = "table-caption"
    case columnHeader = "column-header"
    case repeatedHead = "repeated-head"
    case groupLabel = "group-label"
    case rowNumber = "row-number"
    /// A line, or a rotated cell, that no row is known to hold.
    case valueWithoutRow = "value-without-row"
    case cellWithoutRow = "cell-without-row"
    case textWithoutColumn = "text-without-column"
    case uncountedPage = "uncounted-page"
    case unknownHeaders = "unknown-headers"

    /// PM2.5, a name that traps.csv lists, “五个一”, 12345热线, 五大任务.
    case nameWithLetters = "name-with-letters"
    case listedName = "listed-name"
    case quotedName = "quoted-name"
    case numberInName = "number-in-name"
    case countInName = "count-in-name"
    case telephoneNumber = "telephone-number"

    /// 60岁以上老年人, 50亿元以上项目, 百亿级, 110千伏变电站.
    case ageClass = "age-class"
    case sizeClass = "size-class"
    case sizeGrade = "size-grade"
    case voltage
    case duration
    case dayOfMonth = "day-of-month"
    case ratioPart = "ratio-part"
    /// 票价8折: how much of a price is asked.
    case priceCut = "price-cut"
    case threshold
    case restated
    /// 17个重点产业增加值增长5.3%; 按1欧元兑7.64元计算; 排名上升3位; 出台26条措施, 应到代表146名.
    case extent, denominator, rank, count
    /// More digits than can be kept exactly.
    case inexact
    case withoutUnit = "without-unit"
    case withoutKnownUnit = "without-known-unit"
    /// No words say what it is of, or which of several figures it is: 四项指标分别增长12%、17%、28%、34%.
    case withoutName = "without-name"

    /// True where the reason does not say what the number is of: without a unit that is known, it stays unexplained.
    public var lacksUnit: Bool { self == .withoutUnit || self == .withoutKnownUnit }
}

/// A stage's word that it has read the numerals in `source`, and what they are.
///
/// The ledger lays the claims over an independent count of the numerals of the raw file.
public struct NumeralClaim: Sendable, Hashable {
    /// Raw bytes of the file.
    public let source: Range<Int>
    public let fate: NumeralFate
    public let reason: ClaimReason
    /// The index of the statement, where `fate` is ``NumeralFate/statement``.
    public let statement: Int?

    public init(source: Range<Int>, fate: NumeralFate, reason: ClaimReason, statement: Int? = nil) {
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
    /// `nil` where nobody claims the numeral.
    public let reason: ClaimReason?
    public let statement: StatementID?

    public init(
        bulletin: String, line: Int, lineEnd: Int, column: Int, text: String, fate: NumeralFate,
        reason: ClaimReason?, statement: StatementID?
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
