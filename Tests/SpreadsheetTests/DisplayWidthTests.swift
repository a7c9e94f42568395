import Spreadsheet
import Testing

struct DisplayWidthTests {
    @Test(arguments: [("abc", 3), ("托位数", 6), ("（%）", 5), ("a\n中文", 4), ("e\u{301}", 1), ("", 0)])
    func chineseCharactersCountTwo(_ text: String, _ width: Int) { #expect(DisplayWidth.columns(text) == width) }

    @Test func textWrapsAtTheColumn() { #expect(DisplayWidth.lines("一二三四五\n六", width: 4) == 4) }

    @Test func wordsStayWhole() {
        #expect(DisplayWidth.lines("Coverage of care", width: 9) == 2)
        #expect(DisplayWidth.lines("Unbreakableness", width: 5) == 3)
        #expect(DisplayWidth.lines("覆盖率Coverage", width: 8) == 2)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func columnsHaveLetters(_ column: Int, _ letters: String) { #expect(CellReference.letters(column) == letters) }

    @Test func namesOfSheetsAreQuoted() {
        #expect(CellReference(1, 2).absoluteName(in: "a'b") == "'a''b'!$C$2")
    }
}
