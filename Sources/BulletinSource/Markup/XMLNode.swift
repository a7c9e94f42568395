public import SourceText

/// An element with all that stands in it: small parts (styles, relations, a page of an OFD) as a tree.
public struct XMLNode: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case element(XMLNode)
        case text(String)
    }

    /// Local, without a prefix.
    public var name: String
    public var attributes: XMLAttributes
    public var contents: [Content] = []

    public init(_ name: String, _ attributes: XMLAttributes = XMLAttributes()) {
        self.name = name
        self.attributes = attributes
    }

    /// The root element of an XML part.
    public init(_ bytes: [UInt8], part: String) throws(BulletinSourceError) {
        var events = try XMLEvents(bytes, part: part)
        var open: [XMLNode] = []
        while let event = try events.next() {
            switch event {
            case .start(let name, let attributes): open.append(XMLNode(name, attributes))
            case .text(let text): if !open.isEmpty { open[open.count - 1].contents.append(.text(text)) }
            case .end:
                guard let node = open.popLast() else { continue }
                if open.isEmpty {
                    self = node
                    return
                }
                open[open.count - 1].contents.append(.element(node))
            }
        }
        throw .malformed(part: part, line: 1)
    }

    public subscript(attribute: String) -> String? { attributes[attribute] }

    /// The elements directly inside.
    public var children: [XMLNode] {
        contents.compactMap { if case .element(let node) = $0 { node } else { nil } }
    }

    /// The first element of that name directly inside.
    public func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

    public func children(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

    /// All text inside, in order.
    public var text: String {
        var result = ""
        for content in contents {
            switch content {
            case .text(let text): result += text
            case .element(let node): result += node.text
            }
        }
        return result
    }
}
