public import SourceText
public import StatisticalModel

/// What a run came to, as the checks look at it.
public struct RunFindings: Sendable {
    /// What one bulletin gave.
    public struct Bulletin: Sendable {
        public var name: String
        public var documents: [BulletinDocument]
        public var tables: [RecoveredTable]
        public var tasks: [PlanTask]
        /// What places in bytes are turned into lines by; without it, columns tell the line.
        public var file: SourceFile?

        public init(
            name: String, documents: [BulletinDocument] = [], tables: [RecoveredTable] = [], tasks: [PlanTask] = [],
            file: SourceFile? = nil
        ) {
            self.name = name
            self.file = file
            self.documents = documents
            self.tables = tables
            self.tasks = tasks
        }

        /// The name without its ending, as the ids of tasks have it.
        var stem: String {
            let stem = name.split(separator: ".").dropLast().joined(separator: ".")
            return stem.isEmpty ? name : stem
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

    public var bulletins: [Bulletin]
    /// In the order of bulletins and lines.
    public var statements: [NormalizedStatement]
    public var conflicts: [FigureConflict]
    public var ledger: [LedgerEntry]

    public init(
        bulletins: [Bulletin] = [], statements: [NormalizedStatement] = [], conflicts: [FigureConflict] = [],
        ledger: [LedgerEntry] = []
    ) {
        self.bulletins = bulletins
        self.statements = statements
        self.conflicts = conflicts
        self.ledger = ledger
    }

    /// The documents of each bulletin by its name.
    var documents: [String: [BulletinDocument]] {
        Dictionary(bulletins.map { ($0.name, $0.documents) }) { first, _ in first }
    }
}
