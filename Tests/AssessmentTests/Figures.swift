import Assessment
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport

/// Builds one indicator's figures and assesses them: the fixture of the module's tests.
struct Figures {
    static let pipeline = PipelineID("sample")
    static let code = IndicatorCode("S-001")

    var name = "指标"
    var direction = Direction.up
    var unit: UnitCode = "%"
    var thresholds = AssessmentThresholds()
    var baselineYears: [Int] = []
    var observations: [Observation] = []
    /// An indicator of levels beside it, whose figures bear ``levelCode``.
    var levelName: String?
    static let levelCode = IndicatorCode("S-002")

    static func number(_ text: String) -> DecimalNumber? { DecimalNumber(text) }

    static func figure(
        _ kind: StatementKind, _ value: String?, _ year: Int?, unit: UnitCode? = "%",
        measure: StatementMeasure = .level, comparator: Comparator = .equal, upper: String? = nil,
        period: YearSpan? = nil, day: CalendarDate? = nil, baseYear: Int? = nil, attribute: TargetAttribute? = nil,
        status: ObservationStatus = .normal, supplied: Bool = false, bulletin: String? = nil, line: Int = 1,
        table: String? = "表1", changeDirection: Int = 0, quote: String = "", qualifier: String = "",
        months: ClosedRange<Int>? = nil, published: CalendarDate? = nil, role: QuantityRole = .value,
        source: StatementSource = .table
    ) -> Observation {
        // Actual figures come from each year's own report unless the test says that the plan states them.
        let bulletin = bulletin ?? (kind == .actual ? "report-\(year ?? 0).txt" : "plan.txt")
        let place = Provenance(
            bulletin: bulletin, line: line, lineEnd: line, table: source == .table ? table : nil, quote: quote,
            rule: .clause)
        let quantity = value.flatMap(number).map { Quantity(value: $0, unit: unit?.name ?? "") }
        let statement = Statement(
            provenance: place, source: source, indicator: "指标", kind: kind, measure: measure,
            comparator: comparator, quantity: quantity, changeDirection: changeDirection,
            role: role)
        return Observation(
            sources: [statement], pipeline: pipeline, indicator: code, indicatorName: "指标", qualifier: qualifier,
            kind: kind, measure: measure, comparator: comparator, value: value.flatMap(number),
            upper: upper.flatMap(number), unit: unit, year: year.map { Year($0) }, period: period, deadline: day,
            baseYear: baseYear.map { Year($0) }, attribute: attribute, status: status, isSupplied: supplied,
            months: months.flatMap { months in year.flatMap { MonthSpan(Year($0), months) } }, published: published)
    }

    func rows(asOf date: CalendarDate = CalendarDate(year: 2024, month: 12, day: 31)) -> [ProgressAssessment] {
        var library = PipelineLibrary()
        var problems: [Diagnostic] = []
        library.names = NameLexicon(path: ProjectFolder.pipelines + "/common/name-words.csv", problems: &problems)
        library.units = UnitTable(path: ProjectFolder.pipelines + "/common/units.csv", problems: &problems)
        library.assessment = AssessmentSettings(
            path: ProjectFolder.pipelines + "/common/assessment.csv", problems: &problems)
        let indicator = Indicator(
            pipeline: Self.pipeline, code: Self.code, name: name, englishName: "indicator", unit: unit,
            direction: direction, aliases: [])
        let baselines = baselineYears.map { year in
            SuppliedFigure(
                role: .baseline, indicator: Self.code, area: nil, year: Year(year), value: 0, source: "office",
                path: "baselines.csv", line: 2)
        }
        library.pipelines = [
            Pipeline(
                id: Self.pipeline, name: "样本", englishName: "sample", thresholds: thresholds,
                indicators: [indicator]
                    + (levelName.map {
                        [
                            Indicator(
                                pipeline: Self.pipeline, code: Self.levelCode, name: $0, englishName: "level",
                                unit: "元", direction: .up, aliases: [])
                        ]
                    } ?? []), suppliedFigures: baselines)
        ]
        return Assessor(library: library).assess(observations, asOf: date)
    }
}
