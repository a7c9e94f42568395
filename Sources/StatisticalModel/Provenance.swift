public import SourceText

/// The rule of reading that found a figure and the name of its indicator; `explain` tells it in words
/// (`rule.…` of Publishing's table).
public enum ReadingRule: String, Sendable, Hashable, CaseIterable {
    /// Name, verb and figure stand in one clause: 床位达到500张.
    case clause
    /// What is counted stands behind the figure: 推进60个老旧小区.
    case nameAfter = "name-after"
    /// As many names as figures: 甲率、乙率分别达到75%、67%.
    case list
    /// One figure for several names: 解决率、满意率均达到90%.
    case sharedFigure = "shared-figure"
    /// The verb before the first of a list holds for the next: 新增企业20家、合作社5家.
    case listVerb = "list-verb"
    /// 分别增长4.3%、7.2%: the indicators stated before, one for each figure.
    case respectively
    /// The clause names half an indicator, the one before completes it: 占全市的20%.
    case continuedName = "continued-name"
    /// The figure names no indicator and takes up an earlier one: 其中2023年15个.
    case recalledName = "recalled-name"
    /// The clause before, which states no figure, names the indicator.
    case precedingClause = "preceding-clause"
    /// The clause behind says what a sum is for: 安排资金400万元，发放消费券.
    case purpose
    /// 由8个增加到11个: the old level and the new one.
    case fromTo = "from-to"
    /// The figure stands in a bracket: 296个项目（总投资2400亿元）.
    case bracket
    case tableValue = "table-value"
    case tableSplitCell = "table-split-cell"
    case tableTotal = "table-total"
    case tableWords = "table-words"
    /// A numbered measure of prose, labelled lines under one, a row of a list.
    case task
    case labelledLines = "labelled-lines"
    case listRow = "list-row"
    /// The office's own baselines.csv and observations.csv.
    case supplied
}

/// Where in the bulletins a value stands, so that every figure leads back to its line.
public struct Provenance: Sendable, Hashable {
    /// The bulletin's name: ``BulletinName/text``.
    public var bulletin: String
    /// The document inside the gazette: an index into ``BulletinLayout/documents``.
    public var document: Int
    /// The document's title, with its number where one is printed: `…实施方案（乌海政发〔2023〕11号）`.
    public var documentTitle: String
    /// Raw lines of the file, from 1.
    public var line: Int
    public var lineEnd: Int
    /// The table, with the row and column of the cell, each from 1 (the header not counted).
    public var table: String?
    public var row: Int?
    public var column: Int?
    /// The byte of the file at which the sentence begins; `nil` outside prose. Two statements of one bulletin with the
    /// same stand in one sentence, which equal quotations do not say.
    public var sentence: Int?
    /// The headings over it without their numbers, outermost first, and a table's title: 托育服务.
    public var headings: [String] = []
    /// The sentence or clause, or the cells that decide, line breaks removed.
    public var quote: String
    /// The rule that found it.
    public var rule: ReadingRule
    /// The page, cell or element where the figure stands; `nil` in plain text.
    public var place: SourcePlace?

    public init(
        bulletin: String, document: Int = 0, documentTitle: String = "", line: Int, lineEnd: Int, table: String? = nil,
        row: Int? = nil, column: Int? = nil, sentence: Int? = nil, quote: String, rule: ReadingRule
    ) {
        self.bulletin = bulletin
        self.document = document
        self.documentTitle = documentTitle
        self.line = line
        self.lineEnd = lineEnd
        self.table = table
        self.row = row
        self.column = column
        self.sentence = sentence
        self.quote = quote
        self.rule = rule
    }
}
