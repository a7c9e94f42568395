import DelimitedText
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

/// The catalogue against the indicator names that the real bulletins print.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedGold))) struct IndicatorCoverageTests {
    private let library = ProjectFolder.library

    private func records(_ name: String) throws -> [CSVRecord] {
        Array(try CSVReader.records(try FileBytes.read("\(ProjectFolder.sharedGold)/\(name)")).dropFirst())
    }

    @Test(arguments: ["T01", "T02", "T03", "T05"])
    func everyIndicatorOfATableHasACode(table: String) throws {
        let catalogue = IndicatorCatalogue(library: library)
        let unknown = try records("tables/\(table).csv").map { $0.fields[1] }.filter {
            catalogue.match(name: $0) == nil
        }
        #expect(unknown == [])
    }

    @Test func everyIndustryHasOutputAndValue() throws {
        let catalogue = IndicatorCatalogue(library: library)
        let industries = try records("tables/T04.csv").map { $0.fields[1] }.filter { !$0.isEmpty }
        let names = industries.map { $0 + "产值" } + industries.filter { $0 != "煤制油气" }.map { $0 + "产量" }
        #expect(names.filter { catalogue.match(name: $0) == nil } == [])
    }

    @Test func proseOfTheThreeSubjectsIsCovered() throws {
        let catalogue = IndicatorCatalogue(library: library)
        // An amount to be added (新增…) is of its stock's code by what it means: NameSeriesTests.
        let business = try records("prose.csv").filter { $0.fields[0] == "004" && !$0.fields[3].hasPrefix("新增") }
        let unknown = business.filter { catalogue.match(name: $0.fields[3], qualifier: $0.fields[4]) == nil }
        #expect(unknown.map { $0.fields[3] } == [])
        let others = try records("prose.csv").filter {
            ["elderly", "business_environment", "output"].contains($0.fields[16])
        }
        let missing = others.filter { catalogue.match(name: $0.fields[3], qualifier: $0.fields[4]) == nil }
        // The rest are single firms' projects, sizes and rules of leave: nothing that an office follows year by year.
        #expect(Double(missing.count) <= 0.2 * Double(others.count), "\(missing.map { $0.fields[3] })")
    }
}
