public import StatisticalModel

/// What counts as a large or a moderate change, and which way the indicators improve.
public struct ComparisonSettings: Sendable {
    /// Shares (%, ‰, 百分点) are compared in points: from `moderatePoints` moderate, from `largePoints` large.
    public var moderatePoints: DecimalNumber = 1
    public var largePoints: DecimalNumber = 5
    /// Amounts are compared in per cent of the old figure.
    public var moderatePercent: DecimalNumber = 3
    public var largePercent: DecimalNumber = 10
    /// The directions of indicators by code: they say whether an exact target was tightened or loosened.
    public var directions: [String: Direction] = [:]
    /// Units whose changes are points.
    public var pointUnits: Set<String> = Set(UnitCode.sharesAndPoints.map(\.name))

    public init() {}
}
