import DelimitedText
import Testing

struct CSVReaderTests {
    private func read(_ text: String) throws(CSVError) -> [CSVRecord] { try CSVReader.records(Array(text.utf8)) }

    @Test func recordsKnowTheLineTheyBeginOn() throws {
        let records = try read("a,b\n\"x\ny\",1\nz,2\n")
        #expect(records.map(\.line) == [1, 2, 4])
        #expect(records.map(\.fields) == [["a", "b"], ["x\ny", "1"], ["z", "2"]])
    }

    @Test func blankLinesArePassedOverButCounted() throws {
        #expect(try read("a\n\n\nb\n") == [CSVRecord(line: 1, fields: ["a"]), CSVRecord(line: 4, fields: ["b"])])
    }

    @Test func byteOrderMarkIsNoPartOfTheFirstField() throws {
        #expect(try read("\u{FEFF}a,b\n").first?.fields == ["a", "b"])
    }

    @Test func carriageReturnBelongsToTheLineEnd() throws {
        #expect(
            try read("a,b\r\nc,d\r\n") == [
                CSVRecord(line: 1, fields: ["a", "b"]), CSVRecord(line: 2, fields: ["c", "d"]),
            ])
    }

    @Test func lastLineNeedsNoLineEnd() throws {
        #expect(try read("a\nb").map(\.fields) == [["a"], ["b"]])
    }

    @Test func spacesAndEmptyFieldsStay() throws {
        #expect(try read(" a ,,\"\", b\n").first?.fields == [" a ", "", "", " b"])
    }

    @Test func unclosedQuoteIsAnErrorAtItsRecord() {
        #expect(throws: CSVError(line: 2, reason: .malformedQuote)) { try read("a\n\"b\nc\nd\n") }
    }

    @Test func textAfterAClosingQuoteIsAnError() {
        #expect(throws: CSVError(line: 2, reason: .malformedQuote)) { try read("a\n\"b\"c\n") }
    }

    @Test func invalidUTF8IsAnErrorWithItsLine() {
        #expect(throws: CSVError(line: 2, reason: .invalidUTF8)) {
            try CSVReader.records([0x61, 0x0A, 0xFF, 0x0A])
        }
    }

    @Test func nothingGivesNoRecords() throws { #expect(try read("").isEmpty) }
}
