import PipelineDefinition
import SourceText
import StatisticalModel

/// What `bulletins.csv` beside the bulletins states that their texts do not: area, day and register of a file, and the
/// address on the web that it came from.
///
/// `file,area,published,register,address`: `note.txt,150300,2025-07-20,communique,https://…`; empty fields, and columns
/// left out, state nothing.
struct StatedContexts: Sendable {
    struct Context: Sendable {
        var area: ReferenceArea?
        var published: CalendarDate?
        var register: DocumentRegister?
        /// Empty where none is stated.
        var address: String
    }

    /// By the path of the file.
    private var contexts: [String: Context] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(of files: [BulletinFile], areas: AreaTable) {
        var folders: [String] = []
        for file in files {
            let folder = Self.folder(of: file.path)
            if !folders.contains(folder) { folders.append(folder) }
        }
        for folder in folders where FileBytes.exists("\(folder)/bulletins.csv") {
            read(folder, areas: areas)
        }
    }

    private mutating func read(_ folder: String, areas: AreaTable) {
        let table = DefinitionTable(
            path: "\(folder)/bulletins.csv", required: ["file"],
            optional: ["area", "published", "register", "address"],
            problems: &diagnostics)
        for row in table.rows {
            let area = AreaCode(row("area")).flatMap { areas.areas[$0] } ?? areas.area(named: row("area"))
            let context = Context(
                area: area, published: CalendarDate(iso: row("published")),
                register: DocumentRegister(rawValue: row("register")), address: row("address"))
            for (column, isKnown) in [
                ("area", context.area != nil), ("published", context.published != nil),
                ("register", context.register != nil),
            ] where !isKnown && !row(column).isEmpty {
                diagnostics.append(
                    table.problem(
                        row, column: column,
                        "unknown \(column) ‘\(row(column))’\(Self.hint(column, row(column), areas))"))
            }
            let path = "\(folder)/\(row("file"))"
            guard FileBytes.exists(path) else {
                diagnostics.append(table.problem(row, column: "file", "no such bulletin ‘\(row("file"))’"))
                continue
            }
            contexts[path] = context
        }
    }

    private static func hint(_ column: String, _ text: String, _ areas: AreaTable) -> String {
        switch column {
        case "area": areas.hint(for: text)
        case "register": NearestName.hint(for: text, among: DocumentRegister.allCases.map(\.rawValue))
        default: ""
        }
    }

    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    }

    /// The addresses of `bulletins` that are stated, by name.
    func addresses(of bulletins: [ReadBulletin]) -> [String: String] {
        var result: [String: String] = [:]
        for bulletin in bulletins {
            guard let address = context(of: bulletin.path)?.address, !address.isEmpty else { continue }
            result[bulletin.name] = address
        }
        return result
    }

    private func context(of path: String) -> Context? {
        contexts["\(Self.folder(of: path))/\(BulletinFiles.name(of: path))"]
    }

    /// Fills what the text of `path` leaves unsaid.
    func fill(_ layout: inout BulletinLayout, of path: String) {
        guard let context = context(of: path) else { return }
        layout.statedArea = context.area
        for index in layout.documents.indices {
            layout.documents[index].date = layout.documents[index].date ?? context.published
            layout.documents[index].register = layout.documents[index].register ?? context.register
        }
    }
}
