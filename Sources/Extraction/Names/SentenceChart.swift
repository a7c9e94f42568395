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
    let shared: SharedLibrary
    private(set) var paragraph: ParagraphNames

    struct Stated {
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
    private(set) var stated: [Stated] = []
    /// How many of them stood before the last semicolon.
    private(set) var segment = 0
    private(set) var lastWasChange = false
    /// The figure before was a rate of change.
    private(set) var lastWasGrowth = false
    /// The same, by a share and not by points: 增长4.6%.
    private(set) var lastWasRate = false
    /// The unit of that share.
    private(set) var shareUnit = ""
    /// The link of the figure stated last.
    private var lastLink = Link.own
    /// 投诉 of 投诉1小时内联系、24小时内反馈: what is done within the times of the sentence.
    private var done = ""
    /// The words of the clause before, where it stated no figure.
    var silent = ""
    /// A figure stood since the last semicolon.
    private(set) var hasStated = false
    /// What stands in a bracket without a name is of the figure before it.
    var isInBracket = false
    /// What follows are parts.
    private(set) var division = Division.none
    var isDivided: Bool { division != .none }
    /// 化工、钢铁、纺织 of 规模最大的三个行业依次是化工、钢铁、纺织.
    private var enumerated: [String] = []
    /// 产量 of 产量居前三位的依次是小麦、玉米、大豆: what the members are ranked by.
    private var rankedBy = ""
    /// How many figures stood before them.
    private var enumeratedAt = 0
    /// How many figures stood before the division.
    private(set) var dividedAt = 0

    var words: NameLexicon { shared.library.names }

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
    var topic: String { paragraph.topic }
    var subject: String { paragraph.subject }

    /// - Parameter rankedBy: What stands before 最大 or 居前三位: 规模.
    mutating func enumerate(_ members: [String], rankedBy name: String) {
        (enumerated, enumeratedAt) = (members, stated.count)
        rankedBy = NameSpan(name, shared).measure
    }

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
        if let naming = ofEnumerated(part) ?? ofCounted(part) { return naming }
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

    /// 三个行业依次是化工、钢铁、纺织，产值分别为520亿元、410亿元、300亿元: one figure for each of those listed; without a name
    /// where nothing says what is measured.
    private func ofEnumerated(_ part: ClausePart) -> Naming? {
        guard part.group.count > 1, part.group.count == enumerated.count, part.left.isShared, part.right.isEmpty,
            !part.left.isContinuation, NameList.marks(in: part.left.name) == 0
        else { return nil }
        let measure = part.left.name.isEmpty ? rankedBy : part.left.name
        if measure.isEmpty {
            guard stated.count == enumeratedAt, !part.left.isChange else { return nil }
            return Naming(names: [""], rule: .respectively)
        }
        return Naming(names: enumerated.map { $0 + measure }, rule: .respectively)
    }

    /// 期刊4种、报纸2种，总印数分别为3万册、2万份: one figure for each of the things counted before.
    private func ofCounted(_ part: ClausePart) -> Naming? {
        let measure = part.left.name
        guard part.group.count > 1, part.left.isShared, part.left.isLevel, part.right.isEmpty, !measure.isEmpty,
            measure.count <= Self.mostOfMeasure, !part.left.isContinuation, NameList.marks(in: measure) == 0
        else { return nil }
        let things = stated.suffix(from: segment).filter(\.isCount)
        guard things.count == part.group.count, things.count == stated.count - segment,
            Set(things.map(\.name)).count == things.count, !things.contains(where: { isMeasure($0.name) })
        else { return nil }
        return Naming(names: things.map { $0.name + measure }, rule: .respectively)
    }
    /// Characters of a measure that needs what was counted before it: 总印数, 建筑面积.
    private static let mostOfMeasure = 4

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

    func isShare(_ part: ClausePart) -> Bool {
        list.quantity(part.group[part.group.count - 1])?.isShare == true
    }

    func isShareOrPoints(_ part: ClausePart) -> Bool { isShare(part) || isPoints(part) }

    func isPoints(_ part: ClausePart) -> Bool {
        list.quantity(part.group[part.group.count - 1])?.measure?.dimension == "point"
    }
}
