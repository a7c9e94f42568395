import PipelineDefinition
import StatisticalModel

/// Reports the indicators that no pipeline knows: each name once a bulletin, with its lines and the nearest known names.
enum UnknownIndicators {
    static func notes(on statements: [NormalizedStatement], catalogue: IndicatorCatalogue) -> [FindingNote] {
        var order: [[String]] = []
        var places: [[String]: [Statement]] = [:]
        for statement in statements where statement.indicator == nil {
            let name = [statement.statement.provenance.bulletin, statement.statement.indicator]
            if places[name] == nil { order.append(name) }
            places[name, default: []].append(statement.statement)
        }
        let known = NearIndicators(catalogue)
        return order.compactMap { name in
            guard let statements = places[name], let first = statements.first else { return nil }
            let nearest = known.nearest(name: first.indicator).map { "\($0.code) \($0.name)" }
            return .about(
                first, check: "unknown-indicator", severity: first.source == .table ? .warning : .info,
                expected: nearest.isEmpty ? "" : .phrase(.nearest, [nearest.joined(separator: "；")]),
                found: .list(.noCode, lines(of: statements)))
        }
    }

    private static func lines(of statements: [Statement]) -> [String] {
        var lines: [Int] = []
        for statement in statements where lines.last != statement.provenance.line {
            lines.append(statement.provenance.line)
        }
        return lines.map(String.init)
    }
}
