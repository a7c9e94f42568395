/// Words, each with a value, for finding the longest one that stands at an offset of UTF-8 text.
///
/// A lookup touches each byte once and allocates nothing.
public struct WordTrie<Value: Sendable>: Sendable {
    @usableFromInline struct Node: Sendable {
        @usableFromInline var firstEdge: Int32 = -1
        @usableFromInline var value: Int32 = -1

        init() {}
    }
    @usableFromInline struct Edge: Sendable {
        @usableFromInline let byte: UInt8
        @usableFromInline let target: Int32
        @usableFromInline var next: Int32
    }

    @usableFromInline var nodes = [Node()]
    @usableFromInline var edges: [Edge] = []
    @usableFromInline var root = [Int32](repeating: -1, count: 256)
    public private(set) var values: [Value] = []

    public init() {}

    public init(_ words: some Sequence<(String, Value)>) {
        for (word, value) in words { insert(word, value) }
    }

    public var isEmpty: Bool { values.isEmpty }

    /// Adds `word`; a word added again takes the new value.
    public mutating func insert(_ word: String, _ value: Value) {
        var node: Int32 = 0
        for byte in word.utf8 { node = child(of: node, byte) ?? addChild(of: node, byte) }
        guard node != 0 else { return }
        nodes[Int(node)].value = Int32(values.count)
        values.append(value)
    }

    /// The longest word that starts at `offset`, as its length in bytes and its value.
    @inlinable
    public func longestMatch(in bytes: [UInt8], at offset: Int, limit: Int? = nil) -> (length: Int, value: Value)? {
        let end = limit ?? bytes.count
        // Most places begin no word: they cost one look.
        guard offset < end, root[Int(bytes[offset])] >= 0 else { return nil }
        var node: Int32 = 0
        var found: (Int, Int32)?
        var index = offset
        while index < end, let next = child(of: node, bytes[index]) {
            node = next
            index += 1
            if nodes[Int(node)].value >= 0 { found = (index - offset, nodes[Int(node)].value) }
        }
        return found.map { ($0.0, values[Int($0.1)]) }
    }

    /// The value of exactly `word`.
    public func value(of word: some Sequence<UInt8>) -> Value? {
        var node: Int32 = 0
        for byte in word {
            guard let next = child(of: node, byte) else { return nil }
            node = next
        }
        let value = nodes[Int(node)].value
        return value >= 0 ? values[Int(value)] : nil
    }

    @inlinable
    func child(of node: Int32, _ byte: UInt8) -> Int32? {
        if node == 0 {
            let target = root[Int(byte)]
            return target >= 0 ? target : nil
        }
        var edge = nodes[Int(node)].firstEdge
        while edge >= 0 {
            if edges[Int(edge)].byte == byte { return edges[Int(edge)].target }
            edge = edges[Int(edge)].next
        }
        return nil
    }

    private mutating func addChild(of node: Int32, _ byte: UInt8) -> Int32 {
        let target = Int32(nodes.count)
        nodes.append(Node())
        if node == 0 {
            root[Int(byte)] = target
        } else {
            edges.append(Edge(byte: byte, target: target, next: nodes[Int(node)].firstEdge))
            nodes[Int(node)].firstEdge = Int32(edges.count - 1)
        }
        return target
    }
}
