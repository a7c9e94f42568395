import StatisticalModel

/// The keys of a CSV file whose columns gongbao itself sets.
struct DataSchema: Sendable {
    /// A column whose fields stand in a column of another file, or are blank.
    struct ForeignKey: Sendable {
        let field: String
        let path: String
        let key: String
    }

    let primaryKey: [String]
    let foreignKeys: [ForeignKey]

    /// `nil` for a recovered table, whose columns the bulletin sets.
    static func known(_ path: String) -> DataSchema? {
        keys[path].map { DataSchema(primaryKey: $0, foreignKeys: references[path] ?? []) }
    }

    private static let statement = [ForeignKey(field: "statement", path: "statements.csv", key: "id")]
    private static let references = ["indicators.csv": statement, "progress.csv": statement]

    /// progress.csv and checks.csv have rows that nothing but all their columns tells apart.
    private static let keys: [String: [String]] = [
        "progress.csv": [], "checks.csv": [], "statements.csv": ["id"], "tasks.csv": ["id"],
        "projects.csv": ["id"], "matches-proposed.csv": [],
        "indicators.csv": ["indicator", "qualifier", "region_code", "year", "kind", "statements"],
        "ledger.csv": ["bulletin", "line", "column"], "tables/tables.csv": ["file"],
        "indicators.sdmx.csv": SDMXCSV.dimensions,
    ]
}

/// A column in datapackage.json: one name has one type in all files but for `value`, which is as printed in
/// statements.csv, where a target in words keeps them in it, and a number in indicators.csv.
struct DataField: Sendable {
    let name: String
    private let isNumber: Bool

    init(named name: String, in path: String) {
        self.name = name
        isNumber = Self.numbers.contains(name) || name == "value" && path == "indicators.csv"
    }

    var document: JSONValue {
        var members: [(String, JSONValue)] = [("name", .text(name)), ("type", .text(type))]
        if type == "boolean" {
            members += [("trueValues", .array([.text("yes")])), ("falseValues", .array([.text("no")]))]
        }
        if let constraint { members.append(("constraints", .object([constraint]))) }
        return .object(members)
    }

    private var type: String {
        if Self.years.contains(name) { return "year" }
        if Self.integers.contains(name) { return "integer" }
        if isNumber { return "number" }
        return Self.yesOrNo.contains(name) ? "boolean" : "string"
    }

    private var constraint: (String, JSONValue)? {
        if let codes = Self.codes[name] { return ("enum", .array(codes.map(JSONValue.text))) }
        return Self.patterns[name].map { ("pattern", .text($0)) }
    }

    private static let years: Set = ["year", "base_year", "latest_year", "target_year", "arrival_year"]
    private static let integers: Set = [
        "line", "line_end", "first_line", "last_line", "rows", "columns", "days_to_deadline", "VARIANT", "UNIT_MULT",
        "DECIMALS",
    ]
    private static let numbers = Set([
        "value_upper", "base_value", "base_value_upper", "latest_value", "target_value", "target_upper", "completion",
        "elapsed", "gap", "pace", "needed_per_year", "expected_by_growth", "expected_linear", "OBS_VALUE",
        "OBS_VALUE_UPPER", "capacity", "realised",
    ]).union(InvestmentKind.allCases.map { "investment_\($0.rawValue)" })
    private static let yesOrNo: Set = ["supplied", "needed_is_growth", "provisional"]
    private static let codes: [String: [String]] = [
        "kind": StatementKind.allCases.map(\.rawValue), "KIND": StatementKind.allCases.map(\.rawValue),
        "measure": StatementMeasure.allCases.map(\.rawValue), "MEASURE": StatementMeasure.allCases.map(\.rawValue),
        "comparator": Comparator.allCases.map(\.rawValue), "COMPARATOR": Comparator.allCases.map(\.rawValue),
        "obs_status": ObservationStatus.allCases.map(\.rawValue),
        "OBS_STATUS": ObservationStatus.allCases.map(\.rawValue),
        "severity": FindingNote.Severity.allCases.map(\.rawValue), "fate": NumeralFate.allCases.map(\.rawValue),
        "latest_status": ObservationStatus.allCases.map(\.rawValue),
        "verdict": ProgressVerdict.allCases.map(\.rawValue), "ungraded": UngradedReason.allCases.map(\.rawValue),
        "figure_measure": FigureMeasure.allCases.map(\.rawValue),
        "lamp": Lamp.allCases.map(\.rawValue), "deadline_state": TaskLamp.allCases.map(\.rawValue),
    ]
    private static let patterns = [
        "region_code": "[0-9]{6}", "deadline": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "period": "[0-9]{4}/[0-9]{4}",
        "status_date": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
        "REF_AREA": "[0-9]{6}|_X|X-[0-9a-f]{12}", "TIME_PERIOD": "[0-9]{4}(-01-01/P[0-9]+Y)?",
    ]
}
