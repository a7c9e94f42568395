import Publishing
import SourceText
import StatisticalModel

/// Takes a worker's records for the bulletins that they tell of: what ``BulletinReader`` would have read.
///
/// Records may stand in any order and in any number of files. Requests count by their `end`: one whose records are
/// missing, or more than its `end` counts, makes the whole reading fail, since an edition of a part would look whole.
struct RecordedBulletins {
    /// The bulletins of the records in `paths`, files or folders of them.
    static func read(_ paths: [String]) throws(RunError) -> ReadBulletins {
        var records = RecordedBulletins()
        for path in paths {
            do {
                for file in try files(at: path) { try records.add(file) }
            } catch {
                throw .noInput([Diagnostic(path: error.path, severity: .error, code: .unreadable(error))], unread: [])
            }
        }
        guard records.problems.isEmpty else { throw .noInput(records.problems, unread: []) }
        return try records.result()
    }

    /// The regular files at or below `path` whose names begin neither with a point nor, like `_SUCCESS`, with an underscore.
    private static func files(at path: String) throws(FileError) -> [String] {
        guard FileBytes.isDirectory(path) else { return [path] }
        var files: [String] = []
        for name in try FileBytes.list(path) where !name.hasPrefix(".") && !name.hasPrefix("_") {
            files += try self.files(at: "\(path)/\(name)")
        }
        return files
    }

    fileprivate struct Recorded {
        var head: BulletinRecord?
        var documents: [DocumentRecord] = []
        var blocks: [BlockRecord] = []
        var tables: [TableRecord] = []
        var statements: [StatementRecord] = []
        var tasks: [TaskRecord] = []
        var projects: [ProjectRecord] = []
        var numerals: [NumeralRecord] = []
        var findings: [FindingRecord] = []
    }

    fileprivate struct Request {
        var bulletins: [String: Recorded] = [:]
        var diagnostics: [DiagnosticRecord] = []
        var unread: [UnreadRecord] = []
        var end: EndRecord?
    }

    private var requests: [String: Request] = [:]
    private var problems: [Diagnostic] = []

    // MARK: - Lines

    /// More would hide what is wrong with the first.
    private static let problemLimit = 20

    private mutating func add(_ path: String) throws(FileError) {
        var lines = try InputLines(path: path, limit: 1 << 30)
        var number = 0
        while problems.count < Self.problemLimit, let line = try lines.next() {
            number += 1
            guard case .bytes(let bytes) = line, !bytes.isEmpty else { continue }
            if let problem = add(bytes) {
                problems.append(
                    Diagnostic(
                        path: path, position: SourcePosition(line: number), severity: .error, message: problem))
            }
        }
    }

    /// What is wrong with a line, `nil` where nothing is.
    private mutating func add(_ line: [UInt8]) -> String? {
        let words = ReportWords(.english)
        guard case .object(let members)? = JSONText(line) else { return words("records.no-record") }
        var head = RecordHead()
        head.schema = 0
        // Types of a later version that this one does not know come with another number.
        let problem = RecordFields.read(members) { head.walk(&$0) }
        guard head.schema == RecordHead.schema else { return words("records.schema", "\(head.schema)") }
        guard problem == nil, members["type"] != nil else { return words("records.no-record") }
        let (id, bulletin) = (head.id ?? "", head.bulletin ?? "")
        func take<Kind: Record>(_ list: WritableKeyPath<Recorded, [Kind]>) -> String? {
            let (record, problem) = Kind.read(members)
            requests[id, default: Request()].bulletins[bulletin, default: Recorded()][keyPath: list].append(record)
            return problem
        }
        let wrong: String?
        switch head.type {
        case .bulletin:
            let (record, problem) = BulletinRecord.read(members)
            guard requests[id]?.bulletins[bulletin]?.head == nil else { return words("records.twice", id) }
            requests[id, default: Request()].bulletins[bulletin, default: Recorded()].head = record
            wrong = problem
        case .document: wrong = take(\.documents)
        case .block: wrong = take(\.blocks)
        case .table: wrong = take(\.tables)
        case .statement: wrong = take(\.statements)
        case .task: wrong = take(\.tasks)
        case .project: wrong = take(\.projects)
        case .numeral: wrong = take(\.numerals)
        case .finding: wrong = take(\.findings)
        case .diagnostic:
            let (record, problem) = DiagnosticRecord.read(members)
            requests[id, default: Request()].diagnostics.append(record)
            wrong = problem
        case .unread:
            let (record, problem) = UnreadRecord.read(members)
            requests[id, default: Request()].unread.append(record)
            wrong = problem
        case .error: return words("records.refused", members["message"]?.text ?? "")
        case .end:
            let (record, problem) = EndRecord.read(members)
            guard record.status != .refused else { return nil }
            guard requests[id]?.end == nil else { return words("records.twice", id) }
            requests[id, default: Request()].end = record
            wrong = problem
        }
        return wrong.map { words("records.no-type", $0) }
    }

    // MARK: - Bulletins

    private func result() throws(RunError) -> ReadBulletins {
        var result = ReadBulletins()
        for (id, request) in requests.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            guard let end = request.end, end.counts(as: request.count) else {
                throw .noInput(
                    [
                        Diagnostic(
                            path: id, severity: .error, message: ReportWords(.english)("records.incomplete"))
                    ], unread: [])
            }
            for (name, recorded) in request.bulletins {
                guard let bulletin = recorded.bulletin(named: name) else {
                    throw .noInput(
                        [
                            Diagnostic(
                                path: name, severity: .error, message: ReportWords(.english)("records.incomplete"))
                        ], unread: [])
                }
                result.bulletins.append(bulletin)
                result.addresses[name] = recorded.head?.address
            }
            result.diagnostics += request.diagnostics.sorted { $0.index < $1.index }.map(\.diagnostic)
            result.unread += request.unread.map(\.file)
        }
        try Self.settle(&result)
        return result
    }

    /// In the order of names, each content once, with stems that tell them apart: as of one run.
    private static func settle(_ result: inout ReadBulletins) throws(RunError) {
        result.bulletins.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var first: [SHA256Digest: String] = [:]
        var kept: [ReadBulletin] = []
        for bulletin in result.bulletins {
            if kept.last?.name == bulletin.name {
                // Asked for twice.
                if kept.last?.digest == bulletin.digest { continue }
                throw .invalidOption(ReportWords(.english)("records.same-name", bulletin.name))
            }
            if bulletin.byteCount > 0, let name = first[bulletin.digest] {
                result.unread.append(UnreadFile(name: bulletin.name, reason: .duplicate(of: name)))
                result.addresses[bulletin.name] = nil
                result.diagnostics.removeAll { $0.path == bulletin.name }
                continue
            }
            first[bulletin.digest] = bulletin.name
            kept.append(bulletin)
        }
        var files = kept.map { BulletinFile(path: $0.path, name: $0.name) }
        BulletinFile.tellApart(&files)
        for index in kept.indices where kept[index].stem != files[index].stem {
            kept[index] = kept[index].with(stem: files[index].stem)
        }
        result.bulletins = kept
        result.unread.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension RecordedBulletins.Request {
    /// What has arrived, as an `end` counts it.
    var count: EndRecord {
        var count = EndRecord()
        (count.bulletins, count.diagnostics, count.unread) = (bulletins.count, diagnostics.count, unread.count)
        for bulletin in bulletins.values {
            count.documents += bulletin.documents.count
            count.blocks += bulletin.blocks.count
            count.tables += bulletin.tables.count
            count.statements += bulletin.statements.count
            count.tasks += bulletin.tasks.count
            count.projects += bulletin.projects.count
            count.findings += bulletin.findings.count
            count.numerals += bulletin.numerals.count
            for numeral in bulletin.numerals { count.fates[numeral.fate, default: 0] += 1 }
        }
        return count
    }
}

extension RecordedBulletins.Recorded {
    /// `nil` without the record that begins it.
    func bulletin(named name: String) -> ReadBulletin? {
        guard let head, let digest = SHA256Digest(head.sha256) else { return nil }
        func inOrder<Item>(_ items: [Item], _ index: (Item) -> Int) -> [Item] {
            items.sorted { index($0) < index($1) }
        }
        var layout = BulletinLayout(
            file: .ofLines(head.lines, named: name),
            documents: inOrder(documents, \.index).map(\.document),
            blocks: inOrder(blocks, \.index).map(\.block),
            tables: inOrder(tables, \.index).map(\.table))
        layout.statedArea = head.statedArea
        var kept = ReadBulletin.KeptText()
        var extract = BulletinExtract(titleYears: head.titleYears)
        for record in inOrder(statements, \.index) {
            var statement = record.statement
            statement.provenance.bulletin = name
            kept.excerpts[statement.id] = SourceExcerpt(lines: record.excerpt)
            extract.statements.append(statement)
        }
        extract.tasks = inOrder(tasks, \.index).map(\.task)
        extract.projects = inOrder(projects, \.index).map(\.project)
        for index in extract.tasks.indices { extract.tasks[index].provenance.bulletin = name }
        for index in extract.projects.indices { extract.projects[index].provenance.bulletin = name }
        extract.diagnostics = inOrder(findings, \.index).map { record in
            var note = record.note
            note.bulletin = name
            return note
        }
        for record in inOrder(numerals, \.index) {
            let entry = record.entry(of: name)
            kept.ledger.append(entry)
            guard entry.fate == .unexplained else { continue }
            kept.openNumerals[entry] = OpenNumeral(
                bulletin: name, line: entry.line, column: entry.column, before: record.before, text: entry.text,
                after: record.after)
        }
        return ReadBulletin(
            path: head.path, container: head.path, stem: head.stem, byteCount: head.bytes, digest: digest, stamp: nil,
            layout: layout, extract: extract, kept: kept)
    }
}

extension ReadBulletin {
    /// The same bulletin with other ids, since another of the run has this one's stem.
    fileprivate func with(stem: String) -> ReadBulletin {
        let own = self.stem
        func renamed(_ id: StatementID) -> StatementID {
            id.text.hasPrefix(own + ":") ? StatementID(stem + id.text.dropFirst(own.count)) : id
        }
        var (extract, kept) = (extract, kept ?? KeptText())
        for index in extract.statements.indices { extract.statements[index].id = renamed(extract.statements[index].id) }
        for index in extract.tasks.indices { extract.tasks[index].id = renamed(extract.tasks[index].id) }
        for index in extract.projects.indices { extract.projects[index].id = renamed(extract.projects[index].id) }
        kept.excerpts = Dictionary(kept.excerpts.map { (renamed($0), $1) }) { first, _ in first }
        kept.ledger = kept.ledger.map { entry in
            LedgerEntry(
                bulletin: entry.bulletin, line: entry.line, lineEnd: entry.lineEnd, column: entry.column,
                text: entry.text, fate: entry.fate, reason: entry.reason, statement: entry.statement.map(renamed))
        }
        return ReadBulletin(
            path: path, container: container, stem: stem, byteCount: byteCount, digest: digest, stamp: stamp,
            layout: layout, extract: extract, kept: kept)
    }
}
