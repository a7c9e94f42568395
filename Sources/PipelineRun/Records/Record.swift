import Publishing
import SourceText
import StatisticalModel

/// What a record tells of: the member `type`.
enum RecordType: String, CaseIterable {
    case bulletin, document, block, table, statement, task, project, numeral, finding, diagnostic, unread, error, end
}

/// A line of NDJSON: an object whose members ``walk(_:)`` names. The article <doc:Records> tells what each means.
///
/// A value without content is what a line is read into.
protocol Record {
    static var type: RecordType { get }
    init()
    mutating func walk(_ fields: inout RecordFields)
}

/// What every record begins with.
struct RecordHead: Sendable, Hashable {
    /// The version of the format. Members are added within a version; what one means, or its type, changes with it.
    static let schema = 1

    var type: RecordType = .end
    var schema = RecordHead.schema
    /// The request's.
    var id: String?
    /// The bulletin's name.
    var bulletin: String?

    mutating func walk(_ fields: inout RecordFields) {
        fields("type", &type, .code)
        fields("schema", &schema, .integer)
        fields("id", &id, .text)
        fields("bulletin", &bulletin, .text)
    }
}

extension Record {
    /// Appends the record's line to `bytes`.
    func write(id: String?, bulletin: String? = nil, to bytes: inout [UInt8]) {
        var (record, head) = (self, RecordHead(type: Self.type, id: id, bulletin: bulletin))
        RecordFields.write(to: &bytes) { fields in
            head.walk(&fields)
            record.walk(&fields)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The record of `members`; the name of the first that has not its type where there is one.
    static func read(_ members: [String: JSONText]) -> (record: Self, problem: String?) {
        var record = Self()
        let problem = RecordFields.read(members) { record.walk(&$0) }
        return (record, problem)
    }

    static func list() -> [(name: String, type: String)] {
        var (record, head) = (Self(), RecordHead())
        return RecordFields.list { fields in
            head.walk(&fields)
            record.walk(&fields)
        }
    }
}

/// A file that was read: what identifies it, and what is said of it as a whole.
struct BulletinRecord: Record {
    static let type = RecordType.bulletin

    /// Where the reader found it; a bulletin that came with its request is called by its name.
    var path = ""
    /// What the ids of its statements begin with.
    var stem = ""
    var bytes = 0
    var lines = 0
    var sha256 = ""
    /// The version of the program that read it.
    var program = ReportRun.programVersion
    /// What the bulletins.csv beside it states.
    var address: String?
    var statedArea: ReferenceArea?
    var titleYears: [TitleYear] = []

    mutating func walk(_ fields: inout RecordFields) {
        fields("path", &path, .text)
        fields("stem", &stem, .text)
        fields("bytes", &bytes, .integer)
        fields("lines", &lines, .integer)
        fields("sha256", &sha256, .text)
        fields("program", &program, .text)
        fields("address", &address, .text)
        fields("stated_area", &statedArea, .area)
        fields("title_years", &titleYears, .list(.titleYear))
    }
}

struct DocumentRecord: Record {
    static let type = RecordType.document

    var index = 0
    var document = BulletinDocument(title: "", firstLine: 0, lastLine: 0)
    var area: ReferenceArea?

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("title", &document.title, .text)
        fields("number", &document.number, .text)
        fields("issuer", &document.issuer, .text)
        fields("source", &document.source, .text)
        fields("date", &document.date, .date)
        fields("year", &document.year, .integer)
        fields("register", &document.register, .code)
        fields("first_line", &document.firstLine, .integer)
        fields("last_line", &document.lastLine, .integer)
        fields.area(&area)
    }
}

/// A heading or a paragraph in clean text.
struct BlockRecord: Record {
    static let type = RecordType.block

    enum Role: String {
        case heading, paragraph, note, head
    }

    var index = 0
    var role = Role.paragraph
    /// Of a heading, from 1.
    var level: Int?
    var document = 0
    var headings: [Int] = []
    var line = 0
    var lineEnd = 0
    var text = ""

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("role", &role, .code)
        fields("level", &level, .integer)
        fields("document_index", &document, .integer)
        fields("headings", &headings, .list(.integer))
        fields("line", &line, .integer)
        fields("line_end", &lineEnd, .integer)
        fields("text", &text, .text)
    }
}

struct TableRecord: Record {
    static let type = RecordType.table

    struct Cell {
        var text = ""
        /// The line on which the cell begins; `nil` for a blank one.
        var line: Int?
        var isUnassigned = false
    }

    struct Row {
        enum Kind: String {
            case item, total, group
        }

        var kind = Kind.item
        var group = ""
        var cells: [Cell] = []
    }

    struct Column {
        var levels: [String] = []
        var line = 0
    }

    struct Lines {
        var first = 0
        var last = 0
    }

    var index = 0
    var form = RecoveredTable.Form.flattened
    var title = ""
    var document = 0
    var headings: [Int] = []
    var unit: String?
    var pieces: [Lines] = []
    var columns: [Column] = []
    var rows: [Row] = []
    var notes: [TableNote] = []

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("form", &form, .code)
        fields("title", &title, .text)
        fields("document_index", &document, .integer)
        fields("headings", &headings, .list(.integer))
        fields("unit", &unit, .text)
        fields(
            "pieces", &pieces,
            .list(
                .object(Lines()) { lines, fields in
                    fields("first", &lines.first, .integer)
                    fields("last", &lines.last, .integer)
                }))
        fields(
            "columns", &columns,
            .list(
                .object(Column()) { column, fields in
                    fields("levels", &column.levels, .list(.text))
                    fields("line", &column.line, .integer)
                }))
        fields(
            "rows", &rows,
            .list(
                .object(Row()) { row, fields in
                    fields("kind", &row.kind, .code)
                    fields("group", &row.group, .text)
                    fields("cells", &row.cells, .list(.cell))
                }))
        fields("notes", &notes, .list(.coded(\.coded, { TableNote($0) })))
    }
}

/// A statement as written, and what normalization makes of it by this bulletin alone.
struct StatementRecord: Record {
    static let type = RecordType.statement

    var index = 0
    var statement = Statement(
        provenance: Provenance(bulletin: "", line: 0, lineEnd: 0, quote: "", rule: .clause), source: .prose,
        indicator: "", kind: .undetermined, quantity: nil)
    /// `nil` where a correction of the office drops the statement.
    var row: StatementRow?
    /// The lines of the file that hold its figures.
    var excerpt: [SourceExcerpt.Line] = []

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("statement", &statement.id, .id)
        fields.provenance(&statement.provenance)
        fields("sentence", &statement.provenance.sentence, .integer)
        fields("headings", &statement.provenance.headings, .list(.text))
        fields("source", &statement.source, .code)
        fields("indicator", &statement.indicator, .text)
        fields("qualifier", &statement.qualifier, .text)
        fields("kind", &statement.kind, .code)
        fields("measure", &statement.measure, .code)
        fields("comparator", &statement.comparator, .code)
        fields.quantity(&statement.quantity)
        fields("wording", &statement.wording, .text)
        fields("year", &statement.year, .year)
        fields("year_origin", &statement.yearOrigin, .code)
        fields("period", &statement.period, .years)
        fields("months", &statement.months, .months)
        fields("deadline", &statement.deadline, .date)
        fields("base_year", &statement.baseYear, .year)
        fields("change_direction", &statement.changeDirection, .integer)
        fields("attribute", &statement.attribute, .code)
        fields("responsible", &statement.responsible, .text)
        fields("lead_unit", &statement.leadUnit, .text)
        fields("cooperating", &statement.cooperating, .text)
        fields("area_mention", &statement.areaMention, .text)
        fields("status", &statement.status, .code)
        fields("role", &statement.role, .code)
        fields("evidence", &statement.evidence, .evidence)
        fields(
            "excerpt", &excerpt,
            .list(
                .object(SourceExcerpt.Line(number: 0, parts: [])) { line, fields in
                    var (number, parts) = (line.number, line.parts)
                    fields("line", &number, .integer)
                    fields("parts", &parts, .list(.text))
                    line = SourceExcerpt.Line(number: number, parts: parts)
                }))
        walkRow(&fields)
    }

    /// What a run over many bulletins makes anew, for readers who take records as they are.
    private mutating func walkRow(_ fields: inout RecordFields) {
        var row = row ?? StatementRow(statement: statement)
        fields("pipeline", &row.pipeline, .text(\.text, { PipelineID($0) }))
        fields("indicator_code", &row.indicatorCode, .text(\.text, { IndicatorCode($0) }))
        fields.area(&row.area)
        fields("base_value", &row.baseValue, .decimal)
        fields("base_value_upper", &row.baseUpper, .decimal)
        fields("base_unit", &row.baseUnit, .text(\.name, { UnitCode($0) }))
    }
}

struct TaskRecord: Record {
    static let type = RecordType.task

    var index = 0
    var task = PlanTask(
        provenance: Provenance(bulletin: "", line: 0, lineEnd: 0, quote: "", rule: .task), text: "")

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("task", &task.id, .id)
        fields.provenance(&task.provenance)
        fields("number", &task.number, .text)
        fields("text", &task.text, .text)
        fields("section", &task.section, .text)
        fields("leader", &task.leader, .text)
        fields("lead_unit", &task.leadUnit, .text)
        fields("responsible", &task.responsible, .text)
        fields("cooperating", &task.cooperating, .text)
        fields("deadline_text", &task.deadlineText, .text)
        fields("deadline", &task.deadline, .date)
        fields("filled", &task.spanned, .list(.code))
    }
}

struct ProjectRecord: Record {
    static let type = RecordType.project

    var index = 0
    var project = PlanProject(
        provenance: Provenance(bulletin: "", line: 0, lineEnd: 0, quote: "", rule: .listRow), name: "")

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("project", &project.id, .id)
        fields.provenance(&project.provenance)
        fields("number", &project.number, .text)
        fields("name", &project.name, .text)
        fields("section", &project.section, .text)
        fields("scope", &project.scope, .text)
        fields("capacity", &project.capacity, .list(.quantity))
        fields(
            "investments", &project.investments,
            .list(
                .object(PlanProject.Investment(source: "", amount: Quantity(value: 0, unit: ""))) {
                    $1("source", &$0.source, .text)
                    $1("kind", &$0.kind, .code)
                    $1("amount", &$0.amount, .quantity)
                    $1("yuan", &$0.yuan, .decimal)
                }))
        fields("period", &project.period, .text)
        fields("deadline_text", &project.deadlineText, .text)
        fields("deadline", &project.deadline, .date)
        fields("owner", &project.owner, .text)
        fields("responsible", &project.responsible, .text)
        fields("state", &project.state, .text)
        fields("filled", &project.spanned, .list(.code))
    }
}

/// A numeral and what became of it.
struct NumeralRecord: Record {
    static let type = RecordType.numeral

    var index = 0
    var line = 0
    var lineEnd = 0
    var column = 0
    var text = ""
    var fate = NumeralFate.unexplained
    var reason: ClaimReason?
    var statement: StatementID?
    /// The words around a numeral that nothing explains.
    var before = ""
    var after = ""

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("line", &line, .integer)
        fields("line_end", &lineEnd, .integer)
        fields("column", &column, .integer)
        fields("text", &text, .text)
        fields("fate", &fate, .code)
        fields("reason", &reason, .code)
        fields("statement", &statement, .id)
        fields("before", &before, .text)
        fields("after", &after, .text)
    }
}

/// What Extraction notes of a place in a bulletin, as checks.csv has it.
struct FindingRecord: Record {
    static let type = RecordType.finding

    var index = 0
    var note = FindingNote(check: "", severity: .info)
    var message = ""

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("check", &note.check, .text)
        fields("severity", &note.severity, .code)
        fields("line", &note.line, .integer)
        fields("subject", &note.subject, .findingText)
        fields("expected", &note.expected, .findingText)
        fields("found", &note.found, .findingText)
        fields("message", &message, .text)
    }
}

/// What is wrong with an input, or remarkable about it.
struct DiagnosticRecord: Record {
    static let type = RecordType.diagnostic

    var index = 0
    var path = ""
    var line: Int?
    var column: Int?
    var severity = Severity.error
    var code = FindingCode.missingPath
    /// In English.
    var message = ""

    enum Severity: String {
        case error, warning, note
    }

    mutating func walk(_ fields: inout RecordFields) {
        fields("index", &index, .integer)
        fields("path", &path, .text)
        fields("line", &line, .integer)
        fields("column", &column, .integer)
        fields("severity", &severity, .code)
        fields("finding", &code, .coded(\.coded, { FindingCode($0) }))
        fields("message", &message, .text)
    }
}

/// A file of which no bulletin was made.
struct UnreadRecord: Record {
    static let type = RecordType.unread

    var name = ""
    /// `ending`, `no-ending`, `duplicate` or `unreadable`.
    var reason = ""
    /// The ending, or the name of the file with the same bytes.
    var detail: String?

    mutating func walk(_ fields: inout RecordFields) {
        fields("name", &name, .text)
        fields("reason", &reason, .text)
        fields("detail", &detail, .text)
    }
}

/// A request that is none: the worker goes on with the next.
struct ErrorRecord: Record {
    static let type = RecordType.error

    /// The line of standard input, from 1.
    var request = 0
    var reason = WorkerRequest.Refusal.noJSON
    var message = ""

    mutating func walk(_ fields: inout RecordFields) {
        fields("request", &request, .integer)
        fields("reason", &reason, .code)
        fields("message", &message, .text)
    }
}

/// The last record of a request: what came before it, so that a reader knows whether all has arrived.
struct EndRecord: Record {
    static let type = RecordType.end

    enum Status: String {
        /// All that was asked for.
        case read
        /// A part of it: a file of several could not be read.
        case partly
        /// Nothing: a diagnostic says why.
        case unread
        /// The request was none.
        case refused
    }

    var status = Status.read
    var bulletins = 0
    var documents = 0
    var blocks = 0
    var tables = 0
    var statements = 0
    var tasks = 0
    var projects = 0
    var findings = 0
    var diagnostics = 0
    var unread = 0
    var numerals = 0
    /// Numerals by what became of them.
    var fates: [NumeralFate: Int] = [:]

    mutating func walk(_ fields: inout RecordFields) {
        fields("status", &status, .code)
        fields("bulletins", &bulletins, .integer)
        fields("documents", &documents, .integer)
        fields("blocks", &blocks, .integer)
        fields("tables", &tables, .integer)
        fields("statements", &statements, .integer)
        fields("tasks", &tasks, .integer)
        fields("projects", &projects, .integer)
        fields("findings", &findings, .integer)
        fields("diagnostics", &diagnostics, .integer)
        fields("unread", &unread, .integer)
        fields("numerals", &numerals, .integer)
        fields(
            "fates", &fates,
            .object([:]) { fates, fields in
                for fate in NumeralFate.allCases {
                    fields(String(fate.rawValue.map { $0 == "-" ? "_" : $0 }), &fates[fate, default: 0], .integer)
                }
            })
    }

    /// Whether `other` tells of the same records.
    func counts(as other: EndRecord) -> Bool {
        var copy = other
        copy.status = status
        return copy.line == line
    }

    private var line: [UInt8] {
        var bytes: [UInt8] = []
        write(id: nil, to: &bytes)
        return bytes
    }
}

// MARK: - Fields that several records share

extension RecordFields {
    mutating func provenance(_ place: inout Provenance) {
        self("document_index", &place.document, .integer)
        self("document", &place.documentTitle, .text)
        self("line", &place.line, .integer)
        self("line_end", &place.lineEnd, .integer)
        self("table", &place.table, .text)
        self("row", &place.row, .integer)
        self("column", &place.column, .integer)
        self("quote", &place.quote, .text)
        self("rule", &place.rule, .code)
        self("place", &place.place, .place)
    }

    mutating func quantity(_ quantity: inout Quantity?) {
        var (value, upper, unit) = (quantity?.value, quantity?.upper, quantity?.unit ?? "")
        self("value", &value, .decimal)
        self("value_upper", &upper, .decimal)
        self("unit", &unit, .text)
        quantity = value.map { Quantity(value: $0, upper: upper, unit: unit) }
    }

    mutating func area(_ area: inout ReferenceArea?) {
        var (code, name) = (area?.code, area?.name)
        self("region_code", &code, .text(\.description, { AreaCode($0) }))
        self("region", &name, .text)
        area = name.map { ReferenceArea(code: code, name: $0) }
    }
}

extension RecordCoding where Value == ReferenceArea {
    static var area: RecordCoding {
        .object(ReferenceArea(code: nil, name: "")) { area, fields in
            var (code, name) = (area.code, area.name)
            fields("code", &code, .text(\.description, { AreaCode($0) }))
            fields("name", &name, .text)
            area = ReferenceArea(code: code, name: name)
        }
    }
}

extension RecordCoding where Value == TitleYear {
    /// `2023`, or `plan:2021` for a plan of several years.
    static var titleYear: RecordCoding {
        text(
            { year in
                switch year {
                case .printed(let year): "\(year)"
                case .plan(let first): "plan:\(first)"
                }
            },
            { text in
                text.hasPrefix("plan:")
                    ? Int(text.dropFirst(5)).map { .plan(first: Year($0)) } : Int(text).map { .printed(Year($0)) }
            })
    }
}

extension RecordCoding where Value == TableRecord.Cell {
    static var cell: RecordCoding {
        .object(TableRecord.Cell()) { cell, fields in
            fields("text", &cell.text, .text)
            fields("line", &cell.line, .integer)
            fields("unassigned", &cell.isUnassigned, .boolean)
        }
    }
}

extension RecordCoding where Value == Quantity {
    static var quantity: RecordCoding {
        .object(Quantity(value: 0, unit: "")) { quantity, fields in
            fields("value", &quantity.value, .decimal)
            fields("upper", &quantity.upper, .decimal)
            fields("unit", &quantity.unit, .text)
        }
    }
}

extension RecordCoding where Value == FindingText {
    static var findingText: RecordCoding {
        var coding = coded(\.coded, { FindingText($0) })
        coding.isBlank = { $0 == "" }
        return coding
    }
}

extension RecordCoding where Value == SourcePlace {
    /// A page with a box in points from its upper left corner, a cell of a sheet, or an element.
    static var place: RecordCoding {
        .object(.element("")) { place, fields in
            var (page, box, sheet, cell, element): (Int?, PageBox, String?, String?, String?) =
                switch place {
                case .page(let page, let box): (page, box, nil, nil, nil)
                case .cell(let sheet, let cell): (nil, .nowhere, sheet, cell, nil)
                case .element(let path): (nil, .nowhere, nil, nil, path)
                }
            fields("page", &page, .integer)
            for (name, corner) in [("x0", \PageBox.x0), ("y0", \.y0), ("x1", \.x1), ("y1", \.y1)] {
                var points = page == nil ? nil : box[keyPath: corner]
                fields(name, &points, .number)
                box[keyPath: corner] = points ?? 0
            }
            fields("sheet", &sheet, .text)
            fields("cell", &cell, .text)
            fields("element", &element, .text)
            if let page {
                place = .page(page, box: box)
            } else if let sheet, let cell {
                place = .cell(sheet: sheet, reference: cell)
            } else {
                place = .element(element ?? "")
            }
        }
    }
}

extension PageBox {
    fileprivate static let nowhere = PageBox(x0: 0, y0: 0, x1: 0, y1: 0)
}

extension RecordCoding where Value == StatementEvidence {
    static var evidence: RecordCoding {
        let blank = StatementEvidence(
            year: ContextDecision(winner: nil, runnerUp: nil, isOpen: false),
            kind: ContextDecision(winner: nil, runnerUp: nil, isOpen: false))
        return .object(blank) { evidence, fields in
            fields("year", &evidence.year, .decision(0, .integer))
            fields("kind", &evidence.kind, .decision(.undetermined, .code))
        }
    }
}

extension RecordCoding {
    fileprivate static func decision<Answer>(
        _ blank: Answer, _ answer: RecordCoding<Answer>
    ) -> RecordCoding where Value == ContextDecision<Answer> {
        let candidate = RecordCoding<ContextCandidate<Answer>>.object(
            ContextCandidate(blank, .guess, weight: 0)
        ) { candidate, fields in
            fields("value", &candidate.value, answer)
            fields("speaker", &candidate.speaker, .code)
            fields("weight", &candidate.weight, .integer)
            fields("word", &candidate.word, .text)
        }
        return .object(ContextDecision(winner: nil, runnerUp: nil, isOpen: false)) { decision, fields in
            fields("winner", &decision.winner, candidate)
            fields("runner_up", &decision.runnerUp, candidate)
            fields("open", &decision.isOpen, .boolean)
        }
    }
}
