public import PipelineDefinition
public import StatisticalModel

/// Which row of the formula table of Methods, “Kinds of target”, a target belongs to, from its codes alone.
///
/// | target | form |
/// |---|---|
/// | in words, a rank, yes or no | qualitative |
/// | increment in 百分点 | level, T = b ± points |
/// | increment over several years, or against a base year | cumulative |
/// | increment of one year | within a year |
/// | change in % with 年均 | average growth |
/// | change in %, downwards | reduction |
/// | other change | level, T = b·(1 ± r) or b ± amount |
/// | range | interval |
/// | level of a keep indicator without floor or ceiling | keep |
/// | other level | level |
///
/// A level target that the base already meets becomes keep later: see ``Assessor``.
public enum TargetFormRule {
    public static func form(
        of target: Observation, direction: Direction, units: UnitTable, names: NameLexicon
    ) -> TargetForm {
        guard target.value != nil, !isRank(target.unit, units) else { return .qualitative }
        switch target.measure {
        case .increment:
            if target.unit == .percentagePoint { return .level }
            return spansYears(target) ? .cumulative : .withinYear
        case .change:
            guard target.unit == .percent else { return .level }
            if AverageGrowthWording(words: names.averages).isStated(by: target) { return .averageGrowth }
            return target.changeDirection(improving: direction) < 0 ? .reduction : .level
        case .level:
            if target.upper != nil, target.comparator == .range { return .interval }
            let bounds = ImprovementDirection.sign(of: target.comparator) != nil
            return direction == .keep && !bounds ? .keep : .level
        }
    }

    private static func spansYears(_ target: Observation) -> Bool {
        if let period = target.period { return period.first < period.last }
        guard let base = target.baseYear, let year = target.year else { return false }
        return year.number - base.number > 1
    }

    /// Units whose dimension in units.csv is `rank` or `yes-no` know only met and not met.
    private static func isRank(_ unit: UnitCode?, _ units: UnitTable) -> Bool {
        guard let unit, let dimension = units.resolve(unit.name)?.dimension else { return false }
        return dimension == "rank" || dimension == "yes-no"
    }

    /// Whether an indicator of this unit is answered by 1 (yes) or 0 (no): no unit, or one of dimension `yes-no`.
    static func isYesOrNo(_ unit: UnitCode, units: UnitTable) -> Bool {
        unit.name.isEmpty || units.resolve(unit.name)?.dimension == "yes-no"
    }
}
