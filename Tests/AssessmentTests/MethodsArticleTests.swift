import Assessment
import Foundation
import SourceText
import StatisticalModel
import TestSupport
import Testing

/// The article Methods.md: its vectors are those that are computed, and its sections those that the code names.
@Suite struct MethodsArticleTests {
    private static func article(_ name: String, of module: String) throws -> String {
        let path = "\(ProjectFolder.root)/Sources/\(module)/\(module).docc/\(name).md"
        return String(decoding: try FileBytes.read(path), as: UTF8.self)
    }

    private func cells(_ vector: TestVectorTests.Vector, _ lamp: Lamp) -> [String] {
        [
            "\(vector.base), \(vector.latest), \(vector.target); 2020, \(vector.year), 2025", vector.completion,
            vector.elapsed, vector.gap, vector.pace, vector.byGrowth, vector.linear, vector.needed, lamp.rawValue,
        ]
    }

    @Test func theVectorsOfTheArticleAreTheTestedOnes() throws {
        let lines = try Self.article("Methods", of: "Assessment").split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "## Test vectors"))
        let rows = lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
        let printed = rows.map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let tested = try TestVectorTests.vectors.map { vector in
            var figures = Figures(direction: vector.direction)
            figures.observations = [
                Figures.figure(.actual, vector.base, 2020), Figures.figure(.actual, vector.latest, vector.year),
                Figures.figure(.target, vector.target, 2025),
            ]
            return cells(vector, try #require(figures.rows().first).lamp)
        }
        #expect(printed == tested)
    }

    @Test(arguments: zip(["Methods", "Formats"], ["Assessment", "StatisticalModel"]))
    func everySectionThatIsCitedExists(_ name: String, _ module: String) throws {
        let sections = Set(
            try Self.article(name, of: module).split(separator: "\n").filter { $0.hasPrefix("## ") }
                .map { String($0.dropFirst(3)) })
        var cited: Set<String> = []
        for folder in ["Sources", "Tests", "Pipelines"] {
            let root = "\(ProjectFolder.root)/\(folder)"
            for path in try FileManager.default.subpathsOfDirectory(atPath: root)
            where [".swift", ".yaml"].contains(where: path.hasSuffix) {
                cited.formUnion(Self.sections(cited: name, in: try FileBytes.read("\(root)/\(path)")))
            }
        }
        #expect(!cited.isEmpty)
        #expect(cited.subtracting(sections) == [])
    }

    /// The sections that a file names: the quoted words behind the article's name and a comma, and behind “and”.
    private static func sections(cited name: String, in bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\n/// ", with: " ")
        return text.components(separatedBy: "\(name), \u{201C}").dropFirst().flatMap { part in
            var found: [String] = []
            var rest = part
            while let end = rest.firstIndex(of: "\u{201D}") {
                found.append(String(rest[..<end]))
                rest = String(rest[rest.index(after: end)...])
                guard rest.hasPrefix(" and \u{201C}") else { break }
                rest.removeFirst(6)
            }
            return found
        }
    }
}
