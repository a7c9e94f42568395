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
}
