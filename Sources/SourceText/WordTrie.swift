/// Words, each with a value, for finding the longest one that stands at an offset of UTF-8 text.
///
/// A lookup touches each byte once and allocates nothing.
public struct WordTrie<Value: Sendable>: Sendable {
    /// The children of a node stand side by side in the order of their bytes: the place of one is the number of bits
    /// below its own in `children`.
    @usableFromInline struct Node: Sendable {
        /// A bit for each byte that goes on: 64 in each of four parts.
        @usableFromInline var children = SIMD4<UInt64>()
        @usableFromInline var firstChild: Int32 = -1
        @usableFromInline var value: Int32 = -1

        @inlinable var isUsed: Bool { value >= 0 || firstChild >= 0 }

        @inlinable
        func has(_ byte: UInt8) -> Bool { children[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

        /// How many children have a lower byte.
        @inlinable
        func rank(_ byte: UInt8) -> Int {
            let part = Int(byte >> 6)
            var rank = (children[part] & ((1 << UInt64(byte & 63)) - 1)).nonzeroBitCount
            var before = 0
            while before < part {
                rank += children[before].nonzeroBitCount
                before += 1
            }
            return rank
        }

        var childCount: Int { (0..<4).reduce(0) { $0 + children[$1].nonzeroBitCount } }
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
        if nodes.isEmpty { nodes = Array(repeating: Node(), count: 256) }
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

    /// The longest word that `bytes` begin with.
    @inlinable
    public func longestPrefix(of bytes: some Sequence<UInt8>) -> Value? {
        guard !nodes.isEmpty else { return nil }
        var node = -1
        var value: Int32 = -1
        for byte in bytes {
            if node < 0 {
                node = Int(byte)
            } else if let next = child(of: node, byte) {
                node = next
            } else {
                break
            }
            if nodes[node].value >= 0 { value = nodes[node].value }
        }
        return value >= 0 ? values[Int(value)] : nil
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
        let node = nodes[node]
        return node.has(byte) ? Int(node.firstChild) + node.rank(byte) : nil
    }

    /// A full block of children (their number is a power of two) moves to one twice as large at the end.
    private mutating func addChild(of node: Int, _ byte: UInt8) -> Int {
        let (count, rank) = (nodes[node].childCount, nodes[node].rank(byte))
        var first = Int(nodes[node].firstChild)
        if count & (count - 1) == 0 {
            let room = nodes.count
            nodes += Array(repeating: Node(), count: max(1, 2 * count))
            for child in 0..<count { nodes[room + child] = nodes[first + child] }
            first = room
        }
        for child in (rank..<count).reversed() { nodes[first + child + 1] = nodes[first + child] }
        nodes[first + rank] = Node()
        nodes[node].firstChild = Int32(first)
        nodes[node].children[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
        return first + rank
    }
}
