import SourceText
import StatisticalModel

/// datapackage.json: every CSV file of an edition with its schema, key, size and digest (Data Package v2).
public enum DataPackage {
    public static let path = "datapackage.json"

    /// The description of those `files` that are CSV.
    public static func file(_ report: EditionReport, files: [EditionFile]) -> EditionFile {
        let resources = files.filter { $0.path.hasSuffix(".csv") }.map { DataResource($0).document }
        let document = JSONValue.object([
            ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
            ("name", .text("gongbao-\(DataResource.name(of: report.edition))")), ("title", .text(title(report))),
            ("version", .text(report.asOf.description)),
            ("contributors", .array([.object([("title", .text("gongbao \(report.programVersion)"))])])),
            ("sources", .array(sortedByKey(report.inputs) { [$0.name] }.map { .object([("title", .text($0.name))]) })),
            ("resources", .array(resources)),
        ])
        return EditionFile(path: path, bytes: document.bytes)
    }

    private static func title(_ report: EditionReport) -> String {
        [report.title, report.area, report.asOf.description].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
