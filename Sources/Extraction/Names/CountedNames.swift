import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Names that the role of a figure gives to what it counts or bounds: 光伏项目, 储能电站.
extension QuantityRoles {
    /// 设有500平方米以上的健身场地: the noun and what the unit measures of it; `nil` for other figures.
    func providedName(_ index: Int, _ part: ClausePart) -> String? {
        guard part.after.isAttribute, !part.right.isEmpty, isProvided(index, part),
            let dimension = list.quantity(index)?.measure?.dimension
        else { return nil }
        return lexicon.word(.dimension, named: dimension).map { part.right + $0 }
    }

    /// What a count with the sizes of the counted behind it counts, and the last of those figures by its place among the
    /// clause's: 焦化项目 of 6个炭化室高度4.3米、产能100万吨以下的焦化项目.
    func countedBySize(_ quantities: [Int], _ position: Int, limit: Int) -> (name: String, last: Int)? {
        let index = quantities[position]
        guard list.quantity(index)?.isCounter == true, position + 1 < quantities.count else { return nil }
        var last = position
        var end = list.tokens[index].range.upperBound
        while last + 1 < quantities.count, last - position < Self.mostSizes {
            let next = quantities[last + 1]
            guard let quantity = list.quantity(next), !quantity.isCounter, !quantity.isShare, quantity.hasUnit else {
                break
            }
            let words = namer.trimmed(end..<list.tokens[next].range.lowerBound)
            let isNoun = lexicon.word(.sizeNoun, in: bytes, before: words.upperBound, from: words.lowerBound) != nil
            guard isNoun || last > position && words.isEmpty else { break }
            last += 1
            end = list.tokens[next].range.upperBound
        }
        guard last > position else { return nil }
        let first = list.firstToken(from: end)
        var stop = limit
        if last + 1 < quantities.count { stop = list.tokens[quantities[last + 1]].range.lowerBound }
        let mark = (first..<list.tokens.count).first {
            list.tokens[$0].range.lowerBound >= stop || list.mark($0) == .list || list.isBoundary($0)
        }
        stop = min(stop, mark.map { list.tokens[$0].range.lowerBound } ?? stop)
        let name = namer.right(end..<max(end, stop), tokens: first, list.firstToken(from: stop), cutTail: true)
        return name.isEmpty ? nil : (withoutStage(name), last)
    }
    /// Sizes of one thing: more are a list of something else.
    private static let mostSizes = 3

    /// 投放金额占总投资 of 投放金额不超过总投资的30%: what is bounded stands before the comparator, its measure behind.
    func shareOfBound(_ left: LeftWords, _ index: Int) -> String? {
        guard list.quantity(index)?.isShare == true, left.comparator != nil,
            lexicon.word(.of, in: bytes, before: list.tokens[index].range.lowerBound, from: left.range.lowerBound)
                != nil
        else { return nil }
        let first = list.firstToken(from: left.range.lowerBound)
        let bound = (first..<max(first, index)).last { list.roles($0).contains(.comparatorBefore) }
        guard let bound, list.tokens[bound].range.lowerBound > left.range.lowerBound,
            list.tokens[bound].range.upperBound < left.range.upperBound
        else { return nil }
        let part = namer.left(left.range.lowerBound..<list.tokens[bound].range.lowerBound, tokens: first, bound).name
        let whole = namer.left(
            list.tokens[bound].range.upperBound..<left.range.upperBound, tokens: bound + 1, index
        ).name
        return part.isEmpty || whole.isEmpty ? nil : part + String(words.shareSign) + whole
    }

    /// 储能电站 of 以分散式接入建设储能电站10座: how it is done is no part of what it is.
    func withoutManner(_ left: inout LeftWords) {
        guard lexicon.starts(left.name, with: .adverbial) || lexicon.starts(left.name, with: .basis) else { return }
        let first = list.firstToken(from: left.range.lowerBound)
        let verb = (first..<list.tokens.count).prefix { list.tokens[$0].range.upperBound <= left.range.upperBound }
            .last { !list.roles($0).isDisjoint(with: [.lead, .leadFirst]) && list.tokens[$0].range.count > 3 }
        guard let verb, list.tokens[verb].range.upperBound < left.range.upperBound else { return }
        left.range = namer.trimmed(list.tokens[verb].range.upperBound..<left.range.upperBound)
        left.name = namer.left(left.range, tokens: verb + 1, list.firstToken(from: left.range.upperBound)).name
        left.hasLead = true
    }

    /// 农田建设 of 农田建设任务30万亩, where no verb says that it was done; `nil` for other names.
    func planned(_ part: ClausePart, _ name: String) -> String? {
        guard !part.left.hasVerb, !part.left.hasLead, part.relation == nil, part.right.isEmpty != part.left.name.isEmpty
        else { return nil }
        let text = Array(name.utf8)
        guard let noun = lexicon.word(.plannedNoun, in: text, before: text.count, from: 1) else { return nil }
        return String(decoding: text.dropLast(noun.bytes.count), as: UTF8.self)
    }

    /// 恒业二期 of 火电项目、恒业二期: a list whose members before are things of their own (项目); the whole of other names.
    func lastOfThings(_ name: String) -> String {
        guard let mark = name.lastIndex(of: "、"), mark != name.startIndex,
            lexicon.ends(String(name[..<mark]), with: .thing)
        else { return name }
        return String(name[name.index(after: mark)...])
    }

    /// 有机硅项目 of 有机硅项目一期建成投产: how far a thing is says nothing of what its capacity is of.
    func withoutStage(_ name: String) -> String {
        var rest = Array(name.utf8)
        while let stage = lexicon.word(.stage, in: rest, before: rest.count, from: 0), stage.bytes.count < rest.count {
            rest.removeLast(stage.bytes.count)
            if lexicon.word(.thing, in: rest, before: rest.count, from: 0) != nil {
                return String(decoding: rest, as: UTF8.self)
            }
        }
        return name
    }

    /// 光伏项目 of 总装机5万千瓦的21个光伏项目并网发电: what is counted behind a figure that says what it measures of it;
    /// `nil` for other figures.
    func countedBehind(_ part: ClausePart) -> String? {
        // 引进总投资21亿元的锂盐生产项目
        if part.after.isAttribute, part.next == nil, !part.right.isEmpty,
            let sum = words.sums.filter({ part.left.name.ends(with: $0) }).max(by: { $0.count < $1.count }),
            part.left.name.count <= sum.count + Self.verbLimit
        {
            return withoutStage(part.right) + sum
        }
        guard part.after.isAttribute, let next = part.next, list.quantity(next)?.isCounter == true,
            words.bareMeasure(part.left.name) != nil || words.sums.contains(part.left.name),
            let of = lexicon.word(.of, in: bytes, at: part.after.end, limit: bytes.count),
            list.tokens[next].range.lowerBound <= part.after.end + of.bytes.count + 1
        else { return nil }
        let start = list.tokens[next].range.upperBound
        let limit = min(part.clause.upperBound, start + Self.nounReach)
        let first = list.firstToken(from: start)
        let last = (first..<list.tokens.count).first { list.tokens[$0].range.upperBound > limit } ?? list.tokens.count
        let end = last < list.tokens.count ? min(limit, list.tokens[last].range.lowerBound) : limit
        let name = withoutStage(namer.right(start..<max(start, end), tokens: first, last, cutTail: true))
        return name.isEmpty ? nil : name + part.left.name
    }
    /// Characters of the verbs before a sum: 引进落地总投资.
    private static let verbLimit = 4
    /// Bytes (twenty characters) of the longest such noun.
    private static let nounReach = 60
}
