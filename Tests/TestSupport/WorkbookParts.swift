import Foundation
public import FoundationXML

/// The XML parts of an .xlsx file, unpacked with `/usr/bin/unzip`.
public final class WorkbookParts {
    /// A sheet of the workbook, with what its relationships lead to.
    public struct Sheet {
        public let name: String
        public let cells: XMLElement
        public let tables: [XMLElement]
        public let drawings: [XMLElement]
    }

    private let folder: String
    /// Elements live no longer than their document.
    private var documents: [XMLDocument] = []

    public init(of path: String) throws {
        folder = NSTemporaryDirectory() + "gongbao-parts-\(UUID().uuidString)"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unzip")
        process.arguments = ["-q", path, "-d", folder]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    public func text(_ part: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(part)", encoding: .utf8)
    }

    public func part(_ part: String) throws -> XMLElement {
        let document = try XMLDocument(contentsOf: URL(filePath: "\(folder)/\(part)"))
        guard let root = document.rootElement() else { throw CocoaError(.fileReadCorruptFile) }
        documents.append(document)
        return root
    }

    public func sheets() throws -> [Sheet] {
        try part("xl/workbook.xml").all("sheet").enumerated().map { index, sheet in
            let file = "xl/worksheets/sheet\(index + 1).xml"
            return Sheet(
                name: sheet.value("name") ?? "", cells: try part(file), tables: try related(file, "tables"),
                drawings: try related(file, "drawings"))
        }
    }

    /// The texts that cells of type `s` point to.
    public func sharedStrings() throws -> [String] {
        try part("xl/sharedStrings.xml").all("si").map { $0.stringValue ?? "" }
    }

    private func related(_ file: String, _ kind: String) throws -> [XMLElement] {
        let name = file.split(separator: "/").last ?? ""
        let list = "xl/worksheets/_rels/\(name).rels"
        guard FileManager.default.fileExists(atPath: "\(folder)/\(list)") else { return [] }
        return try part(list).all("Relationship").compactMap { $0.value("Target") }
            .filter { $0.hasPrefix("../\(kind)/") }.map { try part("xl/" + $0.dropFirst(3)) }
    }
}

extension XMLElement {
    /// All elements of a name below this one, whatever their namespace's prefix.
    public func all(_ name: String) -> [XMLElement] {
        var found: [XMLElement] = []
        for case let child as XMLElement in children ?? [] {
            if child.localName == name { found.append(child) }
            found += child.all(name)
        }
        return found
    }

    /// On Linux `attribute(forName:)` finds nothing in a document with a namespace.
    public func value(_ attribute: String) -> String? {
        attributes?.first { $0.name == attribute }?.stringValue
    }
}
