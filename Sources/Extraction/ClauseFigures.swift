import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Which figures a clause states, which of them share their words, and where the words of each begin and end.
struct ClauseFigures {
    let bytes: [UInt8]
    let list: TokenList
    let namer: IndicatorNamer
    let shared: SharedLibrary

    private var lexicon: RoleLexicon { shared.library.roles }

    /// The quantities of the clause that stand outside brackets, and those that only size what others count.
    func outer(_ first: Int, _ last: Int) -> (figures: [Int], embedded: [Int]) {
        var result: [Int] = []
        var embedded: [Int] = []
        var index = first
        while index < last {
            if list.mark(index) == .open, let close = list.partners[index] {
                index = close + 1
                continue
            }
            if let quantity = list.quantity(index) {
                if let previous = result.last, isEmbedded(index, quantity, after: previous) {
                    embedded.append(index)
                } else {
                    result.append(index)
                }
            }
            index += 1
        }
        return (result, embedded)
    }

    /// 13个50亿元以上产业项目: a bounded size directly behind a count tells which ones are counted.
    private func isEmbedded(_ index: Int, _ quantity: ScannedQuantity, after previous: Int) -> Bool {
        guard !quantity.isShare, !quantity.isCounter, list.quantity(previous)?.isCounter == true else { return false }
        let between = list.tokens[previous].range.upperBound..<list.tokens[index].range.lowerBound
        let after = comparatorAfter(index)
        return namer.trimmed(between).isEmpty && (after.comparator == .atLeast || after.comparator == .atMost)
    }

    /// Quantities with nothing but a list mark between them: 75%、67%.
    func group(_ quantities: [Int], _ position: Int) -> [Int] {
        var group = [quantities[position]]
        var next = position + 1
        while next < quantities.count {
            var index = group[group.count - 1] + 1
            while index < quantities[next], list.roles(index).contains(.comparatorAfter) { index += 1 }
            guard index < quantities[next], list.mark(index) == .list || list.mark(index) == .listWord else { break }
            if ownVerb(quantities[next], behind: index) != nil, isShared(quantities[position]) {
                group.append(quantities[next])
                next += 1
                continue
            }
            guard index + 1 == quantities[next] else { break }
            // 奶牛场13个、1000头以上的养猪场10个: a bound of the next thing.
            if list.quantity(group[0])?.unit != list.quantity(quantities[next])?.unit,
                comparatorAfter(quantities[next]).isAttribute
            {
                break
            }
            // 10亿元项目1个、5亿元项目3个: a count and an amount share no words, unless 分别 says so.
            let isCounter = list.quantity(quantities[next])?.isCounter
            if list.quantity(group[0])?.isCounter != isCounter, !isShared(quantities[position]),
                !isListEnd(quantities[next])
            {
                break
            }
            let previous = list.tokens[index - 1].range.upperBound
            guard namer.trimmed(previous..<list.tokens[index].range.lowerBound).isEmpty,
                namer.trimmed(list.tokens[index].range.upperBound..<list.tokens[quantities[next]].range.lowerBound)
                    .isEmpty
            else { break }
            group.append(quantities[next])
            next += 1
        }
        return group
    }

    /// 分别下降0.5%和增长4.7%: the verb of change that stands alone between a list mark and the figure.
    func ownVerb(_ index: Int, behind mark: Int? = nil) -> Lexeme? {
        let verb = index - 1
        guard verb > 0, let lexeme = list.lexeme(verb), lexeme.roles.contains(.change),
            list.mark(verb - 1) == .list || list.mark(verb - 1) == .listWord, mark == nil || mark == verb - 1,
            namer.trimmed(list.tokens[verb - 1].range.upperBound..<list.tokens[verb].range.lowerBound).isEmpty,
            namer.trimmed(list.tokens[verb].range.upperBound..<list.tokens[index].range.lowerBound).isEmpty
        else { return nil }
        return lexeme
    }

    /// Nothing but a comparator or a mark stands behind the figure: it names nothing of its own.
    private func isListEnd(_ index: Int) -> Bool {
        let after = comparatorAfter(index)
        guard after.end < bytes.count else { return true }
        return after.token < list.tokens.count && list.mark(after.token) != nil
            && list.tokens[after.token].range.lowerBound == after.end
    }

    /// 分别 stands before the figure, with nothing but its verb between.
    private func isShared(_ index: Int) -> Bool {
        var position = index - 1
        while position >= 0, !list.roles(position).isDisjoint(with: [.change, .level]),
            list.roles(position).isDisjoint(with: .share)
        {
            position -= 1
        }
        return position >= 0 && list.roles(position).contains(.share)
    }

    struct After {
        var comparator: Comparator?
        var end: Int
        var token: Int
        /// 的 follows: the figure qualifies a noun.
        var isAttribute = false
    }

    func comparatorAfter(_ index: Int) -> After {
        var after = After(end: list.tokens[index].range.upperBound, token: index + 1)
        while after.token < list.tokens.count, list.roles(after.token).contains(.comparatorAfter),
            namer.trimmed(after.end..<list.tokens[after.token].range.lowerBound).isEmpty,
            let lexeme = list.lexeme(after.token)
        {
            after.comparator = after.comparator ?? lexeme.comparator
            after.end = list.tokens[after.token].range.upperBound
            after.token += 1
        }
        after.isAttribute = UTF8Scanning.has("的", in: bytes, at: after.end)
        return after
    }

    struct Bound {
        var end: Int
        var token: Int
        var nextStart: Int
    }

    /// Where the words behind a figure end and those before the next begin.
    func rightBound(_ start: Int, next: Int?, clauseEnd: Int, last: Int) -> Bound {
        guard let next else {
            // 达到77万户、居全省第二: a mark behind the last figure leads to another thought.
            let first = list.firstToken(from: start)
            let isMarked = first < last && list.mark(first) == .list && list.tokens[first].range.lowerBound == start
            return Bound(end: isMarked ? start : clauseEnd, token: isMarked ? first : last, nextStart: clauseEnd)
        }
        let limit = list.tokens[next].range.lowerBound
        let first = list.firstToken(from: start)
        let words = namer.trimmed(start..<limit).lowerBound
        var mark: Int?
        for index in (first..<max(first, next)).reversed() {
            let token = list.tokens[index].range
            if list.mark(index) == .listWord {
                let name = namer.left(token.upperBound..<limit, tokens: index + 1, next).name
                let isJoint = lexicon.holds(.joint, name) && !(first..<index).contains { list.mark($0) == .list }
                let isLast = name.isEmpty || isJoint
                if isLast || token.lowerBound == words { mark = index }
                if isLast { break }
            }
            if list.mark(index) == .list {
                mark = index
                if token.lowerBound != words, token.lowerBound > start { break }
            }
        }
        guard let mark else {
            // 30万吨有机硅单体配套11.7万吨工业硅项目
            if let joint = lexicon.word(.joint, in: bytes, before: limit, from: words),
                limit - joint.bytes.count > words
            {
                let end = limit - joint.bytes.count
                return Bound(end: end, token: list.firstToken(from: end), nextStart: end)
            }
            let verb = predicate(start, next)
            return Bound(
                end: verb.map { list.tokens[$0].range.lowerBound } ?? limit, token: verb ?? next, nextStart: start)
        }
        let token = list.tokens[mark].range
        // 筛查30万人次、接种疫苗、培训师资3519人: behind the mark nothing is of the figure before it.
        if first < mark, list.mark(first) == .list, list.tokens[first].range.lowerBound == start {
            return Bound(end: start, token: first, nextStart: token.upperBound)
        }
        return Bound(end: token.lowerBound, token: mark, nextStart: token.upperBound)
    }

    /// 383个重点项目完成投资2151亿元: the verb that ends what is counted.
    private func predicate(_ start: Int, _ next: Int) -> Int? {
        let first = list.firstToken(from: start)
        let verb = (first..<max(first, next)).first { list.roles($0).isSuperset(of: [.level, .lead]) }
        guard let verb, !namer.trimmed(start..<list.tokens[verb].range.lowerBound).isEmpty else { return nil }
        return verb
    }

    /// 0.5个、1个、2个工作日: the last of a list says the unit in full.
    func unitOf(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> Int? {
        guard let last = part.group.last, last != index, let full = list.quantity(last),
            case .quantity(let number) = list.tokens[last].kind,
            full.unit != quantity.unit, full.unit.begins(with: quantity.unit), !isWhole(quantity)
        else { return nil }
        return number
    }

    /// 3亿人 beside 270亿人公里: people and amounts are units of their own, 个 beside 个工作日 is not.
    private func isWhole(_ quantity: ScannedQuantity) -> Bool {
        // 1409万、1305万人次
        guard let measure = quantity.measure, !measure.base.name.isEmpty else { return false }
        return !quantity.isCounter || measure.base.name == shared.library.names.personUnit
    }

    /// What a figure is compared by: its range, the word before it, one within or behind it; a word before that yields
    /// (控制在) gives way to one behind (左右). The last of a 分别 list lends the others what stands behind it.
    func comparator(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> Comparator {
        if quantity.upper != nil { return .range }
        let before = part.left.comparator
        if let before, !part.left.comparatorYields { return before }
        if let inner = quantity.innerComparator { return inner }
        if let comparator = comparatorAfter(index).comparator { return comparator }
        let isShared = part.left.isShared || part.isPair && part.group.count > 1
        if let last = part.after.comparator, last == .approximately || isShared && isOnlyLast(part) {
            return last
        }
        return before ?? .equal
    }

    /// 分别达到2000万吨、4000万吨以上: no member but the last has a word of its own.
    private func isOnlyLast(_ part: ClausePart) -> Bool {
        part.group.dropLast().allSatisfy { comparatorAfter($0).comparator == nil }
    }
}
