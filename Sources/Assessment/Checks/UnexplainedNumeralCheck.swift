import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// One row for each bulletin: how many numerals nothing explains, of how many, and in which lines.
    ///
    /// The threshold is the number of lines that are named.
    static let unexplainedNumeral = OutcomeCheck("unexplained-numeral") { run, context in
        let ledger = Dictionary(grouping: run.ledger, by: \.bulletin)
        return run.bulletins.compactMap { bulletin in
            let entries = ledger[bulletin.name] ?? []
            let open = entries.filter { $0.fate == .unexplained }
            guard let first = open.first else { return nil }
            return context.note(
                bulletin.name, line: first.line,
                subject: .phrase(.lines, [lines(of: open, atMost: context.threshold)]),
                expected: .phrase(.numeralsExplained, []),
                found: .phrase(.numeralsOpen, [String(entries.count), String(open.count)]))
        }
    }

    /// 264 ×2, 277: the lines in order, the further ones counted.
    private static func lines(of entries: [LedgerEntry], atMost limit: DecimalNumber) -> String {
        var counts: [(line: Int, count: Int)] = []
        for entry in entries {
            if counts.last?.line == entry.line {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((entry.line, 1))
            }
        }
        let named = counts.enumerated().filter { limit.isZero || DecimalNumber($0.offset) < limit }.map { item in
            item.element.count == 1 ? "\(item.element.line)" : "\(item.element.line)×\(item.element.count)"
        }
        let rest = counts.count - named.count
        return named.joined(separator: ", ") + (rest > 0 ? " … +\(rest)" : "")
    }
}
