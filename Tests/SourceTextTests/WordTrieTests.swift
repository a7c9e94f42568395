import SourceText
import Testing

@Suite struct WordTrieTests {
    private let words = WordTrie([("千瓦", 1), ("千瓦时", 2), ("吨", 3)])

    @Test func theLongestWordWins() {
        let bytes = Array("克/千瓦时".utf8)
        let match = words.longestMatch(in: bytes, at: 4)
        #expect(match?.length == 9)
        #expect(match?.value == 2)
    }

    @Test func aLimitCutsTheWordShort() {
        let match = words.longestMatch(in: Array("千瓦时".utf8), at: 0, limit: 8)
        #expect(match?.value == 1)
    }

    @Test func onlyWholeWordsHaveAValue() {
        #expect(words.value(of: "吨".utf8) == 3)
        #expect(words.value(of: "千".utf8) == nil)
        #expect(words.longestMatch(in: Array("千".utf8), at: 0) == nil)
    }

    @Test func theLastValueOfAWordStays() {
        var trie = words
        trie.insert("吨", 9)
        #expect(trie.value(of: "吨".utf8) == 9)
    }

    @Test func aWordStaysFoundWhateverIsAddedAfterIt() {
        // Bytes that share their low six bits, and nodes of more children than one block holds.
        var random = SystemRandomNumberGenerator()
        let bytes: [UInt8] = [0x01, 0x25, 0x41, 0x65, 0x81, 0xA5, 0xC1, 0xE5]
        var expected: [[UInt8]: Int] = [:]
        var trie = WordTrie<Int>()
        for number in 0..<2000 {
            let word = (0..<Int.random(in: 1...4, using: &random)).map { place in
                place == 1 ? UInt8.random(in: 0...255, using: &random) : bytes.randomElement(using: &random)!
            }
            expected[word] = number
            trie.insert(bytes: word, number)
        }
        #expect(expected.allSatisfy { trie.value(of: $0.key) == $0.value })
        for word in expected.keys {
            let longer = word + [0x01, 0x02]
            let longest = (1...longer.count).reversed().first { expected[Array(longer[..<$0])] != nil }!
            #expect(trie.longestMatch(in: longer, at: 0)?.length == longest)
            #expect(trie.longestPrefix(of: longer) == expected[Array(longer[..<longest])])
        }
    }
}
