internal import Glibc
import SourceText

/// `OUTPUT/.NAME.new`, where a run writes until it publishes, and beside it `.NAME.new.own`, which names this very
/// folder by device and inode.
///
/// After the exchange the old edition lies at the same path, and is another folder. So a later run knows what a
/// killed one left: its own half-written files, which go, or an edition, which is kept.
struct StagingFolder: Sendable {
    let path: String
    private var record: String { path + Self.recordEnding }

    private static let recordEnding = ".own"

    /// Makes the folder under the first name that nothing has.
    init(output: String, name: String) throws(FileError) {
        var number = 1
        while true {
            let path = "\(output)/.\(name).new\(number == 1 ? "" : "-\(number)")"
            if FolderTree(path).kind == .nothing, FolderTree(path + Self.recordEnding).kind == .nothing {
                guard mkdir(path, 0o755) == 0 else { throw FileError(path: path) }
                self.path = path
                break
            }
            number += 1
        }
        guard let identity = Self.identity(of: path) else { throw FileError(path: path) }
        do {
            try EditionFolder.writeFile(Array((identity + "\n").utf8), path: record)
        } catch {
            rmdir(path)
            throw error
        }
    }

    private init(path: String) { self.path = path }

    /// Removes the folder if it is still the one that was made here; answers what hindered.
    @discardableResult
    func remove() -> FileError? {
        do {
            if isOwn { try FolderTree(path).remove() }
            forget()
            return nil
        } catch {
            return error
        }
    }

    /// The folder has gone to its place: the record goes.
    func forget() { unlink(record) }

    private var isOwn: Bool {
        guard FolderTree(record).kind == .file, FolderTree(path).kind == .folder,
            let identity = Self.identity(of: path), let bytes = try? FileBytes.read(record, limit: 4096)
        else { return false }
        return String(decoding: bytes, as: UTF8.self) == identity + "\n"
    }

    private static func identity(of path: String) -> String? {
        var status = stat()
        return lstat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : nil
    }

    /// What runs left at their staging paths in `output`, by name.
    static func leftovers(in output: String) -> [String] {
        ((try? FileBytes.list(output)) ?? []).filter { edition(of: $0) != nil }
    }

    /// Clears away what killed runs left. What cannot be cleared is told and hinders nobody.
    static func clear(_ output: String) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        for name in leftovers(in: output) {
            let folder = StagingFolder(path: "\(output)/\(name)")
            guard FolderTree(folder.path).kind == .folder else { continue }
            if folder.isOwn {
                if let error = folder.remove() {
                    let message = "left by a run that was stopped, not removed: \(error.reason)"
                    warnings.append(Diagnostic(path: error.path, severity: .warning, message: message))
                }
            } else if rmdir(folder.path) != 0, EditionFolder.holdsEdition(folder.path), let edition = edition(of: name)
            {
                // Killed between the exchange and the renaming.
                warnings += EditionFolder.keepReplaced(folder.path, as: edition, in: output).warnings
                folder.forget()
            }
        }
        // A record whose folder has gone.
        for name in (try? FileBytes.list(output)) ?? [] where name.hasSuffix(recordEnding) {
            let folder = "\(output)/\(name.dropLast(recordEnding.count))"
            if edition(of: String(name.dropLast(recordEnding.count))) != nil, FolderTree(folder).kind == .nothing {
                unlink("\(output)/\(name)")
            }
        }
        return warnings
    }

    /// The edition that a staging name is of: `.2024.new` and `.2024.new-2` of `2024`.
    private static func edition(of name: String) -> String? {
        guard name.hasPrefix(".") else { return nil }
        var rest = name.dropFirst()
        if let dash = rest.lastIndex(of: "-"), Int(rest[rest.index(after: dash)...]) != nil { rest = rest[..<dash] }
        guard rest.hasSuffix(".new"), rest.count > 4 else { return nil }
        return String(rest.dropLast(4))
    }
}

/// A folder of its own for a dry run, where programs keep what nobody needs later.
struct ScratchFolder {
    let path: String

    init() throws(FileError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/gongbao-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError(path: parent) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { try? FolderTree(path).remove() }
}
