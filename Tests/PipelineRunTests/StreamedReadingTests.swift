import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// ``BulletinReader/readEach(_:_:)`` reads what ``BulletinReader/readAll(_:where:)`` reads, a few at a time.
@Suite struct StreamedReadingTests {
    private let folder = NSTemporaryDirectory() + "gongbao-streamed-\(UUID().uuidString)"

    private func write(_ text: String, _ name: String) throws {
        try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/\(name)")
    }

    private func plan(_ number: Int) -> String { "平川市2024年养老服务计划\n到2025年，养老机构床位达到\(number)张。\n" }

    /// Stems, duplicates, annexes and what is unread are those of one run over all, in batches of two or three files.
    @Test func aFolderIsReadAsOneRunReadsIt() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for number in 1...5 { try write(plan(number), "2023/plan-\(number).txt") }
        try write(plan(900), "2024/plan.txt")
        try write(plan(901), "2024/plan.md")
        try write(plan(900), "2024/z-copy.txt")
        try write(plan(902), "a/平川市养老服务计划.txt")
        try write(plan(903), "a/b/inner.txt")
        try write("到2025年，新增托位300个。\n", "a/平川市养老服务计划 附件1.txt")
        try write("", "empty.txt")
        try write("图", "picture.jpg")
        let reader = BulletinReader(library: ProjectFolder.library)
        let whole = await reader.readAll([folder])
        var bulletins: [ReadBulletin] = []
        let streamed = await reader.readEach([folder], batchSize: 200) { bulletins.append($0) }
        #expect(bulletins.map(\.name) == whole.bulletins.map(\.name))
        #expect(bulletins.map(\.stem) == whole.bulletins.map(\.stem))
        #expect(bulletins.map(\.extract.statements) == whole.bulletins.map(\.extract.statements))
        #expect(bulletins.map(\.layout.documents) == whole.bulletins.map(\.layout.documents))
        #expect(streamed.unread == whole.unread)
        #expect(streamed.diagnostics == whole.diagnostics)
        #expect(streamed.bulletins.isEmpty)
        #expect(whole.diagnostics.contains { $0.code == .annexOf("a/平川市养老服务计划.txt") })
    }

    /// A report lets a text go when it is read: what it asks for is what the text would have told.
    @Test func aCondensedBulletinTellsWhatItsTextTold() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write(
            "平川市2024年养老服务计划\r\n\r\n到2025年，养老机构床位达到300张，比例为3。\n注：地区生产总值按普查结果修订。\n", "plan.txt")
        let library = ProjectFolder.library
        let read = await BulletinReader(library: library).readAll([folder])
        let bulletin = try #require(read.bulletins.first)
        let normalizer = BulletinNormalizer(library: library)
        let condensed = bulletin.condensed(by: normalizer)
        #expect(condensed.layout.file.bytes.isEmpty && condensed.layout.blocks.isEmpty)
        #expect(condensed.layout.file.lineCount == bulletin.layout.file.lineCount)
        #expect(condensed.ledger() == bulletin.ledger() && !bulletin.ledger().isEmpty)
        let statement = try #require(bulletin.extract.statements.first)
        #expect(condensed.excerpt(of: statement) == bulletin.excerpt(of: statement))
        let open = bulletin.ledger().filter { $0.fate == .unexplained }
        #expect(open.map(condensed.openNumeral) == open.map(bulletin.openNumeral))
        let rows = NormalizedRun([bulletin], library: library).statementRows
        let own = NormalizedRun([condensed], library: library).statementRows
        #expect(own.map(\.statement) == rows.map(\.statement) && own.map(\.area) == rows.map(\.area))
        #expect(own.map(\.area?.name) == rows.map { _ in "平川市" })
    }

    /// Thirty figures in one line would have thirty excerpts of it.
    @Test func aTextThatIsLessThanItsExcerptsIsKept() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let figures = (1...30).map { "第\($0)类床位达到\($0 + 100)张，" }.joined()
        try write("平川市2024年养老服务计划\n到2025年，\(figures)托位达到300个。\n", "plan.txt")
        let library = ProjectFolder.library
        let read = await BulletinReader(library: library).readAll([folder])
        let bulletin = try #require(read.bulletins.first)
        let condensed = bulletin.condensed(by: BulletinNormalizer(library: library))
        #expect(condensed.layout.file == bulletin.layout.file && condensed.kept == nil)
        #expect(condensed.layout.blocks.isEmpty && condensed.setting != nil)
        #expect(condensed.ledger() == bulletin.ledger())
    }

    @Test func anAnnexIsReadWithItsFolder() throws {
        let names = ["a.txt", "b/1.txt", "b/c/2.txt", "b/附件1.txt", "d.txt"]
        let files = names.map { BulletinFile(path: $0, name: $0) }
        #expect(Annexes.chunks(of: files, lexicon: ProjectFolder.library.layout) == [0..<1, 1..<4, 4..<5])
        #expect(Annexes.chunks(of: [], lexicon: ProjectFolder.library.layout).isEmpty)
    }

    @Test func whatTheReceiverThrowsEndsTheReading() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write(plan(1), "a.txt")
        struct Full: Error {}
        let reader = BulletinReader(library: ProjectFolder.library)
        await #expect(throws: Full.self) { _ = try await reader.readEach([folder]) { _ throws(Full) in throw Full() } }
    }
}
