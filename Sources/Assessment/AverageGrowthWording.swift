import PipelineDefinition
import Reading
import StatisticalModel

/// Whether a change is an average growth a year (年均增长7%), which the codes of a statement do not say.
///
/// The words are looked for in the statement's name and qualifier, then in its clause before the printed number.
struct AverageGrowthWording {
    let names: NameLexicon

    func isStated(by observation: Observation) -> Bool {
        if states(observation.indicatorName) || states(observation.qualifier) { return true }
        return observation.sources.contains { statement in
            // [14] in the column 年均增速[累计] is a total.
            guard !statement.isPlanTotal else { return false }
            return states(statement.indicator) || states(statement.qualifier) || states(FigureClause.before(statement))
        }
    }

    private func states(_ text: String) -> Bool { states(Array(text.utf8)[...]) }

    private func states(_ bytes: ArraySlice<UInt8>) -> Bool { names.saysAverageGrowth(bytes) }
}
