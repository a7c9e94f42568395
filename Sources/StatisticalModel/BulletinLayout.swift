public import SourceText

/// A bulletin as Layout leaves it: documents, blocks of clean text in reading order, tables.
public struct BulletinLayout: Sendable {
    public var file: SourceFile
    /// The documents of a gazette in order; never empty: a file without a document head is one document.
    public var documents: [BulletinDocument]
    /// Headings and paragraphs in reading order.
    public var blocks: [TextBlock]
    public var tables: [RecoveredTable]
    /// Stretches that hold one to three characters a line, as raw line ranges (from 1, both ends in).
    public var rotatedZones: [ClosedRange<Int>]
    /// Numerals of page furniture, table captions and row numbers, which no later stage sees.
    public var claims: [NumeralClaim]
    public var diagnostics: [Diagnostic]
    /// What `bulletins.csv` says of the area, for documents that name none.
    public var statedArea: ReferenceArea?

    public init(
        file: SourceFile, documents: [BulletinDocument] = [], blocks: [TextBlock] = [], tables: [RecoveredTable] = [],
        rotatedZones: [ClosedRange<Int>] = [], claims: [NumeralClaim] = [], diagnostics: [Diagnostic] = []
    ) {
        self.file = file
        self.documents = documents
        self.blocks = blocks
        self.tables = tables
        self.rotatedZones = rotatedZones
        self.claims = claims
        self.diagnostics = diagnostics
    }

    /// The words of heading `blocks` without their numbers: 养老服务 of （一）养老服务.
    public func headings(_ blocks: [Int]) -> [String] {
        blocks.map { index in
            let text = self.blocks[index].text
            return text.string(in: self.blocks[index].markerLength..<text.bytes.count)
        }
    }
}

/// One document of a gazette: a plan, a notice, an action programme.
public struct BulletinDocument: Sendable, Hashable {
    public var title: String
    /// 鄂府办发〔2022〕194号
    public var number: String?
    public var issuer: String?
    /// Whom a site names as the source of the text (来源：东海市统计局).
    public var source: String?
    public var date: CalendarDate?
    /// The year that the document is for: of a communiqué the year that it states, of a work report the year that it
    /// plans (the year before is the one it looks back on). `nil` where neither title, session, opening nor file name says.
    public var year: Int?
    /// `nil` where the title holds no word that tells.
    public var register: DocumentRegister?
    /// Of a news item the register of the text that it announces (某委发布《2023年…统计公报》).
    public var announced: DocumentRegister?
    public var firstLine: Int
    public var lastLine: Int

    public init(
        title: String, number: String? = nil, issuer: String? = nil, date: CalendarDate? = nil, year: Int? = nil,
        register: DocumentRegister? = nil, firstLine: Int, lastLine: Int
    ) {
        self.title = title
        self.number = number
        self.issuer = issuer
        self.date = date
        self.year = year
        self.register = register
        self.firstLine = firstLine
        self.lastLine = lastLine
    }

    /// Title and number, as a reader would cite the document.
    public var citation: String { number.map { "\(title)（\($0)）" } ?? title }
}

/// A heading or a paragraph: one logical line of clean text.
public struct TextBlock: Sendable, Hashable {
    public enum Role: Sendable, Hashable {
        /// `level` from 1: 一、 is 1, （一） 2, 1. 3, （1） 4; Markdown headings and 第一章 likewise, in their order.
        case heading(level: Int)
        case paragraph
        /// A foot-note, 备注 or source line under a table.
        case note
        /// Title, number, address or date lines of a document: read for context, never for statements.
        case documentHead
    }

    public var role: Role
    public var text: PlacedText
    /// Bytes of the printed clause number at the head of the text (`（一）`, `12.`), part of ``text``.
    public var markerLength: Int
    /// Index into ``BulletinLayout/documents``.
    public var document: Int
    /// Indices into ``BulletinLayout/blocks`` of the headings above, outermost first.
    public var headings: [Int]
    public var line: Int
    public var lineEnd: Int

    public init(
        role: Role, text: PlacedText, markerLength: Int = 0, document: Int = 0, headings: [Int] = [], line: Int,
        lineEnd: Int
    ) {
        self.role = role
        self.text = text
        self.markerLength = markerLength
        self.document = document
        self.headings = headings
        self.line = line
        self.lineEnd = lineEnd
    }
}
