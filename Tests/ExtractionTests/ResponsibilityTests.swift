import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// Who does a measure, as brackets say.
@Suite struct ResponsibilityTests {
    private let reader = ResponsibilityReader(
        library: ProseFixture.library, scanner: ProseScanner(library: ProseFixture.library))

    private func fields(_ text: String) -> [String] {
        let read = reader.read(Array(text.utf8))
        return [read.leadUnit, read.responsible, read.cooperating, read.deadlineText]
    }

    @Test func aBracketOfLabelsHasAFieldForEach() {
        #expect(
            fields("增加托位。（牵头部门：市卫健委；配合部门：市财政局、市民政局；完成时限：2024年6月底前）")
                == ["市卫健委", "", "市财政局、市民政局", "2024年6月底前"])
        #expect(fields("增加托位。(牵头部门:市卫健委;责任部门:各区政府)") == ["市卫健委", "各区政府", "", ""])
    }

    @Test func aBracketOfUnitsIsDividedByWhatTheyDo() {
        #expect(fields("增加托位。（市卫健委牵头，市财政局、市民政局配合）") == ["市卫健委", "", "市财政局、市民政局", ""])
        #expect(fields("增加托位。（市卫健委牵头，各区政府按职责分工负责）") == ["市卫健委", "各区政府", "", ""])
        #expect(fields("增加托位。（市卫健委牵头负责；市财政局参与）") == ["市卫健委", "", "市财政局", ""])
        #expect(fields("增加托位。（市卫健委、市民政局）") == ["", "市卫健委、市民政局", "", ""])
    }

    @Test func whatTheUnitsDoIsNoPartOfTheirNames() {
        #expect(fields("增加托位。（市卫健委负责）") == ["", "市卫健委", "", ""])
        #expect(fields("增加托位。（市卫健委、市民政局，各区政府按职责分工负责）") == ["", "市卫健委、市民政局，各区政府", "", ""])
        #expect(fields("增加托位。（责任单位：市卫健委、市民政局分别负责）") == ["", "市卫健委、市民政局", "", ""])
    }

    @Test func aBracketThatNamesNoUnitSaysNothing() {
        #expect(fields("办好体验活动。（家长参与）") == ["", "", "", ""])
        #expect(fields("办好体验活动。（市级共3场）") == ["", "", "", ""])
    }

    /// The closing bracket holds for all that follows the clause's number or the heading.
    @Test(arguments: [
        (["（一）扩大供给。", "支持用人单位办托。", "加强培训。（市卫健委负责）"], ["市卫健委", "市卫健委", "市卫健委"]),
        (["（一）扩大供给。", "（二）加强培训。（市卫健委负责）"], ["", "市卫健委"]),
        (["（一）扩大供给。（市民政局）", "加强培训。（市卫健委负责）"], ["市民政局", "市卫健委"]),
        (["（一）扩大供给。", "加强培训。", "（市卫健委负责）"], ["市卫健委", "市卫健委", "市卫健委"]),
    ])
    func theClosingBracketReachesItsSection(lines: [String], units: [String]) {
        let file = SourceFile(name: "plan.txt", text: lines.joined(separator: "\n"))
        var start = 0
        let blocks = lines.enumerated().map { index, line in
            let range = start..<start + line.utf8.count
            start = range.upperBound + 1
            let marker = line.hasPrefix("（一）") || line.hasPrefix("（二）") ? 9 : 0
            return TextBlock(
                role: .paragraph, text: PlacedText(file, range), markerLength: marker, line: index + 1,
                lineEnd: index + 1)
        }
        #expect(reader.read(blocks).reaching.map(\.units) == units)
    }
}
