public import SourceText

/// What a table's reader says of it beside its cells: a foot-note as printed, or what the text does not tell.
///
/// The words stand in Publishing's table, in both languages; names and quotations stay as printed.
public enum TableNote: Sendable, Hashable {
    /// A note of the bulletin's own: `*注：氢能含储运。`
    case printed(String)
    case emptyColumn(String, line: Int)
    /// What is printed in `column` from `line` on belongs to no certain row.
    case unassignedColumn(String, line: Int?, values: String)
    case wrongTotal(column: String, sum: DecimalNumber, printed: DecimalNumber)
    /// What is printed in the row that begins with `head` belongs to no certain column; rows of one cell a line
    /// begin at `line`.
    case unassignedRow(head: String, line: Int, isOneLine: Bool)
    /// The head `head` and those after it could not be read.
    case unreadColumns(head: String, line: Int)
    /// Rows with more fields than the header; what is over is not read.
    case surplusFields
    /// Cells without lines between them; `printed` are the labels that stand there, in order.
    case unboundedCells(column: String, rows: [Int], printed: [String])
    /// Cells cut by one sign alone.
    case doubtfulCells(column: String, rows: [Int], sign: Sign)
    case missingNumbers([Int])
    case repeatedNumbers([Int])
    case uncountedLines(ClosedRange<Int>)
    /// Lines of the table without a certain column.
    case unplacedLines(ClosedRange<Int>)

    /// By what the cells of a column without lines were told apart.
    public enum Sign: String, Sendable, Hashable, CaseIterable {
        /// As many sentences as rows.
        case sentences
        /// （1） begins a group of tasks.
        case groups
        /// How cells settled elsewhere in the column read.
        case likelihood
        /// The words that a task shares with a clause of the plan.
        case measures
        /// The row's name holds the head, and the total agrees.
        case name
    }

    /// What the note quotes from the table's lines, empty where it quotes nothing.
    public var quotation: String {
        switch self {
        case .printed(let text), .unassignedColumn(_, _, let text), .unassignedRow(let text, _, _),
            .unreadColumns(let text, _):
            text
        case .unboundedCells(_, _, let printed): printed.joined()
        case .wrongTotal(_, _, let printed): printed.description
        case .emptyColumn, .surplusFields, .doubtfulCells, .missingNumbers, .repeatedNumbers, .uncountedLines,
            .unplacedLines:
            ""
        }
    }
}

/// A table as printed, put together again from flattened, TAB-separated, Markdown or HTML text.
public struct RecoveredTable: Sendable {
    public enum Form: String, Sendable, Hashable, CaseIterable {
        case flattened, tabbed, markdown, html, rotated
    }

    public enum RowKind: Sendable, Hashable {
        case item
        /// 合计, 总计, 小计
        case total
        /// A label that stands over the rows after it; it is no row of ``rows``.
        case group
    }

    /// A header: its levels from the top (2025年, 产量), joined by `/` when written.
    public struct Column: Sendable, Hashable {
        public var levels: [String]
        /// Where the header's words stand (all levels), for its numerals' claims.
        public var text: PlacedText
        public var line: Int

        public init(levels: [String], text: PlacedText = PlacedText(), line: Int) {
            self.levels = levels
            self.text = text
            self.line = line
        }

        public var name: String { levels.joined(separator: "/") }
    }

    public struct Cell: Sendable, Hashable {
        /// As printed, wrapped lines joined. Empty for a blank.
        public var text: PlacedText
        /// The pieces of a cell that holds more than one value, each a line or more; `[text]` elsewhere.
        public var parts: [PlacedText]
        /// True where the bulletin prints a value in this column that cannot be given to a row.
        public var isUnassigned: Bool

        public init(_ text: PlacedText = PlacedText(), parts: [PlacedText]? = nil, isUnassigned: Bool = false) {
            self.text = text
            self.parts = parts ?? (text.isEmpty ? [] : [text])
            self.isUnassigned = isUnassigned
        }

        public var string: String { text.string }
    }

    public struct Row: Sendable, Hashable {
        public var kind: RowKind
        public var cells: [Cell]
        /// The group label over the row (“一老”服务), empty without one.
        public var group: String

        public init(kind: RowKind = .item, cells: [Cell], group: String = "") {
            self.kind = kind
            self.cells = cells
            self.group = group
        }
    }

    public var form: Form
    /// As printed, with the table's number: `表3 煤矿项目建设实施计划表`. Empty where none is found.
    public var title: String
    /// Index into ``BulletinLayout/documents``.
    public var document: Int
    /// Indices of the headings above, outermost first, into ``BulletinLayout/blocks``.
    public var headings: [Int]
    public var columns: [Column]
    public var rows: [Row]
    /// 单位：亿元 over the table.
    public var unit: String?
    /// Foot-notes and what could not be assigned.
    public var notes: [TableNote]
    /// The raw lines of each page's piece, from 1, both ends in, in order.
    public var pieces: [ClosedRange<Int>]

    public init(
        form: Form, title: String, document: Int = 0, headings: [Int] = [], columns: [Column], rows: [Row],
        unit: String? = nil, notes: [TableNote] = [], pieces: [ClosedRange<Int>]
    ) {
        self.form = form
        self.title = title
        self.document = document
        self.headings = headings
        self.columns = columns
        self.rows = rows
        self.unit = unit
        self.notes = notes
        self.pieces = pieces
    }

    public var firstLine: Int { pieces.map(\.lowerBound).min() ?? 0 }
    public var lastLine: Int { pieces.map(\.upperBound).max() ?? 0 }

    /// The table with full-width digits and letters of heads and cells as ASCII.
    public var widthFolded: RecoveredTable {
        var table = self
        for column in table.columns.indices {
            table.columns[column].text = table.columns[column].text.widthFolded
        }
        for row in table.rows.indices {
            for column in table.rows[row].cells.indices {
                let cell = table.rows[row].cells[column]
                table.rows[row].cells[column].text = cell.text.widthFolded
                table.rows[row].cells[column].parts = cell.parts.map(\.widthFolded)
            }
        }
        return table
    }
}
