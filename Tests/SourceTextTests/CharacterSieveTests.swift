import SourceText
import Testing

@Suite struct CharacterSieveTests {
    private static let words = ["高于", "比", "GDP", "￥", "Ⅲ类", "超出"].map { Array($0.utf8) }

    private static let sieves: (openings: CharacterSieve, endings: CharacterSieve) = {
        var sieves = (CharacterSieve(), CharacterSieve())
        for word in words {
            sieves.0.insertOpening(of: word)
            sieves.1.insertEnding(of: word)
        }
        return sieves
    }()

    /// No place where a word stands is lost, whatever stands around it and how near the text's ends.
    @Test func lettingThroughLosesNoWord() {
        for word in Self.words {
            for (before, after) in [("", ""), ("率", ""), ("", "率"), ("a", "1"), ("年产量", "为10亿元")] {
                let text = Array(before.utf8) + word + Array(after.utf8)
                #expect(Self.sieves.openings.mayOpen(at: before.utf8.count, in: text))
                #expect(Self.sieves.endings.mayEnd(at: before.utf8.count + word.count, in: text))
            }
        }
    }

    @Test func mostPlacesAreLeftOut() {
        let text = Array("到二〇三〇年，全市规模以上工业增加值年均增长百分之六左右".utf8)
        let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 }
        #expect(starts.count == 28)
        #expect(starts.count { Self.sieves.openings.mayOpen(at: $0, in: text) } < 9)
        #expect(starts.count { Self.sieves.endings.mayEnd(at: $0, in: text) } < 9)
    }

    @Test func nothingOpensBehindTheTextOrEndsBeforeIt() {
        let text = Array("比".utf8)
        #expect(!Self.sieves.openings.mayOpen(at: 3, in: text))
        #expect(!Self.sieves.endings.mayEnd(at: 0, in: text))
        #expect(!CharacterSieve().mayOpen(at: 0, in: text))
    }
}
