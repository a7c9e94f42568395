import Normalization
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel

/// Writes what was read as records: for each bulletin `bulletin`, its documents, blocks, tables, statements, tasks,
/// projects, numerals and findings; then the run's diagnostics and unread files; last `end`.
///
/// The same inputs give the same bytes, whatever was written before.
struct BulletinRecords: Sendable {
    private let normalizer: BulletinNormalizer

    init(library: PipelineLibrary) {
        normalizer = BulletinNormalizer(library: library)
    }

    func write(_ read: ReadBulletins, id: String?, to bytes: inout [UInt8]) {
        var end = EndRecord()
        for bulletin in read.bulletins {
            write(bulletin, address: read.addresses[bulletin.name], id: id, to: &bytes, &end)
        }
        let words = ReportWords(.english)
        for (index, diagnostic) in read.diagnostics.enumerated() {
            DiagnosticRecord(index: index, diagnostic, message: words(diagnostic.code)).write(id: id, to: &bytes)
        }
        for file in read.unread { UnreadRecord(file).write(id: id, to: &bytes) }
        (end.bulletins, end.diagnostics, end.unread) = (read.bulletins.count, read.diagnostics.count, read.unread.count)
        let isWhole =
            !read.diagnostics.contains { $0.severity == .error } && !read.unread.contains { $0.reason == .unreadable }
        end.status = read.bulletins.isEmpty ? .unread : isWhole ? .read : .partly
        end.write(id: id, to: &bytes)
    }

    private func write(
        _ bulletin: ReadBulletin, address: String?, id: String?, to bytes: inout [UInt8], _ end: inout EndRecord
    ) {
        let (layout, extract, name) = (bulletin.layout, bulletin.extract, bulletin.name)
        func put(_ record: some Record, _ count: WritableKeyPath<EndRecord, Int>) {
            record.write(id: id, bulletin: name, to: &bytes)
            end[keyPath: count] += 1
        }
        BulletinRecord(bulletin, address: address).write(id: id, bulletin: name, to: &bytes)
        for ((index, document), area) in zip(
            layout.documents.enumerated(), normalizer.setting(of: bulletin).documentAreas)
        {
            put(DocumentRecord(index: index, document: document, area: area), \.documents)
        }
        for (index, block) in layout.blocks.enumerated() { put(BlockRecord(index: index, block), \.blocks) }
        for (index, table) in layout.tables.enumerated() {
            put(TableRecord(index: index, table, in: layout.file), \.tables)
        }
        let rows = Dictionary(
            normalizer.statementRows(of: bulletin).map { ($0.statement.id, $0) }
        ) { first, _ in first }
        for (index, statement) in extract.statements.enumerated() {
            put(
                StatementRecord(
                    index: index, statement: statement, row: rows[statement.id],
                    excerpt: bulletin.excerpt(of: statement).lines), \.statements)
        }
        for (index, task) in extract.tasks.enumerated() { put(TaskRecord(index: index, task: task), \.tasks) }
        for (index, project) in extract.projects.enumerated() {
            put(ProjectRecord(index: index, project: project), \.projects)
        }
        for (index, entry) in bulletin.ledger().enumerated() {
            end.fates[entry.fate, default: 0] += 1
            let around = entry.fate == .unexplained ? bulletin.openNumeral(entry) : nil
            put(NumeralRecord(index: index, entry, around: around), \.numerals)
        }
        let words = ReportWords(.english)
        for (index, note) in extract.diagnostics.enumerated() {
            let texts = [note.subject, note.expected, note.found].map { words($0) }
            put(
                FindingRecord(
                    index: index, note: note, message: texts.filter { !$0.isEmpty }.joined(separator: " | ")),
                \.findings)
        }
    }
}

// MARK: - Records of values, and values of records

extension BulletinRecord {
    init(_ bulletin: ReadBulletin, address: String?) {
        self.init(
            path: bulletin.path, stem: bulletin.stem, bytes: bulletin.byteCount,
            lines: bulletin.layout.file.lineCount, sha256: "\(bulletin.digest)", address: address,
            statedArea: bulletin.layout.statedArea, titleYears: bulletin.extract.titleYears)
    }
}

extension BlockRecord {
    init(index: Int, _ block: TextBlock) {
        self.init(
            index: index, document: block.document, headings: block.headings, line: block.line, lineEnd: block.lineEnd,
            text: block.text.string)
        switch block.role {
        case .heading(let level): (role, self.level) = (.heading, level)
        case .paragraph: role = .paragraph
        case .note: role = .note
        case .documentHead: role = .head
        }
    }

    var block: TextBlock {
        let role: TextBlock.Role =
            switch role {
            case .heading: .heading(level: level ?? 1)
            case .paragraph: .paragraph
            case .note: .note
            case .head: .documentHead
            }
        return TextBlock(
            role: role, text: PlacedText(text, line: line), document: document, headings: headings, line: line,
            lineEnd: lineEnd)
    }
}

extension TableRecord {
    init(index: Int, _ table: RecoveredTable, in file: SourceFile) {
        self.init(
            index: index, form: table.form, title: table.title, document: table.document, headings: table.headings,
            unit: table.unit, pieces: table.pieces.map { Lines(first: $0.lowerBound, last: $0.upperBound) },
            columns: table.columns.map { Column(levels: $0.levels, line: $0.line) }, notes: table.notes)
        rows = table.rows.map { row in
            let kind: Row.Kind =
                switch row.kind {
                case .item: .item
                case .total: .total
                case .group: .group
                }
            return Row(
                kind: kind, group: row.group,
                cells: row.cells.map { cell in
                    Cell(
                        text: cell.string, line: cell.text.runs.first.map { file.line(at: $0.source.lowerBound) },
                        isUnassigned: cell.isUnassigned)
                })
        }
    }

    /// The table; the notes that a walk did not know are missing in ``RecordFields/problem``, never in silence.
    var table: RecoveredTable {
        RecoveredTable(
            form: form, title: title, document: document, headings: headings,
            columns: columns.map { RecoveredTable.Column(levels: $0.levels, line: $0.line) },
            rows: rows.map { row in
                let kind: RecoveredTable.RowKind =
                    switch row.kind {
                    case .item: .item
                    case .total: .total
                    case .group: .group
                    }
                return RecoveredTable.Row(
                    kind: kind,
                    cells: row.cells.map { cell in
                        RecoveredTable.Cell(
                            cell.line.map { PlacedText(cell.text, line: $0) } ?? PlacedText(),
                            isUnassigned: cell.isUnassigned)
                    }, group: row.group)
            }, unit: unit, notes: notes,
            pieces: pieces.filter { $0.first <= $0.last }.map { $0.first...$0.last })
    }
}

extension PlacedText {
    /// A text of which nothing is known but the line on which it begins: see ``SourceFile/ofLines(_:named:)``.
    fileprivate init(_ text: String, line: Int) {
        self.init()
        append(contentsOf: text.utf8, source: max(0, line - 1)..<max(1, line))
    }
}

extension SourceFile {
    /// What records keep of a file: how many lines it has. The byte at `line - 1` stands for each of them.
    static func ofLines(_ count: Int, named name: String) -> SourceFile {
        SourceFile(name: name, bytes: [UInt8](repeating: 0x0A, count: count))
    }
}

extension NumeralRecord {
    init(index: Int, _ entry: LedgerEntry, around: OpenNumeral?) {
        self.init(
            index: index, line: entry.line, lineEnd: entry.lineEnd, column: entry.column, text: entry.text,
            fate: entry.fate, reason: entry.reason, statement: entry.statement, before: around?.before ?? "",
            after: around?.after ?? "")
    }

    func entry(of bulletin: String) -> LedgerEntry {
        LedgerEntry(
            bulletin: bulletin, line: line, lineEnd: lineEnd, column: column, text: text, fate: fate, reason: reason,
            statement: statement)
    }
}

extension DiagnosticRecord {
    init(index: Int, _ diagnostic: Diagnostic, message: String) {
        self.init(
            index: index, path: diagnostic.path, line: diagnostic.position?.line, column: diagnostic.position?.column,
            code: diagnostic.code, message: message)
        severity = Severity(rawValue: diagnostic.severity.rawValue) ?? .error
    }

    var diagnostic: Diagnostic {
        Diagnostic(
            path: path, position: line.map { SourcePosition(line: $0, column: column ?? 1) },
            severity: Diagnostic.Severity(rawValue: severity.rawValue) ?? .error, code: code)
    }
}

extension UnreadRecord {
    init(_ file: UnreadFile) {
        self.init(name: file.name, reason: file.reason.code)
        switch file.reason {
        case .ending(let ending): detail = ending
        case .duplicate(let kept): detail = kept
        case .noEnding, .unreadable: break
        }
    }

    var file: UnreadFile {
        let why: UnreadFile.Reason =
            switch reason {
            case "ending": .ending(detail ?? "")
            case "no-ending": .noEnding
            case "duplicate": .duplicate(of: detail ?? "")
            default: .unreadable
            }
        return UnreadFile(name: name, reason: why)
    }
}
