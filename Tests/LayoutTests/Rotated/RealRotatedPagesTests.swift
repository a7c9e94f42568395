import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Layout

/// The rotated pages of the large gazette, checked by what the tables themselves promise.
@Suite(.enabled(if: FileBytes.isDirectory(ProjectFolder.sharedBulletins)))
struct RealRotatedPagesTests {
    private static let tables: [RecoveredTable] = {
        let library = ProjectFolder.library
        let folder = ProjectFolder.sharedBulletins
        guard let name = try? FileBytes.list(folder).first(where: { $0.hasPrefix("003") }),
            let bytes = try? FileBytes.read("\(folder)/\(name)")
        else { return [] }
        let file = SourceFile(name: name, bytes: bytes)
        let lines = PageScanner.scan(file, lexicon: library.layout)
        return RotatedTableRecovery(file, lines, library: library).recover().tables
    }()

    private func column(_ word: String, of table: RecoveredTable) -> [String] {
        guard let index = table.columns.firstIndex(where: { $0.name.hasSuffix(word) }) else { return [] }
        return table.rows.map { $0.cells[index].string }
    }

    @Test func threeHundredTasksStandInOrder() throws {
        let table = try #require(Self.tables.first { $0.rows.count == 300 })
        for (index, task) in column("具体任务", of: table).enumerated() { #expect(task.hasPrefix("（\(index + 1)）")) }
        for word in ["分管领导", "牵头单位", "完成时限"] {
            let cells = column(word, of: table)
            #expect(cells.count == 300 && !cells.contains(""))
        }
        #expect(column("完成时限", of: table).allSatisfy { $0.hasSuffix("底") })
    }

    @Test func amountsOfTheProjectListAddUpButForTheMisprint() throws {
        let table = try #require(Self.tables.first { $0.unit == "亿元" })
        #expect(table.rows.count { $0.kind == .item } == 31)
        let amounts = ["概算总投资", "中央预算内投资", "地方出资或企业自筹"].map { column($0, of: table).map { DecimalNumber($0) ?? 0 } }
        let wrong = table.rows.indices.filter { amounts[1][$0].adding(amounts[2][$0]) != amounts[0][$0] }
        #expect(wrong == [32])
        let first = table.rows.indices.prefix { $0 < 12 }
        #expect(first.dropFirst().reduce(DecimalNumber(0)) { $0.adding(amounts[0][$1]) ?? 0 } == amounts[0][0])
    }

    @Test func thePilotsAreWhole() throws {
        let table = try #require(Self.tables.first { $0.title.hasSuffix("重大试点清单") })
        #expect(table.rows.count == 2)
        #expect(table.rows.allSatisfy { $0.cells.allSatisfy { !$0.isUnassigned } })
        #expect(column("责任单位", of: table).allSatisfy { $0.hasSuffix("牵头") })
    }
}
