public import StatisticalModel

/// What a run came to, as the checks look at it.
public struct RunFindings: Sendable {
    /// What one bulletin gave.
    public struct Bulletin: Sendable {
        public var name: String
        public var documents: [BulletinDocument]
        public var tables: [RecoveredTable]
        public var tasks: [PlanTask]

        public init(
            name: String, documents: [BulletinDocument] = [], tables: [RecoveredTable] = [], tasks: [PlanTask] = []
        ) {
            self.name = name
            self.documents = documents
            self.tables = tables
            self.tasks = tasks
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

    /// The document that a place lies in.
    func document(of place: Provenance) -> BulletinDocument? {
        guard let bulletin = bulletins.first(where: { $0.name == place.bulletin }),
            bulletin.documents.indices.contains(place.document)
        else { return nil }
        return bulletin.documents[place.document]
    }
}
