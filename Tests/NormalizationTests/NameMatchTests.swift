import DelimitedText
import PipelineDefinition
import SourceText
import TestSupport
import Testing

@testable import Normalization

/// Names of targets against names of outturns: same, apart, ask.
@Suite struct NameMatchTests {
    static let library = ProjectFolder.library
    static let shared = ProjectFolder.root + "/../shared/cases/names.csv"

    private func pairs(_ path: String) throws -> [[String]] {
        var bytes = try FileBytes.read(path)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return try CSVReader.records(bytes).dropFirst().map { Array($0.fields.prefix(3)) }
    }

    private func judged(_ pairs: [[String]]) -> [[String]] {
        let matcher = NameMatcher(library: Self.library)
        return pairs.map { [$0[0], $0[1], matcher.match($0[0], $0[1]).verdict.rawValue] }
    }

    @Test func ourOwnPairs() throws {
        let pairs = try pairs(ProjectFolder.root + "/Tests/NormalizationTests/Names/pairs.csv")
        #expect(pairs.count >= 135)
        #expect(judged(pairs).filter { !pairs.contains($0) } == [])
    }

    @Test(.enabled(if: FileBytes.exists(shared))) func theSharedPairs() throws {
        let pairs = try pairs(Self.shared)
        #expect(judged(pairs).filter { !pairs.contains($0) } == [])
    }

    /// What joins in silence is what has one signature: the two ways to ask must never part.
    @Test func sameNamesHaveOneSignatureAndNoOthers() throws {
        let analyzer = NameAnalyzer(lexicon: Self.library.facets, units: Self.library.units)
        func key(_ name: String) -> String {
            let facets = analyzer.facets(of: name)
            return analyzer.signature(of: facets) + (facets.values[.change].flatMap { $0 == "level" ? nil : $0 } ?? "")
        }
        let judged = judged(try pairs(ProjectFolder.root + "/Tests/NormalizationTests/Names/pairs.csv"))
        #expect(judged.filter { (key($0[0]) == key($0[1])) != ($0[2] == "same") } == [])
    }

    @Test func namesArePrintedInPieces() {
        let analyzer = NameAnalyzer(lexicon: Self.library.facets, units: Self.library.units)
        #expect(analyzer.facets(of: "每千名老年人口养老床位数").description == "养老床位 {per-unit 1000 elderly}")
        #expect(
            analyzer.facets(of: "护理型床位数占养老机构床位比例").description
                == "护理型床位 {measure share, setting institution}")
    }

    @Test func whatDiffersIsSaid() {
        let match = NameMatcher(library: Self.library).match("煤炭产能", "煤炭产量")
        #expect(match.differences == ["measure: capacity ≠ output"])
        #expect(match.contradictsFacet)
    }
}
