public import StatisticalModel

/// d of Methods, “Symbols”: +1 where more is better, -1 where less is.
public enum ImprovementDirection {
    /// A floor (ge, gt) asks for more, a ceiling (le, lt) for less; the others say nothing.
    public static func sign(of comparator: Comparator) -> Int? {
        switch comparator {
        case .atLeast, .moreThan: 1
        case .atMost, .lessThan: -1
        case .equal, .approximately, .range: nil
        }
    }

    /// The indicator's own direction; where it gives none (keep), the comparator's; else 0.
    public static func sign(of direction: Direction, comparator: Comparator) -> Int {
        switch direction {
        case .up: 1
        case .down: -1
        case .keep: sign(of: comparator) ?? 0
        }
    }

    /// Whether `value` reaches `target`: floors and ceilings bind as printed, an exact figure by direction,
    /// and without direction it must be met exactly.
    ///
    /// - Parameter tolerance: by how much 左右 (`approximately`) may be missed, in the figure's unit.
    public static func reaches(
        _ value: DecimalNumber, target: DecimalNumber, comparator: Comparator, direction: Int,
        tolerance: DecimalNumber = 0
    ) -> Bool {
        switch comparator {
        case .atLeast: value >= target
        case .moreThan: value > target
        case .atMost: value <= target
        case .lessThan: value < target
        case .approximately where !tolerance.isZero:
            (direction < 0 || (target.subtracting(tolerance).map { value >= $0 } ?? false))
                && (direction > 0 || (target.adding(tolerance).map { value <= $0 } ?? false))
        case .equal, .approximately, .range:
            direction > 0 ? value >= target : direction < 0 ? value <= target : value == target
        }
    }
}
