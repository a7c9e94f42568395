import Publishing
import SourceText

/// Where an edition that somebody names is: its folder, or its name within the output folder.
public struct EditionPlace: Sendable {
    public let name: String
    public let path: String

    /// - Throws: ``Unknown`` where there is none.
    public init(_ name: String, output: String) throws(Unknown) {
        // A name without a slash that is no folder here is an edition of `output`.
        let path = name.contains("/") || FileBytes.isDirectory(name) ? name : "\(output)/\(name)"
        guard FileBytes.exists("\(path)/run.json") else {
            let known = (try? EditionList(output: output))?.editions.map(\.name) ?? []
            throw Unknown(name: name, output: output, known: known)
        }
        self.name = BulletinFiles.name(of: name)
        self.path = path
    }

    /// No edition of that name; the message lists those that are there.
    public struct Unknown: Error, Sendable, CustomStringConvertible {
        public let name: String
        public let output: String
        public let known: [String]

        public var description: String { ReportWords(.english)(self) }
    }
}
