/// One row of an edition's indicators.csv, or of progress.csv where lamp and status are filled.
///
/// All fields as the file has them; those that the file lacks are empty.
public struct IndicatorRow: Sendable, Hashable {
    public var code = ""
    public var name = ""
    public var area = ""
    public var year = ""
    /// target, actual, forecast, reference
    public var kind = ""
    /// level, increment, change
    public var measure = ""
    public var unit = ""
    public var qualifier = ""
    /// eq, ge, gt, le, lt, approx, range
    public var comparator = ""
    /// The number, or the words of a target in words.
    public var value = ""
    public var upper = ""
    public var deadline = ""
    public var lamp = ""
    public var status = ""
    public var source = ""
    public var quote = ""

    public init() {}

    /// The fields with the column names that a file may use for them, the first being ours.
    static var columns: [(names: [String], field: WritableKeyPath<IndicatorRow, String>)] {
        [
            (["indicator_code", "code"], \.code), (["indicator", "name"], \.name),
            (["region_code", "area_code", "area"], \.area), (["year", "target_year"], \.year), (["kind"], \.kind),
            (["measure"], \.measure), (["unit"], \.unit), (["qualifier"], \.qualifier),
            (["comparator"], \.comparator), (["value", "target_value"], \.value),
            (["value_upper", "target_upper", "upper"], \.upper),
            (["deadline"], \.deadline), (["lamp"], \.lamp), (["status"], \.status),
            (["source", "sources", "statements", "statement", "bulletin"], \.source),
            (["quote"], \.quote),
        ]
    }
}
