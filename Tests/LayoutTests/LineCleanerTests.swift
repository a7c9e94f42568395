import SourceText
import Testing

@testable import Layout

@Suite struct LineCleanerTests {
    private func clean(_ line: String) -> (text: String, level: Int) {
        let file = SourceFile(name: "a.txt", text: line)
        let range = PageScanner.trimmed(file.rangeOfLine(1), in: file.bytes)
        let (text, level) = LineCleaner(file: file).clean(range)
        return (text.string, level)
    }

    @Test(arguments: [
        ("人均工效 1.2 万吨/年", "人均工效1.2万吨/年"), ("2024年 6月 30日", "2024年6月30日"),
        ("2 × 750MVA 主 变", "2×750MVA主变"), ("第二章　总 则", "第二章总则"),
    ])
    func justifiedSpacesGo(line: String, expected: String) {
        #expect(clean(line).text == expected)
    }

    @Test func spacesBetweenLatinWordsStay() {
        #expect(clean("采用 Open Data 平台").text == "采用Open Data平台")
    }

    @Test func fullWidthDigitsAndSignsBecomeASCII() {
        #expect(clean("增长１２．５％，ＧＤＰ＋").text == "增长12.5%，GDP+")
    }

    @Test func chinesePunctuationStays() {
        #expect(clean("（一）坚持：稳、快！").text == "（一）坚持：稳、快！")
    }

    @Test(arguments: [
        ("## 二、任务", "二、任务", 2), ("**单位：甲、乙**", "单位：甲、乙", 0), ("- （一）材料；", "（一）材料；", 0),
        ("[bookmark: _GoBack]到2026年", "到2026年", 0), ("<p>一个</p><br/>两个", "一个两个", 0), ("a<5且b>3", "a<5且b>3", 0),
    ])
    func markupGoes(line: String, expected: String, level: Int) {
        let found = clean(line)
        #expect(found.text == expected)
        #expect(found.level == level)
    }

    @Test func foldedCharactersKeepTheirPlace() {
        let file = SourceFile(name: "a.txt", text: "达１０个")
        let (text, _) = LineCleaner(file: file).clean(0..<file.bytes.count)
        #expect(text.sourceRanges(of: 3..<5) == [3..<9])
    }
}
