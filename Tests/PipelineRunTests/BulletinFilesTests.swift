import Foundation
import SourceText
import Testing

@testable import PipelineRun

@Suite struct BulletinFilesTests {
    @Test func filesAndFoldersInTheOrderOfNames() throws {
        let root = NSTemporaryDirectory() + "gongbao-files-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root + "/b", withIntermediateDirectories: true)
        for name in ["b/a.txt", "c.md", "d.pdf", ".e.txt", "B.txt"] {
            try EditionFolder.writeFile([0x41], path: "\(root)/\(name)")
        }
        var diagnostics: [Diagnostic] = []
        let files = BulletinFiles.find([root, root + "/c.md", root + "/none"], diagnostics: &diagnostics)
        #expect(files.map { $0.dropFirst(root.count) } == ["/B.txt", "/b/a.txt", "/c.md"])
        #expect(diagnostics.map(\.path) == [root + "/none"])
    }
}
