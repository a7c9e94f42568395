internal import CRenameExchange
internal import Glibc
public import SourceText

/// Writes an edition beside its place and exchanges the two at the end.
///
/// Whoever looks, and whenever the program is killed, `Output/2024` is either the old edition or the
/// new one, whole. What a killed run leaves beside it (`.2024.new`) the next run removes. One run at a time
/// writes to an output folder: ``OutputLock``.
public struct EditionFolder: Sendable {
    public let path: String
    /// Where the files are written until ``publish()``.
    public let stagingPath: String

    /// Makes the staging folder `OUTPUT/.NAME.new`, empty; what killed runs left of others goes too.
    public init(output: String, name: String) throws(FileError) {
        path = "\(output)/\(name)"
        stagingPath = "\(output)/.\(name).new"
        try Self.makeFolders(stagingPath)
        for entry in try FileBytes.list(output) where entry.hasPrefix(".") && entry.hasSuffix(".new") {
            try Self.remove("\(output)/\(entry)")
        }
        try Self.makeFolders(stagingPath)
    }

    /// Writes a file of the edition; folders in `name` are made.
    public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        try Self.writeFile(bytes, path: "\(stagingPath)/\(name)")
    }

    /// The staged files whose bytes differ from the edition's, and those that only one of the two has, by name.
    var changedFiles: [String] {
        let (old, new) = (Self.files(of: path), Self.files(of: stagingPath))
        let common = old.intersection(new).filter { name in
            (try? FileBytes.read("\(path)/\(name)")) != (try? FileBytes.read("\(stagingPath)/\(name)"))
        }
        return old.symmetricDifference(new).union(common).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Puts the staged files in the edition's place, once they are on the disk.
    public func publish() throws(FileError) {
        try Self.synchronize(stagingPath)
        if FileBytes.exists(path) {
            // One system call swaps the folders, so there is no moment without an edition.
            guard gongbao_rename_exchange(stagingPath, path) == 0 else { throw FileError(path: path) }
            try Self.remove(stagingPath)
        } else {
            guard rename(stagingPath, path) == 0 else { throw FileError(path: path) }
        }
    }

    /// Removes what was staged: the old edition stays as it was.
    public func abandon() {
        try? Self.remove(stagingPath)
    }

    /// Writes a whole file, in folders that are made where they are missing.
    public static func writeFile(_ bytes: [UInt8], path: String) throws(FileError) {
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolders(String(path[..<slash])) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes a file, or a folder with all that it holds, through to the disk.
    private static func synchronize(_ path: String) throws(FileError) {
        if FileBytes.isDirectory(path) {
            for name in try FileBytes.list(path) { try synchronize("\(path)/\(name)") }
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError(path: path) }
    }

    /// The files below `folder`, by their paths within it.
    private static func files(of folder: String) -> Set<String> {
        Set(
            ((try? FileBytes.list(folder)) ?? []).flatMap { name in
                let path = "\(folder)/\(name)"
                return FileBytes.isDirectory(path) ? files(of: path).map { "\(name)/\($0)" } : [name]
            })
    }

    static func makeFolders(_ path: String) throws(FileError) {
        if path.isEmpty || FileBytes.isDirectory(path) { return }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
            try makeFolders(String(path[..<slash]))
        }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(path: path) }
    }

    private static func remove(_ path: String) throws(FileError) {
        if FileBytes.isDirectory(path) {
            for name in try FileBytes.list(path) { try remove("\(path)/\(name)") }
            guard rmdir(path) == 0 else { throw FileError(path: path) }
        } else if FileBytes.exists(path) {
            guard unlink(path) == 0 else { throw FileError(path: path) }
        }
    }
}
