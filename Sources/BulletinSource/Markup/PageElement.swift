internal import CLibXML2

/// An element of a web page with what stands in it, as libxml2's HTML parser mends it.
struct PageElement: Sendable {
    enum Content: Sendable {
        case element(PageElement)
        case text(String)
    }

    /// In small letters.
    var name: String
    var attributes: XMLAttributes = XMLAttributes()
    var contents: [Content] = []
    /// Letters and digits inside that are shown, and those of them that lead to other pages.
    var textCount = 0
    var linkCount = 0

    /// What nests deeper stands beside: Word leaves thousands of spans open, and nobody may end the program by them.
    private static let deepest = 120

    /// The root of the page in `bytes`, which are UTF-8.
    static func parse(_ bytes: [UInt8]) -> PageElement {
        let builder = Builder()
        PageParser.parse(bytes, into: builder)
        return builder.finished()
    }

    /// Gathers what the parser reports.
    fileprivate final class Builder {
        private var open = [PageElement(name: "#page")]
        /// How many elements are open below the deepest that is kept.
        private var surplus = 0

        func start(_ name: String, _ attributes: XMLAttributes) {
            if open.count > PageElement.deepest {
                surplus += 1
            } else {
                open.append(PageElement(name: name, attributes: attributes))
            }
        }

        func end() {
            if surplus > 0 {
                surplus -= 1
            } else if open.count > 1 {
                var element = open.removeLast()
                if element.isLink { element.linkCount = element.textCount }
                let shown = element.isShown
                open[open.count - 1].textCount += shown ? element.textCount : 0
                open[open.count - 1].linkCount += shown ? element.linkCount : 0
                open[open.count - 1].contents.append(.element(element))
            }
        }

        func text(_ text: String) {
            open[open.count - 1].contents.append(.text(text))
            open[open.count - 1].textCount += text.unicodeScalars.count {
                $0.properties.isAlphabetic || $0.value < 0x80 && $0.value > 0x20
            }
        }

        func finished() -> PageElement {
            while open.count > 1 { end() }
            return open[0]
        }
    }
}

extension PageElement {
    /// True for a link to another page; anchors within the page stand in Word's tables of contents and bookmarks.
    private var isLink: Bool {
        guard name == "a", let target = attributes["href"] else { return false }
        return !target.isEmpty && !target.hasPrefix("#")
    }

    /// What browsers show of a page: no scripts, forms, frames, and nothing that its style hides.
    var isShown: Bool {
        if Self.unshown.contains(name) || attributes["hidden"] != nil { return false }
        guard let style = attributes["style"] else { return true }
        let rules = style.lowercased().filter { $0 != " " }
        return !rules.contains("display:none") && !rules.contains("visibility:hidden")
            && !rules.contains("mso-hide:all")
    }

    private static let unshown: Set<String> = [
        "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "select", "option",
        "button", "textarea", "input", "nav", "aside", "footer", "audio", "video", "canvas", "map",
    ]

    var children: [PageElement] {
        contents.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// True where an element of one of `names` stands anywhere inside.
    func holds(_ names: Set<String>) -> Bool {
        contents.contains { content in
            guard case .element(let element) = content else { return false }
            return names.contains(element.name) || element.holds(names)
        }
    }
}

/// The one place where libxml2's HTML parser is called, by its events: its tree refuses what nests deep.
private enum PageParser {
    static func parse(_ bytes: [UInt8], into builder: PageElement.Builder) {
        guard bytes.count < Int(Int32.max), let context = unsafe htmlNewParserCtxt() else { return }
        defer { unsafe htmlFreeParserCtxt(context) }
        var handler = unsafe xmlSAXHandler()
        unsafe handler.startElement = { builder, name, attributes in
            unsafe PageParser.builder(builder)?.start(PageParser.text(name).lowercased(), PageParser.list(attributes))
        }
        unsafe handler.endElement = { builder, _ in unsafe PageParser.builder(builder)?.end() }
        let characters: charactersSAXFunc = { builder, text, count in
            unsafe PageParser.builder(builder)?.text(
                String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self))
        }
        unsafe handler.characters = unsafe characters
        unsafe handler.ignorableWhitespace = unsafe characters
        unsafe handler.cdataBlock = unsafe characters
        unsafe context.pointee.sax.pointee = unsafe handler
        unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(builder).toOpaque()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        unsafe bytes.withUnsafeBytes { source in
            let start = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
            // What a page says of its encoding is past: the bytes were decoded.
            let tree = unsafe htmlCtxtReadMemory(context, start, Int32(source.count), nil, "UTF-8", Int32(options))
            if let tree = unsafe tree { unsafe xmlFreeDoc(tree) }
        }
    }

    private static func builder(_ context: UnsafeMutableRawPointer?) -> PageElement.Builder? {
        unsafe context.map { unsafe Unmanaged<PageElement.Builder>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }

    /// Names and values in turn, ended by a null name.
    private static func list(_ pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> XMLAttributes {
        var result = XMLAttributes()
        guard let pointer = unsafe pointer else { return result }
        var index = 0
        while let name = unsafe pointer[index] {
            result.append(unsafe text(name).lowercased(), unsafe text(pointer[index + 1]))
            index += 2
        }
        return result
    }
}
