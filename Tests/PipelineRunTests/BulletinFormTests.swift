import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// A folder of bulletins of all forms: each is read by what it is, and one that cannot be read harms no other.
@Suite struct BulletinFormTests {
    private static let library = ProjectFolder.library
    private static let sentence = "到2025年，全市养老床位达到12000张。"

    private func read(_ files: [(String, [UInt8])]) async throws -> ReadBulletins {
        let folder = NSTemporaryDirectory() + "gongbao-forms-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, bytes) in files { try EditionFolder.writeFile(bytes, path: "\(folder)/\(name)") }
        return await BulletinReader(library: Self.library).readAll([folder])
    }

    private static var document: [UInt8] {
        ZipWriter.archive([
            "word/document.xml":
                "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>\(sentence)</w:t></w:r></w:p></w:body></w:document>"
        ])
    }

    @Test func eachFileIsReadByItsContent() async throws {
        let page = Array("<html><body><p>\(Self.sentence)</p></body></html>".utf8)
        var archive = ZipWriter()
        archive.add(Array("2023/c.txt".utf8), Array(Self.sentence.utf8))
        let read = try await read([("a.doc", Self.document), ("b.html", page), ("c.zip", archive.bytes)])
        #expect(read.bulletins.map(\.name) == ["a.doc", "b.html", "c.zip/2023/c.txt"])
        #expect(read.diagnostics.isEmpty)
        let statements = read.bulletins.map { $0.extract.statements }
        #expect(statements.map { $0.map { $0.quantity?.value.description } } == [["12000"], ["12000"], ["12000"]])
        #expect(
            statements.map { $0.map(\.provenance.place) } == [[.element("body/p[1]")], [.element("body/p[1]")], [nil]])
        #expect(statements[2].map(\.id.text) == ["c.zip/2023/c:1.1"])
    }

    @Test func whatCannotBeReadSaysWhyAndTheOthersAreRead() async throws {
        var bomb = ZipWriter()
        bomb.addBomb("word/document.xml", runs: 120_000)
        let entities = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"
        let read = try await read([
            ("bomb.docx", bomb.bytes), ("cut.docx", Array(Self.document.dropLast(40))),
            ("laughs.docx", ZipWriter.archive(["word/document.xml": entities])),
            ("plan.txt", Array(Self.sentence.utf8)), ("shell.html", Array("<html><script>a</script></html>".utf8)),
        ])
        #expect(read.bulletins.map(\.name) == ["plan.txt"])
        let codes = read.diagnostics.map(\.code)
        #expect(codes.count == 4)
        #expect(codes.contains(.source(.unpacksTooFar(part: "word/document.xml"))))
        #expect(codes.contains(.source(.declaresEntities(part: "word/document.xml"))))
        #expect(codes.contains(.source(.noText(.html))))
        #expect(read.unread.map(\.reason) == Array(repeating: .unreadable, count: 4))
    }

    @Test func markupInTextFilesIsReadAsText() async throws {
        let read = try await read([("a.md", Array("<html><p>\(Self.sentence)</p></html>".utf8))])
        #expect(read.bulletins.map { $0.extract.statements.map(\.provenance.place) } == [[nil]])
    }

    @Test func theAddressOfABulletinStandsInTheSidecar() async throws {
        let read = try await read([
            ("a.txt", Array(Self.sentence.utf8)),
            ("bulletins.csv", Array("file,address\na.txt,https://www.example.gov.cn/a\n".utf8)),
        ])
        #expect(read.addresses == ["a.txt": "https://www.example.gov.cn/a"])
    }
}
