import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// 新增高新技术企业20家、科技型中小企业25家: the verb of increase before the first of a list holds for all.
struct IncrementList {
    private var verb = ""
    private var unit = ""
    /// The things added stand behind their counts: 新增3个院士工作站、7个博士后工作站.
    private var isBehind = false
    /// The verb is one of action (引进, 盘活), which adds nothing to a level.
    private var isAction = false
    /// The verb goes on about what was stated before (惠及企业3400家、职工9万人).
    private var isContinued = false
    /// What the verb adds first: 国家级示范社.
    private var object = ""
    /// A list mark stands between the figure before and the next one.
    var isListed = false

    private static func head(of left: LeftWords) -> String {
        String(decoding: Array(left.name.utf8)[..<left.headLength], as: UTF8.self)
    }

    /// 示范社 for 省级 behind 国家级示范社; empty where the words are no class alone, or the first were none.
    private func noun(behind name: String, _ words: NameLexicon) -> Substring {
        guard let ending = words.classEndings.longest(of: name), name.count <= Self.longestClass,
            let start = object.indices.first(where: { object[$0...].begins(with: ending) }),
            object[..<start].count < Self.longestClass
        else { return "" }
        return object[start...].dropFirst(ending.count)
    }
    /// Characters of the longest name of a class: 自治区级.
    private static let longestClass = 4

    /// Gives the verb to a figure that stands in the list without a verb of its own, in the same unit; true where it
    /// does.
    mutating func complete(
        _ left: inout LeftWords, right: String, _ quantity: ScannedQuantity?, _ shared: SharedLibrary
    ) -> Bool {
        let own = quantity.map { $0.isCounter ? "" : $0.measure?.base.name ?? $0.unit } ?? "?"
        if left.isIncrement {
            // 城镇新增就业1万人、劳动力转移就业2万人: a verb within a name is that name's alone.
            let isHead = left.name.begins(with: left.increment) || !left.trailing.isEmpty
            (verb, unit) = (isHead ? left.increment : "", own)
            object = String(left.name.dropFirst(verb.count))
            isBehind = left.name == verb && !right.isEmpty
            (isAction, isContinued) = (false, false)
        } else if left.head.contains(.action), left.headLength < left.name.utf8.count, right.isEmpty {
            // 引进人才136名、博士62名: the verb is no increase, but it holds for the list.
            (verb, unit, isBehind, isAction, isContinued) = (Self.head(of: left), own, false, true, false)
        } else if left.head.contains(.continuationHead), left.headLength < left.name.utf8.count, right.isEmpty,
            quantity?.isCounter == true
        {
            (verb, unit, isBehind, isAction, isContinued) = (Self.head(of: left), own, false, true, true)
        } else if left.head.contains(.action), left.headLength == left.name.utf8.count, !right.isEmpty {
            // 盘活3户停产企业、4户僵尸企业
            (verb, unit, isBehind, isAction, isContinued) = (left.name, own, true, true, false)
        } else if isBehind, isListed, !verb.isEmpty, own == unit, left.name.isEmpty, !right.isEmpty, !left.hasVerb,
            !left.hasLead
        {
            left.name = verb
            if !isAction { left.increase = .inName(verb) }
            return true
        } else if shared.library.names.objectless.contains(left.name) {
            // 新开工住房3200套、竣工2800套: another verb with the same object.
            return false
        } else if isListed, !verb.isEmpty, own == unit, !left.hasVerb, !left.hasLead, !left.name.isEmpty,
            left.head.isDisjoint(with: .action), !left.isContinuation
        {
            left.name = verb + left.name + noun(behind: left.name, shared.library.names)
            if isContinued { (left.head, left.headLength) = (.continuationHead, verb.utf8.count) }
            if !isAction { left.increase = .inName(verb) }
            return true
        } else {
            verb = ""
        }
        return false
    }
}
