import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What the figures of one clause are of, where a list says for all of them what its first or its last member has.
///
/// `宝丰260万吨煤制烯烃和40万吨绿氢制烯烃项目`: both are of 宝丰; `推进60个老旧小区、300栋危旧房屋改造`: both are renovated.
struct ListedThings {
    let roles: QuantityRoles

    private var words: NameLexicon { roles.shared.library.names }

    struct Thing {
        /// The drafts of its figures, by their place among the sentence's.
        var drafts: Range<Int>
        /// The words before and behind the figure.
        var left: String
        var right: String
        /// The base of the unit; empty for a count.
        var unit: String
        /// A list mark parts it from the figure before.
        var isListed: Bool
        /// Only a verb that leads to it, or nothing, stands before it.
        var isPlain: Bool

        init(drafts: Range<Int>, _ part: ClausePart, _ quantity: ScannedQuantity?, _ isListed: Bool) {
            self.drafts = drafts
            left = part.left.name
            right = part.right
            unit = quantity.map { $0.isCounter || $0.isShare ? "" : $0.measure?.base.name ?? $0.unit } ?? ""
            self.isListed = isListed
            isPlain =
                !part.left.isLevel && !part.left.isChange && !part.left.isIncrement && part.relation == nil
                && part.left.comparator == nil && !part.isCompletion
        }
    }

    func complete(_ drafts: inout [StatementDraft], of things: [Thing]) {
        guard things.count > 1 else { return }
        var first = 0
        while first < things.count {
            var last = first
            while last + 1 < things.count, things[last + 1].isListed, things[last + 1].isPlain,
                !things[last + 1].right.isEmpty, isHeadless(things[last + 1])
            {
                last += 1
            }
            if last > first, !things[first].right.isEmpty, things[first].isPlain {
                shareHead(things[first...last], &drafts)
                shareAction(things[first...last], &drafts)
            }
            first = last + 1
        }
    }

    private func isHeadless(_ thing: Thing) -> Bool {
        thing.left.isEmpty || roles.lexicon.holds(.joint, thing.left)
    }

    /// 博源化学年产10万吨甲胺、16万吨甲胺衍生物: capacities in one unit are of one owner.
    private func shareHead(_ things: ArraySlice<Thing>, _ drafts: inout [StatementDraft]) {
        guard let first = things.first, !first.unit.isEmpty, !first.left.isEmpty, !isHeadless(first) else { return }
        for thing in things.dropFirst() where thing.unit == first.unit {
            var head = Array(first.left.utf8)[...]
            if !thing.left.isEmpty,
                let yearly = roles.lexicon.word(.yearly, in: Array(head), before: head.count, from: 0)
            {
                head = head.dropLast(yearly.bytes.count)
            }
            let owner = String(decoding: head, as: UTF8.self)
            for index in thing.drafts where drafts[index].contextReason == nil {
                drafts[index].indicator = owner + drafts[index].indicator
            }
        }
    }

    /// 60个老旧小区、300栋危旧房屋改造: what is done to the last is done to all.
    private func shareAction(_ things: ArraySlice<Thing>, _ drafts: inout [StatementDraft]) {
        guard let last = things.last, things.allSatisfy({ $0.left.isEmpty }),
            let action = words.sharedActions.longest(of: last.right), action.count < last.right.count
        else { return }
        for thing in things.dropLast() where !words.sharedActions.end(thing.right) && !endsInStage(thing.right) {
            for index in thing.drafts where drafts[index].contextReason == nil {
                drafts[index].indicator += action
            }
        }
    }

    private func endsInStage(_ name: String) -> Bool { roles.lexicon.ends(name, with: .stage) }
}
