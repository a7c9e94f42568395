import SourceText
import Testing

@Suite struct SourceFileTests {
    @Test func linesEndAtLineFeedsAndDropTheirCarriageReturn() {
        let file = SourceFile(name: "a.txt", text: "一\r\n二\n\n三")
        #expect(file.lineCount == 4)
        #expect((1...4).map { file.text(in: file.rangeOfLine($0)) } == ["一", "二", "", "三"])
    }

    @Test func aFileWithoutLineFeedsIsSplitAtCarriageReturns() {
        let file = SourceFile(name: "a.txt", text: "甲\r乙\r丙")
        #expect((1...file.lineCount).map { file.text(in: file.rangeOfLine($0)) } == ["甲", "乙", "丙"])
    }

    @Test func anEmptyFileHasOneEmptyLine() {
        let file = SourceFile(name: "a.txt", bytes: [])
        #expect(file.lineCount == 1)
        #expect(file.rangeOfLine(1).isEmpty)
    }

    @Test func columnsCountCharacters() {
        let file = SourceFile(name: "a.txt", text: "到2025年\n产能é达160万吨")
        let offset = file.bytes.count - 6
        #expect(file.position(at: offset) == SourcePosition(line: 2, column: 8))
        #expect(file.line(at: 0) == 1)
        #expect(file.line(at: file.lineStarts[1]) == 2)
    }

    @Test func aFileWithoutItsBytesStillFindsLines() {
        let file = SourceFile(name: "a.txt", text: "一\r\n二\n\n三")
        let outline = file.withoutBytes
        #expect(outline.bytes.isEmpty && outline.lineCount == 4)
        #expect(file.bytes.indices.map(outline.line(at:)) == file.bytes.indices.map(file.line(at:)))
        #expect(file.bytes.indices.map { outline.position(at: $0).line } == file.bytes.indices.map(file.line(at:)))
        #expect((1...4).map { outline.rangeOfLine($0).isEmpty } == [true, true, true, true])
    }

    @Test func diagnosticsReadLikeCompilerMessages() {
        let placed = Diagnostic(
            path: "b.txt", position: SourcePosition(line: 3, column: 7), severity: .warning, message: "odd")
        #expect(placed.description == "b.txt:3:7: warning: odd")
        #expect(placed.line("seltsam") == "b.txt:3:7: warning: seltsam")
        #expect(Diagnostic(path: "b.txt", severity: .error, code: .emptyFile).description == "b.txt: error: emptyFile")
    }
}
