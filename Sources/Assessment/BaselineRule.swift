import PipelineDefinition
import StatisticalModel

/// Which figure is the base of a target.
///
/// In this order, always of a year before the target's:
/// 1. the figure of the base year that the target names (比2020年下降12%), a supplied one first;
/// 2. a row of baselines.csv, the latest;
/// 3. the figure that the plan itself gives beside its targets (2020年基期值, 2021年完成情况): the same
///    bulletin and document, the same table first, the latest year before the plan's first target;
/// 4. the figure of the year before the plan began, or of its first year. The plan is the target's
///    period, else the five-year plan that the target's year falls into.
/// No other figure serves: an arbitrary one would be a guess.
struct BaselineRule {
    let series: FigureSeries
    /// Years of baselines.csv for this series.
    let suppliedYears: Set<Int>

    init(series: FigureSeries, figures: [SuppliedFigure]) {
        self.series = series
        suppliedYears = Set(
            figures.filter {
                $0.role == .baseline && $0.indicator == series.key.indicator && $0.qualifier == series.key.qualifier
                    && ($0.area == nil || $0.area == series.key.area?.code)
            }.map(\.year.number))
    }

    func base(of target: Observation, year: Int, asOf date: CalendarDate) -> Observation? {
        let levels = series.levels(asOf: date)
        if let named = target.baseYear { return levels.first { $0.referenceYear == named } }
        let earlier = levels.filter { $0.referenceYear.map { $0.number < year } ?? false }
        return supplied(earlier) ?? stated(earlier, by: target) ?? beforePlan(earlier, target, year)
    }

    private func supplied(_ levels: [Observation]) -> Observation? {
        levels.filter { $0.isSupplied && suppliedYears.contains($0.referenceYear?.number ?? 0) }.latestPreferred
    }

    private func stated(_ levels: [Observation], by target: Observation) -> Observation? {
        let places = target.sources.map(\.provenance)
        for sameTable in [true, false] {
            let beside = { (other: Provenance) in
                places.contains {
                    $0.bulletin == other.bulletin && $0.document == other.document
                        && (!sameTable || ($0.table != nil && $0.table == other.table))
                }
            }
            let first = series.targets.filter { $0.sources.contains { beside($0.provenance) } }
                .compactMap { $0.referenceYear?.number }.min()
            let found = levels.filter { level in
                level.sources.contains { beside($0.provenance) } && first.map { level.isBefore(year: $0) } ?? true
            }
            if let base = found.latestPreferred { return base }
        }
        return nil
    }

    private func beforePlan(_ levels: [Observation], _ target: Observation, _ year: Int) -> Observation? {
        let start = target.period?.first.number ?? (year - 1) / 5 * 5 + 1
        return levels.first { $0.referenceYear?.number == start - 1 }
            ?? levels.first { $0.referenceYear?.number == start }
    }
}

extension Observation {
    fileprivate func isBefore(year: Int) -> Bool { referenceYear.map { $0.number < year } ?? false }
}
