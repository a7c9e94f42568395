import PipelineDefinition
import SourceText
import StatisticalModel

/// Completes names whose head the sentence states only once: 12345热线响应率100%，解决率、满意率90%.
///
/// 解决率 alone names nothing; with the head of the indicator before it in the same sentence it does, and only
/// where that whole name is known.
struct SharedHead {
    let catalogue: IndicatorCatalogue

    func complete(_ normalized: inout NormalizedStatement, after before: NormalizedStatement) {
        let (statement, other) = (normalized.statement, before.statement)
        guard before.indicator != nil, statement.source == .prose, other.source == .prose,
            statement.provenance.document == other.provenance.document,
            statement.provenance.bulletin == other.provenance.bulletin,
            let sentence = statement.provenance.sentence, sentence == other.provenance.sentence,
            statement.kind == other.kind,
            normalized.baseUnit == before.baseUnit
        else { return }
        guard let found = indicator(named: statement.indicator, behindHeadOf: names(of: before), normalized.baseUnit)
        else { return }
        normalized.indicator = found.code
        normalized.pipeline = found.pipeline
    }

    /// The name as printed and as catalogued: behind 解决率 a following 满意率 still finds the head.
    private func names(of before: NormalizedStatement) -> [String] {
        [before.statement.indicator] + (before.indicator.flatMap { catalogue[$0] }.map { [$0.name] } ?? [])
    }

    private func indicator(named name: String, behindHeadOf names: [String], _ unit: UnitCode?) -> Indicator? {
        for head in names {
            for length in stride(from: head.unicodeScalars.count - 1, to: 1, by: -1) {
                let start = String(scalars: head.unicodeScalars.prefix(length))
                if let found = catalogue.match(name: start + name, unit: unit) { return found }
            }
        }
        return nil
    }
}
