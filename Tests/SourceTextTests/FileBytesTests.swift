import SourceText
import TestSupport
import Testing

@Suite struct FileBytesTests {
    @Test func readsAWholeFile() throws {
        let bytes = try FileBytes.read(ProjectFolder.root + "/Package.swift")
        #expect(bytes.starts(with: "// swift-tools-version".utf8))
    }

    @Test func aMissingFileNamesItsPath() {
        let path = ProjectFolder.root + "/no-such-file"
        #expect { try FileBytes.read(path) } throws: { ($0 as? FileError)?.path == path }
    }

    @Test func listsNamesInTheOrderOfTheirBytes() throws {
        let names = try FileBytes.list(ProjectFolder.root)
        #expect(names.contains("Package.swift"))
        #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(FileBytes.isDirectory(ProjectFolder.root))
        #expect(!FileBytes.exists(ProjectFolder.root + "/no-such-file"))
    }
}
