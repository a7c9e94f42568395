import PipelineDefinition
import StatisticalModel

/// The indicators that a sentence has named, for the figures that name none or only half of one.
struct IndicatorMemory {
    let list: TokenList
    /// The indicator stated last, in this sentence or the one before.
    private(set) var topic: String
    /// What the topic is about: 规上工业企业 of 规上工业企业净增.
    private var subject: String
    /// The indicators of this sentence by the base of their unit, latest last.
    private var topics: [(unit: String, name: String)] = []
    /// The words of the clause before, where it stated no figure.
    var silent = ""
    /// A figure stood since the last semicolon.
    private var hasStated = false

    init(list: TokenList, topic: String) {
        self.list = list
        self.topic = topic
        subject = topic
    }

    typealias Mark = (topic: String, subject: String)
    /// What a bracket must not change.
    var mark: Mark {
        get { (topic, subject) }
        set { (topic, subject) = newValue }
    }

    mutating func passSemicolon() { hasStated = false }

    mutating func remember(_ name: String, _ quantity: ScannedQuantity, _ left: IndicatorNamer.Left) {
        guard !name.isEmpty else { return }
        silent = ""
        hasStated = true
        topic = name
        if !left.isContinuation {
            subject = name.hasSuffix(left.trailing) ? String(name.dropLast(left.trailing.count)) : name
        }
        if topics.count > 15 { topics.removeFirst() }
        topics.append((quantity.measure?.base.name ?? quantity.unit, name))
    }

    /// Words that name nothing by themselves.
    private static let adverbs: Set<String> = ["累计", "年均", "平均", "合计", "共", "总", "每", "我们", "达", "末", "数"]

    func names(_ part: ClausePart) -> [String] {
        let left = Self.adverbs.contains(part.left.name) ? "" : part.left.name
        let name: String
        if left.isEmpty, part.right.isEmpty {
            name = recalled(part)
        } else if part.right.isEmpty {
            name = completed(left, part)
        } else if left.isEmpty {
            name = part.right
        } else {
            name = left + part.right
        }
        if part.right.isEmpty || part.left.isShared, part.group.count > 1 {
            let parts = IndicatorList.completed(IndicatorList.parts(of: part.right.isEmpty ? name : left))
            if parts.count >= part.group.count { return parts }
        }
        return part.right.isEmpty ? IndicatorList.shared(name, isMarked: part.left.isShared) : [name]
    }

    /// The indicator taken up again where a figure names none.
    private func recalled(_ part: ClausePart) -> String {
        let unit = list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
        if part.left.isChange, !topics.isEmpty {
            // A rate of change is that of the indicator, not of its share; points are those of the share.
            return list.quantity(part.group[0])?.isShare == true ? subject : topic
        }
        if !silent.isEmpty, !part.left.isOfWhich { return silent }
        return topics.last { $0.unit == unit }?.name ?? topic
    }

    /// 占全市的, 占比, 培育: words that need the indicator before them.
    private func completed(_ name: String, _ part: ClausePart) -> String {
        if part.left.isContinuation {
            let known = !hasStated && !silent.isEmpty ? silent : subject
            return known.hasSuffix(name) ? known : known + name
        }
        guard name.utf8.count <= 6, !topics.isEmpty else { return name }
        let unit = list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
        if let known = topics.last(where: { $0.unit == unit && $0.name.contains(name) }) { return known.name }
        return name
    }
}
