import DelimitedText
import Foundation
import SourceText
import StatisticalModel
import Testing

@testable import Publishing

/// datapackage.json, read back with Foundation's parser.
struct DataPackageTests {
    private func resources(_ report: EditionReport) throws -> [[String: Any]] {
        let file = try #require(EditionFiles.files(of: report).first { $0.path == DataPackage.path })
        let document = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
        return try #require(document?["resources"] as? [[String: Any]])
    }

    private func fields(_ resource: [String: Any]) throws -> [[String: Any]] {
        let schema = try #require(resource["schema"] as? [String: Any])
        return try #require(schema["fields"] as? [[String: Any]])
    }

    /// audit.html is no table: its size and digest are all that there is to say.
    @Test func theProofIsListedToo() throws {
        let report = SampleReport.report()
        let page = try #require(EditionFiles.files(of: report).first { $0.path == "audit.html" })
        let resource = try #require(
            try resources(report).first { $0["format"] as? String == "html" })
        #expect(resource["path"] as? String == "audit.html" && resource["type"] == nil)
        #expect(resource["hash"] as? String == "sha256:\(SHA256Digest(of: page.bytes))")
    }

    @Test func everyCSVFileIsDescribedWithItsSizeAndDigest() throws {
        let report = SampleReport.report()
        let files = EditionFiles.files(of: report).filter { $0.path.hasSuffix(".csv") }
        let resources = try resources(report).filter { $0["format"] as? String == "csv" }
        #expect(resources.compactMap { $0["path"] as? String } == files.map(\.path))
        for (file, resource) in zip(files, resources) {
            #expect(resource["bytes"] as? Int == file.bytes.count)
            #expect(resource["hash"] as? String == "sha256:\(SHA256Digest(of: file.bytes))")
        }
        #expect(Set(resources.compactMap { $0["name"] as? String }).count == files.count)
    }

    @Test func columnsHaveTheirTypes() throws {
        let indicators = try #require(
            try resources(SampleReport.report()).first { $0["path"] as? String == "indicators.csv" })
        let fields = try fields(indicators)
        #expect(fields.compactMap { $0["name"] as? String } == IndicatorsCSV.header)
        let types = Dictionary(
            fields.map { ($0["name"] as? String ?? "", $0["type"] as? String ?? "") },
            uniquingKeysWith: { first, _ in first })
        #expect(types["year"] == "year")
        #expect(types["line"] == "integer")
        #expect(types["value_upper"] == "number")
        #expect(types["supplied"] == "boolean")
        #expect(types["value"] == "number" && types["wording"] == "string")
        let statements = try #require(
            try resources(SampleReport.report()).first { $0["path"] as? String == "statements.csv" })
        let value = try self.fields(statements).first { $0["name"] as? String == "value" }
        #expect(value?["type"] as? String == "string")
    }

    @Test func keysNameColumnsOfTheirFiles() throws {
        for resource in try resources(SampleReport.report()) {
            guard let schema = resource["schema"] as? [String: Any], let key = schema["primaryKey"] as? [String] else {
                continue
            }
            let names = Set(try fields(resource).compactMap { $0["name"] as? String })
            #expect(!key.isEmpty && names.isSuperset(of: key), "\(resource["path"] ?? "")")
        }
    }

    /// Each figure of indicators.csv, and each target, leads to its statement.
    @Test(arguments: ["indicators.csv", "progress.csv"])
    func statementsAreForeignKeys(_ path: String) throws {
        let report = SampleReport.report()
        let resources = try resources(report)
        let schema = try #require(
            resources.first { $0["path"] as? String == path }?["schema"] as? [String: Any])
        let keys = try #require(schema["foreignKeys"] as? [[String: Any]])
        let reference = try #require(keys.first?["reference"] as? [String: Any])
        #expect(keys.count == 1 && keys[0]["fields"] as? [String] == ["statement"])
        #expect(reference["fields"] as? [String] == ["id"])
        let target = resources.first { $0["name"] as? String == reference["resource"] as? String }
        #expect(target?["path"] as? String == "statements.csv")
        let file = try #require(EditionFiles.files(of: report).first { $0.path == path })
        let records = try CSVReader.records(file.bytes)
        let column = try #require(records[0].fields.firstIndex(of: "statement"))
        let known = Set(report.statements.map(\.statement.id.text) + [""])
        #expect(records.dropFirst().allSatisfy { known.contains($0.fields[column]) })
    }

    @Test func theLicenceIsTheOfficesToState() throws {
        func licences(_ report: EditionReport) throws -> [[String: String]] {
            let file = try #require(EditionFiles.files(of: report).first { $0.path == DataPackage.path })
            let document = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
            return try #require(document?["licenses"] as? [[String: String]])
        }
        var report = SampleReport.report(language: .english)
        #expect(
            try licences(report) == [
                ["name": "notspecified", "title": ReportWords(.english)("package.licence")]
            ])
        report.settings["licence"] = "CC-BY-4.0"
        #expect(try licences(report) == [["name": "CC-BY-4.0"]])
    }

    @Test func aRecoveredTableMayPrintBlankAndEqualHeaders() throws {
        var report = SampleReport.report()
        let table = RecoveredTable(
            form: .markdown, title: "表1",
            columns: [.init(levels: ["指标"], line: 1), .init(levels: [""], line: 1), .init(levels: ["指标"], line: 1)],
            rows: [], pieces: [7...9])
        report.tables = [PublishedTable(bulletin: "003.txt", table: table)]
        let resource = try #require(try resources(report).first { $0["path"] as? String == "tables/003-L00007.csv" })
        #expect((resource["dialect"] as? [String: Any])?["header"] as? Bool == false)
        #expect(try fields(resource).compactMap { $0["name"] as? String } == ["column_1", "column_2", "column_3"])
    }
}
