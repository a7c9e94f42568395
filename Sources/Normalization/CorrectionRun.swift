import PipelineDefinition
import StatisticalModel

/// Applies corrections.csv to the statements, and fails loudly where the source has changed.
struct CorrectionRun {
    private struct Place: Hashable {
        let bulletin: String
        let line: Int
    }

    private let corrections: [Correction]
    private var byPlace: [Place: [Int]] = [:]
    private var used: Set<Int> = []
    /// What stood there instead of the expected value.
    private var found: [Int: String] = [:]

    init(_ corrections: [Correction]) {
        self.corrections = corrections
        for (index, correction) in corrections.enumerated() {
            byPlace[Place(bulletin: correction.bulletin, line: correction.line), default: []].append(index)
        }
    }

    /// The statement as corrected; `nil` where it is dropped.
    mutating func apply(to statement: Statement, _ notes: inout [FindingNote]) -> Statement? {
        let place = Place(bulletin: statement.provenance.bulletin, line: statement.provenance.line)
        var result = statement
        for index in byPlace[place] ?? [] {
            let correction = corrections[index]
            guard correction.indicator.isEmpty || correction.indicator == statement.indicator else { continue }
            guard Self.has(statement, correction.expected) else {
                found[index] = statement.quantity.map { "\($0.value)" } ?? statement.wording ?? ""
                continue
            }
            used.insert(index)
            if correction.action == .override, !StatementField.set(correction.field, to: correction.value, in: &result)
            {
                notes.append(
                    note(
                        correction, check: "correction-invalid", found: .text("\(correction.field)=\(correction.value)")
                    ))
                continue
            }
            notes.append(
                .about(
                    statement, check: "correction-\(correction.action.rawValue)",
                    severity: correction.action == .flag ? .warning : .info, expected: .text(correction.expected),
                    found: .text(correction.reason)))
            if correction.action == .drop { return nil }
        }
        return result
    }

    /// An error for each correction whose statement is gone or has another value.
    func unused() -> [FindingNote] {
        corrections.indices.filter { !used.contains($0) }.map {
            note(corrections[$0], check: "correction-stale", found: .text(found[$0] ?? ""))
        }
    }

    private static func has(_ statement: Statement, _ expected: String) -> Bool {
        guard let quantity = statement.quantity else { return statement.wording == expected }
        return DecimalNumber(expected) == quantity.value
    }

    private func note(_ correction: Correction, check: String, found: FindingText) -> FindingNote {
        FindingNote(
            check: check, severity: .error, bulletin: correction.bulletin, line: correction.line,
            subject: .text("\(correction.path):\(correction.row)"), expected: .text(correction.expected), found: found)
    }
}
