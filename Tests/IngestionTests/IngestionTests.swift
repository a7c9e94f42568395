import Ingestion
import SourceText
import Testing

@Suite struct IngestionTests {
    private static let text = "到2025年，托位达到4.5个\n养老床位1.2万张\n"
    /// The same in GB18030.
    private static let gb18030: [UInt8] = [
        0xB5, 0xBD, 0x32, 0x30, 0x32, 0x35, 0xC4, 0xEA, 0xA3, 0xAC, 0xCD, 0xD0, 0xCE, 0xBB, 0xB4, 0xEF, 0xB5, 0xBD,
        0x34, 0x2E, 0x35, 0xB8, 0xF6, 0x0A, 0xD1, 0xF8, 0xC0, 0xCF, 0xB4, 0xB2, 0xCE, 0xBB, 0x31, 0x2E, 0x32, 0xCD,
        0xF2, 0xD5, 0xC5, 0x0A,
    ]

    private func utf16(littleEndian: Bool) -> [UInt8] {
        Self.text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return littleEndian ? [low, high] : [high, low]
        }
    }

    private func read(_ bytes: [UInt8]) -> String? {
        let outcome = Ingestion.ingest(bytes: bytes, name: "b.txt")
        #expect(outcome.diagnostics.isEmpty)
        return outcome.file.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func utf8WithAndWithoutMark() {
        #expect(read(Array(Self.text.utf8)) == Self.text)
        #expect(read([0xEF, 0xBB, 0xBF] + Self.text.utf8) == Self.text)
    }

    @Test func gb18030IsConverted() {
        #expect(read(Self.gb18030) == Self.text)
    }

    @Test(arguments: [true, false]) func utf16WithAndWithoutMark(littleEndian: Bool) {
        let mark: [UInt8] = littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
        #expect(read(mark + utf16(littleEndian: littleEndian)) == Self.text)
        #expect(read(utf16(littleEndian: littleEndian)) == Self.text)
    }

    /// 一 is 00 4E in little-endian bytes: a zero at the place where big-endian text has one.
    @Test(arguments: [true, false]) func utf16WithManyOnes(littleEndian: Bool) {
        let text = "一、一老一小：一人一策，一年一评\n共11项\n"
        let bytes = text.utf16.flatMap { unit in
            littleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        #expect(read(bytes) == text)
    }

    @Test func invalidBytesAreReportedWithTheirPlaceAndTheRestIsRead() throws {
        let bytes = Array("第一行\n到20".utf8) + [0xFF] + Array("25年\n第三行".utf8)
        let outcome = Ingestion.ingest(bytes: bytes, name: "b.txt")
        let file = try #require(outcome.file)
        #expect(file.lineCount == 3)
        #expect(file.text(in: file.rangeOfLine(2)) == "到20\u{FFFD}25年")
        #expect(file.text(in: file.rangeOfLine(3)) == "第三行")
        #expect(outcome.diagnostics.map(\.position) == [SourcePosition(line: 2, column: 4)])
        #expect(outcome.diagnostics.first?.severity == .warning)
    }

    @Test func aBrokenCharacterInGB18030LosesNoLine() throws {
        var bytes = Array(repeating: Self.gb18030, count: 20).flatMap { $0 }
        bytes.insert(0xFF, at: 24)
        let outcome = Ingestion.ingest(bytes: bytes, name: "b.txt")
        let file = try #require(outcome.file)
        #expect(file.text(in: file.rangeOfLine(2)) == "\u{FFFD}养老床位1.2万张")
        #expect(file.lineCount == 40)
        #expect(outcome.diagnostics.first?.position == SourcePosition(line: 2, column: 1))
    }

    @Test func manyFaultsAreCountedNotListed() {
        let line = Array("养老床位达到一万二千张，托位达到四千个".utf8) + [0xC0, 0x0A]
        let outcome = Ingestion.ingest(bytes: Array(repeating: line, count: 50).flatMap { $0 }, name: "b.txt")
        #expect(outcome.diagnostics.count == Ingestion.reportedFaults + 1)
        #expect(outcome.diagnostics.last?.code == .moreBrokenCharacters(30))
    }

    @Test(arguments: [[], Array("\u{FEFF}".utf8), Array(" \n\r\n ".utf8)]) func emptyFiles(bytes: [UInt8]) {
        let outcome = Ingestion.ingest(bytes: bytes, name: "b.txt")
        #expect(outcome.file == nil)
        #expect(outcome.diagnostics.map(\.code) == [.emptyFile])
        #expect(outcome.diagnostics.first?.severity == .error)
    }

    @Test func binaryFiles() {
        var state: UInt32 = 7
        let noise = (0..<4096).map { _ -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
        for bytes in [noise, [0x50, 0x4B, 0x03, 0x04] + noise, [UInt8](repeating: 0, count: 64)] {
            let outcome = Ingestion.ingest(bytes: bytes, name: "b.xlsx")
            #expect(outcome.file == nil)
            #expect(outcome.diagnostics.first?.severity == .error)
        }
    }
}
