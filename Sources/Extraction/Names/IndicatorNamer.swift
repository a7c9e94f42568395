import PipelineDefinition
import Reading
import StatisticalModel

/// Finds the words that name an indicator in a stretch of a clause.
///
/// `力争规上工业企业智能工厂覆盖率达` gives 规上工业企业智能工厂覆盖率: verbs of aim lead to the name, verbs of
/// level and change close it, dates are no part of it.
struct IndicatorNamer {
    let bytes: [UInt8]
    let list: TokenList
    private let words: NameText

    init(bytes: [UInt8], list: TokenList) {
        self.bytes = bytes
        self.list = list
        words = NameText(bytes: bytes, list: list)
    }

    /// `range` without spaces and list marks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> { words.trimmed(range) }

    private static let closing: LexemeRoles = [
        .comparatorBefore, .comparatorAdjacent, .comparatorAfter, .change, .level, .from, .base, .lead, .tail, .share,
        .each, .relativeYear, .now, .aside, .nameEnd,
    ]

    private static let continuing: LexemeRoles = [.continuation, .continuationHead]

    /// Reads tokens `first..<last` (all before the number) and the bytes `range`.
    func left(_ range: Range<Int>, tokens first: Int, _ last: Int) -> LeftWords {
        var left = LeftWords()
        var end = trimmed(range).upperBound
        var index = last - 1
        close(&left, &end, &index, first, range.lowerBound)
        var start = range.lowerBound
        open(&left, &start, end, first, index)
        left.range = trimmed(start..<max(start, end))
        left.name = words.text(left.range, tokens: first, last)
        if let head = (first..<max(first, last)).first(where: {
            list.tokens[$0].range.lowerBound >= left.range.lowerBound
        }), list.tokens[head].range.lowerBound == left.range.lowerBound {
            left.head = list.roles(head)
            left.headLength = list.tokens[head].range.count
        }
        if sharesRatio(left.range, first, last) { left.reach = .each }
        // 累计建成公园: the verb behind it is no part of the name, nor is it.
        let openings = [left.range.lowerBound, trimmed(range).lowerBound]
        left.isTotal = left.isTotal || openings.contains { UTF8Scanning.has("累计", in: bytes, at: $0) }
        return left
    }

    /// 在校生数、工位数均占全市总量的: the ratio behind 均 is one of each name.
    private func sharesRatio(_ name: Range<Int>, _ first: Int, _ last: Int) -> Bool {
        (first..<max(first, last - 1)).contains { index in
            name.contains(list.tokens[index].range.lowerBound) && list.roles(index).contains(.share)
                && list.roles(index + 1).contains(.continuationHead)
                && list.tokens[index + 1].range.lowerBound == list.tokens[index].range.upperBound
        }
    }

    /// Takes verbs, comparators and dates off the right end.
    private func close(_ left: inout LeftWords, _ end: inout Int, _ index: inout Int, _ first: Int, _ start: Int) {
        defer { cutComparison(&left, &end, &index, first, start) }
        while index >= first {
            let token = list.tokens[index]
            guard token.range.upperBound >= end, token.range.lowerBound >= start else { break }
            switch token.kind {
            case .date: break
            case .mark(.list), .mark(.listWord), .mark(.colon): break
            case .mark(.close):
                // “十三五”末（2020年）的: a date in brackets is a date.
                guard let open = dateBracket(index, first) else { return }
                end = trimmed(start..<list.tokens[open].range.lowerBound).upperBound
                index = open - 1
                continue
            case .word(let word):
                let lexeme = list.words[word]
                if isRatio(index) { return }
                let isWhole = trimmed(start..<end) == token.range
                if lexeme.roles.isSuperset(of: [.beforeFigure, .change]), comparison(first, index, start) == nil {
                    return
                }
                guard
                    !lexeme.roles.isDisjoint(with: Self.closing) || isWhole && lexeme.roles.contains(.leadFirst)
                        || lexeme.roles.contains(.per)
                        || lexeme.roles.contains(.clauseKind) && (isWhole || left.isFrom)
                            && lexeme.roles.isDisjoint(with: Self.continuing)
                else { return }
                note(lexeme, token, &left)
            case .quantity(let quantity) where isSpan(list.quantities[quantity], at: index): break
            default: return
            }
            end = trimmed(start..<token.range.lowerBound).upperBound
            index -= 1
        }
    }

    /// The bracket that `close` closes if nothing but dates stands in it.
    private func dateBracket(_ close: Int, _ first: Int) -> Int? {
        var open = close - 1
        while open >= first, case .date = list.tokens[open].kind { open -= 1 }
        return open >= first && open < close - 1 && list.partners[open] == close ? open : nil
    }

    /// 产量连续五年稳定在: a number of years is no part of the name before it.
    private func isSpan(_ quantity: ScannedQuantity, at index: Int) -> Bool {
        guard quantity.measure?.dimension == "time-year" else { return false }
        return quantity.isChineseCount
            || index > 0 && list.roles(index - 1).contains(.nameEnd)
                && list.tokens[index - 1].range.upperBound == list.tokens[index].range.lowerBound
    }

    /// 增速比全省快: what the name is compared with is no part of it.
    private func cutComparison(
        _ left: inout LeftWords, _ end: inout Int, _ index: inout Int, _ first: Int, _ start: Int
    ) {
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

    private func note(_ lexeme: Lexeme, _ token: ProseToken, _ left: inout LeftWords) {
        let roles = lexeme.roles
        if !roles.isDisjoint(with: [.lead, .leadFirst, .level, .change]) { left.hasVerb = true }
        if roles.contains(.change), !left.isLevel {
            left.predicate = .change
            left.direction = lexeme.direction
        }
        if roles.contains(.level), !left.isChange {
            left.predicate = .level
            left.direction = lexeme.direction
        }
        if roles.isSuperset(of: [.change, .lead]) { left.leadsToCount = true }
        if roles.contains(.from) { left.isFrom = true }
        if roles.contains(.share) || roles.contains(.each) { left.reach = .each }
        let word = String(decoding: bytes[token.range], as: UTF8.self)
        if word == "累计" { left.isTotal = true }
        if roles.contains(.per) { left.per = word + left.per }
        if roles.contains(.partOfYear) { left.partOfYear = word }
        if left.comparator == nil, !roles.isDisjoint(with: [.comparatorBefore, .comparatorAdjacent]) {
            left.comparator = lexeme.comparator
            left.comparatorYields = lexeme.yieldsToLater
        }
    }

    /// Moves the start behind dates, verbs of aim and words of place.
    private func open(_ left: inout LeftWords, _ start: inout Int, _ end: Int, _ first: Int, _ last: Int) {
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
                    left.comparatorYields = list.words[word].yieldsToLater
                }
            default: break
            }
        }
    }

    /// A list mark stands directly before `token`, with a name before that.
    private func isListed(_ token: ProseToken, _ start: Int) -> Bool {
        guard start < token.range.lowerBound else { return false }
        let index = list.firstToken(from: token.range.lowerBound) - 1
        return index >= 0 && list.tokens[index].range.upperBound == token.range.lowerBound
            && (list.mark(index) == .list || list.mark(index) == .listWord)
            && list.tokens[index].range.lowerBound > start
    }

    /// 城镇新增就业, 规上工业企业净增: a short subject before 新增 is part of the name, a long one is another thought.
    private func keepsSubject(_ token: ProseToken, _ start: Int, _ end: Int) -> Bool {
        let subject = trimmed(start..<max(start, token.range.lowerBound))
        return trimmed(token.range.upperBound..<max(end, token.range.upperBound)).isEmpty
            || subject.count <= Self.subjectLimit && !subject.isEmpty
    }
    /// Bytes (eight characters) of the longest subject that the name keeps.
    static let subjectLimit = 24

    private func openAt(
        _ token: ProseToken, _ lexeme: Lexeme, _ isFirst: Bool, _ left: inout LeftWords, _ start: inout Int, _ end: Int
    ) {
        let roles = lexeme.roles
        if !isFirst, start < token.range.lowerBound, opensBehindHead(token, roles) {
            // 人口　年末常住人口95万人: the word before the space is a head.
            start = roles.contains(.scope) ? token.range.upperBound : token.range.lowerBound
        } else if roles.contains(.done), !isFirst, isPredicate(token, end) {
            // 补助资金已全部下达1.5亿元: who or what it was done to is what the figure is of.
            left.hasVerb = true
        } else if roles.contains(.increment), left.isShared, isListed(token, start) {
            // 入园率和新增劳动力受教育年限分别达到: the verb is part of the last name, not of what all of them are.
        } else if roles.contains(.increment) {
            let verb = String(decoding: bytes[token.range], as: UTF8.self)
            let isLast = trimmed(token.range.upperBound..<max(end, token.range.upperBound)).isEmpty
            left.increase = isLast ? .trailing(verb) : .inName(verb)
            if !keepsSubject(token, start, end) { start = token.range.lowerBound }
        } else if roles.contains(.partOfYear), isFirst {
            left.partOfYear = String(decoding: bytes[token.range], as: UTF8.self)
            start = token.range.upperBound
        } else if roles.contains(.per) {
            left.per += String(decoding: bytes[token.range], as: UTF8.self)
            if isFirst, roles.contains(.lead) { start = token.range.upperBound }
        } else if roles.contains(.ofWhich) {
            left.scope = .part
            start = token.range.upperBound
        } else if roles.contains(.lead) || roles.contains(.planEnd) || roles.contains(.now)
            || isFirst && roles.isDisjoint(with: Self.continuing)
                && !roles.isDisjoint(with: [
                    .leadFirst, .scope, .tail, .relativeYear, .each, .share, .clauseKind, .from, .base, .change,
                ])
                && token.range.upperBound - token.range.lowerBound < 18
        {
            if !roles.contains(.level) || isFirst { start = token.range.upperBound }
            if roles.contains(.share) { left.reach = .each }
            if roles.contains(.lead) { left.hasLead = true }
        }
        if roles.contains(.change), isFirst { left.opensWithChange = true }
        if roles.contains(.changesObject), isFirst { left.objectChange = lexeme.direction }
        if roles.contains(.change), !isFirst {
            // 快于全国1.2个百分点: the verb of change with words between it and the figure.
            left.hasVerb = true
            if !left.isLevel, !left.isChange {
                left.predicate = .change
                left.direction = lexeme.direction
                left.changesWithinNoun =
                    !roles.contains(.changesObject)
                    && !trimmed(token.range.upperBound..<max(end, token.range.upperBound)).isEmpty
            }
        }
    }

    /// 年末 or 全年 behind a space, with one short word before that.
    private func opensBehindHead(_ token: ProseToken, _ roles: LexemeRoles) -> Bool {
        guard roles.contains(.sameYear), token.range.lowerBound > 0 else { return false }
        let behind = trimmed(0..<token.range.lowerBound).upperBound
        return behind < token.range.lowerBound && behind > 0
    }

    /// 已下达, 已全部竣工: nothing but such verbs, with words of manner, from the word `token` to `end`.
    private func isPredicate(_ token: ProseToken, _ end: Int) -> Bool {
        var index = list.firstToken(from: token.range.lowerBound)
        var position = token.range.lowerBound
        while index < list.tokens.count, list.tokens[index].range.lowerBound == position, position < end {
            guard !list.roles(index).isDisjoint(with: [.done, .doneVerb, .share, .tail, .nameEnd, .level]) else {
                return false
            }
            position = list.tokens[index].range.upperBound
            index += 1
        }
        return position >= end
    }

    /// What stands behind a number up to `range`'s end.
    func right(_ range: Range<Int>, tokens first: Int, _ last: Int, cutTail: Bool) -> String {
        var start = range.lowerBound
        var end = range.upperBound
        var index = first
        let opening: LexemeRoles = [.comparatorAfter, .tail, .sameYear]
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
        // 5个区域中心建设取得明显成效、补齐短板: behind the praise nothing names what is counted.
        // So is what all of them are: 26个断面水质全部达标.
        if let praise = (index..<max(index, last)).first(where: {
            list.roles($0).contains(.tail) && list.tokens[$0].range.count >= Self.praise
                && list.tokens[$0].range.lowerBound > start
                || list.roles($0).contains(.share) && list.tokens[$0].range.lowerBound >= start
        }) {
            end = min(end, list.tokens[praise].range.lowerBound)
        }
        // 9个项目已开工, 52套已全部建成: what has become of it is no part of what it is; 已批复项目 names some of them.
        if let done = (index..<max(index, last)).first(where: {
            list.roles($0).contains(.done)
                && (isPredicate(list.tokens[$0], end) || list.tokens[$0].range.lowerBound > start && !leadsOn($0, last))
        }) {
            end = min(end, list.tokens[done].range.lowerBound)
        }
        // 400万千瓦煤电项目力争2025年建成: when it will be is no part of what it is.
        if let aim = (index..<max(index, last - 1)).first(where: {
            list.roles($0).contains(.lead) && isDate($0 + 1) && list.tokens[$0].range.lowerBound > start
                && list.tokens[$0].range.upperBound == list.tokens[$0 + 1].range.lowerBound
        }) {
            end = min(end, list.tokens[aim].range.lowerBound)
        }
        if cutTail {
            var left = LeftWords()
            var position = last - 1
            close(&left, &end, &position, index, start)
        }
        return words.text(trimmed(start..<max(start, end)), tokens: index, last)
    }

    /// 的 or a like word stands behind the token, as in 县区已实施的项目: it leads to a noun.
    private func leadsOn(_ index: Int, _ last: Int) -> Bool {
        (index + 1..<max(index + 1, last)).contains {
            list.roles($0).contains(.tail) && list.tokens[$0].range.count == 3
        }
    }

    private func isDate(_ index: Int) -> Bool {
        if case .date = list.tokens[index].kind { true } else { false }
    }

    /// Bytes (four characters) of the shortest word of praise; shorter tails (的, 台阶) may stand within a name.
    static let praise = 12

    /// A bracket that holds clauses of its own, or that the page broke off.
    private func isRemark(_ index: Int) -> Bool {
        guard list.mark(index) == .open else { return false }
        guard let close = list.partners[index] else { return true }
        return (index..<close).contains(where: list.isBoundary)
    }

    // MARK: Words without a figure of their own

    /// 常年 of 比常年（294亿立方米）偏少7%: what the figure of the clause is compared with; `nil` behind other words.
    func base(ofBracket open: Int, _ clauseFirst: Int) -> String? {
        let near = max(clauseFirst, open - Self.baseReach)..<max(clauseFirst, open)
        guard let base = near.last(where: { list.roles($0).contains(.base) || list.quantity($0) != nil }),
            list.roles(base).contains(.base), list.roles(base).isDisjoint(with: [.baseLastYear, .change])
        else { return nil }
        let words = trimmed(list.tokens[base].range.upperBound..<list.tokens[open].range.lowerBound)
        return words.isEmpty ? nil : String(decoding: bytes[words], as: UTF8.self)
    }

    /// Tokens from 比 to the bracket: 比全省平均增幅（16%）.
    static let baseReach = 6

    /// 卡拉（102万千瓦）、孟底沟（240万千瓦）水电站: a bracket's figure is of the words directly before it.
    func head(ofBracket open: Int, _ clauseFirst: Int, _ clauseStart: Int) -> String {
        var first = open
        while first > clauseFirst, list.mark(first - 1) == nil, list.quantity(first - 1) == nil { first -= 1 }
        guard first == 0 || list.quantity(first - 1) == nil else { return "" }
        let start = first > clauseFirst ? list.tokens[first - 1].range.upperBound : clauseStart
        return left(start..<list.tokens[open].range.lowerBound, tokens: first, open).name
    }

    /// 分产业看, 按可比价格计算, 据有关部门统计: a clause that ends or opens in such words names nothing.
    func isAside(_ last: Int, _ range: Range<Int>, _ words: NameLexicon) -> Bool {
        if last > 0, list.tokens[last - 1].range.upperBound == range.upperBound,
            !list.roles(last - 1).isDisjoint(with: [.aside, .asideEnding])
        {
            return true
        }
        return opens(range, words.asideOpenings)
    }

    /// 产品产量 of 从产品产量看: what the parts behind are parts of.
    func divided(_ last: Int, _ range: Range<Int>, _ words: NameLexicon) -> String? {
        guard last > 0, list.roles(last - 1).contains(.asideEnding) else { return nil }
        let clause = trimmed(range.lowerBound..<list.tokens[last - 1].range.lowerBound)
        guard let opening = words.viewOpenings.first(where: { bytes[clause].starts(with: $0) }),
            clause.count > opening.count
        else { return nil }
        return String(decoding: bytes[clause].dropFirst(opening.count), as: UTF8.self)
    }

    /// What a clause without figures says of those behind it: 其中 gives some of the parts, 分产业看 and 按规模： all.
    func division(_ first: Int, _ last: Int, _ range: Range<Int>, _ words: NameLexicon) -> SentenceChart.Division? {
        if last > first, list.roles(last - 1).contains(.asideEnding) { return .all }
        if (first..<last).contains(where: { list.roles($0).contains(.ofWhich) }) { return .some }
        guard opens(range, words.divisionOpenings), !opens(range, words.asideOpenings) else { return nil }
        let isList = last < list.tokens.count && list.mark(last) == .colon
        return isList || UTF8Scanning.hasBefore("分", in: bytes, at: range.upperBound) ? .all : nil
    }

    private func opens(_ range: Range<Int>, _ words: [[UInt8]]) -> Bool {
        let clause = trimmed(range)
        return words.contains { bytes[clause].starts(with: $0) }
    }

    /// 财政收入迈过千亿大关，达1330亿元: what a clause without figures names, up to its verb of level.
    func silentName(_ first: Int, _ last: Int, _ range: Range<Int>) -> String {
        let verb = (first..<last).first { index in
            list.roles(index).contains(.level) && list.roles(index).isDisjoint(with: [.lead, .leadFirst])
                && !trimmed(range.lowerBound..<list.tokens[index].range.lowerBound).isEmpty
        }
        guard let verb else { return left(range, tokens: first, last).name }
        return left(range.lowerBound..<list.tokens[verb].range.lowerBound, tokens: first, verb).name
    }
}
