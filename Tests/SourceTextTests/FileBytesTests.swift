import Glibc
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

    private func cause(_ path: String, limit: Int = FileBytes.sizeLimit) -> FileError.Cause? {
        do {
            _ = try FileBytes.read(path, limit: limit)
            return nil
        } catch {
            return error.cause
        }
    }

    @Test func onlyRegularFilesAreRead() {
        #expect(cause(ProjectFolder.root) == .notRegular)
        #expect(cause("/dev/zero") == .notRegular)
        let pipe = "/tmp/gongbao-pipe-\(getpid())"
        mkfifo(pipe, 0o600)
        defer { unlink(pipe) }
        #expect(cause(pipe) == .notRegular)
        #expect(cause("/proc/self/status") == nil)
    }

    @Test func aFileBeyondTheLimitIsNotRead() throws {
        let path = ProjectFolder.root + "/Package.swift"
        let size = try FileBytes.read(path).count
        #expect(cause(path, limit: size) == nil)
        #expect(cause(path, limit: size - 1) == .tooLarge(limit: size - 1))
        // Without a size beforehand.
        #expect(cause("/proc/self/status", limit: 10) == .tooLarge(limit: 10))
    }

    @Test func whatIsWrittenToHasAnotherStamp() throws {
        let path = "/tmp/gongbao-stamp-\(getpid())"
        let file = try #require(fopen(path, "w"))
        defer { unlink(path) }
        let stamp = try FileBytes.readStamped(path).stamp
        #expect(FileStamp(of: path) == stamp)
        fputs("more", file)
        fclose(file)
        #expect(FileStamp(of: path) != stamp)
        #expect(FileStamp(of: path + "x") == nil)
    }

    @Test func listsNamesInTheOrderOfTheirBytes() throws {
        let names = try FileBytes.list(ProjectFolder.root)
        #expect(names.contains("Package.swift"))
        #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(FileBytes.isDirectory(ProjectFolder.root))
        #expect(!FileBytes.exists(ProjectFolder.root + "/no-such-file"))
    }
}
