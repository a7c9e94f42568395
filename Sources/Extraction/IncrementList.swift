import PipelineDefinition
import Reading
import StatisticalModel

/// 新增高新技术企业20家、科技型中小企业25家: the verb of increase before the first of a list holds for all.
struct IncrementList {
    private var verb = ""
    private var unit = ""
    /// A list mark stands between the figure before and the next one.
    var isListed = false

    /// Gives the verb to a figure that stands in the list without a verb of its own, in the same unit; true where it
    /// does.
    mutating func complete(_ left: inout LeftWords, _ quantity: ScannedQuantity?, words: NameLexicon) -> Bool {
        let own = quantity.map { $0.isCounter ? "" : $0.measure?.base.name ?? $0.unit } ?? "?"
        if left.isIncrement {
            (verb, unit) = (left.increment, own)
        } else if words.objectless.contains(left.name) {
            // 新开工住房3200套、竣工2800套: another verb with the same object.
            return false
        } else if isListed, !verb.isEmpty, own == unit, !left.hasVerb, !left.hasLead, !left.name.isEmpty,
            left.head.isDisjoint(with: .action), !left.isContinuation
        {
            left.name = verb + left.name
            left.increase = .inName(verb)
            return true
        } else {
            verb = ""
        }
        return false
    }
}
