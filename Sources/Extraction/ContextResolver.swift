import StatisticalModel

/// Completes a draft with what paragraph, section, bracket, title and date say: the first that speaks decides.
struct ContextResolver {
    let section: [HeadingContext]
    let document: DocumentContext?
    let duty: Responsibility

    func statement(_ draft: StatementDraft, _ quantity: ScannedQuantity, _ state: SentenceContext) -> Statement {
        let (year, origin) = year(draft, state)
        var statement = Statement(
            provenance: Provenance(
                bulletin: "", documentTitle: document?.citation ?? "", line: 0, quote: "", rule: draft.rule),
            source: .prose, indicator: draft.indicator, qualifier: draft.qualifier, kind: kind(draft, year, origin),
            measure: draft.measure, comparator: draft.comparator,
            quantity: Quantity(value: quantity.value, upper: quantity.upper, unit: quantity.unit))
        statement.year = year.map { Year($0) }
        statement.yearOrigin = origin
        statement.period = draft.span
        statement.deadline = draft.date ?? duty.deadline
        statement.baseYear = (draft.baseYear ?? (draft.isAgainstLastYear ? year.map { $0 - 1 } : nil)).map { Year($0) }
        statement.changeDirection = draft.direction
        statement.responsible = duty.units
        return statement
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
            if kind == .actual, let year, let issue, year > issue { return .target }
            return kind
        }
        if Self.near.contains(origin), let year, let issue {
            if year < issue { return .actual }
            if year > issue { return .target }
        }
        return sectionKind ?? document?.kind ?? (draft.hasFactCue ? .actual : .target)
    }

    /// Years that the text itself gives to the figure; those of title and date only frame the document.
    private static let near: Set<ContextOrigin> = [.clause, .sentence, .paragraph, .section]
}

extension Provenance {
    init(bulletin: String, documentTitle: String, line: Int, quote: String, rule: String) {
        self.init(
            bulletin: bulletin, document: 0, documentTitle: documentTitle, line: line, lineEnd: line, quote: quote,
            rule: rule)
    }
}
