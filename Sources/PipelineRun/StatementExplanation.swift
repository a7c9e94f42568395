public import Publishing
import SourceText
public import StatisticalModel

/// One statement told to a reader: its source lines with the value marked, what decided year and area, and the rule.
public struct StatementExplanation: Sendable {
    public let text: String

    /// `nil` where the bulletin has no statement `id`.
    public init?(_ id: StatementID, in bulletin: ReadBulletin, language: ReportLanguage = .english) {
        guard let statement = bulletin.extract.statements.first(where: { $0.id == id }) else { return nil }
        let place = statement.provenance
        var lines = ["\(id)  \(bulletin.path):\(place.line)", ""]
        lines += Self.sourceLines(of: statement, in: bulletin)
        lines.append("")
        let words = ReportWords(language)
        let year = statement.year.map {
            words("explain.year", "\($0)", words("origin.\(statement.yearOrigin.rawValue)"))
        }
        let fields: [(key: String, value: String)] = [
            ("indicator", statement.indicator), ("qualifier", statement.qualifier),
            ("value", Self.value(of: statement)),
            ("kind", "\(statement.kind.rawValue), \(statement.measure.rawValue), \(statement.comparator.rawValue)"),
            ("year", year ?? words("explain.no-year")), ("period", statement.period?.description ?? ""),
            ("deadline", statement.deadline?.description ?? ""),
            ("base-year", statement.baseYear?.description ?? ""),
            ("area", statement.areaMention.map { words("explain.area", $0) } ?? words("explain.no-area")),
            ("responsible", statement.responsible), ("document", place.documentTitle),
            ("table", Self.cell(place, words)), ("place", place.place.map { words.place($0) } ?? ""),
            ("rule", words("rule.\(place.rule.rawValue)")),
            ("why-year", statement.evidence.map { Self.told($0.year, words) { "\($0)" } } ?? ""),
            ("why-kind", statement.evidence.map { Self.told($0.kind, words) { $0.rawValue } } ?? ""),
            ("quotation", place.quote),
        ]
        for (key, value) in fields where !value.isEmpty || key == "indicator" {
            let name = words("explain.field.\(key)")
            let gap = language == .chinese ? "" : String(repeating: " ", count: max(1, 11 - name.utf8.count))
            lines.append(name + (language == .chinese ? "：" : ":") + gap + value)
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// `actual (the section’s heading “工作回顾”, 48); against it: target (a bound, 8)`.
    private static func told<Value>(
        _ decision: ContextDecision<Value>, _ words: ReportWords, _ name: (Value) -> String
    ) -> String {
        func told(_ candidate: ContextCandidate<Value>) -> String {
            let speaker = words("speaker.\(candidate.speaker.rawValue)")
            let word =
                candidate.word.isEmpty
                ? "" : words.language == .chinese ? "“\(candidate.word)”" : " “\(candidate.word)”"
            return words("explain.candidate", name(candidate.value), speaker + word, "\(candidate.weight)")
        }
        guard let winner = decision.winner else { return words("explain.open") }
        let open = decision.isOpen ? words("explain.open") + (words.language == .chinese ? "；" : "; ") : ""
        let gap = words.language == .chinese ? "" : " "
        return open + told(winner) + (decision.runnerUp.map { words("explain.against") + gap + told($0) } ?? "")
    }

    private static func value(of statement: Statement) -> String {
        guard let quantity = statement.quantity else { return statement.wording ?? "" }
        let upper = quantity.upper.map { "–\($0)" } ?? ""
        return "\(quantity.value)\(upper)\(quantity.unit)"
    }

    private static func cell(_ place: Provenance, _ words: ReportWords) -> String {
        guard let table = place.table else { return "" }
        return words("explain.cell", table, "\(place.row ?? 0)", "\(place.column ?? 0)")
    }

    /// The raw lines that hold the value, its numerals between `»` and `«`.
    private static func sourceLines(of statement: Statement, in bulletin: ReadBulletin) -> [String] {
        SourceExcerpt(of: statement, in: bulletin).lines.map { line in
            let parts = line.parts.enumerated().map { $0 % 2 == 1 ? "»\($1)«" : $1 }
            return "\(line.number) | \(parts.joined())"
        }
    }
}

extension SourceExcerpt {
    /// Of a plain part, at each side of a figure, in bytes: far more than a page shows of it, tags taken in.
    static let keptBytes = 2000

    /// The raw lines that hold the statement's value, its numerals marked.
    ///
    /// - Parameter room: of a plain part that is longer than twice as many bytes the middle is left out. A paragraph that
    ///   is one line would otherwise be kept once for each of its figures.
    init(of statement: Statement, in bulletin: ReadBulletin, room: Int = .max / 2) {
        let file = bulletin.layout.file.asPrinted
        let numerals = statement.numeralRanges.map { bulletin.layout.file.printedRange(of: $0) }
            .sorted { $0.lowerBound < $1.lowerBound }
        let first = max(1, statement.provenance.line)
        let last = min(file.lineCount, max(first, statement.provenance.lineEnd))
        self.init(
            lines: (first...max(first, last)).filter { $0 <= file.lineCount }.map { number in
                let line = file.rangeOfLine(number)
                var parts: [String] = []
                var offset = line.lowerBound
                for range in numerals {
                    let part = range.clamped(to: line)
                    guard !part.isEmpty, part.lowerBound >= offset else { continue }
                    parts += [Self.text(of: offset..<part.lowerBound, in: file, room: room), file.text(in: part)]
                    offset = part.upperBound
                }
                parts.append(Self.text(of: offset..<max(offset, line.upperBound), in: file, room: room))
                return Line(number: number, parts: parts)
            })
    }

    private static func text(of range: Range<Int>, in file: SourceFile, room: Int) -> String {
        guard range.count > 2 * room else { return file.text(in: range) }
        func begin(_ offset: Int) -> Int {
            var offset = offset
            while offset > range.lowerBound, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            return offset
        }
        let (head, tail) = (begin(range.lowerBound + room), begin(range.upperBound - room))
        return file.text(in: range.lowerBound..<head) + "…" + file.text(in: tail..<range.upperBound)
    }
}

extension OpenNumeral {
    /// What stands around a numeral of the ledger, with at most `room` characters at each side.
    init(_ entry: LedgerEntry, in bulletin: ReadBulletin, room: Int = 40) {
        let file = bulletin.layout.file.asPrinted
        let line = (1...file.lineCount).contains(entry.line) ? file.text(in: file.rangeOfLine(entry.line)) : ""
        let scalars = Array(line.unicodeScalars)
        let start = min(scalars.count, max(0, entry.column - 1))
        let end = min(scalars.count, start + entry.text.unicodeScalars.count)
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        self.init(
            bulletin: entry.bulletin, line: entry.line, column: entry.column,
            before: text(scalars[..<start].suffix(room)), text: entry.text, after: text(scalars[end...].prefix(room)))
    }
}
