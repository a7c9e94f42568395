import SourceText

/// SHA256SUMS of an edition: what gongbao wrote there, so that what others put in is told from it.
///
/// `sha256sum -c SHA256SUMS` reads it too: a line a file, the digest, two spaces, the path within the edition.
struct EditionManifest: Sendable {
    static let name = "SHA256SUMS"

    /// Digests in hexadecimal by path.
    private(set) var digests: [String: String] = [:]

    /// What the folder `path` holds now.
    ///
    /// - Parameter written: the digests of files that were just written there, by name: they need not be read again.
    init(describing path: String, written: [String: SHA256Digest] = [:]) throws(FileError) {
        for leaf in try FolderTree(path).leaves() where leaf.kind == .file && leaf.name != Self.name {
            if let digest = written[leaf.name] {
                digests[leaf.name] = digest.description
            } else {
                digests[leaf.name] = try Self.digest(of: "\(path)/\(leaf.name)").description
            }
        }
    }

    private static func digest(of path: String) throws(FileError) -> SHA256Digest {
        SHA256Digest(of: try FileBytes.read(path, limit: .max))
    }

    /// What was written to the edition at `path`; `nil` where its record is missing or no such record.
    init?(of path: String) {
        let file = "\(path)/\(Self.name)"
        guard FolderTree(file).kind == .file, let bytes = try? FileBytes.read(file) else { return nil }
        for line in bytes.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self)
            let parts = text.utf8.split(separator: 0x20, maxSplits: 1)
            guard parts.count == 2, parts[0].count == 64, parts[1].first == 0x20 else { return nil }
            digests[String(text[parts[1].startIndex...].dropFirst())] = String(text[..<parts[0].endIndex])
        }
    }

    var bytes: [UInt8] {
        let lines = digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return Array(lines.map { "\($0.value)  \($0.key)\n" }.joined().utf8)
    }

    /// The names of all files of the edition, this record among them.
    var names: Set<String> { Set(digests.keys).union([Self.name]) }

    /// What stands in the folder `path` and was not written by gongbao, or not so, by name. A file that somebody
    /// removed is no loss that gongbao could cause.
    func foreign(in path: String) throws(FileError) -> [String] {
        var foreign: [String] = []
        let folders = Set(digests.keys.flatMap(Self.folders))
        for leaf in try FolderTree(path).leaves() where leaf.name != Self.name {
            // Emptied, which loses nothing.
            if leaf.kind == .folder, folders.contains(leaf.name) { continue }
            guard leaf.kind == .file, let digest = digests[leaf.name],
                digest == (try Self.digest(of: "\(path)/\(leaf.name)")).description
            else {
                foreign.append(leaf.name)
                continue
            }
        }
        return foreign
    }

    /// The folders around a file: `a/b` and `a` of `a/b/c.csv`.
    private static func folders(around name: String) -> [String] {
        let parts = name.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    /// The recorded files that are not there, by name.
    func missing(in path: String) -> [String] {
        digests.keys.filter { FolderTree("\(path)/\($0)").kind == .nothing }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// How an edition in place stands to what gongbao wrote there.
enum EditionState: Sendable, Hashable {
    /// As it was written.
    case intact
    /// Somebody else changed or added these, by name.
    case edited([String])
    /// Nothing tells what was written: an edition of an older gongbao.
    case unrecorded

    init(of path: String) {
        guard let manifest = EditionManifest(of: path), let foreign = try? manifest.foreign(in: path) else {
            self = .unrecorded
            return
        }
        self = foreign.isEmpty ? .intact : .edited(foreign)
    }
}
