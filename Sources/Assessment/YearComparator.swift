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
        return Self.ranked(
            library.pipelines.flatMap { pipeline in
                pipeline.indicators.flatMap { indicator in
                    (keys[indicator.code] ?? []).filter { $0.pipeline == pipeline.id }.sorted()
                        .compactMap { series[$0] }.flatMap { rows($0, indicator, asOf: date) }
                }
            })
    }

    private func rows(_ series: FigureSeries, _ indicator: Indicator, asOf date: CalendarDate)
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

    private func row(
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
                change: Self.change(from: byYear[Year(year.number - 1)], to: byYear[year], measure))
        }
        let known = years.compactMap { byYear[$0] }
        let hasBreak = known.dropFirst().contains { $0.status == .breakInSeries }
        let isRate = library.names.isGrowthRate(indicator.name)
        return YearComparison(
            pipeline: key.pipeline, indicator: key.indicator, indicatorName: indicator.name,
            englishName: indicator.englishName, qualifier: key.qualifier, area: any.area, unit: unit,
            direction: indicator.direction, years: figures,
            average: hasBreak || isRate ? nil : Self.change(from: known.first, to: known.last, measure),
            isGrowthRate: isRate, hasBreak: hasBreak, rank: nil)
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
        for meaning in [ChangeMeaning.better, .worse] {
            var movers: [(index: Int, size: DecimalNumber)] = []
            for index in rows.indices where rows[index].meaning == meaning {
                if let size = size(rows[index]) { movers.append((index, size)) }
            }
            movers.sort { $0.size != $1.size ? $0.size > $1.size : $0.index < $1.index }
            for (place, mover) in movers.enumerated() {
                let isTied = place > 0 && movers[place - 1].size == mover.size
                rows[mover.index].rank = isTied ? rows[movers[place - 1].index].rank : place + 1
            }
        }
        return rows
    }

    /// The newest change against the figure before it.
    private static func size(_ row: YearComparison) -> DecimalNumber? {
        guard !row.isGrowthRate, let change = row.latestChange,
            let newest = row.years.last(where: { $0.actual != nil }),
            let new = newest.actual?.value
        else { return nil }
        if change.measure == .relative { return change.amount.magnitude }
        guard let old = new.subtracting(change.amount), !old.isZero else { return nil }
        return change.amount.magnitude.divided(by: old.magnitude, decimals: CompletionFormula.decimals)
    }
}
