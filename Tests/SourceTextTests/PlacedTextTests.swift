import SourceText
import Testing

@Suite struct PlacedTextTests {
    private let file = SourceFile(name: "a.txt", text: "产能达到１60\n万吨/年")

    /// `产能达到160万吨/年`, put together from the two lines with the full-width digit made ASCII.
    private var joined: PlacedText {
        var text = PlacedText(file, 0..<12)
        text.append(contentsOf: [0x31], source: 12..<15)
        text.append(file, 15..<17)
        text.append(file, 18..<28)
        return text
    }

    @Test func joinsPiecesInOrder() {
        #expect(joined.string == "产能达到160万吨/年")
    }

    @Test func everyByteLeadsBackToItsSource() {
        let text = joined
        #expect(text.sourceOffset(at: 0) == 0)
        #expect(text.sourceOffset(at: 12) == 12)
        #expect(text.sourceOffset(at: 13) == 15)
        #expect(text.sourceOffset(at: 15) == 18)
        #expect(text.sourceOffset(at: text.bytes.count) == 28)
    }

    @Test func aNumberCutByALineEndHasTwoSourceRanges() {
        #expect(joined.sourceRanges(of: 12..<21) == [12..<17, 18..<24])
    }

    @Test func aSliceKeepsItsPlaces() {
        let slice = joined.slice(13..<21)
        #expect(slice.string == "60万吨")
        #expect(slice.sourceOffset(at: 0) == 15)
        #expect(slice.sourceOffset(at: 2) == 18)
    }

    @Test func appendingMovesTheRuns() {
        var text = PlacedText(file, 18..<21)
        text.append(joined.slice(12..<15))
        #expect(text.string == "万160")
        #expect(text.sourceRanges(of: 0..<6) == [18..<21, 12..<17])
    }
}
