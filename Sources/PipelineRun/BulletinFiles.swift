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
    /// Where the folders' ``sidecars`` are.
    public private(set) var sidecarPaths: [String] = []
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
        for path in paths { search.add(path) }
        diagnostics = search.diagnostics
        sidecarPaths = search.sidecarPaths
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

    private(set) var diagnostics: [Diagnostic] = []
    private(set) var sidecarPaths: [String] = []
    /// By the one absolute path of each file.
    private var inputs: [String: Input] = [:]

    mutating func add(_ path: String) {
        guard let place = FileBytes.canonicalPath(path) else {
            diagnostics.append(Diagnostic(path: path, severity: .error, code: .missingPath))
            return
        }
        if FileBytes.isDirectory(path) {
            let root = place.split(separator: "/")
            collect(path, at: place, components: root, rootLength: root.count, within: [])
        } else {
            // A link is called by its own name.
            let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
            let root = (FileBytes.canonicalPath(folder) ?? "").split(separator: "/")
            let name = BulletinFiles.name(of: path)
            offer(Input(path: path, components: root + [name[...]], rootLength: root.count), at: place)
        }
    }

    /// Takes the files of `folder`; `outer` are the folders around it, into which a link may lead back.
    private mutating func collect(
        _ folder: String, at place: String, components: [Substring], rootLength: Int, within outer: [String]
    ) {
        guard !outer.contains(place) else { return }
        let entries: [String]
        do {
            entries = try FileBytes.list(folder)
        } catch {
            diagnostics.append(Diagnostic(path: folder, severity: .error, code: .unreadable(error)))
            return
        }
        for entry in entries where !entry.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + entry : "\(folder)/\(entry)"
            if BulletinFiles.sidecars.contains(entry) {
                sidecarPaths.append(path)
                continue
            }
            let own = FileBytes.canonicalPath(path) ?? path
            if FileBytes.isDirectory(path) {
                collect(
                    path, at: own, components: components + [entry[...]], rootLength: rootLength,
                    within: outer + [place])
            } else {
                let input = Input(
                    path: path, components: components + [entry[...]], rootLength: rootLength,
                    reason: BulletinFiles.reason(entry))
                offer(input, at: own)
            }
        }
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
