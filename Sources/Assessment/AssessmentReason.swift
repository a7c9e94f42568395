/// Why an assessment has no full verdict: the code in `ProgressAssessment.reason`.
///
/// Publishing turns the codes into words; a test there should cover `allCases`.
public enum AssessmentReason: String, Sendable, Hashable, CaseIterable {
    /// No figure for the base year; met or not met is all that can be said.
    case noBase = "no-base"
    /// No figure after the base at the as-of date.
    case noLatest = "no-latest"
    /// Base and latest are both missing.
    case noFigures = "no-figures"
    /// The target has no year.
    case noTargetYear = "no-target-year"
    /// Units of base, latest and target differ: an error, not a verdict.
    case unitDiffers = "unit-differs"
    /// The unit of base, latest or target is unknown.
    case unitUnknown = "unit-unknown"
    /// A break of the series or another definition between base and latest.
    case breakInSeries = "break-in-series"
    /// The target is in words and no figure can decide it.
    case inWords = "in-words"
    /// Years of a cumulative figure are missing, so the sum is not known.
    case gapInSeries = "gap-in-series"
    /// A relative change against a base of zero (or a growth between figures of different sign).
    case growthUndefined = "growth-undefined"
    /// Base zero, or base and target of different sign: completion only, no pace.
    case paceUndefined = "pace-undefined"
    /// The numbers take more than 38 digits.
    case overflow
}
