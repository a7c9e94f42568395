import SourceText
import StatisticalModel

/// A finding, a note or an error as records have it: the code, then the texts and the numbers that it speaks of, in the
/// order in which its case names them.
///
/// `FindingCode.hiddenCells(sheet: "表1", count: 3)` is `{"code":"hidden-cells","texts":["表1"],"numbers":[3]}`. Codes,
/// and what they hold, stay as they are; new ones may come.
struct CodedWords: Sendable, Hashable {
    var code = ""
    var texts: [String] = []
    var numbers: [Int] = []

    init(_ code: String = "", texts: [String] = [], numbers: [Int] = []) {
        self.code = code
        self.texts = texts
        self.numbers = numbers
    }

    mutating func walk(_ fields: inout RecordFields) {
        fields("code", &code, .text)
        fields("texts", &texts, .list(.text))
        fields("numbers", &numbers, .list(.integer))
    }

    fileprivate func text(_ index: Int = 0) -> String? { texts.indices.contains(index) ? texts[index] : nil }
    fileprivate func number(_ index: Int = 0) -> Int? { numbers.indices.contains(index) ? numbers[index] : nil }

    /// The code without `prefix`, where it begins so.
    fileprivate func without(_ prefix: String) -> CodedWords? {
        guard code.hasPrefix(prefix) else { return nil }
        return CodedWords(String(code.dropFirst(prefix.count)), texts: texts, numbers: numbers)
    }

    fileprivate func with(_ prefix: String) -> CodedWords {
        CodedWords(prefix + code, texts: texts, numbers: numbers)
    }
}

extension RecordCoding {
    /// A value that its coded form stands for.
    static func coded(
        _ coded: @escaping (Value) -> CodedWords, _ read: @escaping (CodedWords) -> Value?
    ) -> RecordCoding {
        let object = RecordCoding<CodedWords>.object(CodedWords()) { $0.walk(&$1) }
        return RecordCoding(
            type: object.type, write: { object.write(coded($0), &$1) }, read: { object.read($0).flatMap(read) })
    }
}

// MARK: - What is wrong with an input

extension FindingCode {
    var coded: CodedWords {
        switch self {
        case .missingPath: CodedWords("missing-path")
        case .unreadable(let error): error.coded
        case .emptyFile: CodedWords("empty-file")
        case .noText: CodedWords("no-text")
        case .unconvertible(let encoding): CodedWords("unconvertible", texts: [encoding])
        case .source(let error): error.coded.with("source.")
        case .hiddenSheet(let name): CodedWords("hidden-sheet", texts: [name])
        case .hiddenCells(let sheet, let count): CodedWords("hidden-cells", texts: [sheet], numbers: [count])
        case .uncomputedFormulas(let cell, let count):
            CodedWords("uncomputed-formulas", texts: [cell], numbers: [count])
        case .openCells(let pages): CodedWords("open-cells", numbers: pages)
        case .recognizedText(let pages): CodedWords("recognized-text", numbers: pages)
        case .brokenCharacter(let encoding): CodedWords("broken-character", texts: [encoding])
        case .moreBrokenCharacters(let count): CodedWords("more-broken-characters", numbers: [count])
        case .rotatedWithoutHeaders: CodedWords("rotated-without-headers")
        case .rotatedWithoutCount: CodedWords("rotated-without-count")
        case .lostDigit(let number): CodedWords("lost-digit", texts: [number])
        case .cutNumber(let number): CodedWords("cut-number", texts: [number])
        case .inputMissing(let edition): CodedWords("input-missing", texts: [edition])
        case .inputChanged: CodedWords("input-changed")
        case .annexOf(let main): CodedWords("annex-of", texts: [main])
        case .textNamed(let ending): CodedWords("text-named", texts: [ending])
        case .words(let words): CodedWords("words", texts: [words])
        }
    }

    init?(_ coded: CodedWords) {
        if let error = coded.without("source.") {
            guard let error = BulletinSourceError(error) else { return nil }
            self = .source(error)
            return
        }
        if let error = FileError(coded) {
            self = .unreadable(error)
            return
        }
        let (text, number) = (coded.text(), coded.number())
        let found: FindingCode? =
            switch coded.code {
            case "missing-path": .missingPath
            case "empty-file": .emptyFile
            case "no-text": .noText
            case "unconvertible": text.map(FindingCode.unconvertible(encoding:))
            case "hidden-sheet": text.map(FindingCode.hiddenSheet)
            case "hidden-cells": text.flatMap { text in number.map { .hiddenCells(sheet: text, count: $0) } }
            case "uncomputed-formulas":
                text.flatMap { text in number.map { .uncomputedFormulas(cell: text, count: $0) } }
            case "open-cells": .openCells(pages: coded.numbers)
            case "recognized-text": .recognizedText(pages: coded.numbers)
            case "broken-character": text.map(FindingCode.brokenCharacter(encoding:))
            case "more-broken-characters": number.map(FindingCode.moreBrokenCharacters)
            case "rotated-without-headers": .rotatedWithoutHeaders
            case "rotated-without-count": .rotatedWithoutCount
            case "lost-digit": text.map(FindingCode.lostDigit)
            case "cut-number": text.map(FindingCode.cutNumber)
            case "input-missing": text.map(FindingCode.inputMissing(edition:))
            case "input-changed": .inputChanged
            case "annex-of": text.map(FindingCode.annexOf)
            case "text-named": text.map(FindingCode.textNamed(ending:))
            case "words": text.map(FindingCode.words)
            default: nil
            }
        guard let found else { return nil }
        self = found
    }
}

extension FileError {
    /// The path is that of the finding.
    fileprivate var coded: CodedWords {
        switch cause {
        case .system(let code): CodedWords("unreadable", texts: [path], numbers: [Int(code)])
        case .notRegular: CodedWords("not-regular", texts: [path])
        case .tooLarge(let limit): CodedWords("too-large", texts: [path], numbers: [limit])
        case .changing: CodedWords("changing", texts: [path])
        case .link: CodedWords("link", texts: [path])
        case .notAnEdition: CodedWords("not-an-edition", texts: [path])
        }
    }

    fileprivate init?(_ coded: CodedWords) {
        let cause: Cause? =
            switch coded.code {
            case "unreadable": coded.number().map { .system(CInt(truncatingIfNeeded: $0)) }
            case "not-regular": .notRegular
            case "too-large": coded.number().map(Cause.tooLarge(limit:))
            case "changing": .changing
            case "link": .link
            case "not-an-edition": .notAnEdition
            default: nil
            }
        guard let cause, let path = coded.text() else { return nil }
        self.init(path: path, cause: cause)
    }
}

extension BulletinSourceError {
    fileprivate var coded: CodedWords {
        switch self {
        case .damaged(let form, let reason): CodedWords("damaged", texts: [form.rawValue, reason])
        case .missingPart(let form, let part): CodedWords("missing-part", texts: [form.rawValue, part])
        case .malformed(let part, let line): CodedWords("malformed", texts: [part], numbers: [line])
        case .declaresEntities(let part): CodedWords("declares-entities", texts: [part])
        case .nestsTooDeep(let part): CodedWords("nests-too-deep", texts: [part])
        case .unpacksTooFar(let part): CodedWords("unpacks-too-far", texts: [part])
        case .encrypted(let form): CodedWords("encrypted", texts: [form.rawValue])
        case .noText(let form): CodedWords("no-text", texts: [form.rawValue])
        case .scannedPages(let pages): CodedWords("scanned-pages", numbers: pages)
        case .illegiblePages(let pages): CodedWords("illegible-pages", numbers: pages)
        case .breaksOff(let page): CodedWords("breaks-off", numbers: [page])
        case .needsProgram(let program, let package): CodedWords("needs-program", texts: [program, package])
        case .programFailed(let program, let status): CodedWords("program-failed", texts: [program], numbers: [status])
        case .programTimedOut(let program, let seconds):
            CodedWords("program-timed-out", texts: [program], numbers: [seconds])
        case .unsupported(let form): CodedWords("unsupported", texts: [form.rawValue])
        }
    }

    fileprivate init?(_ coded: CodedWords) {
        let (text, second, number) = (coded.text(), coded.text(1), coded.number())
        let form = text.flatMap(FileForm.init(rawValue:))
        let found: BulletinSourceError? =
            switch coded.code {
            case "damaged": form.flatMap { form in second.map { .damaged(form, reason: $0) } }
            case "missing-part": form.flatMap { form in second.map { .missingPart(form, part: $0) } }
            case "malformed": text.flatMap { text in number.map { .malformed(part: text, line: $0) } }
            case "declares-entities": text.map(BulletinSourceError.declaresEntities(part:))
            case "nests-too-deep": text.map(BulletinSourceError.nestsTooDeep(part:))
            case "unpacks-too-far": text.map(BulletinSourceError.unpacksTooFar(part:))
            case "encrypted": form.map(BulletinSourceError.encrypted)
            case "no-text": form.map(BulletinSourceError.noText)
            case "scanned-pages": .scannedPages(coded.numbers)
            case "illegible-pages": .illegiblePages(coded.numbers)
            case "breaks-off": number.map(BulletinSourceError.breaksOff(afterPage:))
            case "needs-program": text.flatMap { text in second.map { .needsProgram(text, package: $0) } }
            case "program-failed": text.flatMap { text in number.map { .programFailed(text, status: $0) } }
            case "program-timed-out": text.flatMap { text in number.map { .programTimedOut(text, seconds: $0) } }
            case "unsupported": form.map(BulletinSourceError.unsupported)
            default: nil
            }
        guard let found else { return nil }
        self = found
    }
}

// MARK: - What stages find

extension FindingText {
    var coded: CodedWords {
        switch self {
        case .text(let text): CodedWords("text", texts: [text])
        case .phrase(let phrase, let values): CodedWords("phrase." + phrase.rawValue, texts: values)
        case .list(let phrase, let values): CodedWords("list." + phrase.rawValue, texts: values)
        case .note(let note): note.coded.with("note.")
        case .finding(let code): code.coded.with("input.")
        }
    }

    init?(_ coded: CodedWords) {
        let found: FindingText? =
            if coded.code == "text" {
                coded.text().map(FindingText.text)
            } else if let words = coded.without("phrase.") {
                FindingPhrase(rawValue: words.code).map { .phrase($0, words.texts) }
            } else if let words = coded.without("list.") {
                FindingPhrase(rawValue: words.code).map { .list($0, words.texts) }
            } else if let words = coded.without("note.") {
                TableNote(words).map(FindingText.note)
            } else if let words = coded.without("input.") {
                FindingCode(words).map(FindingText.finding)
            } else {
                nil
            }
        guard let found else { return nil }
        self = found
    }
}

extension TableNote {
    var coded: CodedWords {
        switch self {
        case .printed(let text): CodedWords("printed", texts: [text])
        case .emptyColumn(let name, let line): CodedWords("empty-column", texts: [name], numbers: [line])
        case .unassignedColumn(let name, let line, let values):
            CodedWords("unassigned-column", texts: [name, values], numbers: line.map { [$0] } ?? [])
        case .wrongTotal(let column, let sum, let printed):
            CodedWords("wrong-total", texts: [column, sum.description, printed.description])
        case .unassignedRow(let head, let line, let isOneLine):
            CodedWords("unassigned-row", texts: [head], numbers: [line, isOneLine ? 1 : 0])
        case .unreadColumns(let head, let line): CodedWords("unread-columns", texts: [head], numbers: [line])
        case .surplusFields: CodedWords("surplus-fields")
        case .unboundedCells(let column, let rows, let printed):
            CodedWords("unbounded-cells", texts: [column] + printed, numbers: rows)
        case .doubtfulCells(let column, let rows, let sign):
            CodedWords("doubtful-cells", texts: [column, sign.rawValue], numbers: rows)
        case .missingNumbers(let numbers): CodedWords("missing-numbers", numbers: numbers)
        case .repeatedNumbers(let numbers): CodedWords("repeated-numbers", numbers: numbers)
        case .uncountedLines(let lines):
            CodedWords("uncounted-lines", numbers: [lines.lowerBound, lines.upperBound])
        case .unplacedLines(let lines): CodedWords("unplaced-lines", numbers: [lines.lowerBound, lines.upperBound])
        }
    }

    init?(_ coded: CodedWords) {
        let (text, second, number) = (coded.text(), coded.text(1), coded.number())
        let sums = coded.texts.dropFirst().compactMap { DecimalNumber($0) }
        let lines = number.flatMap { first in coded.number(1).flatMap { first <= $0 ? first...$0 : nil } }
        let found: TableNote? =
            switch coded.code {
            case "printed": text.map(TableNote.printed)
            case "empty-column": text.flatMap { text in number.map { .emptyColumn(text, line: $0) } }
            case "unassigned-column":
                text.flatMap { text in second.map { .unassignedColumn(text, line: number, values: $0) } }
            case "wrong-total":
                text.flatMap { sums.count == 2 ? .wrongTotal(column: $0, sum: sums[0], printed: sums[1]) : nil }
            case "unassigned-row":
                text.flatMap { text in
                    number.map { .unassignedRow(head: text, line: $0, isOneLine: coded.number(1) == 1) }
                }
            case "unread-columns": text.flatMap { text in number.map { .unreadColumns(head: text, line: $0) } }
            case "surplus-fields": .surplusFields
            case "unbounded-cells":
                text.map { .unboundedCells(column: $0, rows: coded.numbers, printed: Array(coded.texts.dropFirst())) }
            case "doubtful-cells":
                text.flatMap { text in
                    second.flatMap(Sign.init(rawValue:)).map {
                        .doubtfulCells(column: text, rows: coded.numbers, sign: $0)
                    }
                }
            case "missing-numbers": .missingNumbers(coded.numbers)
            case "repeated-numbers": .repeatedNumbers(coded.numbers)
            case "uncounted-lines": lines.map(TableNote.uncountedLines)
            case "unplaced-lines": lines.map(TableNote.unplacedLines)
            default: nil
            }
        guard let found else { return nil }
        self = found
    }
}
