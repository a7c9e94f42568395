import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Counters that count no indicator: parts of a text, places in a rank, how far a measure reaches.
extension QuantityRoles {
    /// A counter that counts no indicator: parts of a text, those present, places in a rank, the extent of a measure.
    func counting(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        let near = max(part.words.lowerBound, part.words.upperBound - Self.wordReach)..<part.words.upperBound
        let end = namer.trimmed(part.words).upperBound
        if lexicon.holds(.rankUnit, quantity.unit),
            lexicon.last(.ranking, in: bytes, near) != nil
                || lexicon.word(.rankBefore, in: bytes, before: end, from: near.lowerBound) != nil
        {
            return .rank
        }
        // 上升4个位次
        if lexicon.starts(part.right, with: .ranking) { return .rank }
        if lexicon.holds(.textUnit, quantity.unit), part.right.isEmpty { return .count }
        if lexicon.holds(.textCounter, quantity.unit),
            lexicon.ends(NameSpan.withoutRemark(part.right.isEmpty ? part.left.name : part.right), with: .textPart)
        {
            return .count
        }
        if lexicon.last(.attendance, in: bytes, near) != nil { return .count }
        let clauseEnd = namer.trimmed(part.clause).upperBound
        // 入选全国首批20个示范区
        if lexicon.word(.firstOf, in: bytes, before: end, from: part.words.lowerBound) != nil,
            lexicon.last(.entered, in: bytes, part.words) != nil
        {
            return .extent
        }
        // 成为25个试点城市之一, 30个试点之一落户我市
        if !part.hasNext, part.after.end < clauseEnd,
            lexicon.last(.membership, in: bytes, part.after.end..<clauseEnd) != nil
        {
            return .extent
        }
        if lexicon.word(.membership, in: bytes, before: clauseEnd, from: part.after.end) != nil { return .extent }
        return !quantity.isChineseCount && isExtent(part) ? .extent : nil
    }

    /// 17个重点产业增加值增长5.3%, 339个城市平均…, 等9家企业14个产品, 16个商品类值中.
    private func isExtent(_ part: ClausePart) -> Bool {
        let left = part.left
        guard part.group.count == 1, left.comparator == nil, part.after.comparator == nil, !left.isIncrement,
            part.relation == nil
        else { return false }
        // 41个行业中有29个行业增长
        if lexicon.ends(part.right, with: .extentEnd) { return true }
        // 14个区分别建立服务中心
        if let place = placeNoun(at: part.after.end, limit: part.clause.upperBound),
            lexicon.word(.every, in: bytes, at: place, limit: part.clause.upperBound) != nil
        {
            return true
        }
        guard let next = part.next, let following = list.quantity(next) else { return false }
        let start = part.after.end
        let limit = list.tokens[next].range.lowerBound
        let first = list.firstToken(from: start)
        guard start < limit else { return false }
        let isActed = left.hasVerb || left.hasLead
        for index in first..<max(first, next) {
            // 7个县区财政收入完成9亿元 is how far it reaches; 383个重点项目完成投资2151亿元 counts.
            if list.roles(index).isSuperset(of: [.level, .lead]) {
                let end = list.tokens[index].range.lowerBound
                let name = namer.right(start..<end, tokens: part.after.token, index, cutTail: true)
                return index == next - 1 && !isActed && lexicon.ends(name, with: .measured)
                    && !lexicon.holds(.measured, name)
            }
            guard list.mark(index) == .list || list.mark(index) == .listWord else { continue }
            let mark = list.tokens[index].range
            // 达到或好于, 一、二类: no list of things.
            if lexicon.word(.alternative, in: bytes, at: mark.lowerBound, limit: limit) != nil { continue }
            if isNumeral(before: mark.lowerBound) { continue }
            let member = mark.lowerBound - start
            if isActed || member == 0 || member > Self.memberLimit { return false }
        }
        if following.isCounter {
            let end = namer.trimmed(part.words).upperBound
            return lexicon.word(.enumerated, in: bytes, before: end, from: part.words.lowerBound) != nil
        }
        if isActed, !following.isShare { return false }
        if lexicon.last(.average, in: bytes, start..<limit) != nil { return true }
        let name = namer.right(start..<limit, tokens: part.after.token, next, cutTail: true)
        if lexicon.ends(name, with: .measured) { return !lexicon.holds(.measured, name) }
        return (following.isShare || following.measure?.dimension == "point")
            && lexicon.ends(name, with: .measuredChange) && !lexicon.holds(.measuredChange, name)
    }

    /// Where the noun of place that begins at `offset` ends.
    private func placeNoun(at offset: Int, limit: Int) -> Int? {
        lexicon.word(.placeNoun, in: bytes, at: offset, limit: limit).map { offset + $0.bytes.count }
    }

    /// 57个县（市）生产总值超百亿元: what each of the places counted before has reached, or is short of.
    func isReachedByEach(_ part: ClausePart) -> Bool {
        guard part.followsExtent, part.left.comparator == .moreThan || part.left.comparator == .lessThan else {
            return false
        }
        return placeNoun(at: part.words.lowerBound, limit: part.words.upperBound) != nil
    }

    private func isNumeral(before offset: Int) -> Bool {
        if case .digit? = numerals[UTF8Scanning.scalar(before: offset, in: bytes)] { return true }
        return false
    }

    /// 打造现代煤化工2个千亿级产业集群 restates what stands before it; 形成5个百亿级产业集群 counts.
    func isClass(_ index: Int, _ part: ClausePart) -> Bool {
        guard index + 1 < list.tokens.count, list.roles(index + 1).contains(.name) else { return false }
        let range = list.tokens[index + 1].range
        guard lexicon.word(.classEnding, in: bytes, before: range.upperBound, from: range.lowerBound) != nil else {
            return false
        }
        return !(part.left.name.isEmpty && (part.left.hasVerb || part.left.hasLead || part.followsCounted))
    }

    /// Chinese counting words mostly name (五大任务, 两个确立); with a comparator, 内 or 每 they count, and where
    /// something is to be provided.
    func counted(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        let isOne = quantity.value == 1
        if quantity.isShare || quantity.measure?.dimension == "multiple" { return nil }
        if words.nameCounters.contains(quantity.unit) { return .countInName }
        if part.after.comparator != nil || part.left.comparator != nil { return nil }
        if !part.left.per.isEmpty || part.isPair { return nil }
        if part.left.isLevel, !part.left.name.isEmpty, part.right.isEmpty { return nil }
        if quantity.measure?.dimension.begins(with: "time") == true { return .duration }
        if isProvided(index, part) { return nil }
        if !isOne, part.left.hasVerb, part.right.isEmpty, !part.left.name.isEmpty { return nil }
        return .countInName
    }

    /// 每个行政村配备一名村医, 街道均须设有500平方米以上的健身场地: a verb of provision under an obligation.
    func isProvided(_ index: Int, _ part: ClausePart) -> Bool {
        let low = part.clause.lowerBound
        let limit = list.tokens[index].range.lowerBound
        guard let start = provision(low..<limit, before: index) else { return false }
        return lexicon.last(.obligation, in: bytes, max(low, start - RelationReader.baseReach)..<start) != nil
    }

    func endsInProvision(_ range: Range<Int>, before index: Int) -> Bool {
        provision(range, before: index) != nil
    }

    /// Where a verb of provision begins that ends `range`, comparators behind it left out.
    private func provision(_ range: Range<Int>, before index: Int) -> Int? {
        var end = namer.trimmed(range).upperBound
        var token = index - 1
        while token >= 0, list.tokens[token].range.upperBound == end,
            list.tokens[token].range.lowerBound > range.lowerBound,
            !list.roles(token).isDisjoint(with: [.comparatorBefore, .comparatorAdjacent])
        {
            end = namer.trimmed(range.lowerBound..<list.tokens[token].range.lowerBound).upperBound
            token -= 1
        }
        guard let word = lexicon.word(.provision, in: bytes, before: end, from: range.lowerBound) else { return nil }
        return end - word.bytes.count
    }
}
