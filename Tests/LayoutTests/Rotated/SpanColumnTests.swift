import SourceText
import Testing

@testable import Layout

@Suite struct SpanColumnTests {
    /// A column whose groups are the words of `text` between blanks.
    private func column(_ text: String) -> SpanColumn {
        let rotated = RotatedText(groups: text)
        return SpanColumn(text: rotated, segment: 0..<rotated.count)
    }

    @Test func labelsWithoutNumbersEndAlike() throws {
        let column = column("青少 年 提升 行动 农牧 民 提升 行动 老年 人 提升 行动")
        let cells = try #require(column.cells(groups: [2, 1, 3]))
        #expect(
            cells.map { $0.map { column.text.string($0) } } == [
                "青少年提升行动", "青少年提升行动", "农牧民提升行动", "老年人提升行动", "老年人提升行动", "老年人提升行动",
            ])
        #expect(column.cells(groups: [1, 1]) == nil)
    }

    /// Only where a group ends may a label end.
    @Test func endingsAreCountedInCharacters() {
        #expect(column("提升 行动 大提升 行动").commonEndings.lengths == [0, 0, 0, 4, 0, 0, 0, 0, 9])
    }

    /// Steps, not seconds: a column of one sign over and over is the dearest, and costs two comparisons a character.
    @Test(arguments: [200, 2_000, 20_000])
    func theCostIsLinear(count: Int) {
        let same = column(Array(repeating: "甲", count: count).joined(separator: " ")).commonEndings
        #expect(same.lengths.suffix(3) == [count - 2, count - 1, count])
        #expect(same.comparisons <= 2 * count)
        let mixed = column(Array(repeating: "甲 乙 甲 甲", count: count / 4).joined(separator: " ")).commonEndings
        #expect(mixed.comparisons <= 2 * count)
    }
}

extension RotatedText {
    /// A column whose groups are the words of `text` between blanks, a line each.
    init(groups text: String) {
        let groups = text.split(separator: " ")
        let file = SourceFile(name: "page.txt", text: groups.joined(separator: "\n"))
        self.init()
        for number in 1...groups.count {
            let line = SourceLine(
                number: number, range: file.rangeOfLine(number), role: .rotated, page: 1, startsPage: false,
                followsBlank: true)
            append(group: [line], of: file)
        }
    }
}
