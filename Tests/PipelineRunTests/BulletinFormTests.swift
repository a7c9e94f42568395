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

    /// A download that was refused, say: the text is read, and the name is told.
    @Test func aTextThatIsCalledAnOfficeFileIsTold() async throws {
        let read = try await read([("a.pdf", Array(Self.sentence.utf8)), ("b.txt", Array((Self.sentence + "B").utf8))])
        #expect(read.bulletins.map(\.name) == ["a.pdf", "b.txt"])
        #expect(read.diagnostics == [Diagnostic(path: "a.pdf", severity: .warning, code: .textNamed(ending: "pdf"))])
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

    private static let plan = """
        柳川市人民政府办公室关于印发柳川市养老服务实施方案（2024—2025年）的通知

        柳政办发〔2024〕6号

        各区人民政府：
        现将方案印发给你们。

        附件：1. 主要指标表

        柳川市人民政府办公室
        2024年3月1日
        """
    private static let annex = "序号\t指标名称\t单位\t2025年\n1\t养老机构护理型床位占比\t%\t55\n2\t城镇老旧小区改造\t个\t120\n"
    private static let other = "柳川市2023年国民经济和社会发展统计公报\n\n全市养老床位1200张。\n"

    @Test(arguments: [
        ("养老服务实施方案.txt", "养老服务实施方案-附件1：主要指标表.txt"), ("方案.txt", "附件1.txt"), ("方案.txt", "附表1 主要指标表.txt"),
    ])
    func anAnnexIsOfTheDocumentBesideIt(main: String, annex: String) async throws {
        let read = try await read([(main, Array(Self.plan.utf8)), (annex, Array(Self.annex.utf8))])
        let statements = read.bulletins.first { $0.name == annex }?.extract.statements ?? []
        #expect(statements.map(\.kind) == [.target, .target])
        #expect(
            Set(statements.map(\.provenance.documentTitle)) == [
                "柳川市人民政府办公室关于印发柳川市养老服务实施方案（2024—2025年）的通知（柳政办发〔2024〕6号）"
            ])
        #expect(read.diagnostics.map(\.code) == [.annexOf(main)])
        #expect(read.diagnostics.map(\.path) == [annex])
    }

    @Test(arguments: [
        // Of two files beside it either may be meant.
        ("附件1.txt", false),
        // One announces it by its name, or begins with the same words.
        ("附件1 主要指标表.txt", true), ("养老服务实施方案附件1.txt", true),
        // The words of another document.
        ("就业规划附件1.txt", false),
    ])
    func whereTwoDocumentsMayBeMeantTheNameMustTell(annex: String, joins: Bool) async throws {
        let read = try await read([
            ("公报.txt", Array(Self.other.utf8)), ("养老服务实施方案.txt", Array(Self.plan.utf8)),
            (annex, Array(Self.annex.utf8)),
        ])
        #expect(read.diagnostics.map(\.code) == (joins ? [.annexOf("养老服务实施方案.txt")] : []))
    }

    /// A PDF of pictures, made of one with text.
    private static let printed = ProjectFolder.root + "/../shared/cases/formats/plain-chrome.pdf"

    @Test(
        .enabled(
            if: ["mutool", "tesseract"].allSatisfy { ExternalProgram.path(of: $0) != nil }
                && FileBytes.exists(printed), "needs mutool, tesseract with chi_sim and ../shared"))
    func scannedPagesAreRecognizedOnRequestAndDoubted() async throws {
        let folder = NSTemporaryDirectory() + "gongbao-scan-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (picture, scan) = ("\(folder)/page.png", "\(folder)/scan.pdf")
        for arguments in [
            ["draw", "-q", "-r", "200", "-o", picture, Self.printed, "1"], ["convert", "-o", scan, picture],
        ] {
            #expect(try ExternalProgram.run("mutool", arguments, package: "", seconds: 60).status == 0)
        }
        let refused = await BulletinReader(library: Self.library).readAll([scan])
        #expect(refused.diagnostics.map(\.code) == [.source(.scannedPages([1]))])
        let read = await BulletinReader(library: Self.library, scans: .recognized).readAll([scan])
        #expect(read.diagnostics.map(\.code) == [.recognizedText(pages: [1])])
        let statements = read.bulletins.flatMap(\.extract.statements)
        #expect(!statements.isEmpty && statements.allSatisfy { $0.status == .lowReliability })
    }
}
