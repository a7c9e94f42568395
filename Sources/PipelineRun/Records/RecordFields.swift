import StatisticalModel

/// One walk over the fields of a record, which writes them, reads them or lists their names and types.
///
/// A record type names each of its fields once, in ``Record/walk(_:)``; so what is written can be read, and the types
/// that `gongbao worker --schema` prints are those that are written. A field that is blank (an empty text or list, no
/// value, `false`) is left out, and a field that is left out is blank.
struct RecordFields {
    private enum Pass {
        case writing
        case reading([String: JSONText])
        case listing
    }

    private let pass: Pass
    private var bytes: [UInt8] = []
    private var isFirst = true
    /// What was listed: name and type, in the order of writing.
    private(set) var listed: [(name: String, type: String)] = []
    /// The first field whose value is not of its type.
    private(set) var problem: String?

    private init(_ pass: Pass) { self.pass = pass }

    /// Appends `{…}` to `bytes`, with the fields that `walk` names.
    static func write(to bytes: inout [UInt8], _ walk: (inout RecordFields) -> Void) {
        var fields = RecordFields(.writing)
        swap(&fields.bytes, &bytes)
        fields.bytes.append(UInt8(ascii: "{"))
        walk(&fields)
        fields.bytes.append(UInt8(ascii: "}"))
        swap(&fields.bytes, &bytes)
    }

    /// Gives `walk` the members of an object; the name of the first field that has not its type, `nil` where all have.
    static func read(_ members: [String: JSONText], _ walk: (inout RecordFields) -> Void) -> String? {
        var fields = RecordFields(.reading(members))
        walk(&fields)
        return fields.problem
    }

    /// The names and types of the fields that `walk` names.
    static func list(_ walk: (inout RecordFields) -> Void) -> [(name: String, type: String)] {
        var fields = RecordFields(.listing)
        walk(&fields)
        return fields.listed
    }

    mutating func callAsFunction<Value>(_ name: String, _ value: inout Value, _ coding: RecordCoding<Value>) {
        switch pass {
        case .writing:
            guard !coding.isBlank(value) else { return }
            begin(name)
            coding.write(value, &bytes)
        case .reading(let members):
            guard let member = members[name], member != .null else { return }
            if let read = coding.read(member) { value = read } else { problem = problem ?? name }
        case .listing:
            listed.append((name, coding.type()))
        }
    }

    /// A field that may have no value.
    mutating func callAsFunction<Value>(_ name: String, _ value: inout Value?, _ coding: RecordCoding<Value>) {
        switch pass {
        case .writing:
            guard let value else { return }
            begin(name)
            coding.write(value, &bytes)
        case .reading(let members):
            guard let member = members[name], member != .null else { return }
            if let read = coding.read(member) { value = read } else { problem = problem ?? name }
        case .listing:
            listed.append((name, coding.type()))
        }
    }

    private mutating func begin(_ name: String) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        JSONBytes.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }
}

/// How the values of one type stand in a record.
struct RecordCoding<Value> {
    /// As Spark and Arrow name it: `string`, `bigint`, `double`, `boolean`, `array<…>`, `struct<name:…>`.
    let type: () -> String
    var isBlank: (Value) -> Bool = { _ in false }
    let write: (Value, inout [UInt8]) -> Void
    /// `nil` for a value of another type.
    let read: (JSONText) -> Value?
}

extension RecordCoding {
    /// A value that a text stands for.
    static func text(
        _ text: @escaping (Value) -> String, _ read: @escaping (String) -> Value?
    ) -> RecordCoding {
        RecordCoding(
            type: { "string" }, isBlank: { text($0).isEmpty }, write: { JSONBytes.append(text($0), to: &$1) },
            read: { $0.text.flatMap(read) })
    }

    /// A value that a whole number stands for.
    static func integer(_ number: @escaping (Value) -> Int, _ read: @escaping (Int) -> Value?) -> RecordCoding {
        RecordCoding(
            type: { "bigint" }, write: { $1 += String(number($0)).utf8 }, read: { $0.integer.flatMap(read) })
    }

    /// An object of fields; `blank` is what they are read into.
    static func object(
        _ blank: @autoclosure @escaping () -> Value, _ walk: @escaping (inout Value, inout RecordFields) -> Void
    ) -> RecordCoding {
        RecordCoding(
            type: { "struct<" + members(of: blank(), walk) + ">" },
            write: { value, bytes in
                var value = value
                RecordFields.write(to: &bytes) { walk(&value, &$0) }
            },
            read: { text in
                guard case .object(let members) = text else { return nil }
                var value = blank()
                return RecordFields.read(members) { walk(&value, &$0) } == nil ? value : nil
            })
    }

    private static func members(of blank: Value, _ walk: (inout Value, inout RecordFields) -> Void) -> String {
        var value = blank
        return RecordFields.list { walk(&value, &$0) }.map { "\($0.name):\($0.type)" }.joined(separator: ",")
    }

    static func list<Item>(_ item: RecordCoding<Item>) -> RecordCoding where Value == [Item] {
        RecordCoding(
            type: { "array<\(item.type())>" }, isBlank: \.isEmpty,
            write: { items, bytes in
                bytes.append(UInt8(ascii: "["))
                for (index, value) in items.enumerated() {
                    if index > 0 { bytes.append(UInt8(ascii: ",")) }
                    item.write(value, &bytes)
                }
                bytes.append(UInt8(ascii: "]"))
            },
            read: { text in
                guard let values = text.array else { return nil }
                let items = values.compactMap(item.read)
                return items.count == values.count ? items : nil
            })
    }
}

extension RecordCoding where Value == String {
    static var text: RecordCoding { text({ $0 }, { $0 }) }
}

extension RecordCoding where Value == Int {
    static var integer: RecordCoding { integer({ $0 }, { $0 }) }
}

extension RecordCoding where Value == Bool {
    static var boolean: RecordCoding {
        RecordCoding(
            type: { "boolean" }, isBlank: { !$0 }, write: { $1 += "\($0)".utf8 },
            read: { if case .boolean(let value) = $0 { value } else { nil } })
    }
}

extension RecordCoding where Value == Double {
    /// Written so that the same binary number is read back.
    static var number: RecordCoding {
        RecordCoding(type: { "double" }, write: { $1 += "\($0)".utf8 }, read: \.number)
    }
}

extension RecordCoding where Value: RawRepresentable, Value.RawValue == String {
    /// One of a closed list of words.
    static var code: RecordCoding { text(\.rawValue, Value.init(rawValue:)) }
}

extension RecordCoding where Value == DecimalNumber {
    /// As a text: a reader that takes it for a binary number would lose the digits of 6.0 and of long sums.
    static var decimal: RecordCoding { text(\.description, { DecimalNumber($0) }) }
}

extension RecordCoding where Value == CalendarDate {
    /// `2024`, `2024-12` or `2024-12-31`, as the bulletin says it, whether or not there is such a day.
    static var date: RecordCoding {
        text(\.description) { text in
            let parts = text.split(separator: "-").map { Int($0) }
            guard (1...3).contains(parts.count), let year = parts[0] else { return nil }
            let rest = parts.dropFirst().compactMap { $0 } + [0, 0]
            return CalendarDate(year: year, month: rest[0], day: rest[1])
        }
    }
}

extension RecordCoding where Value == Year {
    static var year: RecordCoding { integer(\.number, { Year($0) }) }
}

extension RecordCoding where Value == YearSpan {
    /// `2021/2025`
    static var years: RecordCoding { text(\.description, { YearSpan($0) }) }
}

extension RecordCoding where Value == MonthSpan {
    /// `2025-01/2025-06`
    static var months: RecordCoding {
        text(
            { "\($0.start)/\($0.end)" },
            { text in
                let ends = text.split(separator: "/").compactMap { CalendarDate(iso: String($0)) }
                guard ends.count == 2, ends[0].month <= ends[1].month else { return nil }
                return MonthSpan(Year(ends[0].year), ends[0].month...ends[1].month)
            })
    }
}

extension RecordCoding where Value == StatementID {
    static var id: RecordCoding { text(\.text, { StatementID($0) }) }
}

/// Text as JSON has it (RFC 8259): quotes, backslashes and control characters escaped, all else as UTF-8.
enum JSONBytes {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes += utf8[start..<index]
                start = index + 1
                switch byte {
                case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
                case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
                case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
                case 0..<0x20: bytes += ((byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8
                default: bytes += [UInt8(ascii: "\\"), byte]
                }
            }
            bytes += utf8[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
