/// How many characters of more than one byte a text holds in some encoding, and how many bytes belong to none.
struct CharacterCount: Sendable, Hashable {
    private(set) var characters = 0
    private(set) var faults = 0

    /// - Parameter length: The bytes of the character at an offset, 0 where none begins.
    init(in bytes: [UInt8], length: (_ bytes: [UInt8], _ offset: Int) -> Int) {
        var index = 0
        while index < bytes.count {
            let length = length(bytes, index)
            if length > 1 { characters += 1 }
            if length == 0 { faults += 1 }
            index += max(1, length)
        }
    }
}
