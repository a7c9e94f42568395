public import SourceText
public import StatisticalModel

/// An edition on disk, as its run.json tells.
public struct EditionEntry: Sendable, Hashable {
    public let name: String
    /// The edition's folder.
    public let path: String
    public let asOf: CalendarDate
    public let language: String
    public let programVersion: String
    /// The names of the bulletins that went in.
    public let inputs: [String]
    /// `statements`, `observations`, `assessments` … as run.json counts them.
    public let counts: [String: Int]
    /// The digests of ``inputs``, in their order.
    let inputDigests: [String]
    /// False for an edition of `--no-history`.
    let isRecorded: Bool
}

/// The editions of an output folder.
public struct EditionList: Sendable {
    /// By date, then by name.
    public let editions: [EditionEntry]
    /// Those that others replaced, by the name of their edition, the newest first.
    public let kept: [EditionEntry]
    /// Folders whose run.json cannot be read.
    public let diagnostics: [Diagnostic]

    /// Reads `OUTPUT/*/run.json`; a folder without one is no edition, nor is a hidden one.
    public init(output: String) throws(FileError) {
        var editions: [EditionEntry] = []
        var kept: [EditionEntry] = []
        var diagnostics: [Diagnostic] = []
        for name in try FileBytes.list(output) where !name.hasPrefix(".") {
            let file = "\(output)/\(name)/run.json"
            guard FileBytes.exists(file) else { continue }
            if let entry = EditionEntry(name: name, path: "\(output)/\(name)", run: (try? FileBytes.read(file)) ?? []) {
                if KeptEdition(folder: name) == nil { editions.append(entry) } else { kept.append(entry) }
            } else {
                diagnostics.append(Diagnostic(path: file, severity: .error, message: "this is no run.json of gongbao"))
            }
        }
        self.editions = editions.sorted { ($0.asOf.lastDay, $0.name) < ($1.asOf.lastDay, $1.name) }
        let order = try KeptEdition.all(in: output).map(\.folder)
        self.kept = order.compactMap { name in kept.first { $0.name == name } }
        self.diagnostics = diagnostics
    }
}

extension EditionEntry {
    /// The bulletin whose statements' ids begin with `stem`, as this edition read it.
    func input(_ stem: String) -> (name: String, digest: String)? {
        zip(inputs, inputDigests).first { BulletinName($0.0).stem == stem }.map { (name: $0, digest: $1) }
    }

    /// The edition that a statement's id is from: the one named, else the newest of `output` that read its bulletin.
    ///
    /// - Returns: `nil` where none is named and none read a bulletin of that name.
    public static func of(
        _ id: StatementID, edition: String?, output: String
    ) throws(EditionPlace.Unknown) -> EditionEntry? {
        if let edition {
            let place = try EditionPlace(edition, output: output)
            return EditionEntry(
                name: place.name, path: place.path, run: (try? FileBytes.read("\(place.path)/run.json")) ?? [])
        }
        let stem = id.bulletinStem ?? ""
        return (try? EditionList(output: output))?.editions.last { $0.input(stem) != nil }
    }

    /// `nil` where `run` is no JSON or lacks the date.
    init?(name: String, path: String, run: [UInt8]) {
        guard let document = JSONText(run), let settings = document["settings"],
            let asOf = settings["as_of"]?.text.flatMap({ CalendarDate(iso: $0) })
        else { return nil }
        self.name = name
        self.path = path
        self.asOf = asOf
        language = settings["language"]?.text ?? ""
        programVersion = document["program"]?["version"]?.text ?? ""
        let files = (document["inputs"]?.array ?? []).filter { $0["name"]?.text != nil }
        inputs = files.compactMap { $0["name"]?.text }
        inputDigests = files.map { $0["digest"]?.text ?? "" }
        isRecorded = settings["history"]?.text != "none"
        if case .object(let members)? = document["counts"] {
            counts = members.compactMapValues(\.integer)
        } else {
            counts = [:]
        }
    }
}
