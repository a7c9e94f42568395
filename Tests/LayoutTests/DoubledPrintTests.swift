import SourceText
import Testing

@testable import Layout

@Suite struct DoubledPrintTests {
    private func undone(_ line: String) -> String {
        let file = SourceFile(name: "a.txt", text: line)
        return DoubledPrint.undone(PlacedText(file, 0..<file.bytes.count)).string
    }

    @Test(arguments: [
        ("33..住房保障住房保障", "3.住房保障"),
        ("1010..供水供气供水供气（（城区城区、、乡镇乡镇））", "10.供水供气（城区、乡镇）"),
        ("1111..人才人才", "11.人才"),
        ("（（二二））服务体系更加完善服务体系更加完善。。全市已有", "（二）服务体系更加完善。全市已有"),
        ("重点任务与分工重点任务与分工", "重点任务与分工"),
    ])
    func doubledLines(line: String, expected: String) {
        #expect(undone(line) == expected)
    }

    @Test(arguments: ["11.5亿元", "人人享有", "1.11万张", "（一）进一步进一步", "高高兴兴"])
    func otherLinesStay(line: String) {
        #expect(undone(line) == line)
    }

    @Test func theSourceIsBothPrintings() {
        let file = SourceFile(name: "a.txt", text: "22..商事商事")
        let text = DoubledPrint.undone(PlacedText(file, 0..<file.bytes.count))
        #expect(text.sourceRanges(of: 0..<1) == [0..<2])
        #expect(text.sourceRanges(of: 2..<8) == [4..<16])
    }
}
