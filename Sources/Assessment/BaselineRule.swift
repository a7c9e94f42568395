import PipelineDefinition
import StatisticalModel

/// Which figure is the base of a target.
///
/// In this order, always of a year before the target's:
/// 1. the figure of the base year that the target names (比2020年下降12%), a supplied one first;
/// 2. a row of baselines.csv, the latest;
/// 3. the figure that the plan itself gives beside its targets (2020年基期值, 2021年完成情况): the same
///    bulletin and document, the same table first, the latest year before the plan's first target; or the old level
///    of 由3个工作日压缩到1个, whose year the plan does not say;
/// 4. the figure of the year before the plan began, of its first year, or else of the latest year, but none of the
///    year of the plan's date or later: that is an outturn. The plan is the target's period, else the five-year plan
///    that the target's year falls into. A plan without a date has the first two alone.
struct BaselineRule {
    let series: FigureSeries
    /// Years of baselines.csv for this series.
    let suppliedYears: Set<Int>
    /// The year of the first target in each table and document: asked for each of what may be thousands of targets.
    private let firstTargets: [StatedPlace: Int]

    init(series: FigureSeries, figures: [SuppliedFigure]) {
        self.series = series
        suppliedYears = Set(
            figures.filter {
                $0.role == .baseline && $0.indicator == series.key.indicator && $0.qualifier == series.key.qualifier
                    && ($0.area == nil || $0.area == series.key.area?.code)
            }.map(\.year.number))
        var firstTargets: [StatedPlace: Int] = [:]
        for target in series.targets {
            guard let year = target.referenceYear?.number else { continue }
            for source in target.sources {
                for place in [StatedPlace.table(source.provenance), StatedPlace.document(source.provenance)] {
                    if let place { firstTargets[place] = min(firstTargets[place] ?? year, year) }
                }
            }
        }
        self.firstTargets = firstTargets
    }

    func base(of target: Observation, year: Int, asOf date: CalendarDate) -> Observation? {
        let levels = series.levels(asOf: date).filter { $0.months == nil }
        if let named = target.baseYear { return levels.first { $0.referenceYear == named } }
        let earlier = levels.filter { $0.referenceYear.map { $0.number < year } ?? false }
        return supplied(earlier) ?? stated(earlier, by: target) ?? oldLevel(of: target)
            ?? beforePlan(earlier, target, year)
    }

    private func supplied(_ levels: [Observation]) -> Observation? {
        levels.filter { $0.isSupplied && suppliedYears.contains($0.referenceYear?.number ?? 0) }.latestPreferred
    }

    private func stated(_ levels: [Observation], by target: Observation) -> Observation? {
        for place in [StatedPlace.table, StatedPlace.document] {
            let places = Set(target.sources.compactMap { place($0.provenance) })
            guard !places.isEmpty else { continue }
            let isBeside = { (figure: Observation) in
                figure.sources.contains { place($0.provenance).map(places.contains) ?? false }
            }
            let first = places.compactMap { firstTargets[$0] }.min()
            let found = levels.filter { level in isBeside(level) && first.map { level.isBefore(year: $0) } ?? true }
            if let base = found.latestPreferred { return base }
        }
        return nil
    }

    /// Of the same sentence, else of the same document where it states only one.
    private func oldLevel(of target: Observation) -> Observation? {
        let documents = Set(target.sources.map { StatedPlace.document($0.provenance) })
        let sentences = Set(target.sources.compactMap(\.provenance.sentence))
        let own = series.oldLevels.filter { level in
            level.unit == target.unit
                && level.sources.contains { documents.contains(StatedPlace.document($0.provenance)) }
        }
        let here = own.first { level in
            level.sources.contains { $0.provenance.sentence.map(sentences.contains) ?? false }
        }
        return here ?? (own.count == 1 ? own.first : nil)
    }

    private func beforePlan(_ levels: [Observation], _ target: Observation, _ year: Int) -> Observation? {
        let start = target.period?.first.number ?? (year - 1) / 5 * 5 + 1
        let known = target.published.map { date in levels.filter { $0.isBefore(year: date.year) } }
        let candidates = known ?? levels
        return candidates.last { $0.referenceYear?.number == start - 1 }.flatMap { candidates.preferred(of: $0) }
            ?? candidates.last { $0.referenceYear?.number == start }.flatMap { candidates.preferred(of: $0) }
            ?? known?.latestPreferred
    }
}

/// The document in which figures stand, or a table of it; as a key, since a figure may be stated thousands of times.
private struct StatedPlace: Hashable {
    let bulletin: String
    let document: Int
    var table: String?

    static func document(_ place: Provenance) -> StatedPlace? {
        StatedPlace(bulletin: place.bulletin, document: place.document)
    }

    /// `nil` outside a table.
    static func table(_ place: Provenance) -> StatedPlace? {
        place.table.map { StatedPlace(bulletin: place.bulletin, document: place.document, table: $0) }
    }
}

extension Observation {
    func isBefore(year: Int) -> Bool { referenceYear.map { $0.number < year } ?? false }
}

extension [Observation] {
    /// The preferred figure of the time of `figure`.
    fileprivate func preferred(of figure: Observation) -> Observation? {
        filter { $0.referenceYear == figure.referenceYear }.latestPreferred
    }
}
