import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What the sentences of a paragraph have named so far, for the next one.
struct ParagraphNames: Sendable {
    /// The indicator stated last.
    var topic = ""
    /// What the topic is about: 规上工业企业 of 规上工业企业净增.
    var subject = ""
    /// The indicator that the paragraph opened with.
    var root = ""
    /// The measures that parts may share, each with the unit of its level, the latest last.
    var wholes: [SharedMeasure] = []
    /// The indicators that one list of figures stated last, for a list that goes on about them.
    var listed: [String] = []
    /// The short sentence without figures that the paragraph opens with: 一般公共预算.
    var head = ""
    /// The last figure was one of a part.
    var isOfParts = false
    /// The institutions counted, in a unit of their own (普通小学16万所).
    var institution: Set<String> = []
    /// 中心城区 of 中心城区绿地率: where what was stated last was measured.
    var scope = ""
}

/// A measure that the names of parts leave unsaid: 播种面积 of 粮食播种面积, in 亩.
struct SharedMeasure: Sendable {
    var name: String
    var ofPart: String
    /// The base of the unit, one of several kinds as printed; empty for a change.
    var unit: String

    /// 头 is among 头（只）, the unit of a whole of several kinds.
    func isIn(_ unit: String) -> Bool {
        self.unit == unit || !unit.isEmpty && self.unit.contains("（") && self.unit.contains(unit)
    }
}

/// The names that a sentence states, and how each figure's words link to those before them.
///
/// 粮食播种面积126万亩。其中，水稻61万亩，增长1.1%: the first figure's words are a name of their own (subject 粮食,
/// measure 播种面积); 水稻 is part of it and takes the measure; the growth names nothing and continues 水稻播种面积.
struct SentenceChart {
    /// How a figure's words come to a name.
    enum Link {
        /// They are one.
        case own
        /// They name nothing, or only go on: 净增, 总数.
        case continues
        /// They name a part whose measure the whole has said: 其中，水稻.
        case partOf
        /// They name a part of what was added: 新登记企业3000户，其中制造业企业300户.
        case addedPart
        /// They name a measure whose subject was said before: 支出.
        case sharesSubject
        /// They set the indicator before in proportion: 占全国的, 为预算的.
        case ratioOf
    }

    struct Naming {
        var names: [String]
        var rule: ReadingRule
        /// 新开工住房21栋、建筑面积3万平方米: what is measured of things added is added too.
        var isIncrement = false
        /// 小学、初中、高中分别招生1200人、900人: more are named than there are figures.
        var isUnmatched = false
    }

    let list: TokenList
    private let shared: SharedLibrary
    private(set) var paragraph: ParagraphNames

    private struct Stated {
        /// The base of the unit.
        var unit: String
        var name: String
        var subject: String
        var isCount: Bool
        var isIncrement: Bool
        var isLevel: Bool
        var isPart: Bool
    }
    /// The indicators of this sentence, latest last.
    private var stated: [Stated] = []
    /// How many of them stood before the last semicolon.
    private var segment = 0
    private var lastWasChange = false
    /// The figure before was a rate of change.
    private(set) var lastWasGrowth = false
    /// The same, by a share and not by points: 增长4.6%.
    private var lastWasRate = false
    /// The unit of that share.
    private var shareUnit = ""
    /// The link of the figure stated last.
    private var lastLink = Link.own
    /// 投诉 of 投诉1小时内联系、24小时内反馈: what is done within the times of the sentence.
    private var done = ""
    /// The words of the clause before, where it stated no figure.
    var silent = ""
    /// A figure stood since the last semicolon.
    private var hasStated = false
    /// What stands in a bracket without a name is of the figure before it.
    var isInBracket = false
    /// What follows are parts.
    private var division = Division.none
    private var isDivided: Bool { division != .none }
    /// How many figures stood before the division.
    private var dividedAt = 0

    private var words: NameLexicon { shared.library.names }

    init(list: TokenList, shared: SharedLibrary, paragraph: ParagraphNames) {
        self.list = list
        self.shared = shared
        self.paragraph = paragraph
        if paragraph.isOfParts { division = .some }
        let isOfParts = list.tokens.indices.first.map { list.roles($0).contains(.ofWhich) } ?? false
        if !isOfParts { self.paragraph.scope = "" }
    }

    /// The figure stated last has no unit.
    var lastIsBare: Bool { stated.last?.unit.isEmpty == true }

    /// The indicator stated last in the unit of `quantity`, else the one stated last.
    func lastName(in quantity: ScannedQuantity?) -> String {
        let unit = quantity.map { $0.measure?.base.name ?? $0.unit }
        return stated.last { $0.unit == unit }?.name ?? paragraph.topic
    }
    private var topic: String { paragraph.topic }
    private var subject: String { paragraph.subject }

    typealias Mark = (topic: String, subject: String, silent: String)
    /// What a bracket must not change.
    var mark: Mark {
        get { (topic, subject, silent) }
        set { (paragraph.topic, paragraph.subject, silent) = newValue }
    }

    mutating func passSemicolon() {
        hasStated = false
        segment = stated.count
        if !isDivided { paragraph.scope = "" }
    }

    // MARK: Scope

    /// 中心城区 for 人均公园绿地面积 behind 中心城区绿地率; empty for a name with a place of its own.
    func scope(of name: String) -> String {
        guard !paragraph.scope.isEmpty, !words.places.contains(where: name.holds),
            !words.scopes.values.contains(where: name.holds)
        else { return "" }
        return paragraph.scope
    }

    /// The words of place that `name` begins with: 中心市区建成区.
    private func leadingScope(_ name: String) -> String {
        var rest = name.utf8[...]
        while let word = words.scopes.longestPrefix(of: rest) { rest = rest.dropFirst(word.utf8.count) }
        return String(name[..<rest.startIndex])
    }

    /// Whether what was stated is being divided into parts.
    enum Division {
        case none
        /// 其中: some of them, each in words that may be names of their own.
        case some
        /// 分产业看, 按规模：: all of them.
        case all
    }

    mutating func divide(_ division: Division) {
        self.division = division
        dividedAt = stated.count
    }

    /// 限额以上单位商品零售额中，粮油类增长5%: the words before 中 name the whole of the parts that follow, without a
    /// figure of its own; nothing where they end in no measure.
    mutating func divide(whole name: String) {
        let span = NameSpan(name, shared)
        divide(.some)
        guard !span.subject.isEmpty, !span.ofPart.isEmpty else { return }
        paragraph.wholes.append(SharedMeasure(name: name, ofPart: span.ofPart, unit: ""))
        if paragraph.wholes.count > Self.reach { paragraph.wholes.removeFirst() }
    }

    /// Earlier names than these are not asked: a sentence's figures seldom reach further back.
    private static let reach = 16

    mutating func remember(_ name: String, _ quantity: ScannedQuantity, _ left: LeftWords) {
        guard !name.isEmpty else { return }
        silent = ""
        hasStated = true
        lastWasChange = left.isChange
        lastWasGrowth = left.isChange && quantity.isShare
        lastWasRate = lastWasGrowth && quantity.measure?.dimension != "point"
        if lastWasRate { shareUnit = quantity.measure?.base.name ?? quantity.unit }
        if left.isOfWhich { divide(.some) }
        paragraph.isOfParts = lastLink == .partOf || lastLink == .continues && paragraph.isOfParts
        let place = leadingScope(name)
        if !place.isEmpty { paragraph.scope = place }
        let unit = quantity.measure?.base.name ?? quantity.unit
        // 降水量960毫米，折合降水总量272亿立方米，比上年减少7%: the same in another unit is no subject.
        if !stated.isEmpty, words.converted.contains(where: name.begins(with:)) {
            return stated.append(
                Stated(
                    unit: unit, name: name, subject: subject, isCount: quantity.isCounter, isIncrement: false,
                    isLevel: !left.isChange, isPart: false))
        }
        // 新登记企业300户、增长13%，总量达5000户: the growth of those added leaves the subject as it is.
        let isOfAdded = left.isChange && name == topic && stated.last?.isIncrement == true
        paragraph.topic = name
        // 增长4%，加快2个百分点，环比增长1%: the rate is no subject.
        if !left.isContinuation, !isOfAdded, !isRateOfSubject(name) { paragraph.subject = bare(name, left) }
        if paragraph.root.isEmpty { paragraph.root = name }
        if !left.isChange, quantity.isCounter {
            let isOwn = words.institutionUnits.contains(quantity.measure?.base.name ?? quantity.unit)
            if isOwn { paragraph.institution.insert(name) }
        }
        // 万头（只） is the unit of parts in 头 and in 只.
        let shared = quantity.unit.unicodeScalars.contains("（") ? quantity.unit : unit
        note(name, left.isChange ? "" : shared)
        if stated.count == Self.reach {
            stated.removeFirst()
            segment = max(0, segment - 1)
            dividedAt = max(0, dividedAt - 1)
        }
        stated.append(
            Stated(
                unit: unit, name: name, subject: subject, isCount: quantity.isCounter, isIncrement: left.isIncrement,
                isLevel: !left.isChange, isPart: lastLink == .partOf))
    }

    /// Keeps the measure of a name of its own for the parts that follow.
    private mutating func note(_ name: String, _ unit: String) {
        guard lastLink == .own || lastLink == .sharesSubject else { return }
        let span = NameSpan(name, shared)
        guard !span.ofPart.isEmpty, !name.unicodeScalars.contains(words.shareSign) else {
            if lastLink == .own, !isDivided { paragraph.wholes.removeAll { $0.unit.isEmpty } }
            return
        }
        paragraph.wholes.removeAll { $0.name == name && $0.unit == unit }
        paragraph.wholes.append(SharedMeasure(name: name, ofPart: span.ofPart, unit: unit))
        if paragraph.wholes.count > Self.reach { paragraph.wholes.removeFirst() }
    }

    private func isRateOfSubject(_ name: String) -> Bool {
        let rate = shared.library.roles.rate
        return name.utf8.count == subject.utf8.count + rate.utf8.count && name.begins(with: subject)
            && name.ends(with: rate)
    }

    /// `name` without the verb of increase at either end: what 总数 and 占比 go on about.
    private func bare(_ name: String, _ left: LeftWords) -> String {
        let (trailing, increment) = (left.trailing, left.increment)
        if !trailing.isEmpty, name.ends(with: trailing) { return name.withoutLast(trailing.utf8.count) }
        return !increment.isEmpty && name.begins(with: increment) ? name.withoutFirst(increment.utf8.count) : name
    }

    /// Whether `name` is that of a rate, which may be negative: 自然增长率, 增速.
    func isRate(_ name: String) -> Bool { words.rates.contains { name.ends(with: $0) } }

    /// What a figure without a name goes on about when it is held against a plan or an average: the indicator behind a
    /// rate of growth, else what was stated last.
    var heldAgainst: String { !hasStated && !silent.isEmpty ? silent : lastWasGrowth ? subject : topic }

    func isMeasure(_ name: String) -> Bool {
        name.unicodeScalars.contains(words.shareSign) || words.measures.end(name)
    }

    // MARK: Naming

    /// 上级补助收入 of 加上级补助收入.
    private func withoutJoin(_ name: String) -> String {
        guard let join = words.joins.first(where: { name.begins(with: $0.word) && name != $0.word }) else {
            return name
        }
        return join.kept + name.dropFirst(join.word.count)
    }

    /// The indicator of a figure, or one for each of the figures that share their words, and the rule that named it.
    mutating func names(_ part: ClausePart) -> Naming {
        let own = words.rootFacets[part.left.name] == nil ? withoutJoin(part.left.name) : part.left.name
        let left = words.adverbs.contains(own) ? "" : proportion(own, part)
        lastLink = .own
        if part.group.count > 1, let parties = parties(part, left) {
            lastLink = .continues
            return Naming(names: parties, rule: .respectively)
        }
        var name: String
        var rule = ReadingRule.clause
        if left.isEmpty, part.right.isEmpty {
            (name, rule) = recalled(part)
            lastLink = .continues
        } else if part.right.isEmpty {
            (name, lastLink) = completed(left, part)
            if lastLink != .own { rule = .continuedName }
        } else if left.isEmpty {
            (name, rule) = part.isCompletion && !stated.isEmpty ? recalled(part) : ("", .nameAfter)
            if rule != .nameAfter, !done.isEmpty { name = done }
            name += part.right
        } else {
            name = left + part.right
        }
        if part.isCompletion, !left.isEmpty { done = left }
        let isIncrement =
            lastLink == .addedPart
            || lastLink == .sharesSubject && !isShare(part) && stated.last?.isIncrement == true
                && stated.last?.isCount == true
        let names = NameList(shared: shared)
        if part.group.count > 1, NameList.marks(in: left) >= part.group.count {
            return Naming(names: [name], rule: rule, isUnmatched: true)
        }
        if part.right.isEmpty || part.left.isShared, part.group.count > 1,
            let shared = partsListed(left, names, part)
                ?? names.distributed(
                    part.right.isEmpty && lastLink != .partOf ? name : left, over: part.group.count)
        {
            paragraph.listed = shared.map { ofPart($0, part) ?? $0 }
            return Naming(names: paragraph.listed, rule: .list)
        }
        // 软件业，金融业增加值分别增长9%、5%: a comma parts what the values are of.
        if part.left.isShared, part.group.count > 1, part.right.isEmpty, !silent.isEmpty, lastLink == .own,
            names.parts(of: name).count + 1 == part.group.count
        {
            let measure = NameSpan(name, shared).measure
            let first = words.isWhole(silent) ? silent : silent + measure
            return Naming(names: [first] + names.parts(of: name), rule: .list)
        }
        return Naming(
            names: part.right.isEmpty ? names.shared(name, isMarked: part.left.isShared) : [name], rule: rule,
            isIncrement: isIncrement)
    }

    /// 其中衣着、居住、医疗保健分别上涨: each of the parts takes the measure of the whole, not the end of the last.
    private func partsListed(_ left: String, _ names: NameList, _ part: ClausePart) -> [String]? {
        guard isDivided || part.left.isOfWhich, let parts = names.listed(left, over: part.group.count),
            parts.allSatisfy({ $0.count > 1 && ofPart($0, part) != nil })
        else { return nil }
        return parts
    }

    /// 城镇…38742元、农村…21655元，分别增长4.3%、7.2%: as many indicators as figures, those stated last.
    private func parties(_ part: ClausePart, _ left: String) -> [String]? {
        // 牛、羊存栏量分别达到600万头、3300万只，出栏量分别达到…
        if part.right.isEmpty, part.left.isShared, let measure = words.bareMeasure(left),
            paragraph.listed.count == part.group.count, paragraph.listed.last == topic
        {
            let subjects = paragraph.listed.map { NameSpan($0, shared).subject }
            if !subjects.contains("") { return subjects.map { $0 + measure } }
        }
        guard part.right.isEmpty, left.isEmpty || part.left.isContinuation else { return nil }
        // …分别达到88%和97%。到2020年分别达到96%和99%: the next sentence has the list before.
        if stated.isEmpty, left.isEmpty, part.left.isShared, paragraph.listed.count == part.group.count {
            return paragraph.listed
        }
        let isOfSubject = part.left.isContinuation || part.left.isChange && isShare(part)
        var result: [String] = []
        for entry in stated.reversed() where result.count < part.group.count {
            let name = isOfSubject ? entry.subject : entry.name
            if !result.contains(name) { result.append(name) }
        }
        guard result.count == part.group.count else { return nil }
        return result.reversed().map { $0 + left }
    }

    /// The `count` indicators whose levels were stated last, in their order.
    func levels(_ count: Int) -> [String]? {
        var result: [String] = []
        for entry in stated.reversed() where entry.isLevel && result.count < count && !result.contains(entry.name) {
            result.append(entry.name)
        }
        return result.count == count ? result.reversed() : nil
    }

    /// Ⅳ类占3.33%（1个）: the share of a class is its 占比, and a count behind it counts the class.
    private func proportion(_ name: String, _ part: ClausePart) -> String {
        guard name.unicodeScalars.last == words.shareSign, name.count > 1 else { return name }
        var thing = name.dropLast()
        if thing.ends(with: words.of) { thing = thing.dropLast() }
        return isShare(part) ? thing + words.shareName : String(thing)
    }

    private func isShare(_ part: ClausePart) -> Bool {
        list.quantity(part.group[part.group.count - 1])?.isShare == true
    }

    private func isShareOrPoints(_ part: ClausePart) -> Bool { isShare(part) || isPoints(part) }

    private func isPoints(_ part: ClausePart) -> Bool {
        list.quantity(part.group[part.group.count - 1])?.measure?.dimension == "point"
    }

    /// The indicator taken up again where a figure names none.
    private func recalled(_ part: ClausePart) -> (name: String, rule: ReadingRule) {
        if part.left.isChange, !stated.isEmpty {
            // A rate of change is that of the indicator, not of its share; points are those of the share. 为预算的101%，
            // 增加2亿元: so is the amount of a change, where the share has no such unit.
            let isOfSubject = isShare(part) || lastWasRatio && !isPoints(part)
            // 增长4.6%，比上月加快0.4个百分点: the points are those of the rate of growth.
            if isPoints(part), lastWasRate, words.unitNoun(of: subject) != shareUnit {
                return (subject + shared.library.roles.rate, .recalledName)
            }
            // 新开工项目621个，同比增长31%: so many more were begun.
            let isOfAdded = stated.last.map { $0.isIncrement && $0.isCount && topic != subject } ?? false
            return (isOfSubject && !(isOfAdded && topic.ends(with: subject)) ? subject : topic, .recalledName)
        }
        if !silent.isEmpty, !part.left.isOfWhich { return (silent, .precedingClause) }
        if isInBracket {
            let isOfClass = topic.ends(with: words.shareName) && !isShare(part)
            return (isOfClass ? String(topic.dropLast(words.shareName.count)) : topic, .recalledName)
        }
        // 产能翻一番、达10万吨; 提高3个百分点，达到56%
        if part.left.isLevel, lastWasChange, isShare(part) || part.isLater { return (topic, .recalledName) }
        // 人均产值2万元，是2000年的2.5倍: how many times is said of what stands directly before.
        if list.quantity(part.group[0])?.measure?.dimension == "multiple" { return (topic, .recalledName) }
        // 新认定企业60户，累计达240户: all of them, not those added.
        if part.left.isTotal, part.left.isLevel, let last = stated.last, last.isIncrement, last.isCount {
            return (subject, .recalledName)
        }
        let unit = unit(part)
        return (stated.last { $0.unit == unit }?.name ?? topic, .recalledName)
    }

    /// The topic is a share of its subject: 收入完成预算.
    private var lastWasRatio: Bool { topic != subject && topic.begins(with: subject) }

    private func unit(_ part: ClausePart) -> String {
        list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
    }

    /// 占全市的, 占比, 净增, 支出, 水稻: words that need the indicator before them.
    private func completed(_ name: String, _ part: ClausePart) -> (String, Link) {
        if isIncrementAlone(name, part.left), let counted = countedInUnit(part) {
            return (part.left.trailing + counted, .own)
        }
        if isIncrementAlone(name, part.left), !subject.isEmpty {
            return (topic.begins(with: part.left.trailing) ? topic : subject + part.left.trailing, .continues)
        }
        // 工业投资年均增长23%，累计完成投资1008亿元: the amount of what has grown.
        if lastWasRate, part.left.isLevel || part.left.isTotal, let sum = sumOfSubject(name) {
            return (sum, .continues)
        }
        if words.objectless.contains(name), !subject.isEmpty, let last = stated.last,
            last.isCount || last.isIncrement && last.unit == unit(part)
        {
            return (name + subject, .sharesSubject)
        }
        let known = !hasStated && !silent.isEmpty ? silent : subject
        if part.left.isContinuation, !known.isEmpty {
            let name = spelled(name)
            let isRatio = part.left.head.contains(.continuationHead)
            // 消费对经济增长贡献率60%，拉动经济增长3个百分点: it is consumption that does so.
            if isRatio, words.elided.end(known), isShareOrPoints(part),
                let relation = words.relations.first(where: {
                    $0.unicodeScalars.first != words.shareSign && known.contains($0)
                }),
                let start = known.indices.first(where: { known[$0...].begins(with: relation) }),
                start > known.startIndex
            {
                return (known[..<start] + name, .ratioOf)
            }
            return (known.ends(with: name) ? known : known + name, isRatio ? .ratioOf : .continues)
        }
        if let name = ofSubject(name, isShare(part)) ?? ofInstitutions(name, part) { return (name, .sharesSubject) }
        if let name = ofGrade(name) { return (name, .own) }
        if let name = ofIncome(name, part) { return (name, .partOf) }
        if let name = ofCollector(name, part) { return (name, .partOf) }
        if let name = ofHeads(name, part) { return (name, .sharesSubject) }
        if let name = ofAdded(name, part) { return (name, .addedPart) }
        if let name = ofPart(name, part) ?? ofInstitution(name, part) { return (name, .partOf) }
        guard !stated.isEmpty else { return (name, .own) }
        if part.left.isOfWhich, part.left.isLevel, isShare(part), !isMeasure(name) {
            return (name + words.shareName, .ratioOf)
        }
        // 改造 of 累计改造: what has been done in all is of what was done before.
        let bare = part.left.isTotal ? divided(name)?.rest ?? name : name
        guard !bare.isEmpty, bare.utf8.count <= 6 else { return (name, .own) }
        let unit = unit(part)
        // 投资 behind 年计划投资 is what was done of the plan; 大桥 behind 特大桥梁 is no part of that name.
        let earlier = stated.suffix(from: segment).last { entry in
            entry.unit == unit && takesUp(bare, entry.name, isOfWhich: part.left.isOfWhich)
        }
        return earlier.map { ($0.name, .continues) } ?? (name, .own)
    }

    /// 产值 goes on about 工业产值, 保费 about 保险基金保费收入; but 投资 tells what was done of 年计划投资 or 总投资, and
    /// 大桥 is no part of 特大桥梁.
    private func takesUp(_ name: String, _ known: String, isOfWhich: Bool) -> Bool {
        if known.begins(with: name) { return true }
        guard let start = known.indices.last(where: { known[$0...].begins(with: name) }) else { return false }
        let behind = known[start...].dropFirst(name.count)
        guard behind.isEmpty || !isOfWhich && words.facets.contains(String(behind)) else { return false }
        let before = String(known[..<start])
        return !words.planned.end(before) && !words.adverbs.contains(before)
    }

    /// 累计投资 where what was stated last is an investment that grew: the subject with 累计 behind it.
    private func sumOfSubject(_ name: String) -> String? {
        guard let (adverb, measure) = divided(name), !subject.isEmpty, words.sums.contains(measure),
            subject != measure, subject.ends(with: measure)
        else { return nil }
        return subject + adverb
    }

    /// 累计 and 投资 of 累计投资; `nil` for a name that begins with no adverb.
    private func divided(_ name: String) -> (adverb: String, rest: String)? {
        words.adverbs.first(where: name.begins(with:)).map { ($0, name.withoutFirst($0.utf8.count)) }
    }

    /// 为预算 as the name of a proportion: 完成预算.
    private func spelled(_ name: String) -> String { words.spellings[name] ?? name }

    /// 新建500张床位: the unit itself says what is counted.
    private func countedInUnit(_ part: ClausePart) -> String? {
        guard let quantity = list.quantity(part.group[0]), quantity.isCounter, let base = quantity.measure?.base.name,
            !base.isEmpty, quantity.unit.begins(with: base), quantity.unit != base
        else { return nil }
        return String(quantity.unit.dropFirst(base.count))
    }

    /// 净增, 年均净增: a verb of increase without what increases.
    private func isIncrementAlone(_ name: String, _ left: LeftWords) -> Bool {
        let trailing = left.trailing
        guard !trailing.isEmpty, name.ends(with: trailing) else { return false }
        return name.utf8.count == trailing.utf8.count
            || words.adverbs.contains(name.withoutLast(trailing.utf8.count))
    }

    // MARK: A measure without its subject

    /// 养老保险基金收入73亿元…支出68亿元: another side of the same subject.
    private func ofSubject(_ name: String, _ isShare: Bool) -> String? {
        if let form = words.rootFacets[name] {
            let root = NameSpan(paragraph.root, shared)
            // 总收入 goes on about what flows in or out, not about a yield.
            let isFlow = !words.flows.end(form) || words.flows.end(root.measure)
            return root.subject.isEmpty || root.measure.isEmpty || !isFlow ? nil : whole(root.subject) + form
        }
        if let name = ofHead(name) ?? ofFund(name) { return name }
        guard let measure = words.bareMeasure(name) ?? output(name) else { return nil }
        if !silent.isEmpty, isThing(silent) { return silent + measure }
        if subject.isEmpty, words.facets.contains(name), words.headEndings.end(paragraph.head) {
            return paragraph.head + measure
        }
        // 其中，航空31亿吨公里。旅客周转量504亿人公里: a sentence goes on about the whole, not about its last part.
        if stated.isEmpty, paragraph.isOfParts { return nil }
        // 重点项目380个、投资2100亿元: a sum is said of what was counted by a qualifier.
        guard !subject.isEmpty, counted(name).isEmpty else { return nil }
        if let head = beforeStem(of: measure) { return head + measure }
        let span = NameSpan(subject, shared)
        if !span.subject.isEmpty, !span.measure.isEmpty { return Self.joined(whole(span.subject), measure) }
        // 卫生技术人员3.6万人，床位2.9万张: people have rates, no beds or floors.
        guard let last = stated.last, last.isCount, isShare || last.unit != words.personUnit else { return nil }
        // 新增学位3000个，普惠率88%: a rate is one of all, not of those added.
        return last.isIncrement ? isShare ? nil : topic + measure : thing(of: measure) + measure
    }

    /// 公路旅客周转量 of 公路旅客 and 旅客周转量: the noun that ends one and begins the other stands once.
    private static func joined(_ subject: String, _ measure: String) -> String {
        let noun = measure.prefix(NameSpan.genus)
        return subject.ends(with: noun) ? subject + measure.dropFirst(noun.count) : subject + measure
    }

    /// 煤矿 of 煤矿产能核增手续办理 and of 煤矿建成投产: what `measure` is measured of.
    private func thing(of measure: String) -> Substring {
        if let start = subject.indices.first(where: { subject[$0...].begins(with: measure) }),
            start > subject.startIndex
        {
            return subject[..<start]
        }
        // 年出栏生猪26万头，存栏9万头
        let opening = words.facets.first { facet in
            let rest = subject.first.map { words.adverbs.contains(String($0)) ? subject.dropFirst() : subject[...] }
            return rest?.begins(with: facet) == true && rest?.count ?? 0 > facet.count
        }
        if let opening, let range = subject.indices.first(where: { subject[$0...].begins(with: opening) }) {
            return subject[range...].dropFirst(opening.count)
        }
        return subject.dropLast(words.stageEndings.longest(of: subject)?.count ?? 0)
    }

    /// （七）失业保险基金: 基金收入1.6亿元，其中保费收入5600万元 is what that fund takes in.
    private func ofHead(_ name: String) -> String? {
        guard let ending = words.fundEndings.longest(of: paragraph.head), name.count <= Self.mostOfHead,
            words.rootFacets[name] == nil, subject.begins(with: paragraph.head) || !subject.contains(paragraph.head)
        else { return nil }
        let rest = name.begins(with: ending) ? String(name.dropFirst(ending.count)) : name
        let isOwn = name.contains(paragraph.head.prefix(NameSpan.genus))
        guard !rest.isEmpty, !isOwn, name != rest || name.count > NameSpan.genus, words.facets.end(rest) else {
            return nil
        }
        return paragraph.head + rest
    }
    /// 养老保险基金收入65亿元，基金支出60亿元: the fund's own name stands before the first of its sums.
    private func ofFund(_ name: String) -> String? {
        guard words.fundEndings.contains(where: { name.begins(with: $0) }) else { return nil }
        let span = NameSpan(name, shared)
        guard !span.measure.isEmpty, words.fundEndings.longest(of: span.subject) == span.subject else { return nil }
        let fund = whole(NameSpan(subject, shared).subject)
        return fund != span.subject && fund.ends(with: span.subject) ? fund + span.measure : nil
    }

    /// 养老保险基金 of 养老保险基金总, which a sum stands behind.
    private func whole(_ subject: String) -> String {
        guard let last = subject.last, words.adverbs.contains(String(last)), subject.count > Self.thing else {
            return subject
        }
        return String(subject.dropLast())
    }

    /// Characters of the longest name that takes the head: 财政补助收入, 基金总收入.
    static let mostOfHead = 8

    /// 生物制品产量增长19%、产值增长18%: what the things measured before are worth.
    private func output(_ name: String) -> String? {
        guard words.sums.contains(name), stated.last?.isCount == false else { return nil }
        return words.facets.contains(NameSpan(subject, shared).measure) ? name : nil
    }

    /// 普通高校5所，在校生6万人，毕业生1万人: those who belong to what was counted.
    private func ofInstitutions(_ name: String, _ part: ClausePart) -> String? {
        // 生产安全事故14起、上升16.7%，死亡17人
        guard words.enrolled.contains(name) else { return nil }
        // 普通小学16万所，比上年减少3%。招生1800万人
        if stated.isEmpty, paragraph.institution.count == 1, let institution = paragraph.institution.first,
            part.left.range.lowerBound == part.clause.lowerBound
        {
            return institution + name
        }
        guard let last = stated.last(where: \.isLevel), !last.isIncrement else { return nil }
        if last.isCount, last.unit != unit(part) {
            // 卫生院3万个，床位150万张，卫生人员160万人
            let span = NameSpan(subject, shared)
            return (span.subject.isEmpty || span.measure.isEmpty ? subject : span.subject) + name
        }
        // 高中阶段招生11万人，其中技工学校0.6万人；在校生32万人: behind a semicolon the whole goes on.
        let isBehindParts = stated.count == segment && stated.last?.isPart == true
        let owner = isBehindParts ? stated.last { $0.isLevel && !$0.isPart }?.name ?? "" : subject
        return words.enrolled.first { owner.ends(with: $0) && owner != $0 }.map {
            owner.dropLast($0.count) + name
        }
    }

    /// 城镇居民人均可支配收入4万元，人均消费支出3万元: the heads by which both are counted, where the unit is the same;
    /// 单位产品 in whatever unit.
    private func ofHeads(_ name: String, _ part: ClausePart) -> String? {
        let products = words.perProducts.first(where: name.begins(with:))
        guard let sign = products ?? words.perHeads.first(where: name.begins(with:)) else { return nil }
        let unit = unit(part)
        for entry in stated.suffix(from: segment).reversed() where products != nil || entry.unit == unit {
            let whole = entry.name
            guard let start = whole.indices.first(where: { whole[$0...].begins(with: sign) }), start > whole.startIndex
            else { continue }
            return whole[..<start] + name
        }
        return nil
    }

    /// 城镇居民人均可支配收入4万元。其中，工资性收入3万元: what the income by the head is made up of; so is 食品支出 where
    /// parts of 人均消费支出 are listed.
    private func ofIncome(_ name: String, _ part: ClausePart) -> String? {
        let isKnown = words.perHeadParts.contains(name)
        let flow = words.flows.longest(of: name)
        guard isKnown || flow != nil && flow != name && (isDivided || part.left.isOfWhich),
            !words.perHeads.contains(where: name.contains)
        else { return nil }
        for known in stated.reversed().map(\.name) + [paragraph.subject, paragraph.root] {
            guard let sign = words.perHeads.first(where: known.contains),
                let start = known.indices.first(where: { known[$0...].begins(with: sign) }), start > known.startIndex
            else { continue }
            if !isKnown, words.flows.longest(of: known) != flow { continue }
            return known[..<start] + sign + name
        }
        return nil
    }

    /// 卫生技术人员3000人，其中：医院2000人: an institution that is no part of what was counted has some of it; 医院20个 of
    /// 卫生机构50个 is one itself.
    private func ofInstitution(_ name: String, _ part: ClausePart) -> String? {
        guard isDivided || part.left.isOfWhich, words.institutions.end(name), !part.left.isChange else { return nil }
        let unit = unit(part)
        let whole = stated.prefix(part.left.isOfWhich ? stated.count : dividedAt).last { $0.unit == unit && $0.isLevel }
        guard let whole, whole.isCount else { return nil }
        if let enrolled = words.enrolled.longest(of: whole.name) { return name + enrolled }
        return words.institutions.contains(where: whole.name.contains) ? nil : name + whole.name
    }

    /// 一般公共预算收入10亿元，其中，税务部门完成8亿元: the part of it that one of those takes in; so are 失业保险基金2亿元
    /// of 社会保险基金收入.
    private func ofCollector(_ name: String, _ part: ClausePart) -> String? {
        guard isDivided || part.left.isOfWhich else { return nil }
        let isFund = words.fundEndings.end(name)
        guard isFund || words.collectors.end(name), !part.left.isChange else { return nil }
        let unit = unit(part)
        let known = stated.last { $0.isLevel && $0.unit == unit }?.name ?? paragraph.root
        if isFund, !words.fundEndings.end(NameSpan(known, shared).subject) { return nil }
        return words.flows.longest(of: NameSpan.withoutRemark(known)).map { name + $0 }
    }

    /// 国控断面Ⅲ类占93%，Ⅳ类占7%: another grade of what was graded before.
    private func ofGrade(_ name: String) -> String? {
        guard words.grades.contains(where: { name.begins(with: $0) }),
            let graded = stated.last(where: { entry in words.grades.contains { entry.name.contains($0) } })?.name,
            let start = graded.indices.first(where: { index in
                words.grades.contains { graded[index...].begins(with: $0) }
            }), start > graded.startIndex
        else { return nil }
        var head = graded[..<start]
        // 水质优良（Ⅰ—Ⅲ类）断面比例: the grades in a bracket are all that it names.
        let isClosed = [("（", "）"), ("(", ")")].allSatisfy { open, close in
            head.lastIndex(of: Character(open)).map { head[$0...].contains(close) } ?? true
        }
        guard isClosed else { return nil }
        if let joint = words.gradeJoints.first(where: { head.ends(with: $0) }) { head = head.dropLast(joint.count) }
        return head.isEmpty ? nil : head + name
    }

    /// 全年新登记企业3000户，其中制造业企业300户: a part of what was added was added too.
    private func ofAdded(_ name: String, _ part: ClausePart) -> String? {
        guard part.left.isOfWhich || isDivided, !part.left.isIncrement, !part.left.isContinuation, !part.left.hasLead,
            !part.left.hasVerb, part.left.comparator == nil, let quantity = list.quantity(part.group[0]),
            quantity.isCounter,
            let whole = stated.prefix(part.left.isOfWhich ? stated.count : dividedAt).last,
            whole.isIncrement, whole.isCount, whole.unit == unit(part), whole.name.ends(with: whole.subject)
        else { return nil }
        let verb = whole.name.dropLast(whole.subject.count)
        return verb.isEmpty || name.begins(with: verb) ? nil : verb + name
    }

    /// 空气质量 of 空气质量优良天数 where 优良率 follows: what the rate is of stands in the subject itself.
    private func beforeStem(of measure: String) -> Substring? {
        let stem = measure.dropLast()
        guard measure.count == NameSpan.bareRate, !subject.begins(with: stem) else { return nil }
        return subject.indices.first { subject[$0...].begins(with: stem) }.map { subject[..<$0] }
    }

    /// Characters of the shortest name of a thing: 持平 is none.
    static let thing = 3

    /// 国家湿地公园, the words of a clause without figures: one thing, not a thought of its own with a measure in it.
    private func isThing(_ name: String) -> Bool {
        name.count >= Self.thing && !words.isWhole(name) && NameList(shared: shared).parts(of: name).count == 1
            && !words.measures.contains { name.contains($0) }
    }

    // MARK: A part without its measure

    /// 其中，水稻61万亩: the part of the whole before, where it names nothing measured itself; `nil` for other names.
    private func ofPart(_ name: String, _ part: ClausePart) -> String? {
        let left = part.left
        guard !name.isEmpty, !left.isContinuation, !left.isIncrement, left.head.isDisjoint(with: .action),
            !words.isWhole(name), let quantity = list.quantity(part.group[0])
        else { return nil }
        if let name = ofPlace(name, part, quantity) { return name }
        let isPart = isDivided || left.isOfWhich || name.begins(with: words.orderSign)
        if left.isChange {
            let isGrowth = isShare(part) || quantity.measure?.dimension == "multiple"
            guard isPart, isGrowth, let whole = paragraph.wholes.last else { return nil }
            return Self.joined(name, whole.ofPart)
        }
        if quantity.isCounter { return isPart ? ofClass(name, quantity, left) : nil }
        guard isPart || segment > 0 && !left.hasVerb && !left.hasLead, quantity.measure?.dimension != "point" else {
            return nil
        }
        let unit = unit(part)
        guard let whole = paragraph.wholes.last(where: { $0.isIn(unit) }) else { return nil }
        return Self.joined(name, whole.ofPart)
    }

    /// 城区课后服务覆盖率98%，县（市）90%: a place takes the rest of a name that begins with another.
    private func ofPlace(_ name: String, _ part: ClausePart, _ quantity: ScannedQuantity) -> String? {
        guard words.places.contains(name) else { return nil }
        let unit = unit(part)
        let known = part.left.isChange ? subject : stated.last { $0.unit == unit && $0.isLevel }?.name ?? ""
        let place = words.places.first { known.begins(with: $0) } ?? ""
        guard !known.isEmpty, words.isWhole(known), !place.isEmpty || isDivided || part.left.isOfWhich else {
            return nil
        }
        return name + known.dropFirst(place.count)
    }

    /// 隐患点3319处，其中大型157处, 按灾害类型：滑坡988处: a class of the things counted before.
    private func ofClass(_ name: String, _ quantity: ScannedQuantity, _ left: LeftWords) -> String? {
        let unit = quantity.measure?.base.name ?? quantity.unit
        let isAge = name.ends(with: words.ageSign)
        // 三岁以下婴幼儿 behind 出生人口 is a noun of its own.
        if !isAge, name.contains(words.ageSign), !words.ageBounds.contains(where: name.ends(with:)) { return nil }
        let isOfNoun = isAge && stated.last?.isCount == true && stated.last?.subject.contains(words.ageSign) == true
        if !isOfNoun, let whole = paragraph.wholes.last(where: { $0.isIn(unit) }) { return name + whole.ofPart }
        guard division == .all || words.classEndings.end(name) || isAge,
            let whole = stated.prefix(left.isOfWhich ? stated.count : dividedAt)
                .last(where: { $0.unit == unit && $0.isCount && !$0.isPart }),
            !name.ends(with: String(whole.subject.suffix(Self.noun)))
        else { return nil }
        return name + (isAge ? withoutAge(whole.subject) : whole.subject[...])
    }

    /// 婴幼儿 of 三岁以下婴幼儿: the ages of the parts stand for that of the whole.
    private func withoutAge(_ name: String) -> Substring {
        guard let sign = name.indices.last(where: { name[$0...].begins(with: words.ageSign) }) else { return name[...] }
        let rest = name[sign...].dropFirst(words.ageSign.count)
        let bound = words.ageBounds.filter(rest.begins(with:)).max { $0.count < $1.count }
        return rest.dropFirst(bound?.count ?? 0)
    }

    /// Characters of a noun by which a class already says what it is a class of: 小微企业 of 企业.
    private static let noun = 2

    /// 重点项目380个、完成投资2100亿元: the things counted before, of which a sum is the sum; empty for other names.
    func counted(_ name: String) -> String {
        guard words.sums.contains(name), let last = stated.last, last.isCount, last.unit != words.personUnit else {
            return ""
        }
        return subject
    }
}
