import DelimitedText
import PipelineDefinition
import Reading
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// The hand-made tables of the real bulletins: how many figures each states.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedGold + "/tables")))
struct GoldTableTests {
    private static let library = ProjectFolder.library

    /// Cells less dashes, and one more for each cell with two values.
    @Test(arguments: [
        ("T01", 74), ("T02", 15), ("T03", 16), ("T04", 32), ("T05", 20), ("T06", 0), ("T07", 0), ("T13", 0), ("T19", 0),
        ("T20", 0), ("S1", 0),
    ])
    func everyFigureIsStated(id: String, count: Int) throws {
        let bytes = try FileBytes.read("\(ProjectFolder.sharedGold)/tables/\(id).csv")
        // The printed cells hold no tab, the CSV cells may hold commas.
        let records = try CSVReader.records(bytes).map(\.fields)
        let title = id == "T04" ? "表1 能源产业产值预期目标表" : "指标"
        let text = title + "\n" + records.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let printed = PrintedTable(
            file: SourceFile(name: "gold.txt", text: text), rows: records.count - 1, separator: UInt8(ascii: "\t"),
            date: CalendarDate(year: 2022, month: 12, day: 30))
        let result = TableStatements(library: Self.library).statements(of: printed.table, in: printed.layout, number: 1)
        #expect(result.statements.count == count)
        #expect(
            result.statements.allSatisfy { !$0.indicator.isEmpty && ($0.kind == .reference) == ($0.year == nil) })
        let claimed = result.claims.map(\.source).sorted { $0.lowerBound < $1.lowerBound }
        let body = printed.layout.file.rangeOfLine(1).upperBound
        #expect(claimed == NumeralReader.groups(in: printed.layout.file.bytes).filter { $0.lowerBound > body })
    }
}
