import DelimitedText
import History
import Publishing
import SourceText
import StatisticalModel

extension PastEdition {
    /// The newest edition of `output` that counts to a day before `asOf`; `nil` without one that can be read.
    ///
    /// An edition named `name` is left out: it is the one that is being made, and asking it would change the bytes of
    /// a second run. So are trials and what no history knows, unless they are of the same series.
    static func before(_ asOf: CalendarDate, except name: String, output: String) -> PastEdition? {
        func series(_ name: String) -> String { EditionMark(name: name, asOf: asOf, digest: "").series }
        let own = ["", series(name)]
        guard
            let edition = (try? EditionList(output: output))?.editions.last(where: {
                $0.name != name && $0.isRecorded && $0.asOf.lastDay < asOf.lastDay && own.contains(series($0.name))
            }), let bytes = try? FileBytes.read("\(edition.path)/progress.csv"),
            let records = try? CSVReader.records(bytes), let header = records.first?.fields
        else { return nil }
        var standings: [Key: Standing] = [:]
        for record in records.dropFirst() {
            func field(_ column: String) -> String {
                guard let index = header.firstIndex(of: column), index < record.fields.count else { return "" }
                return record.fields[index]
            }
            guard let lamp = Lamp(rawValue: field("lamp")), let status = ProgressStatus(rawValue: field("status"))
            else { continue }
            let key = Key(
                ["indicator_code", "region", "qualifier", "form", "target_year"].map(field),
                target: DecimalNumber(field("target_value")))
            if standings[key] != nil { continue }
            standings[key] = Standing(
                lamp: lamp, status: status, latest: DecimalNumber(field("latest_value")),
                latestYear: field("latest_year"), elapsed: DecimalNumber(field("elapsed")),
                isProvisional: field("provisional") == "yes")
        }
        return PastEdition(name: edition.name, asOf: edition.asOf, standings: standings)
    }
}
