import PipelineDefinition
import StatisticalModel

/// Finds the words that name an indicator in a stretch of a clause.
///
/// `力争规上工业企业智能工厂覆盖率达` gives 规上工业企业智能工厂覆盖率: verbs of aim lead to the name, verbs of
/// level and change close it, dates are no part of it.
struct IndicatorNamer {
    let bytes: [UInt8]
    let list: TokenList
    /// Longer names are cut from the left: a name is no sentence.
    private static let limit = 150

    /// What stands before a number, with what its verbs say.
    struct Left {
        var name = ""
        var range = 0..<0
        /// A verb stood between the name and the number.
        var hasVerb = false
        /// A verb of aim stood before the name.
        var hasLead = false
        var isChange = false
        var isLevel = false
        var isIncrement = false
        var isFrom = false
        var isOfWhich = false
        var isShared = false
        /// 压减一般性支出5%: the verb of change stands before its object.
        var opensWithChange = false
        /// 累计 or 总计.
        var isTotal = false
        var direction = 0
        var comparator: Comparator?
        var per = ""
        /// 二季度: the part of the year that the clause opens with.
        var partOfYear = ""
        /// The word that the name begins with where it has parts to play.
        var head: LexemeRoles = []
        var headLength = 0
        /// 净增 or 新增 directly before the figure: no part of what is counted.
        var trailing = ""
        /// The verb of increase as printed (新建), wherever it stands.
        var increment = ""
        /// Nothing but 资金.
        var awaitsPurpose: Bool { head.contains(.awaitsPurpose) && headLength == name.utf8.count }
        /// 占全市的, 惠及居民, or nothing but 总量: the indicator before completes the name.
        var isContinuation: Bool {
            head.contains(.continuationHead) || head.contains(.continuation) && headLength == name.utf8.count
        }
    }

    private static let closing: LexemeRoles = [
        .comparatorBefore, .comparatorAdjacent, .comparatorAfter, .change, .level, .from, .base, .lead, .tail, .share,
        .each, .relativeYear, .now, .aside, .nameEnd,
    ]

    private static let continuing: LexemeRoles = [.continuation, .continuationHead]

    /// Reads tokens `first..<last` (all before the number) and the bytes `range`.
    func left(_ range: Range<Int>, tokens first: Int, _ last: Int) -> Left {
        var left = Left()
        var end = trimmed(range).upperBound
        var index = last - 1
        close(&left, &end, &index, first, range.lowerBound)
        var start = range.lowerBound
        open(&left, &start, end, first, index)
        left.range = trimmed(start..<max(start, end))
        left.name = text(left.range, tokens: first, last, &left)
        if let head = (first..<max(first, last)).first(where: {
            list.tokens[$0].range.lowerBound >= left.range.lowerBound
        }), list.tokens[head].range.lowerBound == left.range.lowerBound {
            left.head = list.roles(head)
            left.headLength = list.tokens[head].range.count
        }
        left.isTotal = UTF8Scanning.has("累计", in: bytes, at: left.range.lowerBound) || left.isTotal
        return left
    }

    /// Takes verbs, comparators and dates off the right end.
    private func close(_ left: inout Left, _ end: inout Int, _ index: inout Int, _ first: Int, _ start: Int) {
        defer { cutComparison(&left, &end, &index, first, start) }
        while index >= first {
            let token = list.tokens[index]
            guard token.range.upperBound >= end, token.range.lowerBound >= start else { break }
            switch token.kind {
            case .date: break
            case .mark(.list), .mark(.listWord), .mark(.colon): break
            case .word(let word):
                let lexeme = list.words[word]
                if isRatio(index) { return }
                let isWhole = trimmed(start..<end) == token.range
                if lexeme.roles.contains(.beforeFigure), comparison(first, index, start) == nil { return }
                guard
                    !lexeme.roles.isDisjoint(with: Self.closing) || isWhole && lexeme.roles.contains(.leadFirst)
                        || lexeme.roles.contains(.per)
                        || lexeme.roles.contains(.clauseKind) && isWhole
                            && lexeme.roles.isDisjoint(with: Self.continuing)
                else { return }
                note(lexeme, token, &left)
            case .quantity(let quantity) where isSpan(list.quantities[quantity]): break
            default: return
            }
            end = trimmed(start..<token.range.lowerBound).upperBound
            index -= 1
        }
    }

    /// 产量连续五年稳定在: a number of years is no part of the name before it.
    private func isSpan(_ quantity: ScannedQuantity) -> Bool {
        quantity.isChineseCount && quantity.measure?.dimension == "time-year"
    }

    /// 增速比全省快: what the name is compared with is no part of it.
    private func cutComparison(_ left: inout Left, _ end: inout Int, _ index: inout Int, _ first: Int, _ start: Int) {
        guard left.isChange, let base = comparison(first, index + 1, start),
            !trimmed(list.tokens[base].range.upperBound..<max(end, list.tokens[base].range.upperBound)).isEmpty
        else { return }
        end = trimmed(start..<list.tokens[base].range.lowerBound).upperBound
        index = base - 1
        close(&left, &end, &index, first, start)
    }

    /// The last 比 or 较 of the tokens before `last`.
    private func comparison(_ first: Int, _ last: Int, _ start: Int) -> Int? {
        guard first < last else { return nil }
        return (first..<last).last {
            list.roles($0).contains(.base) && list.tokens[$0].range.lowerBound >= start
        }
    }

    /// 收入比由2.25缩小至: 比 directly before a verb of level is a ratio, not a comparison.
    private func isRatio(_ index: Int) -> Bool {
        guard list.roles(index).contains(.base), index + 1 < list.tokens.count,
            !list.roles(index + 1).isDisjoint(with: [.from, .level]),
            list.tokens[index].range.count == 3
        else { return false }
        return list.tokens[index + 1].range.lowerBound == list.tokens[index].range.upperBound
    }

    private func note(_ lexeme: Lexeme, _ token: ProseToken, _ left: inout Left) {
        let roles = lexeme.roles
        if !roles.isDisjoint(with: [.lead, .leadFirst, .level, .change]) { left.hasVerb = true }
        if roles.contains(.change), !left.isLevel {
            left.isChange = true
            left.direction = lexeme.direction
        }
        if roles.contains(.level), !left.isChange {
            left.isLevel = true
            left.direction = lexeme.direction
        }
        if roles.contains(.from) { left.isFrom = true }
        if roles.contains(.share) || roles.contains(.each) { left.isShared = true }
        let word = String(decoding: bytes[token.range], as: UTF8.self)
        if word == "累计" { left.isTotal = true }
        if roles.contains(.per) { left.per = word + left.per }
        if roles.contains(.partOfYear) { left.partOfYear = word }
        if left.comparator == nil, !roles.isDisjoint(with: [.comparatorBefore, .comparatorAdjacent]) {
            left.comparator = lexeme.comparator
        }
    }

    /// Moves the start behind dates, verbs of aim and words of place.
    private func open(_ left: inout Left, _ start: inout Int, _ end: Int, _ first: Int, _ last: Int) {
        guard first <= last else { return }
        let threshold = (first...last).last { list.quantity($0) != nil } ?? first - 1
        for index in first...last {
            let token = list.tokens[index]
            guard token.range.lowerBound >= start, token.range.upperBound <= end else { continue }
            let isFirst = trimmed(start..<end).lowerBound == token.range.lowerBound
            switch token.kind {
            case .date: start = token.range.upperBound
            case .mark(.list) where isFirst, .mark(.listWord) where isFirst: start = token.range.upperBound
            case .word(let word):
                openAt(token, list.words[word], isFirst, &left, &start, end)
                // 年营业收入超过1亿元的企业达到3家: the comparator belongs to the figure within the name.
                if list.words[word].roles.contains(.comparatorBefore), left.comparator == nil, index > threshold {
                    left.comparator = list.words[word].comparator
                }
            default: break
            }
        }
    }

    /// 城镇新增就业, 规上工业企业净增: a short subject before 新增 is part of the name, a long one is another thought.
    private func keepsSubject(_ token: ProseToken, _ start: Int, _ end: Int) -> Bool {
        let subject = trimmed(start..<max(start, token.range.lowerBound))
        return trimmed(token.range.upperBound..<max(end, token.range.upperBound)).isEmpty
            || subject.count <= Self.subjectLimit && !subject.isEmpty
    }
    private static let subjectLimit = 24

    private func openAt(
        _ token: ProseToken, _ lexeme: Lexeme, _ isFirst: Bool, _ left: inout Left, _ start: inout Int, _ end: Int
    ) {
        let roles = lexeme.roles
        if roles.contains(.increment) {
            left.isIncrement = true
            left.increment = String(decoding: bytes[token.range], as: UTF8.self)
            if trimmed(token.range.upperBound..<max(end, token.range.upperBound)).isEmpty {
                left.trailing = String(decoding: bytes[token.range], as: UTF8.self)
            }
            if !keepsSubject(token, start, end) { start = token.range.lowerBound }
        } else if roles.contains(.partOfYear), isFirst {
            left.partOfYear = String(decoding: bytes[token.range], as: UTF8.self)
            start = token.range.upperBound
        } else if roles.contains(.per) {
            left.per += String(decoding: bytes[token.range], as: UTF8.self)
            if isFirst, roles.contains(.lead) { start = token.range.upperBound }
        } else if roles.contains(.ofWhich) {
            left.isOfWhich = true
            start = token.range.upperBound
        } else if roles.contains(.lead) || roles.contains(.planEnd) || roles.contains(.now)
            || isFirst && roles.isDisjoint(with: Self.continuing)
                && !roles.isDisjoint(with: [
                    .leadFirst, .scope, .tail, .relativeYear, .each, .share, .clauseKind, .from, .base, .change,
                ])
                && token.range.upperBound - token.range.lowerBound < 18
        {
            if !roles.contains(.level) || isFirst { start = token.range.upperBound }
            if roles.contains(.share) { left.isShared = true }
            if roles.contains(.lead) { left.hasLead = true }
        }
        if roles.contains(.change), isFirst { left.opensWithChange = true }
        if roles.contains(.change), !isFirst {
            // 快于全国1.2个百分点: the verb of change with words between it and the figure.
            left.hasVerb = true
            if !left.isLevel, !left.isChange {
                left.isChange = true
                left.direction = lexeme.direction
            }
        }
    }

    /// What stands behind a number up to `range`'s end.
    func right(_ range: Range<Int>, tokens first: Int, _ last: Int, cutTail: Bool) -> String {
        var start = range.lowerBound
        var end = range.upperBound
        var index = first
        let opening: LexemeRoles = [.comparatorAfter, .tail]
        while index < last, trimmed(start..<end).lowerBound == list.tokens[index].range.lowerBound,
            !list.roles(index).isDisjoint(with: opening)
        {
            start = list.tokens[index].range.upperBound
            index += 1
        }
        if index < last, list.tokens[index].range.lowerBound == start, let close = list.partners[index], close < last {
            // 5600亿元（预计数）: a remark on the figure.
            start = list.tokens[close].range.upperBound
            index = close + 1
        }
        if let remark = (index..<max(index, last)).first(where: { isRemark($0) }) {
            end = min(end, list.tokens[remark].range.lowerBound)
        }
        var left = Left()
        if cutTail {
            var position = last - 1
            close(&left, &end, &position, index, start)
        }
        return text(trimmed(start..<max(start, end)), tokens: index, last, &left)
    }

    /// A bracket that holds clauses of its own, or that the page broke off.
    private func isRemark(_ index: Int) -> Bool {
        guard list.mark(index) == .open else { return false }
        guard let close = list.partners[index] else { return true }
        return (index..<close).contains(where: list.isBoundary)
    }

    /// The words in `range`, without verbs of level inside, bracketed figures and spaces between Chinese characters.
    private func text(_ range: Range<Int>, tokens first: Int, _ last: Int, _ left: inout Left) -> String {
        guard !range.isEmpty else { return "" }
        var lower = range.lowerBound
        if range.count > Self.limit {
            lower = range.upperBound - Self.limit
            while lower < range.upperBound, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        }
        var result: [UInt8] = []
        var index = first
        var position = lower
        while index < last, index < list.tokens.count {
            let token = list.tokens[index]
            defer { index += 1 }
            guard token.range.lowerBound >= position, token.range.upperBound <= range.upperBound else { continue }
            guard let hole = hole(index, token) else { continue }
            append(position..<token.range.lowerBound, to: &result)
            position = min(max(hole, position), range.upperBound)
        }
        append(position..<range.upperBound, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// 地区生产总值[2]: the mark of a footnote.
    private func isFootnote(_ index: Int) -> Bool {
        guard bytes[index] == 0x5B || bytes[index] == 0x5D || UTF8Scanning.isDigit(bytes[index]) else { return false }
        var open = index
        while open > 0, UTF8Scanning.isDigit(bytes[open]) || bytes[open] == 0x5D { open -= 1 }
        var close = open + 1
        guard bytes[open] == 0x5B else { return false }
        while close < bytes.count, UTF8Scanning.isDigit(bytes[close]) { close += 1 }
        return close < bytes.count && bytes[close] == 0x5D && close > open + 1
    }

    /// Where the text goes on behind token `index` if it is no part of a name.
    private func hole(_ index: Int, _ token: ProseToken) -> Int? {
        if case .mark(.open) = token.kind, let close = list.partners[index],
            (index..<close).contains(where: { list.quantity($0) != nil })
        {
            return list.tokens[close].range.upperBound
        }
        let roles = list.roles(index)
        let isVerb = roles.contains(.level) && token.range.count > 3
        if index + 1 < list.tokens.count, list.quantity(index + 1) != nil,
            list.tokens[index + 1].range.lowerBound == token.range.upperBound
        {
            return nil
        }
        if isVerb || !roles.isDisjoint(with: [.comparatorBefore, .share, .aside]) {
            return token.range.upperBound
        }
        return nil
    }

    private func append(_ range: Range<Int>, to result: inout [UInt8]) {
        guard !range.isEmpty else { return }
        for index in range where !isFootnote(index) && (bytes[index] != 0x20 || isBetweenLetters(index)) {
            result.append(bytes[index])
        }
    }

    private func isBetweenLetters(_ index: Int) -> Bool {
        index > 0 && index + 1 < bytes.count && bytes[index - 1] < 0x80 && bytes[index + 1] < 0x80
    }

    /// `range` without spaces and list marks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            if Self.isEdge(bytes[start]) {
                start += 1
                continue
            }
            guard let length = Self.edge(bytes, start) else { break }
            start += length
        }
        while end > start {
            if Self.isEdge(bytes[end - 1]) {
                end -= 1
                continue
            }
            guard end - 3 >= start, Self.edge(bytes, end - 3) != nil else { break }
            end -= 3
        }
        return start..<max(start, end)
    }

    /// A space, an asterisk, a slash between two figures, a sign.
    private static func isEdge(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x2A || byte == 0x2F || byte == 0x2D || byte == 0x2B
    }

    /// The length of 、 ， ： ； 。 or a wide space at `offset`.
    private static func edge(_ bytes: [UInt8], _ offset: Int) -> Int? {
        guard offset + 3 <= bytes.count else { return nil }
        switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
        case (0xE3, 0x80, 0x80...0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A...0x9B): return 3
        default: return nil
        }
    }
}
