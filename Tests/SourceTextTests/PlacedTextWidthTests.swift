import Testing

@testable import SourceText

@Suite struct PlacedTextWidthTests {
    @Test func fullWidthFiguresBecomeASCIIAndKeepTheirPlaces() {
        let file = SourceFile(name: "a", text: "增长１２．５％（全市）")
        let folded = PlacedText(file, 0..<file.bytes.count).widthFolded
        #expect(folded.string == "增长12.5%（全市）")
        // The five characters of the figure stand for fifteen bytes after 增长.
        #expect(folded.sourceRanges(of: 6..<11) == [6..<21])
        #expect(folded.sourceOffset(at: 11) == 21)
    }

    @Test func textWithoutFullWidthFormsStaysAsItIs() {
        let file = SourceFile(name: "a", text: "增长12.5%")
        let text = PlacedText(file, 0..<file.bytes.count)
        #expect(text.widthFolded == text)
    }
}
