import PipelineDefinition
import SourceText

/// Indicators listed before one value or several: 疏干水利用率、再生水回用率, 覆盖率和达标率, 解决率满意率.
struct NameList {
    let shared: SharedLibrary

    private var words: NameLexicon { shared.library.names }

    /// The parts of `name` between list marks outside brackets and quotation marks.
    func parts(of name: String) -> [String] { Self.parts(of: name, words: words.listWords) }

    private static func parts(of name: String, words: [Unicode.Scalar]) -> [String] {
        // Most names are no list.
        guard name.unicodeScalars.contains(where: { $0 == "、" || words.contains($0) }) else {
            return name.isEmpty ? [] : [name]
        }
        var parts: [String] = []
        var part = ""
        var depth = 0
        for scalar in name.unicodeScalars {
            switch scalar {
            case "（", "(", "“", "《": depth += 1
            case "）", ")", "”", "》": depth -= 1
            case "、" where depth <= 0,
                scalar where depth <= 0 && words.contains(scalar) && part.unicodeScalars.count > 1:
                parts.append(part)
                part = ""
                continue
            default: break
            }
            part.unicodeScalars.append(scalar)
        }
        parts.append(part)
        return parts.filter { !$0.isEmpty }
    }

    /// The list marks of `name` outside brackets and quotation marks.
    static func marks(in name: String) -> Int { max(0, parts(of: name, words: []).count - 1) }

    /// The indicators among which one value is shared out; one element where `name` is a single name.
    func shared(_ name: String, isMarked: Bool) -> [String] {
        let parts = parts(of: name)
        if parts.count > 1, parts.count <= Self.most, isMarked || parts.allSatisfy(isMeasure) {
            return completed(parts)
        }
        return parts.count == 1 ? unmarked(name) : [name]
    }

    /// Characters of a word that is no name by itself whatever it ends with: 进口, 城镇.
    static let word = 2

    /// More names do not share one value: a list so long is a text.
    static let most = 5

    /// One indicator for each of `count` values; `nil` where `name` does not list so many.
    func distributed(_ name: String, over count: Int) -> [String]? {
        if let marked = marked(name, count) { return completed(marked) }
        let parts = parts(of: name)
        if parts.count >= count { return Array(completed(parts).suffix(count)) }
        let compound = words.compounds.first { $0.parts.count == count && name.contains($0.word) }
        guard let compound else { return nil }
        return compound.parts.map { name.replacing(compound.word, with: $0, maxReplacements: 1) }
    }

    /// The names of `name` as they are listed, one for each of `count` values.
    func listed(_ name: String, over count: Int) -> [String]? {
        marked(name, count) ?? { $0.count == count ? $0 : nil }(parts(of: name))
    }

    /// 衣着、教育和娱乐、服务 over three values: 和 lies within a name where the list marks alone make the number, and
    /// parts only the last two where they make one less.
    private func marked(_ name: String, _ count: Int) -> [String]? {
        var parts = Self.parts(of: name, words: [])
        if parts.count == count { return count > 1 ? parts : nil }
        guard parts.count + 1 == count, let last = parts.popLast() else { return nil }
        let pair = Self.parts(of: last, words: words.pairWords)
        return pair.count == 2 ? parts + pair : nil
    }

    private func isMeasure(_ name: String) -> Bool { words.measures.end(name) }

    /// 解决率满意率: two rates without a sign between.
    private func unmarked(_ name: String) -> [String] {
        guard name.ends(with: words.rateEnding) else { return [name] }
        let scalars = Array(name.unicodeScalars)
        guard scalars.count >= 6 else { return [name] }
        for length in 3...4
        where scalars.count > length + 2 && words.rateEnding.unicodeScalars.first == scalars[scalars.count - length - 1]
        {
            let tail = scalars[(scalars.count - length)...]
            let head = scalars[..<(scalars.count - length)]
            return completed([Self.string(head), Self.string(tail)])
        }
        return [name]
    }

    /// 铁路、公路、民航三种运输方式客运量: what only counts the listed is no part of the last of them.
    private func withoutCount(_ parts: [String]) -> [String] {
        guard let last = parts.last else { return parts }
        for (word, number) in words.counts where number == parts.count {
            for collective in words.collectives {
                let rest = last.replacing(word + collective, with: "", maxReplacements: 1)
                if rest != last, !rest.isEmpty { return parts.dropLast() + [rest] }
            }
        }
        return parts
    }

    /// A short later part takes the head of the first: 设施覆盖率, 达标率 is 设施覆盖率, 设施达标率. A first part that
    /// measures nothing takes the tail of the last: 进口, 出口通关时间 is 进口通关时间, 出口通关时间.
    private func completed(_ listed: [String]) -> [String] {
        let parts = withoutCount(listed)
        guard let first = parts.first, let last = parts.last else { return parts }
        if let ordinals = ordinals(parts, last) ?? opposites(parts, last) { return ordinals }
        let isLastAlone = !parts.dropLast().contains { relation(of: $0) != nil }
        if let relation = relation(of: last), first.first != last.first, isLastAlone {
            return parts.dropLast().map { $0 + relation } + [last]
        }
        let others = parts.dropLast()
        if !isMeasure(first), let tail = tail(of: last, forAll: others) {
            // 机构数、在岗人员数: what is a whole name already takes nothing; 进口 of 进口、出口时间 is too short for one.
            return others.indices.map { index in
                let part = others[index]
                if part.count > Self.word && words.isWhole(part) { return part }
                // 新城区、居住区设施达标率、社区覆盖率: the next of the list that measures something lends what it measures.
                guard let owner = others[(index + 1)...].first(where: isMeasure) else { return part + tail }
                return part + (owner == last ? tail : self.tail(of: owner, for: part) ?? tail)
            } + [parts.count == 2 ? counterpart(of: first, last) : last]
        }
        let head = Array(first.unicodeScalars)
        let facet = words.facets.filter { first.ends(with: $0) && first != $0 }.max { $0.count < $1.count }
        return parts.map { part in
            // 小麦面积和产量
            if let facet, part != first, words.facets.contains(part) {
                return String(first.dropLast(facet.count)) + part
            }
            let count = part.unicodeScalars.count
            guard part != first, count <= 4, head.count > count + 2, head.last == part.unicodeScalars.last else {
                return part
            }
            // 生产安全事故数、死亡人数: a longer part ends like the first by more than its last character.
            if count == 4, head[head.count - 2] != Array(part.unicodeScalars)[2] { return part }
            return Self.string(head[..<(head.count - count)]) + part
        }
    }

    /// 功能区夜间达标率 of 功能区昼间、夜间达标率: a word that stands against the one which ends the first name, by the same
    /// last character, takes what the first has before it.
    private func counterpart(of first: String, _ last: String) -> String {
        let (head, whole) = (Array(first.unicodeScalars), Array(last.unicodeScalars))
        let length = Self.word
        guard head.count >= length * 2, whole.count > length, head[head.count - 1] == whole[length - 1],
            head[head.count - length] != whole[0], !words.places.contains(where: last.begins(with:))
        else { return last }
        return Self.string(head[..<(head.count - length)]) + last
    }

    /// 第一、二、三产业增加值: the sign of order and the noun stand once for all.
    private func ordinals(_ parts: [String], _ last: String) -> [String]? {
        guard let first = parts.first, first.begins(with: words.orderSign), first.unicodeScalars.count == 2,
            !last.begins(with: words.orderSign),
            parts.dropFirst().dropLast().allSatisfy({ $0.unicodeScalars.count == 1 })
        else { return nil }
        let noun = String(last.dropFirst())
        let middle: [String] = parts.dropFirst().dropLast().map { words.orderSign + $0 + noun }
        return [first + noun] + middle + [words.orderSign + last]
    }

    /// 轻、重工业产值, 一、二产业产值: one character stands for two words whose tail follows the last.
    private func opposites(_ parts: [String], _ last: String) -> [String]? {
        guard let first = parts.first, let sign = first.last, let other = last.first,
            parts.dropFirst().dropLast().allSatisfy({ $0.count == 1 })
        else { return nil }
        let noun = last.dropFirst()
        let isOrder = first.count == 1 && words.orders.contains(String(sign)) && words.orders.contains(String(other))
        let isPair = parts.count == 2 && words.opposites.contains { $0 == [String(sign), String(other)] }
        guard isOrder || isPair else { return nil }
        if isOrder { return parts.dropLast().map { words.orderSign + $0 + noun } + [words.orderSign + last] }
        return [first + noun, first.dropLast() + last]
    }

    /// 对增长的影响 of 净出口对增长的影响, 占总量 of 工位数占总量: how each of the list stands to one thing.
    private func relation(of name: String) -> String? {
        guard let index = name.indices.first(where: { words.relations.contains(where: name[$0...].begins(with:)) }),
            index != name.startIndex
        else { return nil }
        let relation = name[index...]
        // 占比 is a measure like any other.
        let isShare = relation.unicodeScalars.first == words.shareSign && !relation.begins(with: words.shareName)
        return isShare || relation.contains(words.of) ? String(relation) : nil
    }

    /// The tail of `last` for the first of `others` that has one, or for a later one the same with its genus: of 全国基本养老、
    /// 失业、工伤保险参保人数 保险参保人数, not 人数.
    private func tail(of last: String, forAll others: ArraySlice<String>) -> String? {
        let tails = others.compactMap { tail(of: last, for: $0) }
        guard let first = tails.first else { return nil }
        return tails.filter { $0.ends(with: first) }.max { $0.utf8.count < $1.utf8.count }
    }

    /// What `last` has behind the words that stand against `first`: both begin or end alike (第二, 第三产业增加值;
    /// 高技术产业, 装备制造业增加值), `last` ends in a known measure (教育, 卫生健康支出), or `first` is a word of two
    /// characters (城镇, 农村居民收入).
    private func tail(of last: String, for first: String) -> String? {
        let whole = Array(last.unicodeScalars)
        let count = first.unicodeScalars.count
        // 猪、牛、羊、家禽出栏
        if count == 1, whole.first != first.unicodeScalars.first {
            let measure = NameSpan(last, shared).measure
            return measure.isEmpty || measure == last ? nil : measure
        }
        guard count >= 2, count < 12 else { return nil }
        let ends = (1..<max(1, whole.count - 2)).filter { whole[$0] == first.unicodeScalars.last }
        if let end = ends.min(by: { abs($0 + 1 - count) < abs($1 + 1 - count) }) {
            return Self.string(whole[(end + 1)...])
        }
        let isAlike = whole.first == first.unicodeScalars.first
        let measure = NameSpan(last, shared).measure
        if !isAlike, !words.places.contains(first), !words.isWhole(first), !measure.isEmpty, measure != last {
            // 生猪、家禽年出栏量: what a year or a head of it is stands before the measure.
            let before = NameSpan(last, shared).subject.dropFirst(count)
            let isOfMeasure = words.adverbs.contains(String(before)) || words.ratios.contains(String(before))
            let isOfKind = before.count >= NameSpan.genus && words.genera.contains { before.ends(with: $0) }
            return isOfMeasure || isOfKind ? before + measure : measure
        }
        if !isAlike, let head = words.listedHeads.longest(of: last), head != last { return head }
        guard whole.count >= count + 2, isAlike || count == 2 else { return nil }
        return Self.string(whole[count...])
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
