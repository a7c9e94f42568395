import Reading
import StatisticalModel

/// Completes a draft with what paragraph, section, bracket, title and date say: the first that speaks decides.
struct ContextResolver {
    let section: [HeadingContext]
    let document: DocumentContext?
    let duty: Responsibility

    func statement(_ draft: StatementDraft, _ quantity: ScannedQuantity, _ state: SentenceContext) -> Statement {
        var (year, origin) = year(draft, state)
        // Between two reports the level before is that of the year before.
        if draft.isOldLevel, draft.year == nil, reportsFacts { year = year.map { $0 - 1 } }
        var statement = Statement(
            provenance: Provenance(
                bulletin: "", documentTitle: document?.citation ?? "", line: 0, quote: "", rule: draft.rule),
            source: .prose, indicator: draft.indicator, qualifier: draft.qualifier, kind: kind(draft, year, origin),
            measure: draft.measure, comparator: draft.comparator,
            quantity: Quantity(value: quantity.value, upper: quantity.upper, unit: quantity.unit))
        if statement.kind == .actual, origin == .title { (year, origin) = yearOfState(titled: year) }
        statement.year = year.map { Year($0) }
        statement.yearOrigin = origin
        statement.period = draft.span
        statement.deadline = draft.date ?? duty.deadline
        statement.baseYear = (draft.baseYear ?? (draft.isAgainstLastYear ? year.map { $0 - 1 } : nil)).map { Year($0) }
        statement.changeDirection = draft.direction
        statement.responsible = duty.units
        return statement
    }

    /// A plan's title says what year it is for, not when the present state was counted that the plan starts from.
    private func yearOfState(titled: Int?) -> (Int?, ContextOrigin) {
        guard let document, document.isPlan, document.kind != .actual else { return (titled, .title) }
        guard let issue = document.issueYear else { return (nil, .none) }
        return titled.map { $0 <= issue } == true ? (titled, .title) : (issue, .date)
    }

    private var reportsFacts: Bool {
        (section.last { $0.kind != nil }?.kind ?? document?.kind) == .actual
    }

    private func year(_ draft: StatementDraft, _ state: SentenceContext) -> (Int?, ContextOrigin) {
        if let year = draft.year { return (year, draft.yearOrigin) }
        if let year = state.paragraphYear { return (year, .paragraph) }
        if let year = state.sectionYear { return (year, .section) }
        if let year = duty.deadline?.year { return (year, .bracket) }
        if let document, let year = document.year { return (year, document.yearOrigin) }
        return (nil, .none)
    }

    private func kind(_ draft: StatementDraft, _ year: Int?, _ origin: ContextOrigin) -> StatementKind {
        let sectionKind = section.last { $0.kind != nil }?.kind
        let issue = document?.issueYear
        if let kind = draft.kind {
            if kind == .actual, Self.near.contains(origin), let year, let issue, year > issue { return .target }
            return kind
        }
        if Self.near.contains(origin), let year, let issue {
            if year < issue { return .actual }
            if year > issue { return .target }
        }
        return sectionKind ?? document?.kind ?? (isFact(draft) ? .actual : .target)
    }

    /// 同比增长10% is a fact where nothing else says, 同比增长10%以上 is not: facts are exact.
    private func isFact(_ draft: StatementDraft) -> Bool {
        draft.hasFactCue && ![.atLeast, .atMost, .approximately].contains(draft.comparator)
    }

    /// Years that the text itself gives to the figure; those of title and date only frame the document.
    private static let near: Set<ContextOrigin> = [.clause, .sentence, .paragraph, .section]
}

extension Provenance {
    init(bulletin: String, documentTitle: String, line: Int, quote: String, rule: ReadingRule) {
        self.init(
            bulletin: bulletin, document: 0, documentTitle: documentTitle, line: line, lineEnd: line, quote: quote,
            rule: rule)
    }
}
