import PipelineDefinition
import Reading
import StatisticalModel

/// What a change is against: the words 比, 较, 同比 that stand before a figure in its clause.
struct ComparisonBase {
    let list: TokenList
    /// How many tokens back the words may stand.
    private static let reach = 40

    /// 同比 or 比上年 before the figure.
    func hasFactCue(before index: Int) -> Bool {
        var position = index - 1
        while position >= max(0, index - Self.reach), !list.isBoundary(position) {
            if list.roles(position).contains(.kindCue) { return true }
            position -= 1
        }
        return false
    }

    /// The year behind 比 or 较 before the figure, or the year before its own.
    func setBase(_ draft: inout StatementDraft, before index: Int) {
        var position = index - 1
        while position >= max(0, index - Self.reach), !list.isBoundary(position) {
            if case .date(let date) = list.tokens[position].kind, position > 0, list.roles(position - 1).contains(.base)
            {
                draft.baseYear = list.dates[date].year
                return
            }
            if !list.roles(position).isDisjoint(with: [.baseLastYear, .base]) { draft.isAgainstLastYear = true }
            if draft.isAgainstLastYear { return }
            position -= 1
        }
    }
}
