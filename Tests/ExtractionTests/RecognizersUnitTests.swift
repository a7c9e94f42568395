import Foundation
import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// The unit, currency, age and range cases of Microsoft Recognizers-Text, as far as their tags concern us.
@Suite struct RecognizersUnitTests {
    struct Case: Sendable {
        var id: String
        var input: String
        var values: [Double]
    }

    /// Where we differ: 半 behind a unit and bits are no quantities of bulletins; 三千比特 is 3000 比特 here, not 3 kbit.
    /// Formal traditional numerals and dollars are none of ours either.
    static let apart: Set<String> = [
        "肆拾幾亿", "在下面的价格中选一个，$20，300美圆, ￥300, ok?", "一吨半", "两米半", "十五斤半", "三千比特", "一千比特", "五十兆字节",
    ]

    static func cases(_ models: [String], _ values: (String) -> [Double]) -> [Case] {
        guard let text = try? String(contentsOfFile: RecognizersTests.path, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let id = object["id"] as? String, let tags = object["tags"] as? [String],
                models.contains(where: { id.hasPrefix($0 + "#") }), Set(tags).isSubset(of: RecognizersTests.tags),
                let input = object["Input"] as? String, !apart.contains(input),
                let results = object["Results"] as? [[String: Any]]
            else { return nil }
            let wanted = results.flatMap { result in
                ((result["Resolution"] as? [String: Any])?["value"] as? String).map(values) ?? []
            }
            return wanted.isEmpty ? nil : Case(id: id, input: input, values: wanted)
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: RecognizersTests.path), "needs ../shared/peers"))
    func unitsHaveTheirValues() {
        let models = ["NumberWithUnit/DimensionModel", "NumberWithUnit/CurrencyModel", "NumberWithUnit/AgeModel"]
        expectNearlyAll(Self.cases(models) { Double($0).map { [$0] } ?? [] }, atLeast: 15)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: RecognizersTests.path), "needs ../shared/peers"))
    func rangesHaveTheirEnds() {
        let cases = Self.cases(["Number/NumberRangeModel"]) { text in
            text.split { "[](),".contains($0) }.compactMap { Double($0) }
        }
        expectNearlyAll(cases, atLeast: 15)
    }

    private func expectNearlyAll(_ cases: [Case], atLeast count: Int) {
        let finder = PeerNumerals(library: ProseFixture.library)
        let wrong = cases.filter { example in
            let found = finder.findings(in: Array(example.input.utf8)).map { finding in
                // A fraction of a whole is a share in points here.
                finding.isShare && example.id.hasPrefix("Number/")
                    ? finding.value.doubleValue / 100 : finding.value.doubleValue
            }
            return !example.values.allSatisfy { wanted in
                found.contains { abs(abs($0) - abs(wanted)) <= 1e-6 * max(1, abs(wanted)) }
            }
        }
        let share = 1 - Double(wrong.count) / Double(max(1, cases.count))
        #expect(cases.count >= count)
        #expect(share >= 0.97, "\(cases.count): \(wrong.map { "\($0.id) \($0.input) \($0.values)" })")
    }
}
