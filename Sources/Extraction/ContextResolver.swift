import PipelineDefinition
import Reading
import StatisticalModel

/// Completes a draft with what sentence, paragraph, section, bracket, title and date say: each speaker offers a
/// candidate for year and kind, ``EvidenceResolver`` weighs them.
struct ContextResolver {
    let scope: RegisterScope
    let document: DocumentContext?
    let duty: Responsibility
    let evidence: EvidenceTable
    let bytes: [UInt8]

    func statement(_ draft: StatementDraft, _ quantity: ScannedQuantity, _ state: SentenceContext) -> Statement {
        let years = self.years(draft, state)
        var year = years.winner?.value
        var origin = years.winner.map { Self.origin(of: $0.speaker, draft) } ?? .none
        let kinds = self.kinds(draft, year, origin, state)
        let (kind, status) = outcome(kinds, draft, year, origin)
        if kind == .actual, origin == .title { (year, origin) = yearOfState(titled: year) }
        if draft.isOldLevel { (year, origin) = yearOfOldLevel(draft, year, origin) }
        var statement = Statement(
            provenance: Provenance(
                bulletin: "", documentTitle: document?.citation ?? "", line: 0, quote: "", rule: draft.rule),
            source: .prose, indicator: draft.indicator, qualifier: draft.qualifier, kind: kind,
            measure: draft.measure, comparator: draft.comparator,
            quantity: Quantity(value: quantity.value, upper: quantity.upper, unit: quantity.unit))
        statement.year = year.map { Year($0) }
        statement.yearOrigin = origin
        statement.period = draft.span
        statement.deadline = draft.date ?? duty.deadline
        statement.baseYear = (draft.baseYear ?? (draft.isAgainstLastYear ? year.map { $0 - 1 } : nil)).map { Year($0) }
        statement.changeDirection = draft.direction
        statement.responsible = duty.units
        statement.leadUnit = duty.leadUnit
        statement.cooperating = duty.cooperating
        if let months = draft.months ?? monthsTold(draft, year, origin, kind) {
            if let year {
                statement.months = MonthSpan(Year(year), months)
            } else if draft.partOfYear.isEmpty {
                // Of a year that nobody tells the months alone keep 10月 from 1—10月.
                statement.qualifier = DateReader.words(for: months) + statement.qualifier
            }
        }
        statement.status = status
        statement.role = draft.role
        statement.evidence = StatementEvidence(year: years, kind: kinds)
        return statement
    }

    // MARK: year

    private func years(_ draft: StatementDraft, _ state: SentenceContext) -> ContextDecision<Int> {
        var resolver = EvidenceResolver<Int>()
        if draft.isOfUnknownYear, draft.year == nil { return resolver.decide(least: 1) }
        func offer(_ year: Int?, _ speaker: EvidenceSpeaker, _ word: String = "") {
            guard let year else { return }
            resolver.offer(
                ContextCandidate(year, speaker, weight: evidence.weight(of: speaker, for: .year), word: word))
        }
        offer(draft.year, draft.yearOrigin == .clause ? .clause : .sentence)
        offer(state.paragraphYear, .paragraph)
        offer(state.leadYear, .leadIn)
        offer(state.sectionYear ?? toldYear(draft, state), .section)
        offer(duty.deadline?.year, .bracket)
        switch document?.yearOrigin {
        case .title?: offer(document?.year, .title, document?.citation ?? "")
        case .date?: offer(document?.year, .date)
        case .guess?: offer(document?.year, .guess)
        default: break
        }
        return resolver.decide(least: 1)
    }

    /// The year that is over holds for nothing that is planned or expected.
    private func toldYear(_ draft: StatementDraft, _ state: SentenceContext) -> Int? {
        guard let told = state.toldYear, told == document?.reviewedYear else { return state.toldYear }
        let spoken = (draft.clauseWord ?? draft.sentenceWord)?.kind
        return spoken == .target || spoken == .forecast ? nil : told
    }

    private static func origin(of speaker: EvidenceSpeaker, _ draft: StatementDraft) -> ContextOrigin {
        switch speaker {
        case .clause: .clause
        case .sentence: .sentence
        case .paragraph: .paragraph
        case .leadIn: .leadIn
        case .section: .section
        case .bracket: .bracket
        case .title: .title
        case .date: .date
        case .guess: .guess
        default: .none
        }
    }

    /// A plan's title says what year it is for, not when the present state was counted that the plan starts from.
    private func yearOfState(titled: Int?) -> (Int?, ContextOrigin) {
        guard let document, document.isPlan, document.kind != .actual else { return (titled, .title) }
        guard let issue = document.issueYear else { return (nil, .none) }
        return titled.map { $0 <= issue } == true ? (titled, .title) : (issue, .date)
    }

    /// The level before is of the year that the text gives it, of the year before a review's first, of last year in
    /// a communiqué or behind 比上年; else of none: never of the new level's year.
    private func yearOfOldLevel(
        _ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin
    ) -> (Int?, ContextOrigin) {
        if draft.isOwnYear { return (year, origin) }
        if let span = draft.reviewSpan { return (span.before, .sentence) }
        if scope.lookBackYears > 0, let year { return (year - scope.lookBackYears, .section) }
        guard document?.register == .communique || draft.isAgainstLastYear, let year else { return (nil, .none) }
        return (year - 1, origin)
    }

    /// The part of the year that a fact is for where its words name none: up to the day of counting (6月底), else what
    /// the document tells of (上半年经济运行情况). A year of its own (2025年) or 全年 is the whole one.
    private func monthsTold(
        _ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin, _ kind: StatementKind
    ) -> ClosedRange<Int>? {
        guard kind == .actual, !draft.isOldLevel else { return nil }
        if let counted = draft.monthsCounted { return counted }
        guard year == document?.year else { return nil }
        return draft.isOfPresentYear || origin != .clause && origin != .sentence ? document?.monthsSoFar : nil
    }

    // MARK: kind

    private func kinds(
        _ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin, _ state: SentenceContext
    ) -> ContextDecision<StatementKind> {
        var resolver = EvidenceResolver<StatementKind>()
        func offer(_ kind: StatementKind?, _ speaker: EvidenceSpeaker, _ word: String = "") {
            guard let kind else { return }
            resolver.offer(
                ContextCandidate(kind, speaker, weight: evidence.weight(of: speaker, for: .kind), word: word))
        }
        // 全年争取科技项目255项: a communiqué of the year aims at nothing in it.
        let isTold = document?.register == .communique && (year ?? 0) <= document?.year ?? 0
        func offer(_ spoken: SpokenKind?, _ speaker: EvidenceSpeaker) {
            if isTold, spoken?.kind == .target { return }
            let isOutturn = spoken.map { isEstimated($0, draft, year, origin) } ?? false
            if !isOutturn, spoken.map({ isUndated($0, draft) }) ?? false { return }
            offer(
                isOutturn ? .actual : spoken?.kind, speaker,
                spoken.map { String(decoding: bytes[$0.range], as: UTF8.self) } ?? "")
        }
        if draft.isOldLevel { offer(.actual, .oldLevel) }
        offer(draft.clauseWord, .clauseWord)
        offer(draft.sentenceWord, .sentenceWord)
        offer(draft.paragraphWord, .paragraphWord)
        offerYear(year, origin, draft, &resolver)
        // A head 完成情况 without a year, of the year that is over, reaches no further than that.
        let isBeyond = document?.reviewedYear.map { $0 < year ?? $0 } ?? false
        if let head = scope.kind, !(isBeyond && head.kind == .actual && head.year == nil) {
            offer(head.kind, .section, head.word)
        }
        if let word = scope.stateWord { offer(.actual, .stateHead, word) }
        offer(document?.kind, .document, document?.citation ?? "")
        let isBound = [.atLeast, .atMost, .approximately].contains(draft.comparator)
        func offer(cue: SpokenKind?, _ speaker: EvidenceSpeaker) {
            if cue?.kind != .actual || !isBound { offer(cue, speaker) }
        }
        offer(cue: draft.cues.clause, .cue)
        offer(cue: draft.cues.actual, .sentenceCue)
        offer(cue: draft.cues.target, .sentenceCue)
        offer(state.neighbour, .neighbour)
        let isOpenYear = (draft.clauseWord ?? draft.sentenceWord).map { isUndated($0, draft) } ?? false
        if isBound, !isOpenYear { offer(.target, .bound) }
        return resolver.decide()
    }

    /// What a year of the text says of its figure's kind, against the year of the document.
    private func offerYear(
        _ year: Int?, _ origin: ContextOrigin, _ draft: StatementDraft,
        _ resolver: inout EvidenceResolver<StatementKind>
    ) {
        guard let year, Self.isNear(origin) || document?.reviewedYear != nil else { return }
        func offer(_ kind: StatementKind, _ speaker: EvidenceSpeaker) {
            resolver.offer(
                ContextCandidate(kind, speaker, weight: evidence.weight(of: speaker, for: .kind), word: "\(year)"))
        }
        if let issue = document?.issueYear {
            if year < issue { offer(.actual, .earlierYear) }
            let isForecast = (draft.clauseWord ?? draft.sentenceWord)?.kind == .forecast
            if year > issue { offer(isForecast ? .forecast : .target, .laterYear) }
        }
        // “十四五”规划 names no day of issue, but what lies before its first year has happened.
        if document?.issueYear == nil, case .plan(let first)? = document?.titleYear, year < first.number {
            offer(.actual, .earlierYear)
        }
        if document?.plansAhead == true, document?.isPlan == false, document?.titleYear != nil,
            let planned = document?.year
        {
            if year == planned { offer(.target, .reportYear) }
        }
        // 2026年，覆盖率达到98%以上: a fact would be exact.
        // 2023年完成投资30亿元 in a plan for 2023—2025 is aimed at, however it is put.
        let isPlanned =
            document?.isPlan == true && document?.kind == .target && document?.firstYear.map { year >= $0 } == true
        if isPlanned, draft.yearForm == .told { return }
        if let form = draft.yearForm, form != .told || ![.atLeast, .atMost].contains(draft.comparator) {
            offer(form != .aimed ? .actual : .target, .yearForm)
        }
    }

    /// 预计 of the year reported is an outturn that is estimated; what is open stays so.
    private func outcome(
        _ kinds: ContextDecision<StatementKind>, _ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin
    ) -> (StatementKind, ObservationStatus) {
        guard let winner = kinds.winner, !kinds.isOpen else { return (.undetermined, .normal) }
        guard winner.value == .actual, let word = draft.clauseWord ?? draft.sentenceWord else {
            return (winner.value, .normal)
        }
        if isEstimated(word, draft, year, origin) { return (.actual, .estimated) }
        return (.actual, word.kind == .actual ? word.status ?? .normal : .normal)
    }

    /// 预计 of the year reported speaks for a fact.
    private func isEstimated(
        _ word: SpokenKind, _ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin
    ) -> Bool {
        word.kind == .forecast && word.status == .estimated && isOfReportedYear(draft, year, origin)
    }

    /// 预计全年产值30亿元 in a text that tells neither its day nor its kind: nobody knows whether that year is over.
    private func isUndated(_ word: SpokenKind, _ draft: StatementDraft) -> Bool {
        word.kind == .forecast && word.status == .estimated && document?.issueYear == nil && document?.kind == nil
            && document?.isPlan == false && scope.kind == nil && draft.yearForm != .aimed && !draft.isProspective
            && draft.yearOrigin != .none
    }

    private func isOfReportedYear(_ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin) -> Bool {
        // 预计全年 in 上半年经济运行情况
        if document?.isPartOfYear == true, draft.months == nil, year == document?.year { return false }
        // 预计完成 of the year that the second half of the title plans
        if let year, let reviewed = document?.reviewedYear, year > reviewed { return false }
        let section = scope.kind?.kind
        // 预计到2020年 in a communiqué of 2017
        if let year, let told = document?.year, document?.isPlan == false, year > told { return false }
        if let year, let issue = document?.issueYear, year != issue, Self.isNear(origin) {
            return year < issue
        }
        return (section ?? document?.kind) == .actual
    }

    /// Years that the text itself gives to the figure; those of title and date only frame the document.
    private static func isNear(_ origin: ContextOrigin) -> Bool {
        switch origin {
        case .clause, .sentence, .paragraph, .leadIn, .section: true
        default: false
        }
    }
}

extension Provenance {
    init(bulletin: String, documentTitle: String, line: Int, quote: String, rule: ReadingRule) {
        self.init(
            bulletin: bulletin, document: 0, documentTitle: documentTitle, line: line, lineEnd: line, quote: quote,
            rule: rule)
    }
}
