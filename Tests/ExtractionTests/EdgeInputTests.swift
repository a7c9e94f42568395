import SourceText
import StatisticalModel
import Testing

@testable import Extraction

/// Bad input: huge sentences, endless digits, brackets without partners. It must come back, with every digit claimed.
@Suite struct EdgeInputTests {
    @Test func megabyteSentence() {
        let part = "产业园区新建厂房12.5万平方米，引进企业30家，"
        let extract = ProseFixture.extract(String(repeating: part, count: 1_000_000 / part.utf8.count))
        #expect(extract.statements.count > 20_000)
        #expect(extract.statements.allSatisfy { $0.provenance.quote.utf8.count < 2_000 })
    }

    @Test func sentenceWithoutMarks() {
        let extract = ProseFixture.extract(String(repeating: "产值达到30亿元", count: 20_000))
        #expect(extract.statements.count > 10_000)
    }

    @Test func millionDigits() {
        let extract = ProseFixture.extract("产值" + String(repeating: "7", count: 1_000_000) + "元")
        #expect(extract.claims.count == 1)
    }

    @Test func unbalancedBracketsAndBarePunctuation() {
        for text in [
            String(repeating: "（", count: 50_000), String(repeating: "）“《", count: 50_000),
            String(repeating: "（3个", count: 20_000), String(repeating: "。，、；", count: 50_000),
            String(repeating: "十", count: 100_000), String(repeating: "一、", count: 50_000), "", "。", "%", "2×", "1/",
            "·-3个", "é－3.3%", "第", "百分之", "2023年—", "“十四五", "〔2022〕",
        ] {
            let extract = ProseFixture.extract(text)
            #expect(extract.claims.allSatisfy { !$0.source.isEmpty })
        }
    }

    @Test func noNumeralIsClaimedTwice() {
        let text = "到2025年，甲率、乙率均达到95%（比2020年提高3个百分点），由8个增加到11个，5G基站600座，第3章，12345热线。"
        let extract = ProseFixture.extract(text)
        let bytes = Array(text.utf8)
        var seen = [Bool](repeating: false, count: bytes.count)
        for claim in extract.claims {
            for offset in claim.source {
                #expect(!seen[offset])
                seen[offset] = true
            }
        }
        for (offset, byte) in bytes.enumerated() where (0x30...0x39).contains(byte) { #expect(seen[offset]) }
    }
}
