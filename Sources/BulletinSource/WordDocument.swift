public import SourceText

/// DOCX (and WPS's own variety): paragraphs with their numbers, headings by style, tables, text boxes, foot-notes.
///
/// What is struck out by tracked changes, hidden, or in heads and feet of pages is left out, and so are the marks of
/// foot-notes; their texts stand at the end.
public enum WordDocument {
    public static func text(of bytes: [UInt8]) throws(BulletinSourceError) -> CanonicalText {
        let archive = try ZipArchive(bytes, form: .docx)
        let main = try OfficePackage.mainPart(of: archive, form: .docx, usual: "word/document.xml")
        let document = try XMLNode(archive.bytes(of: main), part: main)
        var walk = WordWalk(
            styles: WordStyles(try OfficePackage.part("styles.xml", beside: main, in: archive)),
            numbering: WordNumbering(try OfficePackage.part("numbering.xml", beside: main, in: archive)))
        for body in document.children("body") { walk.readBlocks(of: body, path: "body") }
        for (part, name) in [("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")] {
            guard let notes = try OfficePackage.part(part, beside: main, in: archive) else { continue }
            for (index, note) in notes.children(name).enumerated() where note["type"] == nil || note["type"] == "normal"
            {
                walk.readBlocks(of: note, path: "\(name)[\(index + 1)]")
            }
        }
        guard !walk.text.bytes.isEmpty else { throw .noText(.docx) }
        return walk.text
    }
}

/// The parts of an Office Open XML file.
enum OfficePackage {
    /// The main part's name, as the package's relations say.
    static func mainPart(
        of archive: ZipArchive, form: FileForm, usual: String
    ) throws(BulletinSourceError) -> String {
        if archive.contains("_rels/.rels") {
            let relations = try XMLNode(archive.bytes(of: "_rels/.rels"), part: "_rels/.rels")
            for relation in relations.children {
                guard let type = relation["Type"], type.hasSuffix("/officeDocument"), let target = relation["Target"]
                else { continue }
                let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
                if archive.contains(name) { return name }
            }
        }
        guard archive.contains(usual) else { throw .missingPart(form, part: usual) }
        return usual
    }

    /// The root of a part in the folder of `main`; `nil` where the file has none.
    static func part(
        _ name: String, beside main: String, in archive: ZipArchive
    ) throws(BulletinSourceError) -> XMLNode? {
        let path = folder(of: main) + name
        return archive.contains(path) ? try XMLNode(archive.bytes(of: path), part: path) : nil
    }

    /// `xl/` of `xl/workbook.xml`
    static func folder(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    }
}

/// What the styles of a document say of headings and numbers.
private struct WordStyles {
    private struct Style {
        var level: Int?
        var number: (id: String?, level: Int?)?
        var base: String?
    }

    private var styles: [String: Style] = [:]

    init(_ part: XMLNode?) {
        for node in part?.children("style") ?? [] {
            guard let id = node["styleId"] else { continue }
            let properties = node.child("pPr")
            var style = Style(base: node.child("basedOn")?["val"])
            style.level = properties?.child("outlineLvl")?["val"].flatMap { Int($0) }.flatMap { $0 < 9 ? $0 + 1 : nil }
            let name = node.child("name")?["val"]?.lowercased() ?? ""
            if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) { style.level = level }
            if name == "title" { style.level = 1 }
            style.number = properties?.child("numPr").map { number in
                (number.child("numId")?["val"], number.child("ilvl")?["val"].flatMap { Int($0) })
            }
            styles[id] = style
        }
    }

    /// The level of a heading in this style or one that it is based on.
    func level(of id: String?) -> Int? { inherited(id) { $0.level } }

    func number(of id: String?) -> (id: String?, level: Int?)? { inherited(id) { $0.number } }

    private func inherited<Value>(_ id: String?, _ value: (Style) -> Value?) -> Value? {
        var id = id
        for _ in 0..<12 {
            guard let name = id, let style = styles[name] else { return nil }
            if let value = value(style) { return value }
            id = style.base
        }
        return nil
    }
}

/// One walk over a document's blocks.
private struct WordWalk {
    private(set) var text = CanonicalText()
    private let styles: WordStyles
    private var numbering: WordNumbering

    init(styles: WordStyles, numbering: WordNumbering) {
        self.styles = styles
        self.numbering = numbering
    }

    mutating func readBlocks(of node: XMLNode, path: String) {
        var (paragraphs, tables) = (0, 0)
        readBlocks(of: node, path: path, &paragraphs, &tables)
    }

    private mutating func readBlocks(of node: XMLNode, path: String, _ paragraphs: inout Int, _ tables: inout Int) {
        for child in node.children {
            switch child.name {
            case "p":
                paragraphs += 1
                let place = "\(path)/p[\(paragraphs)]"
                let paragraph = read(child)
                let level = self.level(of: child, lines: paragraph.lines)
                for line in paragraph.lines { text.appendParagraph(line, level: level, at: .element(place)) }
                for (index, box) in paragraph.boxes.enumerated() {
                    readBlocks(of: box, path: "\(place)/box[\(index + 1)]")
                }
            case "tbl":
                tables += 1
                readTable(child, path: "\(path)/tbl[\(tables)]")
            case _ where Self.wrappers.contains(child.name):
                readBlocks(of: child, path: path, &paragraphs, &tables)
            default: break
            }
        }
    }

    /// Elements around blocks or runs that say nothing themselves.
    private static let wrappers: Set<String> = [
        "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "dir", "bdo",
        "rubyBase",
    ]

    // MARK: Paragraphs

    private struct Paragraph {
        var lines: [String] = []
        var boxes: [XMLNode] = []
    }

    /// The lines of a paragraph, its number before the first, and the text boxes that hang on it.
    private mutating func read(_ node: XMLNode) -> Paragraph {
        var gathered = WordRuns()
        gathered.read(node)
        gathered.close()
        var paragraph = Paragraph(lines: gathered.lines, boxes: gathered.boxes)
        let number = self.number(of: node)
        if !number.isEmpty, let first = paragraph.lines.first { paragraph.lines[0] = number + first }
        return paragraph
    }

    private mutating func number(of node: XMLNode) -> String {
        let properties = node.child("pPr")
        let own = properties?.child("numPr")
        let style = styles.number(of: properties?.child("pStyle")?["val"])
        guard let id = own?.child("numId")?["val"] ?? style?.id, id != "0" else { return "" }
        let level = own?.child("ilvl")?["val"].flatMap { Int($0) } ?? style?.level ?? 0
        return numbering.text(number: id, level: level)
    }

    /// A paragraph in the style of a heading is one if it is short and ends no sentence: body text often has one.
    private func level(of node: XMLNode, lines: [String]) -> Int {
        let properties = node.child("pPr")
        let own = properties?.child("outlineLvl")?["val"].flatMap { Int($0) }.flatMap { $0 < 9 ? $0 + 1 : 0 }
        guard let level = own ?? styles.level(of: properties?.child("pStyle")?["val"]), lines.count == 1 else {
            return 0
        }
        let line = lines[0].unicodeScalars
        return line.count <= 60 && !line.contains("。") && !line.contains("；") ? level : 0
    }

    // MARK: Tables

    private mutating func readTable(_ node: XMLNode, path: String) {
        let rows = Self.unwrapped(node, "tr")
        let cells = rows.map { Self.unwrapped($0, "tc") }
        let isLayout =
            cells.allSatisfy { $0.count <= 1 }
            || cells.joined().contains { cell in
                cell.children("tbl").contains {
                    Self.unwrapped($0, "tr").count > 1
                        && Self.unwrapped($0, "tr").contains { Self.unwrapped($0, "tc").count > 1 }
                }
            }
        if isLayout {
            for (row, cells) in cells.enumerated() {
                for (column, cell) in cells.enumerated() {
                    readBlocks(of: cell, path: "\(path)/tr[\(row + 1)]/tc[\(column + 1)]")
                }
            }
            return
        }
        var table = SourceTable()
        let grid = node.child("tblGrid")?.children("gridCol").map { ($0["w"].flatMap { Double($0) } ?? 0) / 20 } ?? []
        table.columnStarts = grid.isEmpty ? nil : grid.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        for (index, row) in rows.enumerated() {
            readRow(row, cells[index], path: "\(path)/tr[\(index + 1)]", into: &table)
        }
        text.append(table)
    }

    /// Elements of that name directly inside or in wrappers.
    private static func unwrapped(_ node: XMLNode, _ name: String) -> [XMLNode] {
        node.children.flatMap { child in
            child.name == name ? [child] : wrappers.contains(child.name) ? unwrapped(child, name) : []
        }
    }

    private mutating func readRow(_ row: XMLNode, _ cells: [XMLNode], path: String, into table: inout SourceTable) {
        let properties = row.child("trPr")
        if properties?.child("del") != nil || properties?.child("hidden") != nil { return }
        var column = max(0, min(1000, properties?.child("gridBefore")?["val"].flatMap { Int($0) } ?? 0))
        let isHeader = properties?.child("tblHeader").map { $0["val"] != "false" && $0["val"] != "0" } ?? false
        var result: [SourceCell] = []
        for (index, node) in cells.enumerated() {
            let properties = node.child("tcPr")
            let span = max(1, min(1000, properties?.child("gridSpan")?["val"].flatMap { Int($0) } ?? 1))
            defer { column += span }
            if let merge = properties?.child("vMerge"), merge["val"] != "restart" {
                Self.extend(&table, over: column)
                continue
            }
            if let merge = properties?.child("hMerge"), merge["val"] != "restart", !result.isEmpty {
                result[result.count - 1].columnSpan += span
                continue
            }
            result.append(
                SourceCell(
                    parts: parts(of: node), place: .element("\(path)/tc[\(index + 1)]"), column: column,
                    columnSpan: span,
                    isHeader: isHeader))
        }
        table.rows.append(result)
    }

    /// Lengthens the cell above that a merged one continues.
    private static func extend(_ table: inout SourceTable, over column: Int) {
        for above in table.rows.indices.reversed() {
            guard let cell = table.rows[above].firstIndex(where: { $0.columns.contains(column) }) else { continue }
            table.rows[above][cell].rowSpan = table.rows.count - above + 1
            return
        }
    }

    /// The paragraphs in a cell, those of tables and boxes in it as well.
    private mutating func parts(of node: XMLNode) -> [String] {
        var parts: [String] = []
        for child in node.children {
            switch child.name {
            case "p":
                let paragraph = read(child)
                parts += paragraph.lines
                for box in paragraph.boxes { parts += self.parts(of: box) }
            case "tbl", "tr", "tc",
                _ where Self.wrappers.contains(child.name):
                parts += self.parts(of: child)
            default: break
            }
        }
        return parts
    }
}

/// The runs of a paragraph as lines.
private struct WordRuns {
    private(set) var lines: [String] = []
    private(set) var boxes: [XMLNode] = []
    private var line = InlineText()

    mutating func close() {
        let text = line.trimmed
        if !text.isEmpty { lines.append(text) }
        line = InlineText()
    }

    mutating func read(_ node: XMLNode, isRaised: Bool = false) {
        for child in node.children {
            switch child.name {
            case "r":
                let properties = child.child("rPr")
                if Self.isOn(properties?.child("vanish")) { continue }
                read(child, isRaised: properties?.child("vertAlign")?["val"] == "superscript")
            case "t": if isRaised { line.appendRaised(child.text) } else { line.append(child.text) }
            case "tab", "ptab": line.append(" ")
            case "br", "cr": if child["type"] == nil || child["type"] == "textWrapping" { close() }
            case "noBreakHyphen": line.append("-")
            // Formulas and their parts; of two ways to show a drawing the first.
            case "AlternateContent": if let choice = child.children.first { read(choice, isRaised: isRaised) }
            case "txbxContent": boxes.append(child)
            case "rPr", "pPr", "instrText", "delText", "del", "moveFrom", "footnoteReference", "endnoteReference",
                "commentReference", "rt", "sdtPr", "tbl", "p":
                break
            default: read(child, isRaised: isRaised)
            }
        }
    }

    private static func isOn(_ toggle: XMLNode?) -> Bool {
        toggle.map { $0["val"] != "0" && $0["val"] != "false" } ?? false
    }
}
