/// Words, each with a value, for finding the longest one that stands at an offset of UTF-8 text.
///
/// A lookup touches each byte once and allocates nothing.
public struct WordTrie<Value: Sendable>: Sendable {
    @usableFromInline struct Node: Sendable {
        /// A bit for the low six bits of each child's byte: most bytes that no child bears cost one look.
        @usableFromInline var childMask: UInt64 = 0
        @usableFromInline var firstChild: Int32 = -1
        @usableFromInline var nextSibling: Int32 = -1
        @usableFromInline var value: Int32 = -1
        @usableFromInline var byte: UInt8

        init(byte: UInt8) { self.byte = byte }

        @inlinable var isUsed: Bool { childMask != 0 || value >= 0 }
    }

    /// The first 256 are the first bytes of words, each at its own number; none without words.
    @usableFromInline var nodes: [Node] = []
    public private(set) var values: [Value] = []

    public init() {}

    public init(_ words: some Sequence<(String, Value)>) {
        for (word, value) in words { insert(word, value) }
    }

    public var isEmpty: Bool { values.isEmpty }

    /// Adds `word`; a word added again takes the new value.
    public mutating func insert(_ word: String, _ value: Value) {
        insert(bytes: word.utf8, value)
    }

    /// Adds the word that `bytes` spell.
    public mutating func insert(bytes: some Sequence<UInt8>, _ value: Value) {
        if nodes.isEmpty { nodes = (0...255).map { Node(byte: $0) } }
        var node: Int?
        for byte in bytes {
            node = node.map { child(of: $0, byte) ?? addChild(of: $0, byte) } ?? Int(byte)
        }
        guard let node else { return }
        nodes[node].value = Int32(values.count)
        values.append(value)
    }

    /// The longest word that starts at `offset`, as its length in bytes and its value.
    @inlinable
    public func longestMatch(in bytes: [UInt8], at offset: Int, limit: Int? = nil) -> (length: Int, value: Value)? {
        let end = limit ?? bytes.count
        guard offset < end, !nodes.isEmpty else { return nil }
        var node = Int(bytes[offset])
        // Most places begin no word: they cost one look.
        guard nodes[node].isUsed else { return nil }
        var index = offset + 1
        var value = nodes[node].value
        var length = 1
        while index < end, let next = child(of: node, bytes[index]) {
            node = next
            index += 1
            if nodes[node].value >= 0 {
                value = nodes[node].value
                length = index - offset
            }
        }
        return value >= 0 ? (length, values[Int(value)]) : nil
    }

    /// The value of exactly `word`.
    @inlinable
    public func value(of word: some Sequence<UInt8>) -> Value? {
        guard !nodes.isEmpty else { return nil }
        var node = -1
        for byte in word {
            if node < 0 {
                node = Int(byte)
            } else if let next = child(of: node, byte) {
                node = next
            } else {
                return nil
            }
        }
        guard node >= 0, nodes[node].value >= 0 else { return nil }
        return values[Int(nodes[node].value)]
    }

    @inlinable
    func child(of node: Int, _ byte: UInt8) -> Int? {
        guard nodes[node].childMask & (1 << UInt64(byte & 63)) != 0 else { return nil }
        var child = Int(nodes[node].firstChild)
        while child >= 0 {
            if nodes[child].byte == byte { return child }
            child = Int(nodes[child].nextSibling)
        }
        return nil
    }

    private mutating func addChild(of node: Int, _ byte: UInt8) -> Int {
        let child = nodes.count
        nodes.append(Node(byte: byte))
        nodes[child].nextSibling = nodes[node].firstChild
        nodes[node].firstChild = Int32(child)
        nodes[node].childMask |= 1 << UInt64(byte & 63)
        return child
    }
}
