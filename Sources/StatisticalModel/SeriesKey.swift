import SourceText

/// What figures must share to be one series: what is measured, of whom, and where.
///
/// The subject is a code: an indicator's of a pipeline, or the one that ``NameSignature/code`` makes of a name that no
/// pipeline knows, so that 城乡居民收入倍差 of a plan and of a communiqué meet. Levels, increments and changes of one
/// subject are one series, since a target to reduce is judged by levels too.
public struct SeriesKey: Sendable, Hashable, Comparable {
    public let pipeline: PipelineID
    public let indicator: IndicatorCode
    public let area: ReferenceArea?
    public let qualifier: String

    public init(pipeline: PipelineID, indicator: IndicatorCode, area: ReferenceArea?, qualifier: String) {
        self.pipeline = pipeline
        self.indicator = indicator
        self.area = area
        self.qualifier = qualifier
    }

    /// By area, then qualifier; indicators keep the order of their catalogue.
    public static func < (left: Self, right: Self) -> Bool {
        if left.area != right.area {
            guard let first = left.area, let second = right.area else { return left.area == nil }
            return first < second
        }
        return left.qualifier.utf8.lexicographicallyPrecedes(right.qualifier.utf8)
    }
}

extension Observation {
    /// The series that the figure belongs to; `nil` for a figure that has neither a pipeline's code nor one of its name.
    public var seriesKey: SeriesKey? {
        guard let pipeline, let indicator else { return nil }
        return SeriesKey(pipeline: pipeline, indicator: indicator, area: area, qualifier: qualifier)
    }
}

/// What a name measures in a canonical spelling: its head and facets in a fixed order, whatever words printed them.
///
/// 养老机构护理型床位占比 and 护理型床位数占养老机构床位比例 have one signature.
public struct NameSignature: Sendable, Hashable {
    public let text: String

    public init(_ text: String) { self.text = text }

    /// The pipeline that names without a code belong to.
    public static let pipeline = PipelineID("others")

    /// The code of a name that no pipeline knows: `X-` and twelve hexadecimal digits, the same in every run.
    public var code: IndicatorCode { IndicatorCode("X-" + SHA256Digest(of: Array(text.utf8)).description.prefix(12)) }
}
