import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Layout

/// What holds for any text: nothing crashes, nothing is lost, nothing is counted twice.
@Suite struct LayoutPropertyTests {
    private static let fragments = [
        "云溪市2024年国民经济和社会发展统计公报\n", "云溪市统计局\n", "2025年3月20日\n", "云府发〔2024〕9号\n", "一、发展目标\n", "（二）主要任务\n", "3.",
        "到2025年，床位达到4600张以上。\n",
        "各区人民政府，市直各部门：\n", "现将《云溪市行动方案》印发给你们，请遵照执行。\n", "·· 2\n", " ", "　", "\n", "\n\n", "序号\n", "1\n2\n3\n",
        "指标\t单位\t2025年\n",
        "床位\t张\t5000\n", "本报讯 接待游客200人。\n", "（某某）\n", "<p>产值５５０８亿元</p>", "**单位：**亿元\n", "## 二、任务\n", "表1 计划表\n", "（",
        "）", "《", "。",
        "附件1\n", "12345", "0.5", "万千", "瓦", "，", "牵头单位：市民政局\n", "\u{FFFD}", "👍", "11..政务服务政务服务\n",
        "市\n民\n政\n局\n20\n24\n年\n", "é", "\r\n", "\t",
    ]

    private func text(_ random: inout SplitMix64, count: Int) -> String {
        (0..<count).reduce(into: "") { text, _ in text += Self.fragments[random.below(Self.fragments.count)] }
    }

    @Test(arguments: 0..<60) func everyDigitHasAPlace(seed: Int) {
        var random = SplitMix64(state: UInt64(seed))
        check(SourceFile(name: "random.txt", text: text(&random, count: 20 + seed * 4)))
    }

    @Test(arguments: 0..<40) func anyBytesPass(seed: Int) {
        var random = SplitMix64(state: UInt64(seed))
        let bytes = (0..<400).map { _ in UInt8(random.below(256)) }
        let layout = PageTextFixture.layout(SourceFile(name: "bytes", bytes: bytes))
        for block in layout.blocks { #expect(block.line >= 1 && block.lineEnd <= layout.file.lineCount) }
    }

    @Test func structureIsSound() {
        for seed in 0..<30 {
            var random = SplitMix64(state: UInt64(seed) + 1000)
            let layout = PageTextFixture.layout(SourceFile(name: "a.txt", text: text(&random, count: 60)))
            #expect(!layout.documents.isEmpty)
            for (index, block) in layout.blocks.enumerated() {
                #expect(layout.documents.indices.contains(block.document))
                #expect(block.headings.allSatisfy { $0 < index })
                #expect(block.markerLength <= block.text.bytes.count)
            }
            let starts = layout.documents.map(\.firstLine)
            #expect(starts == starts.sorted())
        }
    }

    @Test(arguments: [
        ("产值达到5508亿元，", 8_000), ("。；：！\n", 4_000), ("（《“", 12_000), ("1\n", 6_000), ("产", 60_000),
        ("[1]", 20_000), ("<p ", 150_000), ("（某某）\n", 30_000), ("本报讯 一则。\n", 4_000),
    ])
    func largeAndOddTextsPass(part: String, count: Int) {
        let layout = PageTextFixture.layout(
            SourceFile(name: "large.txt", text: String(repeating: part, count: count)))
        #expect(layout.documents.count >= 1)
    }

    /// Each digit stands in a block, a table or a stretch that is reported, and in one block at most.
    private func check(_ file: SourceFile) {
        let layout = PageTextFixture.layout(file)
        var blocks = [UInt8](repeating: 0, count: file.bytes.count)
        var isKnown = [Bool](repeating: false, count: file.bytes.count)
        for block in layout.blocks {
            for source in block.text.sourceRanges(of: 0..<block.text.bytes.count) {
                for offset in source {
                    blocks[offset] += 1
                    isKnown[offset] = true
                }
            }
        }
        for claim in layout.claims { for offset in claim.source { isKnown[offset] = true } }
        var lines = layout.rotatedZones.map { $0 }
        lines += layout.tables.map { $0.firstLine...$0.lastLine }
        for range in lines {
            for line in range { for offset in file.rangeOfLine(line) { isKnown[offset] = true } }
        }
        let digits = file.bytes.indices.filter { (0x30...0x39).contains(file.bytes[$0]) }
        #expect(digits.filter { !isKnown[$0] } == [])
        #expect(digits.filter { blocks[$0] > 1 } == [])
    }
}
