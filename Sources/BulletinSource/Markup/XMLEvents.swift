internal import CLibXML2
public import SourceText

/// What a part of an office file or an OFD says next. Names are local: `w:tbl` is `tbl`.
public enum XMLEvent: Sendable, Hashable {
    case start(String, XMLAttributes)
    /// Of text and CDATA, as UTF-8; one text may come in several events.
    case text(String)
    /// Also comes for `<tc/>`, directly behind its start.
    case end(String)
}

/// The attributes of an element by their local names; a handful, so a list.
public struct XMLAttributes: Sendable, Hashable {
    public private(set) var pairs: [(name: String, value: String)] = []

    public init() {}

    public init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { append(name, value) }
    }

    /// `nil` where the element has no such attribute; of two (`id`, `r:id`) the first.
    public subscript(name: String) -> String? {
        for pair in pairs where pair.name == name { return pair.value }
        return nil
    }

    mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }

    public static func == (left: Self, right: Self) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        for pair in pairs {
            hasher.combine(pair.name)
            hasher.combine(pair.value)
        }
    }
}

/// Reads the events of an XML part one by one through libxml2's reader, without a tree.
///
/// Nothing is fetched and no entity is expanded: a part that declares any is refused (``BulletinSourceError``).
/// Elements may nest ``deepest`` deep, which libxml2 keeps to as well.
///
///     let events = try XMLEvents(bytes, part: "word/document.xml")
///     while let event = try events.next() { … }
public struct XMLEvents: ~Copyable {
    /// Real documents stay below 60.
    public static let deepest = 200

    private var reader: XMLReader
    private let part: String
    /// The element that was empty, whose end is to come.
    private var emptyElement: String?

    public init(_ bytes: [UInt8], part: String) throws(BulletinSourceError) {
        reader = try XMLReader(bytes, part: part)
        self.part = part
    }

    /// `nil` behind the last event. White space between elements comes as text.
    public mutating func next() throws(BulletinSourceError) -> XMLEvent? {
        if let name = emptyElement {
            emptyElement = nil
            return .end(name)
        }
        while try reader.advance() {
            switch reader.kind {
            case .element:
                if reader.depth >= Self.deepest { throw .nestsTooDeep(part: part) }
                let name = reader.name
                if reader.isEmpty { emptyElement = name }
                return .start(name, reader.attributes())
            case .end: return .end(reader.name)
            case .text: return .text(reader.value)
            case .documentType, .entity: throw .declaresEntities(part: part)
            case .other: continue
            }
        }
        return nil
    }
}

/// Owner of a libxml2 reader and the bytes that it reads.
@safe private struct XMLReader: ~Copyable {
    enum Kind { case element, end, text, documentType, entity, other }

    private let reader: xmlTextReaderPtr
    private let memory: UnsafeMutablePointer<CChar>
    private let part: String

    init(_ bytes: [UInt8], part: String) throws(BulletinSourceError) {
        self.part = part
        guard bytes.count < Int(Int32.max) else { throw .unpacksTooFar(part: part) }
        let memory = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, bytes.count))
        for (index, byte) in bytes.enumerated() { unsafe memory[index] = CChar(bitPattern: byte) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard
            let reader = unsafe xmlReaderForMemory(memory, Int32(bytes.count), nil, nil, Int32(options))
        else {
            unsafe memory.deallocate()
            throw .malformed(part: part, line: 1)
        }
        unsafe (self.reader, self.memory) = unsafe (reader, memory)
    }

    deinit {
        unsafe xmlFreeTextReader(reader)
        unsafe memory.deallocate()
    }

    /// Goes to the next node; false behind the last.
    func advance() throws(BulletinSourceError) -> Bool {
        let status = unsafe xmlTextReaderRead(reader)
        if status < 0 { throw .malformed(part: part, line: Int(unsafe xmlTextReaderGetParserLineNumber(reader))) }
        return status == 1
    }

    var kind: Kind {
        switch xmlReaderTypes(UInt32(max(0, unsafe xmlTextReaderNodeType(reader)))) {
        case XML_READER_TYPE_ELEMENT: .element
        case XML_READER_TYPE_END_ELEMENT: .end
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
            XML_READER_TYPE_WHITESPACE:
            .text
        case XML_READER_TYPE_DOCUMENT_TYPE: .documentType
        case XML_READER_TYPE_ENTITY_REFERENCE, XML_READER_TYPE_ENTITY: .entity
        default: .other
        }
    }

    var name: String { unsafe Self.text(xmlTextReaderConstLocalName(reader)) }
    var value: String { unsafe Self.text(xmlTextReaderConstValue(reader)) }
    var depth: Int { Int(unsafe xmlTextReaderDepth(reader)) }
    var isEmpty: Bool { unsafe xmlTextReaderIsEmptyElement(reader) == 1 }

    func attributes() -> XMLAttributes {
        var result = XMLAttributes()
        guard unsafe xmlTextReaderHasAttributes(reader) == 1 else { return result }
        while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if unsafe xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
            result.append(name, value)
        }
        unsafe xmlTextReaderMoveToElement(reader)
        return result
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }
}
