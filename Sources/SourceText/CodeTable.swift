/// A value for each code of a closed set, found by the code's place in it: the key's words are not hashed.
///
/// A dictionary whose keys are an enum of strings hashes the string at each look; the stages look some hundred
/// thousand times.
///
///     var words = CodeTable<Role, Set<String>>()
///     words[.unit, default: []].insert("亿元")
public struct CodeTable<Code: CaseIterable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline var values: [Value?]

    public init() {
        precondition(MemoryLayout<Code>.size <= 1, "codes are an enum of cases without payload")
        values = Array(repeating: nil, count: Code.allCases.count)
    }

    /// The tag of an enum without payload: cases count from 0 in the order of their declaration.
    @inlinable
    static func place(of code: Code) -> Int {
        MemoryLayout<Code>.size == 0 ? 0 : Int(unsafeBitCast(code, to: UInt8.self))
    }

    @inlinable
    public subscript(code: Code) -> Value? {
        get { values[Self.place(of: code)] }
        set { values[Self.place(of: code)] = newValue }
    }

    public subscript(code: Code, default value: @autoclosure () -> Value) -> Value {
        get { self[code] ?? value() }
        _modify {
            let place = Self.place(of: code)
            if values[place] == nil { values[place] = value() }
            yield &values[place]!
        }
    }
}
