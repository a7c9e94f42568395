/// Words, each with a value, for finding the longest one that stands at an offset of UTF-8 text.
///
/// A lookup touches each byte once and allocates nothing.
public struct WordTrie<Value: Sendable>: Sendable {
    /// The children of a node stand side by side in the order of their bytes: the place of one is the number of bits
    /// below its own.
    @usableFromInline struct Node: Sendable {
        /// A bit for each byte that goes on: those of ASCII, those that continue a character, those that begin one.
        @usableFromInline var ascii: (UInt64, UInt64) = (0, 0)
        @usableFromInline var continuing: UInt64 = 0
        @usableFromInline var beginning: UInt64 = 0
        /// How many bits the words before each have: a child's place takes one count of bits.
        @usableFromInline var below: (UInt8, UInt8, UInt8) = (0, 0, 0)
        @usableFromInline var firstChild: Int32 = -1
        @usableFromInline var value: Int32 = -1

        /// How many children have a lower byte, and whether one has this.
        @inlinable
        func rank(_ byte: UInt8) -> (rank: Int, isChild: Bool) {
            let bit: UInt64 = 1 << UInt64(byte & 63)
            let (word, before): (UInt64, UInt8) =
                switch byte >> 6 {
                case 0: (ascii.0, 0)
                case 1: (ascii.1, below.0)
                case 2: (continuing, below.1)
                default: (beginning, below.2)
                }
            return (Int(before) + (word & (bit - 1)).nonzeroBitCount, word & bit != 0)
        }

        var childCount: Int {
            Int(below.2) + beginning.nonzeroBitCount
        }

        mutating func mark(_ byte: UInt8) {
            let bit: UInt64 = 1 << UInt64(byte & 63)
            switch byte >> 6 {
            case 0: ascii.0 |= bit
            case 1: ascii.1 |= bit
            case 2: continuing |= bit
            default: beginning |= bit
            }
            below.0 = UInt8(ascii.0.nonzeroBitCount)
            below.1 = below.0 + UInt8(ascii.1.nonzeroBitCount)
            below.2 = below.1 + UInt8(continuing.nonzeroBitCount)
        }
    }

    /// The first is the root; none without words.
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

    /// Adds the word that `bytes` spell; none is no word.
    public mutating func insert(bytes: some Sequence<UInt8>, _ value: Value) {
        if nodes.isEmpty { nodes = [Node()] }
        var node = 0
        for byte in bytes { node = child(of: node, byte) ?? addChild(of: node, byte) }
        guard node > 0 else { return }
        nodes[node].value = Int32(values.count)
        values.append(value)
    }

    /// The longest word that starts at `offset`, as its length in bytes and its value.
    @inlinable
    public func longestMatch(in bytes: [UInt8], at offset: Int, limit: Int? = nil) -> (length: Int, value: Value)? {
        guard !nodes.isEmpty else { return nil }
        let end = limit ?? bytes.count
        var (node, index) = (0, offset)
        var (value, length) = (Int32(-1), 0)
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

    /// Hands over each word that starts at `offset`, the shortest first, as its length in bytes and its value.
    @inlinable
    public func eachMatch(in bytes: [UInt8], at offset: Int, limit: Int, _ body: (_ length: Int, Value) -> Void) {
        guard !nodes.isEmpty else { return }
        var (node, index) = (0, offset)
        while index < limit, let next = child(of: node, bytes[index]) {
            node = next
            index += 1
            if nodes[node].value >= 0 { body(index - offset, values[Int(nodes[node].value)]) }
        }
    }

    /// The longest word that `bytes` begin with.
    @inlinable
    public func longestPrefix(of bytes: some Sequence<UInt8>) -> Value? {
        guard !nodes.isEmpty else { return nil }
        var node = 0
        var value: Int32 = -1
        for byte in bytes {
            guard let next = child(of: node, byte) else { break }
            node = next
            if nodes[node].value >= 0 { value = nodes[node].value }
        }
        return value >= 0 ? values[Int(value)] : nil
    }

    /// The value of exactly `word`.
    @inlinable
    public func value(of word: some Sequence<UInt8>) -> Value? {
        guard !nodes.isEmpty else { return nil }
        var node = 0
        for byte in word {
            guard let next = child(of: node, byte) else { return nil }
            node = next
        }
        return nodes[node].value >= 0 ? values[Int(nodes[node].value)] : nil
    }

    /// The value of exactly `word`.
    @inlinable
    public subscript(word: String) -> Value? { value(of: word.utf8) }

    @inlinable
    func child(of node: Int, _ byte: UInt8) -> Int? {
        let (rank, isChild) = nodes[node].rank(byte)
        return isChild ? Int(nodes[node].firstChild) + rank : nil
    }

    /// A full block of children (their number is a power of two) moves to one twice as large at the end.
    private mutating func addChild(of node: Int, _ byte: UInt8) -> Int {
        let (count, rank) = (nodes[node].childCount, nodes[node].rank(byte).rank)
        var first = Int(nodes[node].firstChild)
        if count & (count - 1) == 0 {
            let room = nodes.count
            for _ in 0..<max(1, 2 * count) { nodes.append(Node()) }
            for child in 0..<count { nodes[room + child] = nodes[first + child] }
            first = room
        }
        for child in (rank..<count).reversed() { nodes[first + child + 1] = nodes[first + child] }
        nodes[first + rank] = Node()
        nodes[node].firstChild = Int32(first)
        nodes[node].mark(byte)
        return first + rank
    }
}
