import DelimitedText
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// The indicator codes of the real bulletins' figures, end to end, against the hand-made gold.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedBulletins) && FileBytes.exists(ProjectFolder.sharedGold)))
struct RealBulletinCodesTests {
    private static let subjects: Set<String> = ["elderly", "business_environment", "output"]
    /// Rows that are no indicator of a city: single projects, size classes, thresholds, amounts of subsidies.
    private static let others = ["[project-scale", "[scale-class", "[threshold", "[policy-amount"]

    private func normalized() async -> NormalizedBulletins {
        let library = ProjectFolder.library
        let read = await BulletinReader(library: library).readAll([ProjectFolder.sharedBulletins])
        return NormalizedRun(read.bulletins, library: library).normalized
    }

    private func gold(_ name: String) throws -> [[String]] {
        try CSVReader.records(try FileBytes.read("\(ProjectFolder.sharedGold)/\(name)")).dropFirst().map(\.fields)
    }

    @Test func theFiguresOfTheGoldHaveCodes() async throws {
        let statements = await normalized().statements
        let tables = try gold("tables.csv").filter { ["T01", "T02", "T03", "T04", "T05"].contains($0[0]) }
        for table in tables {
            let lines = try #require(Int(table[3]).flatMap { first in Int(table[4]).map { first...$0 } })
            let inside = statements.filter {
                $0.statement.source == .table && $0.statement.provenance.bulletin.hasPrefix(table[1])
                    && lines.contains($0.statement.provenance.line)
            }
            #expect(!inside.isEmpty)
            #expect(inside.filter { $0.indicator == nil }.map(\.statement.indicator) == [], "\(table[0])")
        }
        let rows = try gold("prose.csv").filter { row in
            Self.subjects.contains(row[16]) && !Self.others.contains { row[17].contains($0) }
        }
        let uncoded = rows.filter { row in !statements.contains { Self.states(row, $0) && $0.indicator != nil } }
        #expect(
            Double(uncoded.count) <= 0.1 * Double(rows.count),
            "\(uncoded.map { "\($0[0]):\($0[1]) \($0[3]) \($0[6])" })")
    }

    @Test func everyConflictIsBetweenFiguresOfACode() async {
        let conflicts = await normalized().conflicts
        #expect(!conflicts.isEmpty)
        #expect(conflicts.allSatisfy { $0.observations[0].indicator != nil })
    }

    private static func states(_ row: [String], _ item: NormalizedStatement) -> Bool {
        guard let line = Int(row[1]), item.statement.provenance.bulletin.hasPrefix(row[0]) else { return false }
        return abs(item.statement.provenance.line - line) <= 14 && item.baseValue == DecimalNumber(row[9])
    }
}
