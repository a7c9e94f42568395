/// A JSON document as gongbao reads it back: run.json of an edition, the requests of a worker, its records.
///
/// RFC 8259; `nil` for anything else. Of members with one name the last counts.
enum JSONText: Sendable, Hashable {
    case text(String)
    case integer(Int)
    /// With a fraction or an exponent, or too long for an integer.
    case number(Double)
    case boolean(Bool)
    case null
    case array([JSONText])
    case object([String: JSONText])

    init?(_ bytes: some Sequence<UInt8>) {
        var reader = JSONTextReader(Array(bytes))
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    subscript(name: String) -> JSONText? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    var array: [JSONText]? { if case .array(let items) = self { items } else { nil } }

    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
