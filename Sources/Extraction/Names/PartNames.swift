import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// The names of parts, whose measure the whole has said: 其中，水稻, 税务部门完成, Ⅳ类.
extension SentenceChart {
    /// 其中，水稻61万亩: the part of the whole before, where it names nothing measured itself; `nil` for other names.
    func ofPart(_ name: String, _ part: ClausePart) -> String? {
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
    static let noun = 2

    /// 城镇居民人均可支配收入4万元。其中，工资性收入3万元: what the income by the head is made up of; so is 食品支出 where
    /// parts of 人均消费支出 are listed.
    func ofIncome(_ name: String, _ part: ClausePart) -> String? {
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
    func ofInstitution(_ name: String, _ part: ClausePart) -> String? {
        guard isDivided || part.left.isOfWhich, words.institutions.end(name), !part.left.isChange else { return nil }
        let unit = unit(part)
        let whole = stated.prefix(part.left.isOfWhich ? stated.count : dividedAt).last { $0.unit == unit && $0.isLevel }
        guard let whole, whole.isCount else { return nil }
        if let enrolled = words.enrolled.longest(of: whole.name) { return name + enrolled }
        return words.institutions.contains(where: whole.name.contains) ? nil : name + whole.name
    }

    /// 一般公共预算收入10亿元，其中，税务部门完成8亿元: the part of it that one of those takes in; so are 失业保险基金2亿元
    /// of 社会保险基金收入.
    func ofCollector(_ name: String, _ part: ClausePart) -> String? {
        guard isDivided || part.left.isOfWhich else { return nil }
        let isFund = words.fundEndings.end(name)
        guard isFund || words.collectors.end(name), !part.left.isChange else { return nil }
        let unit = unit(part)
        let known = stated.last { $0.isLevel && $0.unit == unit }?.name ?? paragraph.root
        if isFund, !words.fundEndings.end(NameSpan(known, shared).subject) { return nil }
        return words.flows.longest(of: NameSpan.withoutRemark(known)).map { name + $0 }
    }

    /// 国控断面Ⅲ类占93%，Ⅳ类占7%: another grade of what was graded before.
    func ofGrade(_ name: String) -> String? {
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
    func ofAdded(_ name: String, _ part: ClausePart) -> String? {
        guard part.left.isOfWhich || isDivided, !part.left.isIncrement, !part.left.isContinuation, !part.left.hasLead,
            !part.left.hasVerb, part.left.comparator == nil, let quantity = list.quantity(part.group[0]),
            quantity.isCounter,
            let whole = stated.prefix(part.left.isOfWhich ? stated.count : dividedAt).last,
            whole.isIncrement, whole.isCount, whole.unit == unit(part), whole.name.ends(with: whole.subject)
        else { return nil }
        let verb = whole.name.dropLast(whole.subject.count)
        return verb.isEmpty || name.begins(with: verb) ? nil : verb + name
    }
}
