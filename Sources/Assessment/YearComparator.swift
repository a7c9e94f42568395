public import PipelineDefinition
public import StatisticalModel

/// Sets the years of each indicator, area and qualifier side by side.
public struct YearComparator: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    /// One row for each series with a level figure or target, in the order of pipelines and indicators.
    ///
    /// Increments and stated changes are no levels and stay out. A series whose figures come in several
    /// units gives a row for each unit.
    public func compare(_ observations: [Observation], asOf date: CalendarDate) -> [YearComparison] {
        let series = FigureSeries.grouped(observations)
        let keys = Dictionary(grouping: series.keys) { $0.indicator }
        return library.pipelines.flatMap { pipeline in
            Self.ranked(
                pipeline.indicators.flatMap { indicator in
                    (keys[indicator.code] ?? []).filter { $0.pipeline == pipeline.id }.sorted().compactMap {
                        series[$0]
                    }
                    .flatMap { Self.rows($0, indicator, asOf: date) }
                })
        }
    }

    private static func rows(_ series: FigureSeries, _ indicator: Indicator, asOf date: CalendarDate)
        -> [YearComparison]
    {
        let actuals = Dictionary(grouping: series.levels(asOf: date)) { $0.unit }
        let targets = Dictionary(
            grouping: series.targets.filter { $0.measure == .level && $0.value != nil && $0.referenceYear != nil }
        ) { $0.unit }
        let units = Set(actuals.keys).union(targets.keys).sorted { ($0?.name ?? "") < ($1?.name ?? "") }
        return units.compactMap { unit in
            row(actuals[unit] ?? [], targets[unit] ?? [], unit, series.key, indicator)
        }
    }

    private static func row(
        _ actuals: [Observation], _ targets: [Observation], _ unit: UnitCode?, _ key: SeriesKey,
        _ indicator: Indicator
    ) -> YearComparison? {
        guard let any = actuals.first ?? targets.first else { return nil }
        let byYear = Dictionary(grouping: actuals) { $0.referenceYear }.compactMapValues(\.latestPreferred)
        let aims = Dictionary(grouping: targets) { $0.referenceYear }.compactMapValues(\.first)
        let years = Set(byYear.keys).union(aims.keys).compactMap { $0 }.sorted()
        let measure = YearChangeRule.measure(of: byYear.values.compactMap(\.value), unit: unit)
        let figures = years.map { year in
            YearFigures(
                year: year, actual: byYear[year], target: aims[year],
                change: change(from: byYear[Year(year.number - 1)], to: byYear[year], measure))
        }
        let known = years.compactMap { byYear[$0] }
        let hasBreak = known.dropFirst().contains { $0.status == .breakInSeries }
        return YearComparison(
            pipeline: key.pipeline, indicator: key.indicator, indicatorName: indicator.name,
            englishName: indicator.englishName, qualifier: key.qualifier, area: any.area, unit: unit,
            direction: indicator.direction, years: figures,
            average: hasBreak ? nil : change(from: known.first, to: known.last, measure), rank: nil)
    }

    private static func change(
        from old: Observation?, to new: Observation?, _ measure: YearChange.Measure
    ) -> YearChange? {
        guard let old, let new, new.status != .breakInSeries, let a = old.value, let b = new.value,
            let start = old.referenceYear, let end = new.referenceYear, start < end
        else { return nil }
        return YearChangeRule.change(
            from: a, to: b, years: DecimalNumber(end.number - start.number), measure: measure)
    }

    private static func ranked(_ rows: [YearComparison]) -> [YearComparison] {
        var rows = rows
        for measure in YearChange.Measure.allCases {
            let movers = rows.indices.filter { rows[$0].latestChange?.measure == measure }
            let sizes = movers.map { rows[$0].latestChange?.amount.magnitude ?? 0 }
            let order = movers.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
            for (place, mover) in order.enumerated() {
                let isTied = place > 0 && sizes[order[place - 1]] == sizes[mover]
                rows[movers[mover]].rank = isTied ? rows[movers[order[place - 1]]].rank : place + 1
            }
        }
        return rows
    }
}
