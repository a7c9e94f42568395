import Foundation
import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// The Chinese number and percent cases of Microsoft Recognizers-Text that concern us (their README says which).
@Suite struct RecognizersTests {
    struct Case: Sendable, CustomStringConvertible {
        var id: String
        var input: String
        var results: [(start: Int, value: Double)]
        var description: String { id }
    }

    static let path = ProjectFolder.root + "/../shared/peers/recognizers-text/chinese-half.jsonl"
    /// Tags that concern us; a case with any other (traditional numerals, 折, relative dates) is left out.
    static let tags: Set<String> = [
        "wan_yi_arabic", "cn_numeral", "percent_sign", "fenzhi", "percentage_points", "comparator", "range",
        "approx_yu_duo_ji", "thousands_sep", "fullwidth_digit", "inner_space", "year4", "expects_nothing",
    ]

    static let cases: [Case] = {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let id = object["id"] as? String, let tags = object["tags"] as? [String],
                id.hasPrefix("Number/NumberModel") || id.hasPrefix("Number/PercentModel"),
                !tags.isEmpty, Set(tags).isSubset(of: Self.tags), let input = object["Input"] as? String,
                let results = object["Results"] as? [[String: Any]]
            else { return nil }
            let values = results.compactMap { result -> (Int, Double)? in
                guard let start = result["Start"] as? Int, let resolution = result["Resolution"] as? [String: Any],
                    let text = resolution["value"] as? String,
                    let value = Double(text.replacingOccurrences(of: "%", with: ""))
                else { return nil }
                return (start, value)
            }
            return Case(id: id, input: input, results: values)
        }
    }()

    @Test(.enabled(if: FileManager.default.fileExists(atPath: path), "needs ../shared/peers"))
    func nearlyAllCasesAreRight() {
        let finder = PeerNumerals(library: ProseFixture.library)
        let wrong = Self.cases.filter { !isRight($0, finder) }
        let share = 1 - Double(wrong.count) / Double(max(1, Self.cases.count))
        #expect(Self.cases.count > 100)
        #expect(share >= 0.97, "\(Self.report(wrong, finder))")
    }

    /// Each wrong case with what was found in it.
    private static func report(_ wrong: [Case], _ finder: PeerNumerals) -> String {
        wrong.map { example in
            let found = finder.findings(in: Array(example.input.utf8)).map { "\($0.value)" }
            return "\(example.id) \(example.input): \(found), wanted \(example.results.map(\.value))"
        }.joined(separator: "\n")
    }

    private func isRight(_ example: Case, _ finder: PeerNumerals) -> Bool {
        let isPercent = example.id.hasPrefix("Number/PercentModel")
        let found = finder.findings(in: Array(example.input.utf8)).filter { !isPercent || $0.isShare }
        guard found.count == example.results.count else { return false }
        // A share is given in points, a fraction that does not end to two decimals of a point.
        let isNumber = example.id.hasPrefix("Number/NumberModel")
        return zip(found, example.results).allSatisfy { finding, wanted in
            let value = finding.value.doubleValue
            if abs(value - wanted.value) <= 1e-6 * max(1, abs(wanted.value)) { return true }
            return isNumber && finding.isShare && abs(value / 100 - wanted.value) <= 0.0001
        }
    }
}
