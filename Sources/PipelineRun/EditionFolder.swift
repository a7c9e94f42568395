internal import CSystemCalls
internal import Glibc
public import SourceText

/// Writes an edition beside its place and exchanges the two at the end.
///
/// Whoever looks, and whenever the program is killed, `Output/2024` is either the old edition or the
/// new one, whole. What a killed run leaves beside it (`.2024.new`) the next run removes. One run at a time
/// writes to an output folder: ``OutputLock``.
///
/// Nothing goes that gongbao did not write: only a folder that holds a run.json of gongbao is exchanged, the old edition
/// stays as ``KeptEdition``, and of the folders beside only those go whose making this program recorded.
public struct EditionFolder: Sendable {
    public let path: String
    /// Where the files are written until ``publish(keep:)``.
    public let stagingPath: String
    /// What earlier runs left and could not be cleared away.
    public private(set) var warnings: [Diagnostic] = []
    private let output: String
    private let name: String
    private let staging: StagingFolder

    /// Makes the staging folder `OUTPUT/.NAME.new`, empty; what killed runs left of others goes too.
    ///
    /// - Parameter scratch: A folder elsewhere to write to, for an edition that is never published: `output` is then
    ///   looked at alone.
    public init(output: String, name: String, scratch: String? = nil) throws(FileError) {
        if Self.isReserved(name) { throw FileError(path: "\(output)/\(name)", cause: .notAnEdition) }
        path = "\(output)/\(name)"
        (self.output, self.name) = (output, name)
        try Self.checkPlace(path)
        try Self.makeFolders(scratch ?? output)
        if scratch == nil { warnings = StagingFolder.clear(output) }
        staging = try Interruption.begin { () throws(FileError) in
            try StagingFolder(output: scratch ?? output, name: name)
        }
        stagingPath = staging.path
    }

    /// What the edition may not be called: names of other things in an output folder.
    public static func isReserved(_ name: String) -> Bool {
        name.isEmpty || name.hasPrefix(".") || name.utf8.contains(UInt8(ascii: "/"))
            || name.hasPrefix("history.sqlite") || KeptEdition.isReserved(name)
    }

    /// An edition takes the place of nothing, of an empty folder, or of an edition of gongbao.
    private static func checkPlace(_ path: String) throws(FileError) {
        switch FolderTree(path).kind {
        case .nothing: return
        case .link: throw FileError(path: path, cause: .link)
        case .file, .other: throw FileError(path: path, cause: .notAnEdition)
        case .folder:
            guard !holdsEdition(path) else { return }
            guard try FileBytes.list(path).isEmpty else { throw FileError(path: path, cause: .notAnEdition) }
        }
    }

    static func holdsEdition(_ path: String) -> Bool {
        FolderTree("\(path)/run.json").kind == .file
            && EditionEntry(name: "", path: path, run: (try? FileBytes.read("\(path)/run.json")) ?? []) != nil
    }

    /// Writes a file of the edition; folders in `name` are made.
    ///
    /// The staging folder itself is not made again: one that is gone was taken away by who asked for an end.
    public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        try Self.writeFile(bytes, path: "\(stagingPath)/\(name)", within: stagingPath)
    }

    /// The staged files whose bytes differ from the edition's, and those that only one of the two has, by name; what
    /// others laid into the edition is no file of it.
    var changedFiles: [String] {
        let written = EditionManifest(of: path)?.names
        let (old, new) = (Self.files(of: path), Self.files(of: stagingPath))
        let common = old.intersection(new).filter { name in
            (try? FileBytes.read("\(path)/\(name)", limit: .max))
                != (try? FileBytes.read("\(stagingPath)/\(name)", limit: .max))
        }
        return old.filter { written?.contains($0) ?? true }.symmetricDifference(new).subtracting(old.intersection(new))
            .union(common).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What others changed in the edition in place or laid into it, by name.
    var foreignFiles: [String] {
        if case .edited(let names) = EditionState(of: path) { names } else { [] }
    }

    /// Puts the staged files in the edition's place, once they are on the disk; the old edition is kept beside it.
    ///
    /// - Parameters:
    ///   - keep: How many replaced editions stay. Those that others changed stay whatever the number.
    ///   - written: The digests of staged files that are known, by name.
    /// - Returns: The name under which an edited edition is kept, and what could not be cleared away afterwards: the
    ///   new edition stands all the same.
    @discardableResult
    public func publish(
        keep: Int = 3, written: [String: SHA256Digest] = [:]
    ) throws(FileError) -> (edited: KeptEdition?, warnings: [Diagnostic]) {
        try Self.checkPlace(path)
        try write(try EditionManifest(describing: stagingPath, written: written).bytes, to: EditionManifest.name)
        try FolderTree(stagingPath).takePermissions(of: output)
        try Self.synchronize(stagingPath)
        let isFirst = FolderTree(path).kind == .nothing
        try Interruption.settle { () throws(FileError) in
            // One system call swaps the folders, so there is no moment without an edition.
            let code = isFirst ? rename(stagingPath, path) : gongbao_rename_exchange(stagingPath, path)
            guard code == 0 else { throw FileError(path: path) }
        }
        // The edition stands. What fails from here on is told, and undoes nothing.
        var warnings: [Diagnostic] = []
        if (try? Self.synchronizeFolder(output)) == nil {
            warnings.append(Diagnostic(path: output, severity: .warning, message: "not flushed to the disk"))
        }
        staging.forget()
        guard !isFirst else { return (nil, warnings) }
        let (edited, more) = Self.keepReplaced(stagingPath, as: name, in: output)
        return (edited, warnings + more + KeptEdition.prune(name, in: output, to: keep))
    }

    /// Removes what was staged: the old edition stays as it was.
    public func abandon() {
        Interruption.end()
        staging.remove()
    }

    /// Gives a replaced edition that lies at `path` a name of its own; an empty folder goes.
    static func keepReplaced(
        _ path: String, as edition: String, in output: String
    ) -> (edited: KeptEdition?, warnings: [Diagnostic]) {
        if rmdir(path) == 0 { return (nil, []) }
        let isEdited = EditionState(of: path) != .intact
        let name = KeptEdition.freeName(for: edition, in: output)
        guard rename(path, "\(output)/\(name)") == 0 else {
            let reason = FileError(path: path).reason
            return (nil, [Diagnostic(path: path, severity: .warning, message: "the replaced edition: \(reason)")])
        }
        return (isEdited ? KeptEdition(folder: name) : nil, [])
    }

    /// Brings `kept` back to its edition's place; what stands there is kept in turn.
    ///
    /// One system call exchanges the two, so that a killed restore leaves the one or the other, and both in the folder.
    static func restore(_ kept: KeptEdition, in output: String) throws(FileError) -> [Diagnostic] {
        let (source, place) = ("\(output)/\(kept.folder)", "\(output)/\(kept.edition)")
        guard FolderTree(source).kind == .folder, holdsEdition(source) else {
            throw FileError(path: source, cause: .notAnEdition)
        }
        try checkPlace(place)
        guard FolderTree(place).kind != .nothing else {
            guard rename(source, place) == 0 else { throw FileError(path: place) }
            try synchronizeFolder(output)
            return []
        }
        guard gongbao_rename_exchange(source, place) == 0 else { throw FileError(path: place) }
        try synchronizeFolder(output)
        return keepReplaced(source, as: kept.edition, in: output).warnings
    }

    /// Writes a whole file, in folders that are made where they are missing.
    public static func writeFile(_ bytes: [UInt8], path: String, within root: String = "") throws(FileError) {
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            try makeFolders(String(path[..<slash]), within: root)
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path) }
        var isClosed = false
        defer { if !isClosed { close(descriptor) } }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path)
            }
            rest = rest.dropFirst(count)
        }
        isClosed = true
        // A network file system tells only now that the disk is full.
        guard close(descriptor) == 0 else { throw FileError(path: path) }
    }

    /// Writes a folder with all that it holds through to the disk.
    private static func synchronize(_ path: String) throws(FileError) {
        for leaf in try FolderTree(path).leaves() { try synchronizeFolder("\(path)/\(leaf.name)") }
        let folders = Set(try FolderTree(path).leaves().map { $0.name.split(separator: "/").dropLast() })
        for folder in folders { try synchronizeFolder("\(path)/\(folder.joined(separator: "/"))") }
    }

    /// Writes a file, or the names in a folder, through to the disk.
    static func synchronizeFolder(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError(path: path) }
    }

    /// The files below `folder` but the record of what was written, by their paths within it.
    private static func files(of folder: String) -> Set<String> {
        Set(((try? FolderTree(folder).leaves()) ?? []).map(\.name)).subtracting([EditionManifest.name])
    }

    static func makeFolders(_ path: String, within root: String = "") throws(FileError) {
        if path.isEmpty || path == root || FileBytes.isDirectory(path) { return }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
            try makeFolders(String(path[..<slash]), within: root)
        }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(path: path) }
    }
}
