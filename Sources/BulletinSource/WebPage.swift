public import SourceText

/// HTML: a page of a site, one that Word or LibreOffice exported, a bulletin on a single line.
///
/// Blocks become lines, data tables tables, layout tables the prose in them. Scripts, forms, frames, menus (blocks of
/// links) and what styles hide is left out; the rest of a site's furniture Layout knows by its words.
public enum WebPage {
    /// - Throws: `noText` for a page without a bulletin: a browser check, a viewer's frame.
    public static func text(of bytes: [UInt8]) throws(BulletinSourceError) -> CanonicalText {
        guard let decoded = PageCharset.decoded(bytes) else { throw .noText(.html) }
        let page = PageElement.parse(decoded.bytes)
        var walk = PageWalk()
        walk.read(page)
        var text = walk.finished()
        guard !text.bytes.isEmpty, walk.tables > 0 || !walk.isShell || walk.sentences > 0
        else { throw .noText(.html) }
        if decoded.faults > 0 { text.findings.append(SourceFinding(.warning, .moreBrokenCharacters(decoded.faults))) }
        return text
    }
}

/// The encoding of a page: by its content (gb2312 is read as GB18030, which contains it), and its word for Big5.
private enum PageCharset {
    static func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], faults: Int)? {
        let content = TextEncoding.detect(bytes)
        // Pages often name an encoding that is not theirs; only Big5 looks like another by its content.
        let isBig5 = content?.encoding == .gb18030 && named(in: bytes.prefix(4096)) == .big5
        let encoding = isBig5 ? .big5 : content?.encoding
        guard let encoding, let text = encoding.decoded(bytes[(content?.markLength ?? 0)...]) else { return nil }
        return (text.bytes, text.faults.count)
    }

    /// What stands behind `charset=` or `encoding=`.
    private static func named(in head: ArraySlice<UInt8>) -> TextEncoding? {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        for label in ["charset", "encoding"] {
            for part in text.split(separator: label).dropFirst() {
                let name = part.drop { " =\"'".contains($0) }
                if name.hasPrefix("big5") || name.hasPrefix("x-x-big5") { return .big5 }
            }
        }
        return nil
    }
}

/// One walk over a page: what stands in blocks as lines, tables as tables.
private struct PageWalk {
    private var text = CanonicalText()
    private var line = InlineText()
    private var linePlace: String?
    private var level = 0
    private(set) var tables = 0
    /// Sentences with a figure, and long lines.
    private(set) var sentences = 0
    /// True where the page loads its content by a script or shows it in a frame.
    private(set) var isShell = false

    private static let blocks: Set<String> = [
        "html", "body", "div", "p", "section", "article", "main", "header", "center", "blockquote", "ul", "ol", "dl",
        "li",
        "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
        "form", "fieldset", "pre", "hr", "figure", "figcaption", "address", "details", "summary",
    ]
    /// Blocks that hold others; where most of one's text leads elsewhere, it is a menu.
    private static let menus: Set<String> = [
        "div", "ul", "ol", "dl", "table", "td", "section", "header", "form", "center",
    ]

    mutating func read(_ page: PageElement) {
        isShell = page.holds(["script", "iframe", "noscript", "object", "embed", "frame", "frameset"])
        readContents(of: page, path: "")
        flush()
    }

    func finished() -> CanonicalText { text }

    private mutating func readContents(of element: PageElement, path: String) {
        var counts: [String: Int] = [:]
        for content in element.contents {
            switch content {
            case .text(let more): append(more, path, isPreformatted: element.name == "pre")
            case .element(let child):
                counts[child.name, default: 0] += 1
                guard child.isShown else { continue }
                read(child, path: Self.path(path, child.name, counts[child.name] ?? 1))
            }
        }
    }

    static func path(_ path: String, _ name: String, _ number: Int) -> String {
        switch name {
        case "html", "#page": path
        case "body": name
        default: path.isEmpty ? "\(name)[\(number)]" : "\(path)/\(name)[\(number)]"
        }
    }

    private mutating func read(_ element: PageElement, path: String) {
        switch element.name {
        case "br": flush()
        case "sup": raise(element)
        case _ where Self.menus.contains(element.name) && Self.isMenu(element):
            flush()
            readHeadline(in: element, path: path)
        case "table":
            flush()
            readTable(element, path: path)
        case _ where Self.blocks.contains(element.name):
            flush()
            if let digit = element.name.utf8.last, element.name.hasPrefix("h"), (0x31...0x36).contains(digit) {
                level = Int(digit - 0x30)
            }
            readContents(of: element, path: path)
            flush()
            level = 0
        default: readContents(of: element, path: path)
        }
    }

    /// A headline stands beside the path to the page and its marks, which make a menu of what holds them; it may lead to
    /// the page itself. The name of a site is shorter.
    private mutating func readHeadline(in element: PageElement, path: String) {
        for (child, path) in element.shownChildren(under: path) {
            if child.name != "h1" {
                readHeadline(in: child, path: path)
            } else if child.textCount >= Self.shortestHeadline {
                read(child, path: path)
            }
        }
    }

    /// Characters.
    private static let shortestHeadline = 14

    private static func isMenu(_ element: PageElement) -> Bool {
        element.linkCount > 0 && element.linkCount * 10 >= element.textCount * 7
    }

    private mutating func append(_ more: String, _ path: String, isPreformatted: Bool) {
        if linePlace == nil { linePlace = path }
        guard isPreformatted else { return line.append(more) }
        for (index, part) in more.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { flush() }
            linePlace = path
            line.append(String(part))
        }
    }

    private mutating func raise(_ element: PageElement) {
        var raised = InlineText()
        PageTable.gather(element) { raised.append($0) }
        line.appendRaised(raised.text)
    }

    private mutating func flush() {
        let content = level == 1 ? Self.withoutMark(line.trimmed) : line.trimmed
        if !content.isEmpty {
            // A browser check asks for patience, but states no figure.
            let hasDigit = content.utf8.contains { (0x30...0x39).contains($0) }
            if hasDigit && content.unicodeScalars.contains("。") || content.utf8.count > 240 { sentences += 1 }
            text.appendParagraph(content, level: level, at: linePlace.map { .element($0) })
        }
        line = InlineText()
        linePlace = nil
    }

    /// `2025年某市统计公报 2025`: a mark behind a headline that says its year again.
    private static func withoutMark(_ headline: String) -> String {
        let words = headline.split(separator: " ")
        guard words.count > 1, let mark = words.last, mark.utf8.count == 4,
            mark.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            words.dropLast().contains(where: { $0.utf8.count > 4 && $0.holds(String(mark)) })
        else { return headline }
        return words.dropLast().joined(separator: " ")
    }

    private mutating func readTable(_ element: PageElement, path: String) {
        let table = PageTable(element, path: path)
        guard table.isData else { return readContents(of: element, path: path) }
        tables += 1
        text.append(table.table)
    }
}

extension PageElement {
    /// The elements in it that are shown, each with its path: `div[2]/h1[1]` counts those of its name, hidden ones too.
    fileprivate func shownChildren(under path: String) -> [(child: PageElement, path: String)] {
        var counts: [String: Int] = [:]
        return children.compactMap { child in
            counts[child.name, default: 0] += 1
            return child.isShown ? (child, PageWalk.path(path, child.name, counts[child.name] ?? 1)) : nil
        }
    }
}

/// The rows of a `<table>`, and whether it holds data or only sets a page.
private struct PageTable {
    private(set) var table = SourceTable()
    private var holdsTable = false

    init(_ element: PageElement, path: String) {
        readRows(of: element, path: path)
        table = table.laidOut()
    }

    /// A table holds data unless a table of data stands in it, it has a single column or row, or most of its text is
    /// one cell's.
    var isData: Bool {
        guard !holdsTable, table.rows.count > 1, table.width > 1 else { return false }
        var (total, longest) = (0, 0)
        for cell in table.rows.joined() {
            let count = cell.parts.reduce(0) { $0 + $1.unicodeScalars.count }
            total += count
            longest = max(longest, count)
        }
        return total > 0 && !(longest > 300 && longest * 10 > total * 6)
    }

    private mutating func readRows(of element: PageElement, path: String) {
        for (child, path) in element.shownChildren(under: path) {
            switch child.name {
            case "thead", "tbody", "tfoot": readRows(of: child, path: path)
            case "tr": readCells(of: child, path: path)
            case "caption":
                table.above.append(
                    contentsOf: Self.cell(child, path: path).parts.map { .init(text: $0, place: .element(path)) })
            default: break
            }
        }
    }

    private mutating func readCells(of row: PageElement, path: String) {
        var cells: [SourceCell] = []
        for (child, path) in row.shownChildren(under: path) where child.name == "td" || child.name == "th" {
            if !holdsTable { holdsTable = Self.holdsData(child) }
            cells.append(Self.cell(child, path: path))
        }
        table.rows.append(cells)
    }

    /// True where a table of at least two rows and columns stands inside.
    private static func holdsData(_ element: PageElement) -> Bool {
        element.children.contains { child in
            guard child.name == "table" else { return holdsData(child) }
            let inner = PageTable(child, path: "")
            return inner.holdsTable || inner.table.rows.count > 1 && inner.table.width > 1
        }
    }

    private static func cell(_ element: PageElement, path: String) -> SourceCell {
        var cell = SourceCell(place: .element(path), isHeader: element.name == "th")
        cell.rowSpan = span(element.attributes["rowspan"])
        cell.columnSpan = span(element.attributes["colspan"])
        var part = InlineText()
        func close() {
            let text = part.trimmed
            if !text.isEmpty { cell.parts.append(text) }
            part = InlineText()
        }
        func read(_ element: PageElement) {
            for content in element.contents {
                switch content {
                case .text(let text): part.append(text)
                case .element(let child) where !child.isShown: break
                case .element(let child) where child.name == "br": close()
                case .element(let child) where child.name == "sup":
                    var raised = ""
                    gather(child) { raised += $0 }
                    part.appendRaised(raised)
                case .element(let child):
                    let divides = PageTable.dividing.contains(child.name)
                    if divides { close() }
                    read(child)
                    if divides { close() }
                }
            }
        }
        read(element)
        close()
        return cell
    }

    private static let dividing: Set<String> = ["p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"]

    private static func span(_ text: String?) -> Int {
        max(1, min(1000, text.flatMap { Int($0.filter { !$0.isWhitespace }) } ?? 1))
    }

    /// Gives all text in `element` to `body`.
    static func gather(_ element: PageElement, _ body: (String) -> Void) {
        for content in element.contents {
            switch content {
            case .text(let text): body(text)
            case .element(let child): if child.isShown { gather(child, body) }
            }
        }
    }
}
