import Glibc
import SourceText

/// A folder of our own for a program that is called, removed with all that it leaves in it.
struct TemporaryFolder {
    let path: String

    /// Makes a folder for the time of `body`; `program` is the one that it is for, for the message.
    static func with<Result>(
        _ program: String, _ body: (TemporaryFolder) throws(BulletinSourceError) -> Result
    ) throws(BulletinSourceError) -> Result {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/gongbao-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .programFailed(program, status: Int(errno)) }
        let folder = TemporaryFolder(
            path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        defer { remove(folder.path) }
        return try body(folder)
    }

    /// Writes a file and returns its path.
    func write(_ bytes: [UInt8], as name: String, for program: String) throws(BulletinSourceError) -> String {
        let own = "\(path)/\(name)"
        guard let file = fopen(own, "w") else { throw .programFailed(program, status: Int(errno)) }
        let count = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, count == bytes.count else { throw .programFailed(program, status: Int(errno)) }
        return own
    }

    private static func remove(_ path: String) {
        for entry in (try? FileBytes.list(path)) ?? [] {
            let own = "\(path)/\(entry)"
            var status = stat()
            let isFolder = lstat(own, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if isFolder { remove(own) } else { unlink(own) }
        }
        rmdir(path)
    }
}
