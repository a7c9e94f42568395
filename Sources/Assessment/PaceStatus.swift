public import PipelineDefinition
public import StatisticalModel

/// The status that the pace R gives (Eurostat, Statistics Canada and Open SDG share it).
public enum PaceStatus {
    /// R ≥ 0.95 on track; ≥ 0.60 moderate; ≥ 0 limited; < 0 deteriorating. The first two are settings.
    public static func status(pace: DecimalNumber, thresholds: AssessmentThresholds) -> ProgressStatus {
        if pace >= thresholds.onTrack { return .onTrack }
        if pace >= thresholds.moderate { return .moderate }
        return pace.isNegative ? .deteriorating : .limited
    }

    /// The trend where no pace can be computed: whether the figure moved the right way since the base.
    public static func trend(base: DecimalNumber, latest: DecimalNumber, direction: Int) -> ProgressStatus {
        let worse = direction < 0 ? latest > base : latest < base
        return worse ? .deteriorating : .onTrack
    }
}
