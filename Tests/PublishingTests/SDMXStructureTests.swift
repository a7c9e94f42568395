import Foundation
import StatisticalModel
import Testing

@testable import Publishing

/// structure.json, read back with Foundation's parser and set beside the CSV file.
struct SDMXStructureTests {
    private func data(_ report: EditionReport) throws -> [String: Any] {
        let file = try #require(EditionFiles.files(of: report).first { $0.path == "structure.json" })
        let document = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
        return try #require(document?["data"] as? [String: Any])
    }

    private func report() -> EditionReport {
        var report = SampleReport.report()
        report.unitCodes = ["%": "P1", "户": "C62", "个": "C62"]
        report.unitNames = ["天": "days", "%": "%"]
        return report
    }

    @Test func everyCodedFieldHasItsCode() throws {
        let report = report()
        let lists = try #require(try data(report)["codelists"] as? [[String: Any]])
        var codes: [String: Set<String>] = [:]
        for list in lists {
            let items = try #require(list["codes"] as? [[String: Any]])
            codes[try #require(list["id"] as? String)] = Set(items.compactMap { $0["id"] as? String })
        }
        let rows = SDMXCSV.rows(report)
        for (index, component) in SDMXStructure.components.enumerated() {
            guard case .codes(let list) = component.values else { continue }
            // Each list holds what the file uses and nothing else.
            #expect(codes[list] == Set(rows.map { $0[index + 3] }), "\(list)")
        }
        #expect(codes.count == 8)
    }

    @Test func codesAreASCIIAndNamedInBothLanguages() throws {
        let lists = try #require(try data(report())["codelists"] as? [[String: Any]])
        for list in lists {
            for item in try #require(list["codes"] as? [[String: Any]]) {
                let id = try #require(item["id"] as? String)
                let isIdentifier = id.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                }
                #expect(isIdentifier, "\(id)")
                let names = try #require(item["names"] as? [String: String])
                #expect(Set(names.keys) == ["zh", "en"] && !names.values.contains { $0.hasPrefix("sdmx.") }, "\(id)")
            }
        }
        let units = try #require(lists.first { $0["id"] as? String == "CL_UNIT" }?["codes"] as? [[String: Any]])
        let days = units.first { ($0["names"] as? [String: String])?["zh"] == "天" }
        #expect((days?["names"] as? [String: String])?["en"] == "days")
    }

    @Test func everyColumnIsAComponentWithAConcept() throws {
        let data = try data(report())
        let structure = try #require((data["dataStructures"] as? [[String: Any]])?.first)
        let parts = try #require(structure["dataStructureComponents"] as? [String: [String: Any]])
        func ids(_ list: String, _ member: String) -> [String] {
            (parts[list]?[member] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        }
        let time = (parts["dimensionList"]?["timeDimension"] as? [String: Any])?["id"] as? String
        let dimensions = ids("dimensionList", "dimensions")
        #expect(Set(dimensions + [time ?? ""]) == Set(SDMXCSV.dimensions))
        #expect(ids("measureList", "measures") == ["OBS_VALUE"])
        let all = dimensions + [time ?? ""] + ids("measureList", "measures") + ids("attributeList", "attributes")
        #expect(all.count == SDMXCSV.header.count - 3 && Set(all) == Set(SDMXCSV.header.dropFirst(3)))
        let scheme = try #require((data["conceptSchemes"] as? [[String: Any]])?.first)
        let concepts = try #require(scheme["concepts"] as? [[String: Any]])
        #expect(concepts.compactMap { $0["id"] as? String } == Array(SDMXCSV.header.dropFirst(3)))
        #expect(!concepts.contains { ($0["name"] as? String ?? "").hasPrefix("sdmx.") })
    }

    /// Every code that a figure may have is named, not only those of the sample.
    @Test func everyEnumeratedCodeHasItsWords() {
        let keys =
            StatementMeasure.allCases.map { "sdmx.MEASURE.\($0.rawValue)" }
            + Comparator.allCases.map { "sdmx.COMPARATOR.\($0.rawValue)" }
            + ObservationStatus.allCases.map { "sdmx.OBS_STATUS.\($0.rawValue)" }
            + StatementKind.allCases.map { "kind.\($0.rawValue)" }
        for key in keys { #expect(ReportWordTable.entries[key] != nil, "\(key)") }
    }
}
