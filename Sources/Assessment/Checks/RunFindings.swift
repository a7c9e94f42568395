public import SourceText
public import StatisticalModel

/// What a run came to, as the checks look at it.
public struct RunFindings: Sendable {
    /// What one bulletin gave.
    public struct Bulletin: Sendable {
        public var name: String
        /// What its ids begin with.
        public var stem: String
        public var documents: [BulletinDocument]
        public var tables: [RecoveredTable]
        public var tasks: [PlanTask]
        /// What places in bytes are turned into lines by; without it, columns tell the line.
        public var file: SourceFile?

        public init(
            name: String, stem: String? = nil, documents: [BulletinDocument] = [], tables: [RecoveredTable] = [],
            tasks: [PlanTask] = [],
            file: SourceFile? = nil
        ) {
            self.name = name
            self.stem = stem ?? BulletinName(name).stem
            self.file = file
            self.documents = documents
            self.tables = tables
            self.tasks = tasks
        }

        /// The line of a cell, of its column's head where the cell's own is not known.
        func line(of table: RecoveredTable, row: Int, column: Int) -> Int {
            let cells = table.rows[row].cells
            if let file, cells.indices.contains(column), let run = cells[column].text.runs.first {
                return file.position(at: run.source.lowerBound).line
            }
            return table.columns.indices.contains(column) ? table.columns[column].line : table.firstLine
        }
    }

    /// The day to which a report counts, where neither the reader nor a date of a bulletin gives one.
    public struct InferredDate: Sendable, Hashable {
        public enum Origin: Sendable, Hashable {
            /// The year of the title, the latest year of actual figures, the first year of the five-year plan.
            case title, facts, plan
        }

        public var day: CalendarDate
        public var origin: Origin
        /// The name of the bulletin that decides.
        public var bulletin: String

        public init(day: CalendarDate, origin: Origin, bulletin: String) {
            self.day = day
            self.origin = origin
            self.bulletin = bulletin
        }
    }

    public var bulletins: [Bulletin]
    /// In the order of bulletins and lines.
    public var statements: [NormalizedStatement]
    public var conflicts: [FigureConflict]
    public var ledger: [LedgerEntry]
    /// What the inputs hold and no bulletin was made of.
    public var unread: [UnreadFile]
    public var inferredDate: InferredDate?

    public init(
        bulletins: [Bulletin] = [], statements: [NormalizedStatement] = [], conflicts: [FigureConflict] = [],
        ledger: [LedgerEntry] = [], unread: [UnreadFile] = [], inferredDate: InferredDate? = nil
    ) {
        self.bulletins = bulletins
        self.statements = statements
        self.conflicts = conflicts
        self.ledger = ledger
        self.unread = unread
        self.inferredDate = inferredDate
    }

    /// The documents of each bulletin by its name.
    var documents: [String: [BulletinDocument]] {
        Dictionary(bulletins.map { ($0.name, $0.documents) }) { first, _ in first }
    }
}
