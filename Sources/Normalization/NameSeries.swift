import PipelineDefinition
import StatisticalModel

/// Gives the figures that no pipeline knows series of their own, by the signatures of their names.
///
/// A target 城乡居民收入倍差2.2 and an outturn of that name get one code of the pipeline ``NameSignature/pipeline``; an
/// outturn without a target stays without. Where a name says more or less than a target's, a person is asked.
struct NameSeries {
    struct Outcome {
        var observations: [Observation]
        var indicators: [Indicator] = []
        var proposals: [NameProposal] = []
    }

    private let analyzer: NameAnalyzer
    private let matcher: NameMatcher
    private let scale: QuantityScale
    private let words: NameLexicon

    private let decisions: NameDecisions

    init(analyzer: NameAnalyzer, library: PipelineLibrary, decisions: NameDecisions) {
        self.analyzer = analyzer
        self.decisions = decisions
        matcher = NameMatcher(analyzer: analyzer)
        scale = QuantityScale(library.units)
        words = library.names
    }

    func assigned(to observations: [Observation]) -> Outcome {
        var outcome = Outcome(observations: observations)
        guard !analyzer.lexicon.isEmpty else { return outcome }
        let names = observations.map { observation in
            observation.kind == .target || observation.kind == .actual
                ? Name(observation, decisions, analyzer, scale) : nil
        }
        var places: Set<Place> = []
        var indicatorOfCode: [IndicatorCode: Int] = [:]
        for (index, name) in zip(observations.indices, names) {
            guard let name, let code = name.code, observations[index].kind == .target,
                observations[index].value != nil
            else { continue }
            if indicatorOfCode[code] == nil {
                indicatorOfCode[code] = outcome.indicators.count
                outcome.indicators.append(indicator(code, of: observations[index], name))
            }
            places.insert(Place(code: code, observations[index], name))
        }
        for (index, name) in zip(observations.indices, names) {
            guard let name, let code = name.code, observations[index].value != nil,
                places.contains(Place(code: code, observations[index], name)), let number = indicatorOfCode[code]
            else { continue }
            assign(&outcome.observations[index], to: outcome.indicators[number], as: name)
        }
        assignSupplied(&outcome, indicatorOfCode)
        outcome.proposals = NameProposals(matcher: matcher, decisions: decisions).proposals(
            outcome.observations, names: names)
        return outcome
    }

    /// The office's own figures of names without a pipeline say the code of the name.
    private func assignSupplied(_ outcome: inout Outcome, _ indicatorOfCode: [IndicatorCode: Int]) {
        for index in outcome.observations.indices where outcome.observations[index].isSupplied {
            guard outcome.observations[index].pipeline == nil, let code = outcome.observations[index].indicator,
                let number = indicatorOfCode[code]
            else { continue }
            let indicator = outcome.indicators[number]
            outcome.observations[index].pipeline = NameSignature.pipeline
            outcome.observations[index].indicatorName = indicator.name
            convert(&outcome.observations[index], to: indicator.unit)
        }
    }

    private struct Place: Hashable {
        let code: IndicatorCode
        let area: ReferenceArea?
        let qualifier: String

        init(code: IndicatorCode, _ observation: Observation, _ name: Name) {
            self.code = code
            area = observation.area
            qualifier = name.qualifier
        }
    }

    private func assign(_ observation: inout Observation, to indicator: Indicator, as name: Name) {
        observation.pipeline = NameSignature.pipeline
        observation.indicator = indicator.code
        observation.indicatorName = indicator.name
        observation.qualifier = name.qualifier
        switch name.series {
        case .rate where observation.measure == .change:
            let falls = observation.sources.first?.changeDirection ?? 0 < 0
            if falls == words.isGrowthRate(indicator.name) { observation.negateRate() }
            observation.measure = .level
        // 新建通道可再生能源电量占比: nothing adds a share.
        case .increment where observation.unit != .percent: observation.measure = .increment
        case .increment, .rate, .level: break
        }
        convert(&observation, to: indicator.unit)
    }

    private func convert(_ observation: inout Observation, to target: UnitCode) {
        guard let value = observation.value, let unit = observation.unit, unit != target else { return }
        let scaled = QuantityScale.Scaled(
            value: value, upper: observation.upper, unit: unit, dimension: scale.dimension(of: unit) ?? "")
        guard let converted = scale.converted(scaled, to: target) else { return }
        (observation.value, observation.upper, observation.unit) = (converted.value, converted.upper, converted.unit)
    }

    private func indicator(_ code: IndicatorCode, of target: Observation, _ name: Name) -> Indicator {
        let falls = target.sources.first?.changeDirection ?? 0 < 0
        var title = name.printed
        if name.series == .rate, !words.isRate(title) {
            title += (falls ? words.reductions.first : words.growths.first) ?? ""
        }
        return Indicator(
            pipeline: NameSignature.pipeline, code: code, name: title, englishName: "",
            unit: target.unit ?? UnitCode(""), direction: direction(of: target, name, falls: falls), aliases: [])
    }

    private func direction(of target: Observation, _ name: Name, falls: Bool) -> Direction {
        switch target.comparator {
        case .atLeast, .moreThan: return .up
        case .atMost, .lessThan: return .down
        case .equal, .approximately, .range: break
        }
        // 能耗降低3%: the more it falls the better; 审批时间压缩至3个工作日: the less time.
        if name.series == .rate ? falls : name.facets.values[.change] == "reduction" { return .up }
        let isDelay = target.unit.flatMap(scale.dimension) == "time-workday"
        return falls || isDelay || analyzer.lexicon.isBetterSmaller(name.facets.canonical) ? .down : .up
    }
}

extension NameSeries {
    /// A figure's name for series and proposals.
    struct Name {
        /// As printed, with the qualifier where it says part of the name.
        let printed: String
        let facets: NameFacets
        let qualifier: String
        let series: SeriesClass
        /// What may compare: counters are one, 家 and 个; shares and points are not.
        let family: String
        /// `nil` for a figure that has a code.
        let code: IndicatorCode?

        init(
            _ observation: Observation, _ decisions: NameDecisions, _ analyzer: NameAnalyzer, _ scale: QuantityScale
        ) {
            let source = observation.sources.first
            let own = BulletinAreas.name(source?.indicator ?? observation.indicatorName, without: observation.area)
            let decided = decisions.target(of: (source?.qualifier ?? "") + own, in: observation.area)
            let name = decided ?? own
            // 城镇 and 3岁以下 before a name are part of it, 第3行 and a firm are not.
            let said =
                observation.qualifier.isEmpty || decided != nil ? nil : analyzer.facets(of: observation.qualifier)
            let isFacet = said.map { $0.head.isEmpty && !$0.values.isEmpty } ?? false
            printed = isFacet && !name.contains(observation.qualifier) ? observation.qualifier + name : name
            qualifier = isFacet || decided != nil ? "" : observation.qualifier
            let isRate =
                observation.unit == .percent && observation.measure == .change
                && observation.period.map { $0.first == $0.last } ?? true
                && source.map { YearlyRate.isStated(by: $0, published: observation.published) } ?? false
            let named = analyzer.facets(of: printed)
            let plain = observation.isOpenTotal || observation.measure == .change ? named : named.withoutSpan
            series = SeriesClass(plain, measure: observation.measure, isYearlyRate: isRate)
            facets = series == .rate ? analyzer.facets(of: printed, asRate: true) : plain
            family = observation.unit.map { scale.kind(of: $0) ?? $0.name } ?? "?"
            guard observation.indicator == nil else {
                code = nil
                return
            }
            var signature = analyzer.signature(of: facets) + series.text + "|" + family
            if facets.namesNothing, !decisions.isConfirmed(name, in: observation.area) {
                // 总投资 here is not 总投资 there, unless a person says so.
                signature += "|\(source?.id.text ?? "")"
            }
            code = NameSignature(signature).code
        }
    }
}

/// Finds the outturns that a person should decide on: of a target that nothing has come to yet, in another bulletin, of
/// the same place, class and kind of unit, whose name is neither the same nor apart.
struct NameProposals {
    let matcher: NameMatcher
    let decisions: NameDecisions
    static let limit = 3

    private struct Group: Hashable {
        let area: ReferenceArea?
        let series: SeriesClass
        let family: String
    }

    private struct Candidate {
        let index: Int
        let name: NameSeries.Name
    }

    func proposals(_ observations: [Observation], names: [NameSeries.Name?]) -> [NameProposal] {
        var pairs: [Group: [UInt64: [Int]]] = [:]
        var candidates: [Candidate] = []
        for (index, name) in zip(observations.indices, names) {
            guard let name, observations[index].kind == .actual, observations[index].value != nil,
                observations[index].year != nil, observations[index].months == nil
            else { continue }
            let group = Group(area: observations[index].area, series: name.series, family: name.family)
            for pair in Self.pairs(name.facets) {
                pairs[group, default: [:]][pair, default: []].append(candidates.count)
            }
            candidates.append(Candidate(index: index, name: name))
        }
        var bulletins: [SeriesKey: Set<String>] = [:]
        for observation in observations where observation.kind == .actual && observation.value != nil {
            guard let key = observation.seriesKey else { continue }
            bulletins[key, default: []].formUnion(observation.sources.map(\.provenance.bulletin))
        }
        var result: [SeriesKey: [NameProposal]] = [:]
        var order: [SeriesKey] = []
        for (index, name) in zip(observations.indices, names) {
            let target = observations[index]
            guard let name, target.kind == .target, target.value != nil, let key = target.seriesKey,
                result[key] == nil, let source = target.sources.first,
                bulletins[key].map({ $0.subtracting([source.provenance.bulletin]).isEmpty }) ?? true
            else { continue }
            let group = Group(area: target.area, series: name.series, family: name.family)
            let near = Set(Self.pairs(name.facets).flatMap { pairs[group]?[$0] ?? [] })
            result[key] = near.compactMap { number in
                proposal(key, name, source, candidates[number], observations)
            }
            order.append(key)
        }
        return order.flatMap { Self.best(result[$0] ?? []) }
    }

    private func proposal(
        _ key: SeriesKey, _ name: NameSeries.Name, _ target: Statement, _ candidate: Candidate,
        _ observations: [Observation]
    ) -> NameProposal? {
        let outturn = observations[candidate.index]
        guard outturn.seriesKey != key, outturn.indicator == nil || outturn.indicator == key.indicator,
            let source = outturn.sources.first, source.provenance.bulletin != target.provenance.bulletin
        else { return nil }
        let printed =
            outturn.qualifier.isEmpty || candidate.name.qualifier.isEmpty
            ? candidate.name.printed : outturn.qualifier + candidate.name.printed
        let match =
            candidate.name.printed == printed
            ? matcher.match(name.facets, candidate.name.facets) : matcher.match(name.printed, printed)
        // 新设企业 and 新设企业: of names that name nothing by themselves even the same are asked.
        let isBare = match.verdict == .same && name.facets.namesNothing && outturn.indicator == nil
        guard match.verdict == .ask || isBare, !decisions.areApart(name.printed, printed, in: key.area) else {
            return nil
        }
        return NameProposal(
            series: key, target: name.printed, outturn: printed,
            differences: isBare ? ["bare head: \(name.facets.headText)"] : match.differences,
            targetExample: target, outturnExample: source)
    }

    /// Fewest differences first, then by the names; each name once, with its newest figure.
    private static func best(_ proposals: [NameProposal]) -> [NameProposal] {
        let sorted = proposals.sorted { left, right in
            if left.differences.count != right.differences.count {
                return left.differences.count < right.differences.count
            }
            if left.outturn != right.outturn {
                return left.outturn.utf8.lexicographicallyPrecedes(right.outturn.utf8)
            }
            let years = (left.outturnExample.year?.number ?? 0, right.outturnExample.year?.number ?? 0)
            return years.0 != years.1 ? years.0 > years.1 : left.outturnExample.id < right.outturnExample.id
        }
        var seen: Set<String> = []
        return Array(sorted.filter { seen.insert($0.outturn).inserted }.prefix(limit))
    }

    /// Neighbouring characters of the head; one alone stands for itself.
    private static func pairs(_ facets: NameFacets) -> Set<UInt64> {
        var result: Set<UInt64> = []
        if facets.head.count == 1 { result.insert(UInt64(facets.head[0].value)) }
        for (first, second) in zip(facets.head, facets.head.dropFirst()) {
            result.insert(UInt64(first.value) << 32 | UInt64(second.value))
        }
        return result
    }
}
