import Foundation
import SourceText
import StatisticalModel
import Testing

@testable import PipelineRun

final class BulletinFilesTests {
    private let root = NSTemporaryDirectory() + "gongbao-files-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func write(_ names: String...) throws {
        for name in names { try EditionFolder.writeFile(Array(name.utf8), path: "\(root)/\(name)") }
    }

    private func names(_ paths: String...) -> [String] { BulletinFiles(paths.map { root + $0 }).files.map(\.name) }

    @Test func aFileInAFolderIsCalledByItsPathBelowTheFolder() throws {
        try write("b/a.txt", "c.md", ".e.txt", "B.TXT", "d.Md", "bulletins.csv")
        #expect(names("") == ["B.TXT", "b/a.txt", "c.md", "d.Md"])
        #expect(names("/b") == ["a.txt"])
        #expect(BulletinFiles([root]).unread.isEmpty)
    }

    @Test func aFileNamedOutrightIsCalledByItsNameWhateverItsEnding() throws {
        try write("b/a.txt", "b/scan.dat")
        #expect(names("/b/scan.dat", "/b/a.txt") == ["a.txt", "scan.dat"])
    }

    @Test func asMuchOfThePathAsTellsTwoApart() throws {
        try write("x/2023/plan.txt", "x/2024/plan.txt", "y/2024/plan.txt", "y/2024/more.txt")
        #expect(names("/x/2023/plan.txt", "/x/2024/plan.txt") == ["2023/plan.txt", "2024/plan.txt"])
        #expect(
            names("/x/2023/plan.txt", "/x/2024/plan.txt", "/y/2024/plan.txt")
                == ["2023/plan.txt", "x/2024/plan.txt", "y/2024/plan.txt"])
        #expect(names("/x/2024", "/y/2024") == ["more.txt", "x/2024/plan.txt", "y/2024/plan.txt"])
    }

    /// However many paths lead to a file, and in whatever order: once, below the outermost root.
    @Test func eachFileOnce() throws {
        try write("b/a.txt", "c.md", "b/d/e.txt")
        try FileManager.default.createSymbolicLink(atPath: root + "/b/loop", withDestinationPath: root)
        for paths in [["", "/c.md", "/b/a.txt", "/b/d"], ["/b/d", "/b/../b", "/c.md", "", "/"]] {
            #expect(BulletinFiles(paths.map { root + $0 }).files.map(\.name) == ["b/a.txt", "b/d/e.txt", "c.md"])
        }
    }

    /// Ten folders, each with links to all and up: walked path by path, they are more than anybody can list.
    @Test func circlesOfLinksAreWalkedOnce() throws {
        let folders = (0..<10).map { "d\($0)" }
        try write("plan.txt")
        for folder in folders {
            try write("\(folder)/\(folder).txt")
            for other in folders + ["."] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(root)/\(folder)/to-\(other == "." ? "up" : other)",
                    withDestinationPath: "\(root)/\(other)")
            }
        }
        try FileManager.default.createSymbolicLink(atPath: root + "/self", withDestinationPath: root)
        #expect(names("", "/.", "/d3/to-up/d4", "/self/self") == folders.map { "\($0)/\($0).txt" } + ["plan.txt"])
    }

    @Test func whatIsNotReadIsTold() throws {
        try write("a/plan.dbf", "a/plan.CSV", "a/README", "t.tar", ".hidden.dbf", "x.txt")
        #expect(
            BulletinFiles([root]).unread == [
                UnreadFile(name: "a/README", reason: .noEnding),
                UnreadFile(name: "a/plan.CSV", reason: .ending("csv")),
                UnreadFile(name: "a/plan.dbf", reason: .ending("dbf")),
                UnreadFile(name: "t.tar", reason: .ending("tar")),
            ])
        #expect(
            BulletinFiles([root, root + "/a/README"]).unread.map(\.name) == ["a/plan.CSV", "a/plan.dbf", "t.tar"])
    }

    @Test func aPathToNothingIsAnError() {
        let found = BulletinFiles([root + "/none"])
        #expect(found.files.isEmpty)
        #expect(found.diagnostics.map(\.path) == [root + "/none"])
        #expect(found.diagnostics.map(\.severity) == [.error])
    }

    @Test(arguments: [
        (["plan.txt"], ["plan"]), (["a/x.txt", "b/x.txt"], ["a/x", "b/x"]),
        (["v1.2/x.y.txt", "README"], ["v1.2/x.y", "README"]),
        (["x.md", "x.txt", "y.txt"], ["x.md", "x.txt", "y"]),
        // x.txt is a name already.
        (["x.md", "x.txt", "x.txt.txt"], ["x.md", "x.txt", "x.txt.txt"]),
    ])
    func idsBeginWithTheNameWithoutItsEndingUnlessTwoShareIt(names: [String], stems: [String]) {
        var files = names.map { BulletinFile(path: $0, name: $0) }
        BulletinFile.tellApart(&files)
        #expect(files.map(\.stem) == stems)
    }
}
