public import SourceText
public import StatisticalModel

/// Findings, notes of tables and reasons of the ledger in the report's language.
///
/// The stages give codes with what they quote; the words stand in ReportWordTable.swift and nowhere else.
/// `TableNote.missingNumbers([3, 4, 9])` is `序号3-4、9：原文缺失`, or `numbers 3-4, 9: missing in the bulletin`.
extension ReportWords {
    /// What a finding says.
    public func callAsFunction(_ text: FindingText) -> String {
        switch text {
        case .text(let text): leadingFigure(text)
        case .phrase(let phrase, let values):
            fill(self("finding.\(phrase.rawValue)"), values.map(leadingFigure))
        case .list(let phrase, let values):
            fill(self("finding.\(phrase.rawValue)"), [listed(values.map(leadingFigure))])
        case .note(let note): self(note)
        case .finding(let code): self(code)
        }
    }

    /// Why a numeral has its fate; empty where nobody says.
    public func callAsFunction(_ reason: ClaimReason?) -> String {
        reason.map { self("claim.\($0.rawValue)") } ?? ""
    }

    /// A line of the console or a cell of checks.csv.
    public func callAsFunction(_ code: FindingCode) -> String {
        switch code {
        case .missingPath: self("input.missing-path")
        case .unreadable(let error): self(error)
        case .inputMissing(let edition): self("input.missing", edition)
        case .inputChanged: self("input.changing")
        case .emptyFile: self("input.empty-file")
        case .noText: self("input.no-text")
        case .unconvertible(let encoding): self("input.unconvertible", encoding)
        case .source(let error): self(error)
        case .hiddenSheet(let name): self("input.hidden-sheet", name)
        case .hiddenCells(let sheet, let count): self("input.hidden-cells", sheet, String(count))
        case .uncomputedFormulas(let cell, let count): self("input.uncomputed-formulas", cell, String(count))
        case .openCells(let pages): self("input.open-cells", spans(pages))
        case .recognizedText(let pages): self("input.recognized-text", spans(pages))
        case .brokenCharacter(let encoding): self("input.broken-character", encoding)
        case .moreBrokenCharacters(let count): self("input.more-broken-characters", String(count))
        case .rotatedWithoutHeaders: self("input.rotated-without-headers")
        case .rotatedWithoutCount: self("input.rotated-without-count")
        case .lostDigit(let number): self("input.lost-digit", number)
        case .cutNumber(let number): self("input.cut-number", number)
        case .annexOf(let main): self("input.annex", main)
        case .textNamed(let ending): self("input.text-named", ending)
        case .words(let message): message
        }
    }

    /// Why a file is not read or written.
    public func callAsFunction(_ error: FileError) -> String {
        switch error.cause {
        case .system(let code):
            if language == .english {
                self("input.unreadable", error.reason)
            } else {
                error.systemReason.map { self("system.\($0.rawValue)") } ?? self("input.unreadable", String(code))
            }
        case .tooLarge(let limit): self("input.too-large", String(limit))
        case .changing: self("input.changing")
        case .notRegular: self("input.not-regular")
        case .link: self("console.link")
        case .notAnEdition: self("console.not-an-edition")
        }
    }

    /// A page by its word, a cell or an element as it is.
    public func place(_ place: SourcePlace) -> String {
        if case .page = place { return self("source.page", PlaceText.text(place)) }
        return PlaceText.text(place)
    }

    /// Why a file of another form than plain text cannot be read.
    public func callAsFunction(_ error: BulletinSourceError) -> String {
        switch error {
        case .damaged(let form, let reason): self("source.damaged", form.rawValue, reason)
        case .missingPart(let form, let part): self("source.missing-part", form.rawValue, part)
        case .malformed(let part, let line): self("source.malformed", part, String(line))
        case .declaresEntities(let part): self("source.declares-entities", part)
        case .nestsTooDeep(let part): self("source.nests-too-deep", part)
        case .unpacksTooFar(let part): self("source.unpacks-too-far", part)
        case .encrypted(let form): self("source.encrypted", form.rawValue)
        case .noText(let form): self("source.no-text", form.rawValue)
        case .scannedPages(let pages): self("source.scanned-pages", spans(pages))
        case .illegiblePages(let pages): self("source.illegible-pages", spans(pages))
        case .breaksOff(let page): self("source.breaks-off", String(page))
        case .needsProgram(let program, let package): self("source.needs-program", program, package)
        case .programFailed(let program, let status): self("source.program-failed", program, String(status))
        case .programTimedOut(let program, let seconds): self("source.program-timed-out", program, String(seconds))
        case .unsupported(let form): self("source.unsupported", form.rawValue)
        }
    }

    /// What a table's reader says of it; a foot-note stays as printed.
    public func callAsFunction(_ note: TableNote) -> String {
        switch note {
        case .printed(let text): text
        case .emptyColumn(let name, let line): self("table.empty-column", name, String(line))
        case .unassignedColumn(let name, let line?, let values):
            self("table.unassigned-column-from", name, String(line), values)
        case .unassignedColumn(let name, nil, let values): self("table.unassigned-column", name, values)
        case .wrongTotal(let column, let sum, let printed):
            self("table.wrong-total", column, sum.description, printed.description)
        case .unassignedRow(let head, let line, let isOneLine):
            self(isOneLine ? "table.unassigned-row" : "table.unassigned-row-from", head, String(line))
        case .unreadColumns(let head, let line):
            // The languages name place and head in opposite orders.
            language == .english
                ? self("table.unread-columns", head, String(line)) : self("table.unread-columns", String(line), head)
        case .surplusFields: self("table.surplus-fields")
        case .unboundedCells(let column, let rows, let printed):
            self("table.unbounded-cells", column, spans(rows))
                + (printed.isEmpty ? "" : self("table.unbounded-labels", printed.joined(separator: self("table.next"))))
        case .doubtfulCells(let column, let rows, let sign):
            self("table.doubtful-cells", column, spans(rows), self("table.sign.\(sign.rawValue)"))
        case .missingNumbers(let numbers): self("table.missing-numbers", spans(numbers))
        case .repeatedNumbers(let numbers): self("table.repeated-numbers", spans(numbers))
        case .uncountedLines(let lines): self("table.uncounted-lines", "\(lines.lowerBound)-\(lines.upperBound)")
        case .unplacedLines(let lines): self("table.unplaced-lines", "\(lines.lowerBound)-\(lines.upperBound)")
        }
    }

    /// The notes of a table, as tables.csv has them.
    func notes(of table: RecoveredTable) -> String { table.notes.map { self($0) }.joined(separator: "; ") }

    private func listed(_ values: [String]) -> String { values.joined(separator: language == .english ? ", " : "、") }

    /// 3, 4, 5, 9 as 3-5、9.
    private func spans(_ numbers: [Int]) -> String {
        var parts: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = parts.last, last.upperBound + 1 == number {
                parts[parts.count - 1] = last.lowerBound...number
            } else {
                parts.append(number...number)
            }
        }
        return listed(parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" })
    }
}
