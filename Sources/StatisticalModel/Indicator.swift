/// The code of an indicator within its pipeline: `EC-001`.
public struct IndicatorCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }
    public static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
    public var description: String { text }
}

/// The name of a pipeline's folder: `elderly-childcare`.
public struct PipelineID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }
    public static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
    public var description: String { text }
}

/// Which way is better.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    case up, down, keep
}

/// An indicator that a pipeline follows.
public struct Indicator: Sendable, Hashable {
    public let pipeline: PipelineID
    public let code: IndicatorCode
    public let name: String
    public let englishName: String
    public let unit: UnitCode
    public let direction: Direction
    public let aliases: [String]

    public init(
        pipeline: PipelineID, code: IndicatorCode, name: String, englishName: String, unit: UnitCode,
        direction: Direction, aliases: [String]
    ) {
        self.pipeline = pipeline
        self.code = code
        self.name = name
        self.englishName = englishName
        self.unit = unit
        self.direction = direction
        self.aliases = aliases
    }
}
