import Testing

@testable import Publishing

@Suite struct ShortTextTests {
    @Test func whatFitsStaysWhole() {
        #expect(ShortText.cut("公共服务", columns: 8) == "公共服务")
        #expect(ShortText.cut("公共服务", columns: 7) == "公共…")
    }

    @Test func wideCharactersCountTwo() {
        #expect(ShortText.cut("2023年床位5000张", columns: 12) == "2023年床位…")
        #expect(ShortText.cut("2023年床位5000张", columns: 13) == "2023年床位5…")
    }

    /// The last is not cut by scalars: a mark that combines stays with its letter.
    @Test(arguments: [("（公）共服务", "（公…"), ("“公共”服务", "“公…"), ("e\u{301}公共服务事项", "e\u{301}公…")])
    func otherCharactersAreCutAlike(text: String, kept: String) {
        #expect(ShortText.cut(text, columns: 6) == kept)
    }
}
