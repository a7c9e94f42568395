import SourceText
import StatisticalModel

/// datapackage.json: every CSV file of an edition with its schema, key, size and digest, and the page and calendar (Data Package v2).
public enum DataPackage {
    public static let path = "datapackage.json"

    /// The package of `resources`: ``DataResource/description(of:)`` of each file.
    static func file(_ report: EditionReport, resources: [JSONValue]) -> EditionFile {
        let document = JSONValue.object([
            ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
            ("name", .text("gongbao-\(DataResource.name(of: report.edition))")), ("title", .text(title(report))),
            ("version", .text(report.asOf.description)), ("licenses", .array([licence(report)])),
            ("contributors", .array([.object([("title", .text("gongbao \(report.programVersion)"))])])),
            ("sources", .array(sortedByKey(report.inputs) { [$0.name] }.map { .object([("title", .text($0.name))]) })),
            ("resources", .array(resources)),
        ])
        return EditionFile(path: path, bytes: document.bytes)
    }

    /// The licence that the office states by `--licence`. Without one it is not specified: only the office can say, and
    /// what gongbao knows is that official documents bear no copyright.
    private static func licence(_ report: EditionReport) -> JSONValue {
        guard let stated = report.settings["licence"] else {
            return .object([
                ("name", .text("notspecified")), ("title", .text(ReportWords(report.language)("package.licence"))),
            ])
        }
        return .object([("name", .text(stated))])
    }

    private static func title(_ report: EditionReport) -> String {
        [report.title, report.area, report.asOf.description].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
