import PipelineDefinition
import Reading
import StatisticalModel

extension OutcomeCheck {
    /// A figure of a known indicator that stands elsewhere with another value.
    ///
    /// Two cases: the conflicts that Normalization found, and a figure of the present that a document gives
    /// no year for, against the document's own figure of the year before its publication. Figures of unknown
    /// indicators share a name too easily; yearly portions of an accumulated total restate nothing.
    static let restatement = OutcomeCheck("restatement") { run, context in
        let portions = SentenceFigures.portions(among: run.statements, context.setting)
        return run.conflicts.compactMap { conflict in note(on: conflict, portions, context) }
            + undated(run, context)
    }

    /// Expected is the figure in use, found the others.
    private static func note(
        on conflict: FigureConflict, _ portions: Set<StatementID>, _ context: CheckContext
    ) -> FindingNote? {
        guard conflict.observations.indices.contains(conflict.used) else { return nil }
        let used = conflict.observations[conflict.used]
        let others = conflict.observations.enumerated().filter { index, other in
            index != conflict.used && !other.sources.allSatisfy { portions.contains($0.id) }
        }.map(\.element)
        guard used.indicator != nil, let source = used.sources.first, !others.isEmpty else { return nil }
        return context.note(
            source.provenance.bulletin, line: source.provenance.line,
            subject: .text("\(used.indicatorName)\(used.qualifier) \(used.year.map(\.description) ?? "")"),
            expected: .text(printed(used.sources)),
            found: .text(others.map { printed($0.sources) }.joined(separator: "　")))
    }

    /// A figure as printed with its places: `≥ 500万吨（鄂府发〔2022〕169号：82407）`.
    private static func printed(_ sources: [Statement]) -> String {
        let places = sources.map { source in
            let place = source.provenance
            return "\(DocumentTitle(place.documentTitle).number ?? place.bulletin)：\(place.line)"
        }
        return "\(sources.first?.printed ?? "")（\(places.joined(separator: "；"))）"
    }

    /// Actual figures without a year of their own against the dated ones of the same document.
    private static func undated(_ run: RunFindings, _ context: CheckContext) -> [FindingNote] {
        let actual = run.statements.filter {
            $0.indicator != nil && $0.baseValue != nil && $0.statement.kind == .actual && $0.statement.measure == .level
                && !accumulates($0.statement, context)
        }
        let known = Dictionary(grouping: actual.filter { !isUndated($0.statement) }, by: PresentFigureKey.init)
        var recents: [RecentKey: (last: NormalizedStatement, values: Set<DecimalNumber?>)?] = [:]
        return actual.filter { isUndated($0.statement) }.compactMap { item in
            let key = RecentKey(figure: PresentFigureKey(item), published: item.published?.year)
            let found =
                recents[key]
                ?? known[key.figure].flatMap { dated in
                    let recent = dated.filter { dated in
                        guard let year = dated.statement.year?.number, let published = key.published else {
                            return true
                        }
                        return year >= published - 1
                    }
                    return recent.last.map { ($0, Set(recent.map(\.baseValue))) }
                }
            recents[key] = .some(found)
            guard let (last, values) = found, !values.contains(item.baseValue) else { return nil }
            return context.note(
                on: item.statement, expected: .text(printed([last.statement])), found: .text(printed([item.statement])))
        }
    }

    /// 累计改造183个 over some years is no other value of 改造41个.
    private static func accumulates(_ statement: Statement, _ context: CheckContext) -> Bool {
        if let period = statement.period, period.first < period.last { return true }
        let clause = String(decoding: FigureClause.before(statement), as: UTF8.self)
        return context.library.assessment[.runningTotal].contains(where: clause.contains)
    }

    private static func isUndated(_ statement: Statement) -> Bool {
        [ContextOrigin.title, .date, .none].contains(statement.yearOrigin)
    }
}

/// Figures of the present that are compared with the same dated ones.
private struct RecentKey: Hashable {
    let figure: PresentFigureKey
    let published: Int?
}

/// What two figures of the present have in common that state the same thing in one document.
private struct PresentFigureKey: Hashable {
    let bulletin: String
    let document: Int
    let indicator: IndicatorCode?
    let qualifier: String
    let area: ReferenceArea?
    let unit: UnitCode?

    init(_ item: NormalizedStatement) {
        bulletin = item.statement.provenance.bulletin
        document = item.statement.provenance.document
        indicator = item.indicator
        qualifier = item.qualifier
        area = item.area
        unit = item.baseUnit
    }
}
