public import PipelineDefinition
public import StatisticalModel

/// Which kind a target is (Methods, “Kinds of target”): it decides by which figures the target may be judged.
///
/// | target | form |
/// |---|---|
/// | in words, a rank, yes or no | qualitative |
/// | a change or rate with 年均 | average growth |
/// | rate of growth, 涨幅, 失业率; a rise by % within a year | rate of a year |
/// | a fall by % | reduction |
/// | increment over several years, or against a base year | cumulative |
/// | increment of one year | within a year |
/// | increment or change in 百分点, other change | level, T = b ± points, b·(1 ± r) or b ± amount |
/// | range | interval |
/// | level of a keep indicator without floor or ceiling | keep |
/// | other level | level |
///
/// A level target that the base already meets becomes keep later: see ``Assessor``.
public struct TargetFormRule: Sendable {
    private let units: UnitTable
    private let names: NameLexicon
    private let settings: AssessmentSettings

    public init(library: PipelineLibrary) {
        units = library.units
        names = library.names
        settings = library.assessment
    }

    public func form(of target: Observation, indicator: Indicator) -> TargetForm {
        guard target.value != nil, !isRank(target.unit) else { return .qualitative }
        switch target.measure {
        case .increment:
            if target.unit == .percentagePoint { return .level }
            return Self.spansYears(target) ? .cumulative : .withinYear
        case .change:
            guard target.unit == .percent else { return .level }
            if isAverage(target) { return .averageGrowth }
            if target.changeDirection(improving: indicator.direction) < 0 { return .reduction }
            return target.changeSpan == nil && target.baseYear.map { $0 >= target.yearBefore } ?? true
                ? .yearRate : .level
        case .level:
            if names.isReduction(indicator.name), target.changeSpan != nil || Self.spansYears(target) {
                return .reduction
            }
            if isYearRate(target, indicator) { return isAverage(target) ? .averageGrowth : .yearRate }
            if target.upper != nil, target.comparator == .range { return .interval }
            let bounds = ImprovementDirection.sign(of: target.comparator) != nil
            return indicator.direction == .keep && !bounds ? .keep : .level
        }
    }

    /// Whether a figure or target is an average a year (年均).
    func isAverage(_ figure: Observation) -> Bool {
        AverageGrowthWording(names: names).isStated(by: figure)
    }

    /// A share that every year has of its own: by the catalogue's name or by the printed one.
    private func isYearRate(_ target: Observation, _ indicator: Indicator) -> Bool {
        guard target.upper == nil, let unit = target.unit, UnitCode.sharesAndPoints.contains(unit) else { return false }
        let printed = target.sources.map(\.indicator)
        return ([indicator.name] + printed).contains { name in
            names.isRate(name) || settings.ends(name, with: .yearRate)
        }
    }

    private static func spansYears(_ target: Observation) -> Bool {
        if let period = target.period { return period.first < period.last }
        guard let base = target.baseYear, let year = target.year else { return false }
        return year.number - base.number > 1
    }

    /// Units whose dimension in units.csv is `rank` or `yes-no` know only met and not met.
    private func isRank(_ unit: UnitCode?) -> Bool {
        guard let unit, let dimension = units.resolve(unit.name)?.dimension else { return false }
        return dimension == "rank" || dimension == "yes-no"
    }

    /// Whether an indicator of this unit is answered by 1 (yes) or 0 (no): no unit, or one of dimension `yes-no`.
    func isYesOrNo(_ unit: UnitCode) -> Bool {
        unit.name.isEmpty || units.resolve(unit.name)?.dimension == "yes-no"
    }
}

extension Observation {
    fileprivate var yearBefore: Year { Year((referenceYear?.number ?? 0) - 1) }
}
