internal import Glibc
import SourceText

/// A folder of an output and all that it holds, no link ever followed: what lies outside is out of reach.
///
/// Each step goes from an open folder to a name in it (openat, unlinkat), so that nobody can put a link between a look
/// and a deed.
struct FolderTree {
    enum Kind: Sendable, Hashable {
        case nothing, file, folder, link, other
    }

    let path: String

    init(_ path: String) { self.path = path }

    /// What stands at the path itself.
    var kind: Kind { Self.kind(path, in: AT_FDCWD) }

    private static func kind(_ name: String, in parent: CInt) -> Kind {
        var status = stat()
        guard fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .nothing }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// All that the folder holds but folders with content, by their paths within it: files, links, empty folders.
    func leaves() throws(FileError) -> [(name: String, kind: Kind)] {
        var leaves: [(String, Kind)] = []
        func collect(_ folder: CInt, _ prefix: String) throws(FileError) {
            for entry in try Self.names(in: folder, path: "\(path)/\(prefix)") {
                let kind = Self.kind(entry, in: folder)
                guard kind == .folder else {
                    leaves.append((prefix + entry, kind))
                    continue
                }
                let count = leaves.count
                try Self.within(entry, of: folder, path: "\(path)/\(prefix)\(entry)") { inner throws(FileError) in
                    try collect(inner, "\(prefix)\(entry)/")
                }
                if leaves.count == count { leaves.append((prefix + entry, .folder)) }
            }
        }
        try Self.within(path, of: AT_FDCWD, path: path) { folder throws(FileError) in try collect(folder, "") }
        return leaves
    }

    /// Removes the folder and what it holds; with `names` those files alone, and it is an error where others are left.
    func remove(only names: Set<String>? = nil) throws(FileError) {
        func empty(_ folder: CInt, _ prefix: String) throws(FileError) {
            for entry in try Self.names(in: folder, path: "\(path)/\(prefix)") {
                let place = "\(path)/\(prefix)\(entry)"
                if Self.kind(entry, in: folder) == .folder {
                    try Self.within(entry, of: folder, path: place) { inner throws(FileError) in
                        try empty(inner, "\(prefix)\(entry)/")
                    }
                    guard unlinkat(folder, entry, AT_REMOVEDIR) == 0 else { throw FileError(path: place) }
                } else if names?.contains(prefix + entry) ?? true {
                    guard unlinkat(folder, entry, 0) == 0 else { throw FileError(path: place) }
                }
            }
        }
        try Self.within(path, of: AT_FDCWD, path: path) { folder throws(FileError) in try empty(folder, "") }
        guard rmdir(path) == 0 else { throw FileError(path: path) }
    }

    /// Gives what the tree holds the permissions of the folder `model`, so that whoever reads there reads this too,
    /// whatever the umask of the run. Nobody but owner and group may write.
    func takePermissions(of model: String) throws(FileError) {
        var status = stat()
        guard stat(model, &status) == 0 else { throw FileError(path: model) }
        let folderMode = status.st_mode & 0o2775 | 0o700
        for leaf in try leaves() where leaf.kind == .file {
            guard chmod("\(path)/\(leaf.name)", folderMode & 0o664) == 0 else { throw FileError(path: path) }
        }
        for folder in [path] + Set(try leaves().compactMap { Self.parent($0.name) }).map({ "\(path)/\($0)" }) {
            guard chmod(folder, folderMode) == 0 else { throw FileError(path: folder) }
        }
    }

    private static func parent(_ name: String) -> String? {
        name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[..<$0]) }
    }

    private static func within(
        _ name: String, of parent: CInt, path: String, _ work: (CInt) throws(FileError) -> Void
    ) throws(FileError) {
        let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw FileError(path: path) }
        defer { close(folder) }
        try work(folder)
    }

    private static func names(in folder: CInt, path: String) throws(FileError) -> [String] {
        let own = dup(folder)
        guard own >= 0, let directory = fdopendir(own) else { throw FileError(path: path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
