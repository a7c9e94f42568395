/// Where in the bulletins a value stands, so that every figure leads back to its line.
public struct Provenance: Sendable, Hashable {
    /// The bulletin's file name.
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
    /// The sentence or clause, or the cells that decide, line breaks removed.
    public var quote: String
    /// The name of the rule that found it.
    public var rule: String

    public init(
        bulletin: String, document: Int = 0, documentTitle: String = "", line: Int, lineEnd: Int, table: String? = nil,
        row: Int? = nil, column: Int? = nil, quote: String, rule: String
    ) {
        self.bulletin = bulletin
        self.document = document
        self.documentTitle = documentTitle
        self.line = line
        self.lineEnd = lineEnd
        self.table = table
        self.row = row
        self.column = column
        self.quote = quote
        self.rule = rule
    }
}
