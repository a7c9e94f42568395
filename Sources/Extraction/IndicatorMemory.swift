import PipelineDefinition
import Reading
import StatisticalModel

/// The indicators that a sentence has named, for the figures that name none or only half of one.
struct IndicatorMemory {
    let list: TokenList
    private let words: NameLexicon
    /// The indicator stated last, in this sentence or the one before.
    private(set) var topic: String
    /// What the topic is about: 规上工业企业 of 规上工业企业净增.
    private var subject: String

    private struct Stated {
        /// The base of the unit.
        var unit: String
        var name: String
        var subject: String
        var isCount: Bool
    }
    /// The indicators of this sentence, latest last.
    private var stated: [Stated] = []
    /// How many of them stood before the last semicolon.
    private var segment = 0
    private var lastWasChange = false
    /// The words of the clause before, where it stated no figure.
    var silent = ""
    /// A figure stood since the last semicolon.
    private var hasStated = false

    init(list: TokenList, words: NameLexicon, topic: String) {
        self.list = list
        self.words = words
        self.topic = topic
        subject = topic
    }

    typealias Mark = (topic: String, subject: String, silent: String)
    /// What a bracket must not change.
    var mark: Mark {
        get { (topic, subject, silent) }
        set { (topic, subject, silent) = newValue }
    }

    mutating func passSemicolon() {
        hasStated = false
        segment = stated.count
    }

    mutating func remember(_ name: String, _ quantity: ScannedQuantity, _ left: LeftWords) {
        guard !name.isEmpty else { return }
        silent = ""
        hasStated = true
        lastWasChange = left.isChange
        topic = name
        if !left.isContinuation { subject = bare(name, left) }
        if stated.count > 15 {
            stated.removeFirst()
            segment = max(0, segment - 1)
        }
        stated.append(
            Stated(
                unit: quantity.measure?.base.name ?? quantity.unit, name: name, subject: subject,
                isCount: quantity.isCounter))
    }

    /// `name` without the verb of increase at either end: what 总数 and 占比 go on about.
    private func bare(_ name: String, _ left: LeftWords) -> String {
        if !left.trailing.isEmpty, name.hasSuffix(left.trailing) { return String(name.dropLast(left.trailing.count)) }
        return name.hasPrefix(left.increment) ? String(name.dropFirst(left.increment.count)) : name
    }

    /// Whether `name` is that of a rate, which may be negative: 自然增长率, 增速.
    func isRate(_ name: String) -> Bool { words.rates.contains { name.hasSuffix($0) } }

    private func isMeasure(_ name: String) -> Bool {
        name.unicodeScalars.contains("占") || words.measures.contains { name.hasSuffix($0) }
    }

    /// The indicator of a figure, or one for each of the figures that share their words, and the rule that named it.
    func names(_ part: ClausePart) -> (names: [String], rule: ReadingRule) {
        let left = words.adverbs.contains(part.left.name) ? "" : part.left.name
        if part.group.count > 1, let parties = parties(part, left) { return (parties, .respectively) }
        var name: String
        var rule = ReadingRule.clause
        if left.isEmpty, part.right.isEmpty {
            (name, rule) = recalled(part)
        } else if part.right.isEmpty {
            name = completed(left, part)
            if name != left { rule = .continuedName }
        } else if left.isEmpty {
            (name, rule) = isCompletion(part) ? recalled(part) : ("", .nameAfter)
            name += part.right
        } else {
            name = left + part.right
        }
        let names = IndicatorList(words: words)
        if part.right.isEmpty || part.left.isShared, part.group.count > 1,
            let shared = names.distributed(part.right.isEmpty ? name : left, over: part.group.count)
        {
            return (shared, .list)
        }
        return (part.right.isEmpty ? names.shared(name, isMarked: part.left.isShared) : [name], rule)
    }

    /// 城镇…38742元、农村…21655元，分别增长4.3%、7.2%: as many indicators as figures, those stated last.
    private func parties(_ part: ClausePart, _ left: String) -> [String]? {
        guard part.right.isEmpty, left.isEmpty || part.left.isContinuation else { return nil }
        let isOfSubject = part.left.isContinuation || part.left.isChange && isShare(part)
        var result: [String] = []
        for entry in stated.reversed() where result.count < part.group.count {
            let name = isOfSubject ? entry.subject : entry.name
            if !result.contains(name) { result.append(name) }
        }
        guard result.count == part.group.count else { return nil }
        return result.reversed().map { $0 + left }
    }

    private func isShare(_ part: ClausePart) -> Bool {
        list.quantity(part.group[part.group.count - 1])?.isShare == true
    }

    /// 1个环节0.5个工作日办结: what is done within the time is the topic.
    private func isCompletion(_ part: ClausePart) -> Bool {
        let next = part.group[part.group.count - 1] + 1
        return next < list.tokens.count && list.roles(next).contains(.completion) && !stated.isEmpty
    }

    /// The indicator taken up again where a figure names none.
    private func recalled(_ part: ClausePart) -> (name: String, rule: ReadingRule) {
        if part.left.isChange, !stated.isEmpty {
            // A rate of change is that of the indicator, not of its share; points are those of the share.
            return (isShare(part) ? subject : topic, .recalledName)
        }
        if !silent.isEmpty, !part.left.isOfWhich { return (silent, .precedingClause) }
        // 产能翻一番、达10万吨; 提高3个百分点，达到56%
        if part.left.isLevel, lastWasChange, isShare(part) || part.isLater { return (topic, .recalledName) }
        let unit = unit(part)
        return (stated.last { $0.unit == unit }?.name ?? topic, .recalledName)
    }

    private func unit(_ part: ClausePart) -> String {
        list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
    }

    /// 占全市的, 占比, 净增, 时间: words that need the indicator before them.
    private func completed(_ name: String, _ part: ClausePart) -> String {
        if isIncrementAlone(name, part.left), !subject.isEmpty {
            return topic.hasPrefix(part.left.trailing) ? topic : subject + part.left.trailing
        }
        if part.left.isContinuation, !subject.isEmpty {
            let known = !hasStated && !silent.isEmpty ? silent : subject
            return known.hasSuffix(name) ? known : known + name
        }
        guard !stated.isEmpty else { return name }
        if part.left.isOfWhich, part.left.isLevel, isShare(part), !isMeasure(name) { return name + "占比" }
        if words.facets.contains(name) { return facet(name) }
        guard name.utf8.count <= 6 else { return name }
        let unit = unit(part)
        let known = stated.suffix(from: segment).last { entry in
            entry.unit == unit && entry.name.contains(name)
                && (!part.left.isOfWhich || entry.name.hasSuffix(name) || entry.name.hasPrefix(name))
        }
        return known?.name ?? name
    }

    /// 净增, 年均净增: a verb of increase without what increases.
    private func isIncrementAlone(_ name: String, _ left: LeftWords) -> Bool {
        guard !left.trailing.isEmpty, name.hasSuffix(left.trailing) else { return false }
        let head = name.dropLast(left.trailing.count)
        return head.isEmpty || words.adverbs.contains(String(head))
    }

    /// 企业开办环节…，时间: another side of the same subject.
    private func facet(_ name: String) -> String {
        guard let old = words.facets.first(where: { subject.hasSuffix($0) && subject != $0 }) else { return name }
        return String(subject.dropLast(old.count)) + name
    }

    /// 重点项目380个、完成投资2100亿元: the things counted before, of which a sum is the sum; empty for other names.
    func counted(_ name: String) -> String {
        words.sums.contains(name) && stated.last?.isCount == true ? subject : ""
    }
}
