public import PipelineDefinition
import SourceText
public import StatisticalModel

/// The fifth stage: observations to progress assessments at a date.
///
/// One assessment for each target of a pipeline's indicator, area, qualifier and year. The formulas are
/// those of Methods, “Kinds of target”; which base and which row of its table apply is said at
/// ``TargetFormRule`` and in BaselineRule.swift.
public struct Assessor: Sendable {
    private let library: PipelineLibrary

    public init(library: PipelineLibrary) {
        self.library = library
    }

    /// Sets every target against its base and the latest figure known at `date`.
    ///
    /// Figures of later days are not used. Rows come in the order of the pipelines and their indicators,
    /// then by area, qualifier and target year, whatever the order of `observations`. Targets without an
    /// indicator's code get no row.
    public func assess(_ observations: [Observation], asOf date: CalendarDate) -> [ProgressAssessment] {
        let series = FigureSeries.grouped(observations)
        let keys = Dictionary(grouping: series.keys) { $0.indicator }
        return library.pipelines.flatMap { pipeline in
            pipeline.indicators.flatMap { indicator in
                (keys[indicator.code] ?? []).filter { $0.pipeline == pipeline.id }.sorted()
                    .compactMap { series[$0] }
                    .flatMap {
                        assess($0, subject(of: $0.key, named: indicator, series), indicator, of: pipeline, asOf: date)
                    }
            }
        }
    }

    /// The levels that a rate of growth at current prices is of, of the same area and qualifier.
    private func subject(
        of key: SeriesKey, named indicator: Indicator, _ series: [SeriesKey: FigureSeries]
    ) -> FigureSeries? {
        guard let growth = library.names.growths.longest(of: indicator.name) else { return nil }
        let name = String(indicator.name.dropLast(growth.count))
        guard !library.assessment.ends(name, with: .constantPrice) else { return nil }
        let levels = library.pipelines.flatMap(\.indicators).first { $0.name == name || $0.aliases.contains(name) }
        return levels.flatMap { level in
            series[
                SeriesKey(
                    pipeline: level.pipeline, indicator: level.code, area: key.area, qualifier: key.qualifier)]
        }
    }

    private func assess(
        _ series: FigureSeries, _ subject: FigureSeries?, _ indicator: Indicator, of pipeline: Pipeline,
        asOf date: CalendarDate
    ) -> [ProgressAssessment] {
        let baseline = BaselineRule(series: series, figures: pipeline.suppliedFigures)
        let rule = TargetFormRule(library: library)
        return series.targets.map { target in
            TargetAssessment(
                target: target, series: series, subject: subject, indicator: indicator, baseline: baseline,
                thresholds: pipeline.thresholds, settings: library.assessment, rule: rule,
                form: rule.form(of: target, indicator: indicator), asOf: date,
                yearBasis: TargetYearRule.basis(of: target, library: library)
            ).result
        }
    }
}
