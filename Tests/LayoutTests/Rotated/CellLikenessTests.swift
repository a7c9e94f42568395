import PipelineDefinition
import SourceText
import TestSupport
import Testing

@testable import Layout

@Suite struct CellLikenessTests {
    /// The points of the last so many characters of a column as a cell; blanks part its groups.
    private func points(of last: Int, in text: String) -> Int {
        let rotated = RotatedText(groups: text)
        let segment = 0..<rotated.count
        let likeness = CellLikeness(
            rotated, segment, kind: .organisation, lexicon: ProjectFolder.library.rotated,
            words: CellWords(rotated, segment, kind: .name, settled: CellWords.Settled()), rows: 1, width: nil)
        return likeness.points(rotated.count - last, rotated.count)
    }

    /// 市直各相关单位 is a cell, but not behind 等, where it sums up the names before it.
    @Test func whatSumsUpAListBeginsNoCell() {
        let own = points(of: 7, in: "市财 政局 市直 各相 关单 位")
        let less = CellPoints.continues + CellPoints.opensSoon - CellPoints.opens
        #expect(points(of: 7, in: "市财 政局 等 市直 各相 关单 位") == own + less)
        #expect(points(of: 7, in: "市财 政局 各 市直 各相 关单 位") == own)
    }
}
