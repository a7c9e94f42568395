public import PipelineDefinition
import SourceText
public import StatisticalModel

/// The fourth stage: statements of all bulletins to observations on one scale.
///
/// Corrections come first, then each statement gets its area, code and base unit, then figures for the
/// same thing are joined. The outcome depends on the bulletins alone, not on their order.
public struct Normalizer: Sendable {
    private let library: PipelineLibrary
    private let catalogue: IndicatorCatalogue
    private let names: CatalogueNames
    private let decisions: NameDecisions
    private let spans: FigureSpan
    private let areas: BulletinAreas
    private let base: RevisedBase

    public init(library: PipelineLibrary) {
        self.library = library
        catalogue = IndicatorCatalogue(library: library)
        names = CatalogueNames(library: library, catalogue: catalogue)
        decisions = NameDecisions(library: library)
        spans = FigureSpan(words: library.assessment, names: library.names)
        areas = BulletinAreas(library.areas, words: library.layout)
        base = RevisedBase(words: library.assessment, catalogue: catalogue)
    }

    public func normalize(_ bulletins: [(layout: BulletinLayout, extract: BulletinExtract)]) -> NormalizedBulletins {
        normalize(bulletins.map { (setting(of: $0.layout), $0.extract) })
    }

    /// The same from what has been kept of the bulletins' texts.
    public func normalize(_ bulletins: [(setting: BulletinSetting, extract: BulletinExtract)]) -> NormalizedBulletins {
        let bulletins = bulletins.sorted {
            $0.setting.name.utf8.lexicographicallyPrecedes($1.setting.name.utf8)
        }
        var notes: [FindingNote] = []
        return joined(resolved(bulletins, &notes), &notes)
    }

    /// What the text of a bulletin says of all its figures.
    public func setting(of layout: BulletinLayout) -> BulletinSetting {
        BulletinSetting(
            name: layout.file.name, documents: layout.documents, areas: areas.context(of: layout),
            revisions: base.notes(of: layout))
    }

    /// The statements of one bulletin with area, code and base unit, joined with nothing.
    public func statements(of setting: BulletinSetting, _ extract: BulletinExtract) -> [NormalizedStatement] {
        var notes: [FindingNote] = []
        return resolved([(setting, extract)], &notes)
    }

    private func resolved(
        _ bulletins: [(setting: BulletinSetting, extract: BulletinExtract)], _ notes: inout [FindingNote]
    ) -> [NormalizedStatement] {
        var corrections = CorrectionRun(library.pipelines.flatMap(\.corrections))
        var statements: [NormalizedStatement] = []
        let settings = BulletinAreas.completed(bulletins.map(\.setting), &notes)
        for (setting, extract) in zip(settings, bulletins.map(\.extract)) {
            let corrected = extract.statements.compactMap { corrections.apply(to: $0, &notes) }
            let documents = setting.documents
            let kept = PlanYears(documents, words: library.assessment).applied(to: YearlyParts.marked(corrected))
            let qualifiers = DuplicateRowNames.qualifiers(of: kept, notes: &notes)
            for (statement, qualifier) in zip(kept, qualifiers) {
                let document = statement.provenance.document
                var resolved = resolve(
                    statement, qualifier: qualifier, area: areas.area(of: statement, in: setting.areas),
                    published: documents.indices.contains(document) ? documents[document].date : nil,
                    &notes)
                if resolved.indicator == nil, let before = statements.last {
                    SharedHead(catalogue: catalogue).complete(&resolved, after: before)
                }
                resolved.isOnNewBase = base.isRevised(resolved, by: setting.revisions)
                statements.append(resolved)
            }
        }
        notes += corrections.unused()
        return statements
    }

    private func resolve(
        _ statement: Statement, qualifier: String, area: ReferenceArea?, published: CalendarDate?,
        _ notes: inout [FindingNote]
    ) -> NormalizedStatement {
        var result = NormalizedStatement(statement: statement, qualifier: qualifier, area: area, published: published)
        if let quantity = statement.quantity {
            let scaled = QuantityScale(library.units).scaled(quantity)
            (result.baseValue, result.baseUpper, result.baseUnit) = (scaled?.value, scaled?.upper, scaled?.unit)
            if scaled == nil { notes.append(.about(statement, check: "unknown-unit", found: .text(quantity.unit))) }
        }
        identify(&result)
        return result
    }

    /// Gives the statement the code of its indicator, and a scope where its words say more than the name.
    private func identify(_ result: inout NormalizedStatement) {
        let statement = result.statement
        let printed = BulletinAreas.name(statement.indicator, without: result.area)
        if let code = decisions.code(of: statement.qualifier + printed, in: result.area), let decided = catalogue[code]
        {
            result.qualifier = ""
            return take(decided, &result)
        }
        let alias = decisions.target(of: statement.qualifier + printed, in: result.area)
        if alias != nil { result.qualifier = "" }
        let name = alias ?? printed
        let isChange = statement.measure == .change
        let isYearly =
            YearlyRate.isStated(by: statement, published: result.published) && !spans.isRunningChange(statement)
        let found = catalogue.match(
            name: name, qualifier: alias == nil ? statement.qualifier : "", unit: result.baseUnit,
            change: isChange ? statement.changeDirection : nil)
        if let found, !isYearly || library.names.isGrowthRate(found.name) {
            take(found, &result)
        } else if let named = self.named(name, result, isYearly: isYearly), found == nil || named.found.isRate {
            result.qualifier = named.qualifier
            take(named.found.indicator, &result)
            result.reading = named.found.reading
        } else if let found = found ?? catalogue.total(name: name, of: statement.provenance, unit: result.baseUnit) {
            take(found, &result)
        }
        guard result.indicator == nil, statement.measure != .change,
            let narrow = catalogue.matchEnd(of: name, unit: result.baseUnit)
        else { return }
        result.indicator = narrow.indicator.code
        result.pipeline = narrow.indicator.pipeline
        result.qualifier = [narrow.scope, result.qualifier].filter { !$0.isEmpty }.joined(separator: "；")
    }

    private func take(_ indicator: Indicator, _ result: inout NormalizedStatement) {
        // 每千人 behind 每千人口托位数 says nothing more.
        if indicator.name.holds(result.qualifier) { result.qualifier = "" }
        result.indicator = indicator.code
        result.pipeline = indicator.pipeline
    }

    /// The indicator by what the name means, and the qualifier that is left: that before or behind the name may say
    /// part of it.
    private func named(
        _ name: String, _ result: NormalizedStatement, isYearly: Bool
    ) -> (found: CatalogueNames.Found, qualifier: String)? {
        let qualifier = result.qualifier.isEmpty ? "" : result.statement.qualifier
        let isOpenTotal = spans.isOpenTotal(result.statement)
        var tries = [(name: name, qualifier: result.qualifier)]
        if !qualifier.isEmpty, qualifier == result.qualifier {
            tries = [(qualifier + name, ""), (name + qualifier, "")] + tries
        }
        for words in tries {
            let found = names.indicator(
                named: words.name, of: result.statement, unit: result.baseUnit, isYearly: isYearly,
                isOpenTotal: isOpenTotal)
            if let found { return (found, words.qualifier) }
        }
        return nil
    }

    private func joined(_ statements: [NormalizedStatement], _ notes: inout [FindingNote]) -> NormalizedBulletins {
        let scale = IndicatorScale(
            catalogue: catalogue, units: library.units, words: library.names, assessment: library.assessment)
        var join = FigureJoin(library.units, averages: library.assessment[.yearlyAverage])
        for statement in statements {
            join.add(scale.observation(of: statement, &notes), published: statement.published)
        }
        let places = Set(statements.compactMap(\.area))
        for figure in library.suppliedFigures {
            join.add(
                scale.observation(
                    of: figure, areas: library.areas, only: places.count == 1 ? places.first : nil, &notes),
                published: nil)
        }
        notes += UnknownIndicators.notes(on: statements, catalogue: catalogue)
        let (observations, conflicts) = join.result()
        let series = NameSeries(analyzer: names.analyzer, library: library, decisions: decisions)
            .assigned(to: observations)
        notes += SuppliedNames.notes(onOthers: series.observations)
        var result = NormalizedBulletins(
            statements: statements, observations: series.observations, conflicts: conflicts, notes: notes)
        (result.others, result.proposals) = (series.indicators, series.proposals)
        return result
    }
}
