import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

/// Ratios under collective heads, and ratios that state nothing.
@Suite struct CollectiveHeadsTests {
    static let library = ProjectFolder.library

    private func shares(_ name: String, _ parts: [String]) -> [String]? {
        Self.library.collectives.shares(of: parts.compactMap { DecimalNumber($0) }, under: name)?.map {
            "\($0.name) \($0.value)"
        }
    }

    @Test func partsOfAHundredStayAsPrinted() {
        #expect(shares("三次产业结构", ["9.0", "44.9", "46.1"]) == ["第一产业占比 9.0", "第二产业占比 44.9", "第三产业占比 46.1"])
        #expect(shares("轻重工业增加值比", ["36.8", "63.2"]) == ["轻工业增加值占比 36.8", "重工业增加值占比 63.2"])
    }

    @Test func partsOfTenBecomePercent() {
        #expect(shares("中职与普高招生比", ["4.5", "5.5"]) == ["中职招生占比 45", "普高招生占比 55"])
    }

    @Test func whatIsNoWholeHasNoShares() {
        #expect(shares("三次产业结构", ["9.0", "44.9", "40.1"]) == nil)
        #expect(shares("三次产业结构", ["40", "60"]) == nil)
        #expect(shares("某比例", ["40", "60"]) == nil)
        #expect(shares("城镇与农村居民收入比", ["40", "60"]) == ["城镇居民收入占比 40", "农村居民收入占比 60"])
        #expect(shares("职业中学与普高招生比", ["40", "60"]) == nil)
    }

    @Test func everyExampleHoldsItsWord() {
        for entry in Self.library.collectives.examples {
            #expect(entry.example.contains(entry.word), "\(entry.path):\(entry.line) \(entry.word)")
        }
    }
}
