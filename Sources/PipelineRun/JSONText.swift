/// A JSON document as gongbao reads it back: run.json of an edition.
///
/// RFC 8259 without fractions and exponents, which run.json has none of. `nil` for anything else.
enum JSONText: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case array([JSONText])
    case object([String: JSONText])

    init?(_ bytes: [UInt8]) {
        var reader = JSONTextReader(bytes)
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    subscript(name: String) -> JSONText? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    var array: [JSONText]? { if case .array(let items) = self { items } else { nil } }
}
