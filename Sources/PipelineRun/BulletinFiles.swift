public import SourceText
public import StatisticalModel

/// A file that a run reads: where it is, what it is called, and what the ids of its statements begin with.
public struct BulletinFile: Sendable, Hashable {
    /// As the reader of messages finds it.
    public let path: String
    /// The path below the input root: `2023/plan.txt`.
    public let name: String
    /// The name without its ending, the whole name where another file differs by the ending alone.
    public internal(set) var stem: String

    init(path: String, name: String) {
        self.path = path
        self.name = name
        stem = BulletinName(name).stem
    }

    /// Gives each of `files` a stem of its own. Where two differ by their endings alone, both go by their whole names:
    /// what was said of `plan:12.1` before `plan.md` came beside `plan.txt` then concerns neither.
    static func tellApart(_ files: inout [BulletinFile]) {
        while true {
            let alike = Dictionary(grouping: files.indices) { files[$0].stem }.values.filter { $0.count > 1 }
            let open = alike.flatMap { $0 }.filter { files[$0].stem != files[$0].name }
            guard !open.isEmpty else { return }
            for index in open { files[index].stem = files[index].name }
        }
    }
}

/// The bulletin files behind the paths that a run is given: files named outright, and in folders those
/// with an ending of text, pages, office files, PDF and OFD.
///
/// A file in a folder is called by its path below that folder (below the outermost of several), one that is named
/// outright by its file's name. Where two would be called alike, as much of their paths as tells them apart is added:
/// `2023/plan.txt` and `2024/plan.txt`.
public struct BulletinFiles: Sendable {
    /// By name, each file once however many paths lead to it.
    public private(set) var files: [BulletinFile] = []
    /// What folders hold beside them, by name; hidden files and ``sidecars`` are passed over.
    public private(set) var unread: [UnreadFile] = []
    /// Paths that lead to nothing, folders that cannot be listed.
    public private(set) var diagnostics: [Diagnostic] = []

    /// The endings of files that are read where a folder holds them, in small or capital letters.
    public static let endings: Set<String> = [
        "txt", "md", "html", "htm", "shtml", "xhtml", "pdf", "docx", "doc", "wps", "xlsx", "xls", "et", "rtf", "ofd",
        "zip",
    ]
    /// Files that say something of bulletins and are none themselves.
    static let sidecars: Set<String> = ["bulletins.csv"]

    public init(_ paths: [String]) {
        var search = InputSearch()
        search.add(paths)
        diagnostics = search.diagnostics
        for (input, name) in search.named() {
            if let reason = input.reason {
                unread.append(UnreadFile(name: name, reason: reason))
            } else {
                files.append(BulletinFile(path: input.path, name: name))
            }
        }
    }

    /// Why a file of a folder or an archive is passed over by its name; `nil` where it is read.
    static func reason(_ entry: String) -> UnreadFile.Reason? {
        guard let ending = BulletinName(entry).ending else { return .noEnding }
        return endings.contains(ending) ? nil : .ending(ending)
    }

    /// The last component of a path.
    public static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}

/// Follows the paths that a run is given to the files behind them.
private struct InputSearch {
    struct Input {
        var path: String
        /// Of the absolute path: the name is taken from its end.
        var components: [Substring]
        /// How many of ``components`` lead to the input root.
        var rootLength: Int
        /// Why the file is not read; `nil` where it is.
        var reason: UnreadFile.Reason?

        var name: String { name(components.count - rootLength) }

        func name(_ length: Int) -> String { components.suffix(length).joined(separator: "/") }

        /// Of several ways to one file the way from the outermost root counts, then the shortest.
        func precedes(_ other: Input) -> Bool {
            if (reason == nil) != (other.reason == nil) { return reason == nil }
            let (own, others) = ((rootLength, components.count), (other.rootLength, other.components.count))
            return own == others ? name.utf8.lexicographicallyPrecedes(other.name.utf8) : own < others
        }
    }

    private struct Folder {
        var path: String
        var identity: FolderIdentity
        var components: [Substring]
        var rootLength: Int
    }

    private(set) var diagnostics: [Diagnostic] = []
    /// The folders that were listed: links and points lead to one folder by many paths, or by endless ones.
    private var visited: Set<FolderIdentity> = []
    /// By the one absolute path of each file.
    private var inputs: [String: Input] = [:]

    /// Follows each of `paths`, the outermost root first: every folder is listed once, by its shortest way from there.
    mutating func add(_ paths: [String]) {
        var roots: [Folder] = []
        for path in paths { addInput(path).map { roots.append($0) } }
        roots.sort { left, right in
            let (own, other) = (left.components.joined(separator: "/"), right.components.joined(separator: "/"))
            return left.rootLength == right.rootLength
                ? own.utf8.lexicographicallyPrecedes(other.utf8) : left.rootLength < right.rootLength
        }
        for root in roots {
            var queue = [root]
            var next = 0
            while next < queue.count {
                queue += collect(queue[next])
                next += 1
            }
        }
    }

    /// The folder at `path`; `nil` for a file, which is taken, and for a path to nothing.
    private mutating func addInput(_ path: String) -> Folder? {
        guard let place = FileBytes.canonicalPath(path) else {
            diagnostics.append(Diagnostic(path: path, severity: .error, code: .missingPath))
            return nil
        }
        if let identity = FolderIdentity(of: path) {
            let root = place.split(separator: "/")
            return Folder(path: path, identity: identity, components: root, rootLength: root.count)
        } else {
            // A link is called by its own name.
            let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
            let root = (FileBytes.canonicalPath(folder) ?? "").split(separator: "/")
            let name = BulletinFiles.name(of: path)
            offer(Input(path: path, components: root + [name[...]], rootLength: root.count), at: place)
            return nil
        }
    }

    /// Takes the files of `folder` and answers the folders in it; nothing where it was listed before.
    private mutating func collect(_ folder: Folder) -> [Folder] {
        guard visited.insert(folder.identity).inserted else { return [] }
        let entries: [String]
        do {
            entries = try FileBytes.list(folder.path)
        } catch {
            diagnostics.append(Diagnostic(path: folder.path, severity: .error, code: .unreadable(error)))
            return []
        }
        var inner: [Folder] = []
        for entry in entries where !entry.hasPrefix(".") && !BulletinFiles.sidecars.contains(entry) {
            let path = folder.path.hasSuffix("/") ? folder.path + entry : "\(folder.path)/\(entry)"
            let components = folder.components + [entry[...]]
            if let identity = FolderIdentity(of: path) {
                inner.append(
                    Folder(path: path, identity: identity, components: components, rootLength: folder.rootLength))
            } else {
                let input = Input(
                    path: path, components: components, rootLength: folder.rootLength,
                    reason: BulletinFiles.reason(entry))
                offer(input, at: FileBytes.canonicalPath(path) ?? path)
            }
        }
        return inner
    }

    private mutating func offer(_ input: Input, at place: String) {
        if let known = inputs[place], !input.precedes(known) { return }
        inputs[place] = input
    }

    /// All files with names of their own, by name.
    func named() -> [(input: Input, name: String)] {
        let inputs = Array(self.inputs.values)
        var lengths = inputs.map { $0.components.count - $0.rootLength }
        var isSettled = false
        while !isSettled {
            isSettled = true
            let alike = Dictionary(grouping: inputs.indices) { inputs[$0].name(lengths[$0]) }.values
            for index in alike.filter({ $0.count > 1 }).joined() where lengths[index] < inputs[index].components.count {
                lengths[index] += 1
                isSettled = false
            }
        }
        return zip(inputs, lengths).map { ($0, $0.name($1)) }.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }
}
