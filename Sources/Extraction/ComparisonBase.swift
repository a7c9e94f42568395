import PipelineDefinition
import Reading
import StatisticalModel

/// Signs of a figure's kind: the nearest of its clause, and the first of each kind elsewhere in the sentence.
struct KindCues: Sendable {
    var clause: SpokenKind?
    var actual: SpokenKind?
    var target: SpokenKind?

    fileprivate mutating func note(_ cue: SpokenKind) {
        switch cue.kind {
        case .actual: actual = actual ?? cue
        case .target: target = target ?? cue
        case .forecast, .reference, .undetermined: break
        }
    }
}

/// What a change is against: the words 比, 较, 同比 that stand before a figure in its clause.
struct ComparisonBase {
    let list: TokenList
    /// How many tokens back the words may stand.
    private static let reach = 40

    /// 同比, 完成, 要: those before the figure in its clause, and those within reach in the rest of its sentence.
    func cues(around index: Int) -> KindCues {
        var cues = KindCues()
        var isInClause = true
        for position in (max(0, index - Self.reach)..<index).reversed() {
            if list.isBoundary(position) { isInClause = false }
            guard let cue = cue(at: position) else { continue }
            if isInClause { cues.clause = cues.clause ?? cue } else { cues.note(cue) }
        }
        for position in index..<min(list.tokens.count, index + Self.reach) {
            if let cue = cue(at: position) { cues.note(cue) }
        }
        return cues
    }

    private func cue(at position: Int) -> SpokenKind? {
        guard let lexeme = list.lexeme(position), lexeme.roles.contains(.kindCue), let kind = lexeme.kind else {
            return nil
        }
        return SpokenKind(kind: kind, range: list.tokens[position].range)
    }

    /// The level that others are held against: 300万人 of 与2010年普查的300万人相比, 3.3人 of 比2010年普查的3.3人减少0.4人.
    struct Comparand: Sendable, Hashable {
        /// The byte with which its words begin.
        var start: Int
        /// The year that they name.
        var year: Int?
        /// They say that it is the year before the figure's own: 较上年28899万元增长10%.
        var isLastYear = false
    }

    /// The figure at `index` as such a level, whose words lie in `words`; `nil` for other figures.
    func comparand(_ index: Int, _ words: Range<Int>, in bytes: [UInt8], _ lexicon: RoleLexicon) -> Comparand? {
        let next = index + 1
        let figure = list.tokens[index].range
        guard next < list.tokens.count, list.tokens[next].range.lowerBound == figure.upperBound else { return nil }
        let first = list.firstToken(from: words.lowerBound)
        var start: Int?
        if list.roles(next).contains(.base) {
            start = lexicon.last(.comparedWith, in: bytes, words)?.at
        } else if list.roles(next).contains(.change), next + 1 < list.tokens.count, list.quantity(next + 1) != nil {
            let base = (first..<max(first, index)).last { list.roles($0).contains(.base) }
            start = base.map { list.tokens[$0].range.lowerBound }
        }
        guard let start else { return nil }
        let isLastYear =
            index > 0 && list.roles(index - 1).contains(.baseLastYear)
            && list.tokens[index - 1].range.upperBound == figure.lowerBound
        guard isLastYear || lexicon.word(.of, in: bytes, before: figure.lowerBound, from: start) != nil else {
            return nil
        }
        let years = list.tokens[list.firstToken(from: start)..<index].lazy.compactMap { token in
            if case .date(let date) = token.kind { list.dates[date].year } else { nil }
        }
        return Comparand(start: start, year: years.first, isLastYear: isLastYear && years.isEmpty)
    }

    /// 17.3% of 比全省（17.3%）和全国（11.4%）分别高…, alone in a bracket behind those whom the text compares with: the figure
    /// between the marks `open` and `close`, where the clause begins at `start`.
    func ofOthers(_ open: Int, _ close: Int, from start: Int, in bytes: [UInt8], _ lexicon: RoleLexicon) -> Int? {
        let figure = open + 1
        let end = list.tokens[open].range.lowerBound
        guard close == figure + 1, list.quantity(figure) != nil, start < end,
            lexicon.word(.others, in: bytes, before: end, from: start) != nil,
            [.gapOpening, .gapVerb].contains(where: { lexicon.last($0, in: bytes, start..<end) != nil })
        else { return nil }
        return figure
    }

    /// 15日 of 15日以内（包括15日）: the bracket says of the bound before it that it counts itself.
    func ofBound(_ open: Int, _ close: Int, in bytes: [UInt8], _ lexicon: RoleLexicon) -> Int? {
        let figure = close - 1
        guard figure > open, let quantity = list.quantity(figure),
            lexicon.word(
                .containing, in: bytes, at: list.tokens[open].range.upperBound,
                limit: list.tokens[figure].range.lowerBound) != nil,
            let bound = (max(0, open - Self.reach)..<open).last(where: { list.quantity($0) != nil }),
            list.quantity(bound)?.value == quantity.value, list.quantity(bound)?.unit == quantity.unit
        else { return nil }
        return figure
    }

    /// 1日 of 昨天（1日）: the day of the month in a bracket behind a word that names it.
    func ofDay(_ open: Int, _ close: Int, from start: Int, in bytes: [UInt8], _ lexicon: RoleLexicon) -> Int? {
        let figure = open + 1
        guard close == figure + 1, list.quantity(figure)?.measure?.dimension == "time-day",
            lexicon.word(.dayWord, in: bytes, before: list.tokens[open].range.lowerBound, from: start) != nil
        else { return nil }
        return figure
    }

    /// The year behind 比 or 较 before the figure, or the year before its own.
    func setBase(_ draft: inout StatementDraft, before index: Int) {
        var position = index - 1
        while position >= max(0, index - Self.reach), !list.isBoundary(position) {
            if case .date(let date) = list.tokens[position].kind, position > 0, list.roles(position - 1).contains(.base)
            {
                draft.baseYear = list.dates[date].year
                return
            }
            if !list.roles(position).isDisjoint(with: [.baseLastYear, .base]) { draft.isAgainstLastYear = true }
            if draft.isAgainstLastYear { return }
            position -= 1
        }
    }
}
