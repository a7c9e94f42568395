import SourceText
import StatisticalModel
import Testing

@testable import PipelineRun

struct CodedWordsTests {
    private static let sourceErrors: [BulletinSourceError] = [
        .damaged(.pdf, reason: "no head"), .missingPart(.docx, part: "word/document.xml"),
        .malformed(part: "a.xml", line: 3), .declaresEntities(part: "a"), .nestsTooDeep(part: "a"),
        .unpacksTooFar(part: "a"), .encrypted(.lockedOffice), .noText(.html), .scannedPages([1, 2]),
        .illegiblePages([3]), .breaksOff(afterPage: 4), .needsProgram("soffice", package: "libreoffice-writer-nogui"),
        .programFailed("mutool", status: 1), .programTimedOut("mutool", seconds: 60), .unsupported(.presentation),
    ]

    private static let codes: [FindingCode] =
        [
            .missingPath, .emptyFile, .noText, .unconvertible(encoding: "GB18030"), .hiddenSheet("表1"),
            .hiddenCells(sheet: "表1", count: 3), .uncomputedFormulas(cell: "A1", count: 2), .openCells(pages: [1]),
            .recognizedText(pages: []), .brokenCharacter(encoding: "UTF-8"), .moreBrokenCharacters(9),
            .rotatedWithoutHeaders, .rotatedWithoutCount, .lostDigit("1|40"), .cutNumber("12"),
            .inputMissing(edition: "2024"), .inputChanged, .annexOf("plan.docx"), .textNamed(ending: "pdf"),
            .words("a problem"),
        ] + sourceErrors.map(FindingCode.source)
        + [.system(13), .notRegular, .tooLarge(limit: 5), .changing, .link, .notAnEdition].map {
            .unreadable(FileError(path: "a/b", cause: $0))
        }

    private static let notes: [TableNote] =
        [
            .printed("注：1"), .emptyColumn("甲", line: 3), .unassignedColumn("甲", line: 4, values: "1、2"),
            .unassignedColumn("甲", line: nil, values: ""), .wrongTotal(column: "甲", sum: 3, printed: 4),
            .unassignedRow(head: "甲", line: 5, isOneLine: true), .unassignedRow(head: "甲", line: 5, isOneLine: false),
            .unreadColumns(head: "甲", line: 6), .surplusFields,
            .unboundedCells(column: "甲", rows: [1, 2], printed: ["乙", "丙"]),
            .unboundedCells(column: "甲", rows: [], printed: []), .missingNumbers([1]), .repeatedNumbers([2, 3]),
            .uncountedLines(3...4), .unplacedLines(5...5),
        ] + TableNote.Sign.allCases.map { .doubtfulCells(column: "甲", rows: [1], sign: $0) }

    @Test func whatIsWrittenIsReadBack() {
        for code in Self.codes { #expect(FindingCode(code.coded) == code) }
        for note in Self.notes { #expect(TableNote(note.coded) == note) }
        let texts: [FindingText] =
            [.text("0.04 + 0.01"), .text(""), .phrase(.rows, ["1", "2"]), .list(.values, [])]
            + Self.codes.map(FindingText.finding) + Self.notes.map(FindingText.note)
        for text in texts { #expect(FindingText(text.coded) == text) }
    }

    /// Two codes with one form would be told as one another.
    @Test func codesDiffer() {
        #expect(Set(Self.codes.map(\.coded)).count == Self.codes.count)
        #expect(Set(Self.notes.map(\.coded)).count == Self.notes.count)
    }

    @Test(arguments: [
        CodedWords("hidden-cells", texts: ["表1"]), CodedWords("no-such"), CodedWords("unreadable", texts: ["a"]),
        CodedWords("source.damaged", texts: ["no-form", "x"]), CodedWords("phrase.no-such"),
        CodedWords("note.uncounted-lines", numbers: [4, 3]),
    ])
    func whatIsNotWholeIsRefused(_ coded: CodedWords) {
        #expect(FindingCode(coded) == nil)
        #expect(FindingText(coded) == nil)
        #expect(TableNote(coded) == nil)
    }
}

struct Base64Tests {
    /// RFC 4648, section 10, and beyond.
    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"),
        ("Zm9vYmFy", "foobar"), ("Zg", "f"), ("Zm8", "fo"), ("5YWs5oql", "公报"),
    ])
    func theVectorsAreRead(_ text: String, _ meaning: String) {
        #expect(Base64.decoded(text.utf8) == Array(meaning.utf8))
    }

    @Test(arguments: ["Z", "Zg=", "Zg===", "Z===", "Zg==Zg==", "Zm 8", "Zm8\n", "Z-_v"])
    func anythingElseIsRefused(_ text: String) {
        #expect(Base64.decoded(text.utf8) == nil)
    }
}
