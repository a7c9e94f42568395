import SourceText
import Testing

@Suite struct WordEndingsTests {
    private let endings: WordEndings = ["产量", "总产量", "面积"]

    @Test func theLongestEndingWins() {
        #expect(endings.longest(of: "粮食总产量") == "总产量")
        #expect(endings.longest(of: "水稻产量") == "产量")
        #expect(endings.longest(of: "产量增速") == nil)
    }

    @Test func aWordEndsItselfAndIsContained() {
        #expect(endings.end("面积"))
        #expect(endings.contains("面积"))
        #expect(!endings.contains("播种面积"))
        #expect(!endings.contains("积"))
    }

    @Test func theWordsKeepTheirOrder() {
        #expect(Array(endings) == ["产量", "总产量", "面积"])
    }
}
