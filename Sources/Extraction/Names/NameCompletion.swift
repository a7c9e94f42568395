import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What a figure whose words name nothing whole goes on about: 净增, 总数, 支出.
extension SentenceChart {
    /// The indicator taken up again where a figure names none.
    func recalled(_ part: ClausePart) -> (name: String, rule: ReadingRule) {
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
            if let amount = amountOfShare(part) { return (amount, .recalledName) }
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
        // 新增企业12户，改造小区30个3500户: the same once more, counted in something else.
        if part.followsQuantity, part.words.isEmpty { return (topic, .recalledName) }
        let unit = unit(part)
        return (stated.last { $0.unit == unit }?.name ?? topic, .recalledName)
    }

    /// 轻工业产值 of 轻工业产值占比24%，同比下降1.5%: against last year the amount changes by a share, its part of all by points.
    private func amountOfShare(_ part: ClausePart) -> String? {
        guard isShare(part), !isPoints(part), subject.ends(with: words.shareName),
            (list.firstToken(from: part.words.lowerBound)..<part.group[0]).contains(where: {
                list.roles($0).contains(.baseLastYear)
            })
        else { return nil }
        let amount = String(subject.dropLast(words.shareName.count))
        return words.sums.end(amount) ? amount : nil
    }

    /// The topic is a share of its subject: 收入完成预算.
    private var lastWasRatio: Bool { topic != subject && topic.begins(with: subject) }

    func unit(_ part: ClausePart) -> String {
        list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
    }

    /// 占全市的, 占比, 净增, 支出, 水稻: words that need the indicator before them.
    func completed(_ name: String, _ part: ClausePart) -> (String, Link) {
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
        if let whole = ownMeasure(name, part) { return (whole, .own) }
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
        // 新建公园12个，累计建成公园86个: all of them, not those added.
        return earlier.map { (part.left.isTotal && $0.isIncrement ? $0.subject : $0.name, .continues) } ?? (name, .own)
    }

    /// 体育产业总规模 of 带动体育产业总规模: what is brought along measures something itself, and is no part of what came before.
    private func ownMeasure(_ name: String, _ part: ClausePart) -> String? {
        guard part.left.head.contains(.continuationHead), let quantity = list.quantity(part.group[0]),
            !quantity.isCounter, !quantity.isShare, part.left.headLength < name.utf8.count
        else { return nil }
        let rest = name.withoutFirst(part.left.headLength)
        return rest.count >= Self.ownName && words.isWhole(rest) && !rest.contains(words.shareName) ? rest : nil
    }
    /// Characters of the shortest such name: 带动投资 is one of what was named before.
    private static let ownName = 6

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
    func divided(_ name: String) -> (adverb: String, rest: String)? {
        words.adverbs.first(where: name.begins(with:)).map { ($0, name.withoutFirst($0.utf8.count)) }
    }

    /// 为预算 as the name of a proportion: 完成预算.
    func spelled(_ name: String) -> String { words.spellings[name] ?? name }

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

    /// 地方工业 of 地方工业逆势增长: whom the clause before says to do well; `nil` for other words.
    private func thriving(_ clause: String) -> String? {
        guard let word = words.thrivings.longest(of: clause) else { return nil }
        let thing = String(clause.dropLast(word.count))
        return isThing(thing) ? thing : nil
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
        if words.facets.contains(name) || words.sums.contains(name), let thing = thriving(silent) {
            return thing + name
        }
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
    static func joined(_ subject: String, _ measure: String) -> String {
        let noun = measure.prefix(NameSpan.genus)
        return subject.ends(with: noun) ? subject + measure.dropFirst(noun.count) : subject + measure
    }

    /// 煤矿 of 煤矿产能核增手续办理 and of 煤矿建成投产: what `measure` is measured of.
    func thing(of measure: String) -> Substring {
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
    func whole(_ subject: String) -> String {
        guard let last = subject.last, words.adverbs.contains(String(last)), subject.count > Self.thing else {
            return subject
        }
        return String(subject.dropLast())
    }

    /// Characters of the longest name that takes the head: 财政补助收入, 基金总收入.
    private static let mostOfHead = 8

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
            // 小学生均图书43册，校均规模700人: one of those signs stands for another.
            let signs = products == nil ? [sign] : words.perProducts
            guard let start = whole.indices.first(where: { signs.contains(where: whole[$0...].begins(with:)) }),
                start > whole.startIndex
            else { continue }
            return whole[..<start] + name
        }
        return nil
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

    /// 重点项目380个、完成投资2100亿元: the things counted before, of which a sum is the sum; empty for other names.
    func counted(_ name: String) -> String {
        guard words.sums.contains(name), let last = stated.last, last.isCount, last.unit != words.personUnit else {
            return ""
        }
        return subject
    }
}
