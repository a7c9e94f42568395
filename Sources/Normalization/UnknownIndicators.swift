import PipelineDefinition
import StatisticalModel

/// Reports the indicators that no pipeline knows: those of tables by name, those of prose by number.
enum UnknownIndicators {
    static func notes(on statements: [NormalizedStatement], catalogue: IndicatorCatalogue) -> [FindingNote] {
        var notes: [FindingNote] = []
        var seen: Set<String> = []
        var counts: [String: Int] = [:]
        for normalized in statements where normalized.indicator == nil {
            let statement = normalized.statement
            guard statement.source == .table else {
                counts[statement.provenance.bulletin, default: 0] += 1
                continue
            }
            guard seen.insert("\(statement.provenance.bulletin)\u{0}\(statement.indicator)").inserted else { continue }
            let nearest = catalogue.nearest(name: statement.indicator).map { "\($0.code) \($0.name)" }
            notes.append(
                .about(
                    statement, check: "unknown-indicator", expected: nearest.joined(separator: "；"),
                    found: statement.indicator))
        }
        for (bulletin, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            notes.append(
                FindingNote(
                    check: "unknown-indicator", severity: .info, bulletin: bulletin, subject: "prose", found: "\(count)"
                ))
        }
        return notes
    }
}
