import Foundation
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Publishing

struct FindingWordsTests {
    private static let chinese = ReportWords(.chinese)
    private static let english = ReportWords(.english)

    /// True where a text holds a Chinese character.
    private static func hasHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }

    /// True where a text holds two English words in a row, which no name of a file or an encoding has.
    private static func hasEnglish(_ text: String) -> Bool {
        let words = text.split(separator: " ").map { word in
            word.count > 1 && word.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        }
        return zip(words, words.dropFirst()).contains { $0 && $1 }
    }

    private func expectBothLanguages(_ chinese: String, _ english: String, of code: String) {
        #expect(Self.hasHan(chinese) && !Self.hasEnglish(chinese) && !chinese.contains("{}"), "\(code): \(chinese)")
        #expect(!Self.hasHan(english) && !english.isEmpty && !english.contains("{}"), "\(code): \(english)")
    }

    @Test(arguments: ClaimReason.allCases) func reasonsHaveTheirWordsInBothLanguages(reason: ClaimReason) {
        expectBothLanguages(Self.chinese(reason), Self.english(reason), of: reason.rawValue)
    }

    @Test(arguments: FindingPhrase.allCases) func phrasesHaveTheirWordsInBothLanguages(phrase: FindingPhrase) throws {
        let entry = try #require(ReportWordTable.entries["finding.\(phrase.rawValue)"])
        let gaps = [entry.chinese, entry.english].map { $0.components(separatedBy: "{}").count - 1 }
        #expect(gaps[0] == gaps[1])
        let text = FindingText.phrase(phrase, Array(repeating: "7", count: gaps[0]))
        if phrase == .row || phrase == .taskStatus { return }  // names and signs with little between them
        expectBothLanguages(Self.chinese(text), Self.english(text), of: phrase.rawValue)
    }

    @Test func notesOfTablesHaveTheirWordsInBothLanguages() {
        for note in Samples.all(after: Samples.note(after:)) {
            expectBothLanguages(Self.chinese(note), Self.english(note), of: "\(note)")
        }
    }

    @Test func findingsOfInputHaveTheirWordsInBothLanguages() {
        for code in Samples.all(after: Samples.code(after:)) {
            expectBothLanguages(Self.chinese(code), Self.english(code), of: "\(code)")
        }
    }

    @Test(arguments: [
        (FindingText.text("0.04 + 0.01"), "0.04 + 0.01", "0.04 + 0.01"),
        (.phrase(.sumOfRows, ["20", "2.1685"]), "20行之和 2.1685", "sum of 20 rows: 2.1685"),
        (.list(.rows, ["24", "26"]), "第24、26行", "rows 24, 26"),
        (
            .finding(.moreBrokenCharacters(7)), "另有7处字节不是有效字符",
            "7 more places hold bytes that are no character"
        ),
        (.finding(.unreadable(FileError(path: "a.txt", code: 13))), "没有权限", "Permission denied"),
        (
            .finding(.unreadable(FileError(path: "a.txt", cause: .notRegular))), "不是普通文件，未读取",
            "this is no regular file, and is not read"
        ),
        (
            .finding(.inputMissing(edition: "2024")), "原有版本“2024”读取过这份公报，这次没有读到",
            "the edition ‘2024’ in place read this bulletin, and this run could not"
        ),
        (
            .note(.unboundedCells(column: "单位", rows: [3, 4, 5, 9], printed: ["甲局", "乙局"])),
            "列“单位”第3-5、9行：原文未给出单元格界线，无法确定归属，留空；原文依次为“甲局”“乙局”",
            "column ‘单位’, rows 3-5, 9: the bulletin draws no lines between cells, left blank; "
                + "printed there in order: ‘甲局’ ‘乙局’"
        ),
        (
            .note(.unreadColumns(head: "产量", line: 12)), "第12行起的“产量”等列未能读出",
            "column ‘产量’ from line 12 on and those after it could not be read"
        ),
        (.note(.printed("注：不含在建项目")), "注：不含在建项目", "注：不含在建项目"),
    ])
    func findingsSpeakTheReportsLanguage(text: FindingText, chinese: String, english: String) {
        #expect(Self.chinese(text) == chinese)
        #expect(Self.english(text) == english)
    }

    @Test func findingsStandByGravityThenAsTheOfficeOrdersItsChecks() throws {
        var report = SampleReport.report()
        let path = FileManager.default.temporaryDirectory.path + "/gongbao-\(UUID().uuidString).csv"
        try "check,severity,threshold,words,exceptions,chinese,english\nb,,,,,乙,B\na,,,,,甲,A\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var problems: [Diagnostic] = []
        report.checkSettings = CheckSettings(path: path, problems: &problems)
        report.checks = [
            FindingNote(check: "a", severity: .warning, line: 1), FindingNote(check: "z", severity: .warning),
            FindingNote(check: "b", severity: .warning, line: 20), FindingNote(check: "b", severity: .warning, line: 3),
            FindingNote(check: "z", severity: .error),
        ]
        let rows = ChecksCSV.rows(report, words: ReportWords(.chinese))
        #expect(rows.map { $0[0] + $0[3] } == ["z", "b3", "b20", "a1", "z"])
    }
}

/// One value of each case, in a chain that the compiler keeps complete: a new case has no link.
private enum Samples {
    static func all<Value>(after next: (Value?) -> Value?) -> [Value] {
        var samples: [Value] = []
        while let sample = next(samples.last) { samples.append(sample) }
        return samples
    }

    static func note(after note: TableNote?) -> TableNote? {
        switch note {
        case nil: .emptyColumn("A", line: 3)
        case .emptyColumn: .unassignedColumn("A", line: 3, values: "1 2")
        case .unassignedColumn(_, .some, _): .unassignedColumn("A", line: nil, values: "1 2")
        case .unassignedColumn: .wrongTotal(column: "A", sum: 3, printed: 4)
        case .wrongTotal: .unassignedRow(head: "2", line: 3, isOneLine: true)
        case .unassignedRow(_, _, true): .unassignedRow(head: "2", line: 3, isOneLine: false)
        case .unassignedRow: .unreadColumns(head: "A", line: 3)
        case .unreadColumns: .surplusFields
        case .surplusFields: .unboundedCells(column: "A", rows: [1, 2], printed: [])
        case .unboundedCells(_, _, []): .unboundedCells(column: "A", rows: [1], printed: ["B"])
        case .unboundedCells: .doubtfulCells(column: "A", rows: [1], sign: .sentences)
        case .doubtfulCells(_, _, .sentences): .doubtfulCells(column: "A", rows: [1], sign: .groups)
        case .doubtfulCells(_, _, .groups): .doubtfulCells(column: "A", rows: [1], sign: .likelihood)
        case .doubtfulCells(_, _, .likelihood): .doubtfulCells(column: "A", rows: [1], sign: .measures)
        case .doubtfulCells(_, _, .measures): .doubtfulCells(column: "A", rows: [1], sign: .name)
        case .doubtfulCells(_, _, .name): .missingNumbers([2])
        case .missingNumbers: .repeatedNumbers([2])
        case .repeatedNumbers: .uncountedLines(3...4)
        case .uncountedLines: .unplacedLines(3...4)
        // What is printed has no words of the program.
        case .unplacedLines, .printed: nil
        }
    }

    static func code(after code: FindingCode?) -> FindingCode? {
        switch code {
        case nil: .missingPath
        case .missingPath: .unreadable(FileError(path: "a.txt", code: 2))
        case .unreadable: .emptyFile
        case .emptyFile: .noText
        case .noText: .unconvertible(encoding: "GB18030")
        case .unconvertible: .source(.damaged(.docx, reason: "no directory"))
        case .source(let error): sourceError(after: error).map { .source($0) } ?? .hiddenSheet("A")
        case .hiddenSheet: .hiddenCells(sheet: "A", count: 4)
        case .hiddenCells: .uncomputedFormulas(cell: "A!B3", count: 2)
        case .uncomputedFormulas: .openCells(pages: [2, 3, 7])
        case .openCells: .recognizedText(pages: [4])
        case .recognizedText: .brokenCharacter(encoding: "UTF-8")
        case .brokenCharacter: .moreBrokenCharacters(7)
        case .moreBrokenCharacters: .rotatedWithoutHeaders
        case .rotatedWithoutHeaders: .rotatedWithoutCount
        case .rotatedWithoutCount: .lostDigit("1|40")
        case .lostDigit: .cutNumber("12|40")
        case .cutNumber: .inputMissing(edition: "2024")
        case .inputMissing: .inputChanged
        case .inputChanged: .annexOf("a.txt")
        case .annexOf: .textNamed(ending: "pdf")
        // Words are the console's alone.
        case .textNamed, .words: nil
        }
    }

    static func sourceError(after error: BulletinSourceError) -> BulletinSourceError? {
        switch error {
        case .damaged: .missingPart(.docx, part: "word/document.xml")
        case .missingPart: .malformed(part: "word/document.xml", line: 3)
        case .malformed: .declaresEntities(part: "OFD.xml")
        case .declaresEntities: .nestsTooDeep(part: "OFD.xml")
        case .nestsTooDeep: .unpacksTooFar(part: "OFD.xml")
        case .unpacksTooFar: .encrypted(.pdf)
        case .encrypted: .noText(.html)
        case .noText: .scannedPages([1, 2, 5])
        case .scannedPages: .illegiblePages([3])
        case .illegiblePages: .breaksOff(afterPage: 12)
        case .breaksOff: .needsProgram("soffice", package: "libreoffice-writer-nogui")
        case .needsProgram: .programFailed("soffice", status: 3)
        case .programFailed: .programTimedOut("soffice", seconds: 60)
        case .programTimedOut: .unsupported(.presentation)
        case .unsupported: nil
        }
    }
}
