import Publishing
import SourceText
import TestSupport
import Testing

/// The article Formats.md explains each column of the fixed files, in the order of the files.
struct FormatsArticleTests {
    @Test(
        arguments: zip(
            ["statements.csv", "tables.csv", "progress.csv", "indicators.csv", "matches-proposed.csv"],
            [StatementsCSV.header, TablesCSV.header, ProgressCSV.header, IndicatorsCSV.header, MatchesCSV.header]))
    func everyColumnIsExplainedInItsPlace(_ file: String, _ header: [String]) throws {
        let path = ProjectFolder.root + "/Sources/StatisticalModel/StatisticalModel.docc/Formats.md"
        let lines = String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n")
        let start = try #require(lines.firstIndex { $0 == "## \(file)" })
        let rows = lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
        let columns = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        }
        #expect(columns == header)
    }
}
