/// What a row of a form asks for, as its hidden cell says: all that is needed to file the answer, whatever the language of
/// the form and wherever the file has gone.
///
///     G1|EC-005|150600||2025|%|level|||养老机构护理型床位占比|elderly-childcare|2021|45|2023|52.5
public struct FigureKey: Sendable, Hashable {
    /// A series' own code, or that of a name without a pipeline (`X-…`).
    public var indicator: IndicatorCode
    public var pipeline: PipelineID
    /// As the catalogue or the target calls it: for readers of the file.
    public var name: String
    public var area: AreaCode?
    public var qualifier: String
    /// The target's year.
    public var year: Year?
    /// In which figures of the row are shown: 亿元.
    public var unit: String
    public var measure: FigureMeasure
    /// The years over which an amount adds up, or a change is.
    public var period: YearSpan?
    /// What the form showed: a cell that still says so was not filled in.
    public var base: Shown?
    public var latest: Shown?
    /// The target in ``unit``; `nil` for one in words.
    public var target: DecimalNumber?

    /// A figure in the form.
    public struct Shown: Sendable, Hashable {
        public var year: Int?
        public var value: DecimalNumber?

        public init(year: Int?, value: DecimalNumber?) {
            self.year = year
            self.value = value
        }
    }

    public init(
        indicator: IndicatorCode, pipeline: PipelineID, name: String, area: AreaCode?, qualifier: String, year: Year?,
        unit: String, measure: FigureMeasure, period: YearSpan?
    ) {
        self.indicator = indicator
        self.pipeline = pipeline
        self.name = name
        self.area = area
        self.qualifier = qualifier
        self.year = year
        self.unit = unit
        self.measure = measure
        self.period = period
    }
}

/// What a supplied figure is of its indicator: the column `measure` of observations.csv.
public enum FigureMeasure: String, Sendable, Hashable, CaseIterable {
    case level
    /// An amount that was added in the year, or over ``FigureKey/period``.
    case increment
    /// A change by so much, up or down.
    case rise, fall

    /// That of a target; what it states is what answers it.
    public init(of target: Observation, improving direction: Direction) {
        switch target.measure {
        case .level: self = .level
        case .increment: self = .increment
        case .change: self = target.changeDirection(improving: direction) < 0 ? .fall : .rise
        }
    }

    public var statementMeasure: StatementMeasure {
        switch self {
        case .level: .level
        case .increment: .increment
        case .rise, .fall: .change
        }
    }

    public var changeDirection: Int { self == .rise ? 1 : self == .fall ? -1 : 0 }
}

extension FigureKey {
    private static let mark = "G1"

    public var text: String {
        KeyText.joined([
            Self.mark, indicator.text, area?.description ?? "", qualifier, year?.description ?? "", unit,
            measure.rawValue, period?.description ?? "", name, pipeline.text,
            Self.text(base?.year), base?.value?.description ?? "", Self.text(latest?.year),
            latest?.value?.description ?? "", target?.description ?? "",
        ])
    }

    /// `nil` for a text that is no key.
    public init?(_ text: String) {
        let parts = KeyText.parts(of: text)
        guard parts.count == 15, parts[0] == Self.mark, !parts[1].isEmpty,
            let measure = FigureMeasure(rawValue: parts[6]), parts[2].isEmpty || AreaCode(parts[2]) != nil
        else { return nil }
        self.init(
            indicator: IndicatorCode(parts[1]), pipeline: PipelineID(parts[9]), name: parts[8],
            area: AreaCode(parts[2]),
            qualifier: parts[3], year: Int(parts[4]).map { Year($0) }, unit: parts[5], measure: measure,
            period: YearSpan(parts[7]))
        base = Self.shown(parts[10], parts[11])
        latest = Self.shown(parts[12], parts[13])
        target = DecimalNumber(parts[14])
    }

    private static func text(_ year: Int?) -> String { year.map { "\($0)" } ?? "" }

    private static func shown(_ year: String, _ value: String) -> Shown? {
        let shown = Shown(year: Int(year), value: DecimalNumber(value))
        return shown.year == nil && shown.value == nil ? nil : shown
    }
}

/// The key of a task in a form: its id, the pipeline whose task-status.csv takes the answer, and what the form showed.
public struct TaskKey: Sendable, Hashable {
    public var task: StatementID
    public var pipeline: PipelineID
    /// The status and remark in the form.
    public var status: String
    public var remark: String

    public init(task: StatementID, pipeline: PipelineID, status: String, remark: String) {
        self.task = task
        self.pipeline = pipeline
        self.status = status
        self.remark = remark
    }

    private static let mark = "T1"

    public var text: String { KeyText.joined([Self.mark, task.text, pipeline.text, status, remark]) }

    public init?(_ text: String) {
        let parts = KeyText.parts(of: text)
        guard parts.count == 5, parts[0] == Self.mark, StatementID(parts[1]).bulletinStem != nil else { return nil }
        self.init(
            task: StatementID(parts[1]), pipeline: PipelineID(parts[2]), status: parts[3], remark: parts[4])
    }
}

/// Fields joined by `|`; a `|` within one is `\p`, a `\` is `\\`.
private enum KeyText {
    static func joined(_ fields: [String]) -> String {
        fields.map { field in
            field.unicodeScalars.map { $0 == "\\" ? "\\\\" : $0 == "|" ? "\\p" : String($0) }.joined()
        }.joined(separator: "|")
    }

    static func parts(of text: String) -> [String] {
        text.split(separator: "|", omittingEmptySubsequences: false).map { part in
            var result = String.UnicodeScalarView()
            var isEscaped = false
            for scalar in part.unicodeScalars {
                if isEscaped {
                    result.append(scalar == "p" ? "|" : scalar)
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else {
                    result.append(scalar)
                }
            }
            return String(result)
        }
    }
}
