import PipelineDefinition
import SourceText
import StatisticalModel

/// audit.html: every target with its verdict and, behind it, the words of the bulletins that prove it.
///
/// One file without network, for browsers of any age: the table of targets is plain HTML; a script opens the proof of a
/// row, which stands as data in the file. Whatever a bulletin says is text there and never markup. A page of more than
/// ``limit`` rows is divided by pipeline, and audit.html lists the parts.
struct AuditPage {
    static let name = "audit.html"
    static let limit = 5000

    private let report: EditionReport
    private let words: ReportWords
    private let sheets: [PipelineSheet]
    private let limit: Int
    /// The numbers of conflicts by the ids of their statements.
    private let conflictsOfID: [String: [Int]]

    init(_ report: EditionReport, limit: Int = Self.limit) {
        var report = report
        let words = ReportWords(report.language, units: report.unitNames, areas: report.areaNames)
        if report.title.isEmpty { report.title = words("report.title") }
        self.report = report
        self.words = words
        self.limit = limit
        let sources = SourceIndex(report)
        let names = SheetNames(report.pipelines, words: words)
        sheets = report.pipelines.enumerated().map { index, pipeline in
            PipelineSheet(
                name: names[index], pipeline: pipeline, index: index, report: report, sources: sources, style: .office,
                words: words)
        }
        var conflicts: [String: [Int]] = [:]
        for (number, conflict) in report.conflicts.enumerated() {
            for statement in conflict.statements {
                conflicts[SourceIndex.named(statement).id.text, default: []].append(number)
            }
        }
        conflictsOfID = conflicts
    }

    var files: [EditionFile] {
        let filled = sheets.filter { !$0.rows.isEmpty }
        guard report.assessments.count > limit else {
            return [EditionFile(path: Self.name, bytes: page(of: filled, hasConflicts: true, links: []))]
        }
        let parts = filled.map { sheet in
            EditionFile(
                path: Self.partName(of: sheet.pipeline.id), bytes: page(of: [sheet], hasConflicts: false, links: []))
        }
        let links = filled.map { (Self.partName(of: $0.pipeline.id), "\($0.name) (\($0.rows.count))") }
        return [EditionFile(path: Self.name, bytes: page(of: [], hasConflicts: true, links: links))] + parts
    }

    private static func partName(of pipeline: PipelineID) -> String {
        "audit-\(DataResource.name(of: pipeline.text)).html"
    }

    /// The pages that show the figures of targets, by the ids under which `#id` finds them.
    static func places(in report: EditionReport) -> [StatementID: String] {
        let isWhole = report.assessments.count <= limit
        var places: [StatementID: String] = [:]
        for row in report.assessments {
            let page = isWhole ? name : partName(of: row.pipeline)
            for source in [row.target, row.latest, row.base].compactMap({ $0?.sources }).flatMap({
                $0.prefix(sourceLimit)
            }) {
                let id = SourceIndex.named(source).id
                if places[id] == nil { places[id] = page }
            }
        }
        return places
    }

    /// The sources of one figure that are shown.
    static let sourceLimit = 4

    // MARK: The page

    private func page(of sheets: [PipelineSheet], hasConflicts: Bool, links: [(String, String)]) -> [UInt8] {
        var data = AuditData(words: words, report: report, conflictsOfID: conflictsOfID)
        let script = AuditScript.script
        let policy =
            "default-src 'none'; script-src 'sha256-\(Self.base64(SHA256Digest(of: Array(script.utf8)).bytes))'; "
            + "style-src 'sha256-\(Self.base64(SHA256Digest(of: Array(AuditScript.style.utf8)).bytes))'; "
            + "img-src data:; base-uri 'none'; form-action 'none'"
        let language = words.language == .chinese ? "zh-CN" : "en"
        let title = "\(report.title) \(words("audit.title"))"
        var text = "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n"
        text += "<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.escaped(policy))\">\n"
        text += "<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\">\n"
        text += "<meta name=\"viewport\" content=\"width=device-width\">\n"
        text += "<title>\(Self.escaped(title))</title>\n<style>\(AuditScript.style)</style>\n</head>\n<body>\n"
        text += "<header><h1>\(Self.escaped(title))</h1>\n<p>\(Self.escaped(facts))</p></header>\n<main>\n"
        if !links.isEmpty {
            text += "<ul>" + links.map { "<li><a href=\"\($0.0)\">\(Self.escaped($0.1))</a></li>" }.joined() + "</ul>\n"
        }
        if !sheets.isEmpty {
            text += filters + "<table id=\"targets\">\n<caption>\(escaped("audit.caption"))</caption>\n<thead><tr>"
            text += Self.columns.map { "<th scope=\"col\">\(escaped("column.\($0)"))</th>" }.joined()
            text += "</tr></thead>\n"
            // One by one: the rows of a page are megabytes.
            for sheet in sheets {
                for row in sheet.rows { text += html(row, sheet, &data) }
            }
            text += "</table>\n"
        }
        if hasConflicts { text += conflicts(&data) + numerals }
        text += "</main>\n<noscript><p>\(escaped("audit.noscript"))</p></noscript>\n"
        text += "<script type=\"application/json\" id=\"data\">\(Self.embedded(data.json))</script>\n"
        text += "<script>\(script)</script>\n</body>\n</html>\n"
        return Array(text.utf8)
    }

    private static let columns = [
        "indicator", "area", "target-year", "target", "unit", "base", "latest", "lamp", "judgement", "lead-unit",
        "plan",
    ]

    private var facts: String {
        [
            words.labelled("cover.area", report.area), words.labelled("cover.as-of", report.asOf.description),
            words.labelled("cover.edition", report.edition), words("audit.note"),
        ].joined(separator: words.language == .chinese ? "　" : " · ")
    }

    /// The script fills in what the lists offer.
    private var filters: String {
        func list(_ id: String, _ key: String) -> String {
            "<label for=\"\(id)\">\(escaped(key))</label> <select id=\"\(id)\"><option value=\"\">\(escaped("audit.all"))</option></select>\n"
        }
        return "<form id=\"filters\" role=\"search\" hidden>\n<label for=\"q\">\(escaped("audit.search"))</label> "
            + "<input id=\"q\" type=\"search\">\n" + list("f-unit", "column.lead-unit")
            + list("f-lamp", "column.lamp")
            + list("f-plan", "column.plan") + "<button type=\"reset\">\(escaped("audit.reset"))</button>\n"
            + "<button type=\"button\" id=\"all\">\(escaped("audit.open-all"))</button>\n"
            + "<span id=\"count\" role=\"status\"></span></form>\n"
    }

    private func html(_ row: ProgressAssessment, _ sheet: PipelineSheet, _ data: inout AuditData) -> String {
        let scale = sheet.scale(row)
        func figure(_ year: Int?, _ value: Observation?) -> String {
            guard let shown = scale.shown(value) else { return "" }
            return year.map { "\(shown) (\($0))" } ?? shown.description
        }
        let number = data.add(row, sheet)
        let area = words.area(row.area)
        let plan = DocumentTitle(row.target.sources.first?.provenance.documentTitle ?? "").subject
        let cells = [
            area, row.target.year?.description ?? "", AuditData.target(row, scale, words), words.unit(scale.unit),
            figure(sheet.baseYear(row), row.base), figure(sheet.latestYear(row), row.latest),
        ]
        // Why there is no lamp says more than that nothing can be assessed.
        let reason = row.lamp == .none ? sheet.ungraded(row) : ""
        let verdict = [
            row.verdict.map { words("verdict.\($0.rawValue)") } ?? "", reason.isEmpty ? words(row.status) : reason,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        var text =
            "<tbody class=\"t\"><tr id=\"r\(number)\"><th scope=\"row\">"
        // Where links of the workbook lead, without scripts too.
        text += data.anchors(of: row).map { "<span id=\"\(Self.escaped($0))\"></span>" }.joined()
        text +=
            "<button type=\"button\" aria-expanded=\"false\">"
        text += "\(Self.escaped(sheet.fullName(row)))</button></th>"
        text += cells.map { "<td>\(Self.escaped($0))</td>" }.joined()
        text += "<td class=\"l \(row.lamp.rawValue)\">\(Self.escaped(words(row.lamp)))</td>"
        text += [verdict, DutyUnits(row.target).lead, ShortText.cut(plan, columns: 60)]
            .map { "<td>\(Self.escaped($0))</td>" }.joined()
        return text + "</tr></tbody>\n"
    }

    // MARK: Conflicts and the ledger

    private func conflicts(_ data: inout AuditData) -> String {
        data.addConflicts()
        guard !report.conflicts.isEmpty else { return "" }
        return
            "<h2>\(escaped("sheet.conflicts")) (\(report.conflicts.count))</h2>\n<p>\(escaped("conflicts.note"))</p>\n"
            + "<div id=\"conflicts\"></div>\n"
    }

    private var numerals: String {
        guard !report.openNumerals.isEmpty else { return "" }
        let heads = ["bulletin", "line", "numeral"].map { "<th scope=\"col\">\(escaped("column.\($0)"))</th>" }.joined()
        let rows = report.openNumerals.map { open in
            "<tr><td>\(Self.escaped(open.bulletin))</td><td>\(open.line):\(open.column)</td><td>\(Self.escaped(open.before))"
                + "<mark>\(Self.escaped(open.text))</mark>\(Self.escaped(open.after))</td></tr>\n"
        }
        return
            "<h2>\(escaped("audit.numerals")) (\(report.openNumerals.count))</h2>\n<p>\(escaped("audit.numerals.note"))</p>\n"
            + "<table class=\"plain\">\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(rows.joined())</tbody></table>\n"
    }

    // MARK: Text

    private func escaped(_ key: String) -> String { Self.escaped(words(key)) }

    /// Text of an element or of an attribute in double quotes.
    static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): result.append(byte)
            case 0..<0x20, 0x7F: result += "\u{FFFD}".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// JSON that no text in it can end or leave: `<` is written as an escape, and so are the two line ends of Unicode.
    private static func embedded(_ json: JSONValue) -> String {
        let bytes = json.lineBytes
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                result += "\\u003c".utf8
            } else if bytes[index] == 0xE2, bytes[index...].starts(with: "\u{2028}".utf8) {
                result += "\\u2028".utf8
                index += 2
            } else if bytes[index] == 0xE2, bytes[index...].starts(with: "\u{2029}".utf8) {
                result += "\\u2029".utf8
                index += 2
            } else {
                result.append(bytes[index])
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// RFC 4648.
    static func base64(_ bytes: [UInt8]) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                text.append(index <= group.count ? signs[Int(bits >> UInt32(18 - 6 * index) & 63)] : "=")
            }
        }
        return text
    }
}

/// What the script of audit.html shows of each row.
struct AuditData {
    private let words: ReportWords
    private let report: EditionReport
    private let conflictsOfID: [String: [Int]]
    private var rows: [JSONValue] = []
    private var statements: [(String, JSONValue)] = []
    private var known: Set<String> = []
    private var anchored: Set<String> = []
    private var conflicts: [(String, JSONValue)] = []
    private var shownConflicts: Set<Int> = []

    init(words: ReportWords, report: EditionReport, conflictsOfID: [String: [Int]]) {
        self.words = words
        self.report = report
        self.conflictsOfID = conflictsOfID
    }

    var json: JSONValue {
        .object([
            ("w", .object(Self.words.map { ($0, .text(words("audit.\($0)"))) })), ("rows", .array(rows)),
            ("s", .object(statements)), ("c", .object(conflicts)),
        ])
    }

    /// The words that the script puts between.
    private static let words = [
        "target", "base", "latest", "quote", "lines", "document", "place", "rule", "taken", "not-taken", "shown",
        "conflict", "picture",
        "no-proof", "address", "close-all", "open-all",
    ]
    /// Of a plain part of a line, at each side of the figure.
    private static let room = 90
    /// Of pictures as a page holds them, in bytes of their text; later figures go without, so that the page stays small.
    static let pictureLimit = 700_000
    private var pictureRoom = Self.pictureLimit

    /// Adds a row and gives its number.
    mutating func add(_ row: ProgressAssessment, _ sheet: PipelineSheet) -> Int {
        let parts: [(String, Observation?)] = [("t", row.target), ("b", row.base), ("l", row.latest)]
        var members: [(String, JSONValue)] = []
        var ids: [String] = []
        for (name, observation) in parts {
            guard let observation, !observation.sources.isEmpty else { continue }
            let own = observation.sources.prefix(AuditPage.sourceLimit).map { add($0) }
            ids += own
            members.append((name, .array(own.map(JSONValue.text))))
        }
        let found = Set(ids.flatMap { conflictsOfID[$0] ?? [] }).sorted()
        for number in found { add(conflict: number) }
        if !found.isEmpty { members.append(("c", .array(found.map(JSONValue.integer)))) }
        members.append(("f", .array(facts(row, sheet).map { .array([.text($0.0), .text($0.1)]) })))
        rows.append(.object(members))
        return rows.count - 1
    }

    /// The ids of the row's sources that no row before it has.
    mutating func anchors(of row: ProgressAssessment) -> [String] {
        [row.target, row.latest, row.base].compactMap { $0?.sources }.flatMap { $0.prefix(AuditPage.sourceLimit) }
            .map { SourceIndex.named($0).id.text }.filter { anchored.insert($0).inserted }
    }

    mutating func addConflicts() {
        for number in report.conflicts.indices { add(conflict: number) }
    }

    /// What the row's verdict is made of.
    private func facts(_ row: ProgressAssessment, _ sheet: PipelineSheet) -> [(String, String)] {
        let scale = sheet.scale(row)
        func percent(_ value: DecimalNumber?) -> String {
            value.map { "\($0.shifted(by: 2).rounded(toDecimals: 1))%" } ?? ""
        }
        let needed = row.neededPerYear.map {
            row.neededIsGrowth ? percent($0) : scale.shown($0).rounded(toDecimals: 2).description
        }
        let facts: [(String, String)] = [
            ("column.form", words("form.\(row.form.rawValue)")), ("column.completion", percent(row.completion)),
            ("column.realised", percent(row.realised)), ("column.elapsed", percent(row.elapsed)),
            ("column.gap", percent(row.gap)), ("column.needed", needed ?? ""), ("column.remark", sheet.remark(row)),
            ("column.attribute", row.attribute.map { words("attribute.\($0.rawValue)") } ?? ""),
            ("column.cooperating", DutyUnits(row.target).others), ("column.theme", PipelineBlocks.theme(row)),
        ]
        return facts.filter { !$0.1.isEmpty }.map { (words($0.0), $0.1) }
    }

    static func target(_ row: ProgressAssessment, _ scale: DisplayScale, _ words: ReportWords) -> String {
        guard let value = scale.shown(row.target) else { return row.target.sources.first?.wording ?? "" }
        if let upper = row.target.upper { return "\(value)–\(scale.shown(upper))" }
        let signs: [Comparator: String] = [
            .atLeast: "≥", .moreThan: ">", .atMost: "≤", .lessThan: "<", .approximately: "≈",
        ]
        let change =
            row.target.measure == .change
            ? words(row.target.changeDirection(improving: row.direction) < 0 ? "target.fall" : "target.rise") : ""
        return change + (signs[row.comparator] ?? "") + value.description
    }

    private mutating func add(conflict number: Int) {
        guard shownConflicts.insert(number).inserted else { return }
        let conflict = report.conflicts[number]
        let ids = conflict.statements.map { add($0) }
        let title = [
            words.named(conflict.indicator, conflict.qualifier),
            words.area(conflict.area),
            conflict.year?.description ?? "", words("kind.\(conflict.kind.rawValue)"),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        conflicts.append(
            (
                "\(number)",
                .object([
                    ("n", .text(title)), ("t", .text(conflict.taken?.text ?? "")),
                    ("r", .text(ReportGrids.reason(conflict.reason, words))), ("s", .array(ids.map(JSONValue.text))),
                ])
            ))
    }

    private mutating func picture(of id: StatementID) -> JSONValue? {
        guard let picture = report.pictures[id] else { return nil }
        let text = AuditPage.base64(picture.bytes)
        guard text.utf8.count <= pictureRoom else { return nil }
        pictureRoom -= text.utf8.count
        return .array(
            [.text(text)] + [picture.left, picture.top, picture.width, picture.height].map(JSONValue.integer))
    }

    /// The statement's id, under which the script finds it.
    private mutating func add(_ statement: Statement) -> String {
        let named = SourceIndex.named(statement)
        let id = named.id.text
        guard known.insert(id).inserted else { return id }
        let place = named.provenance
        let cell = [place.table, place.row.map { "R\($0)" }, place.column.map { "C\($0)" }].compactMap { $0 }
        let texts: [(String, String)] = [
            ("n", words.named(named.indicator, named.qualifier)), ("v", ReportGrids.value(of: named, words)),
            ("y", named.year?.description ?? ""), ("k", words("kind.\(named.kind.rawValue)")),
            ("d", place.documentTitle), ("b", place.bulletin), ("e", cell.joined(separator: " ")),
            ("p", place.place.map { words.place($0) } ?? ""), ("q", ShortText.cut(place.quote, columns: 400)),
            ("r", words("rule.\(place.rule.rawValue)")), ("a", report.addresses[place.bulletin] ?? ""),
        ]
        var members: [(String, JSONValue)] = texts.filter { !$0.1.isEmpty }.map { ($0.0, .text($0.1)) }
        members.append(("l", .integer(place.line)))
        if let excerpt = report.excerpts[named.id]?.shortened(to: Self.room) {
            let lines = excerpt.lines.prefix(8).map { line in
                JSONValue.array([.integer(line.number)] + line.parts.map(JSONValue.text))
            }
            members.append(("x", .array(lines)))
        }
        if let picture = picture(of: named.id) { members.append(("i", picture)) }
        statements.append((id, .object(members)))
        return id
    }
}
