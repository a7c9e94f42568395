/// Words that names end with, in the order in which they were added.
///
/// A name is read once from its last byte, however many the words are.
///
///     let ends: WordEndings = ["产量", "总产量"]
///     ends.longest(of: "粮食总产量")  // 总产量
public struct WordEndings: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private var words: [String] = []
    /// The words read from their last byte.
    private var trie = WordTrie<String>()

    public init(arrayLiteral words: String...) {
        for word in words { append(word) }
    }

    public mutating func append(_ word: String) {
        words.append(word)
        trie.insert(bytes: word.utf8.reversed(), word)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { words.count }
    public subscript(index: Int) -> String { words[index] }

    /// The longest of the words that `name` ends with.
    public func longest(of name: some StringProtocol) -> String? {
        // The bytes of any string are turned round only as a copy.
        let found: String?? = name.utf8.withContiguousStorageIfAvailable { trie.longestPrefix(of: $0.reversed()) }
        return found ?? trie.longestPrefix(of: name.utf8.reversed())
    }

    /// True where `name` ends with one of the words.
    public func end(_ name: some StringProtocol) -> Bool { longest(of: name) != nil }

    /// True where `name` is one of the words.
    public func contains(_ name: String) -> Bool { trie.value(of: name.utf8.reversed()) != nil }
}
