import StatisticalModel

/// progress.csv: a row for each indicator, area and target, with every part of the verdict.
public enum ProgressCSV {
    public static let header = [
        "pipeline", "indicator_code", "indicator", "qualifier", "region_code", "region", "unit", "attribute",
        "direction", "form", "comparator", "base_year", "base_value", "latest_year", "latest_value", "target_year",
        "target_value", "target_upper", "target_wording", "completion", "elapsed", "gap", "pace", "status", "trend",
        "lamp", "needed_per_year", "needed_is_growth", "expected_by_growth", "expected_linear", "arrival_year",
        "provisional", "reason", "statement", "bulletin", "line", "latest_status", "realised", "verdict", "ungraded",
        "figure_measure", "period", "responsible", "lead_unit", "cooperating",
    ]

    /// In the order that Assessment gives: pipelines, their indicators, areas, target years.
    public static func rows(_ report: EditionReport) -> [[String]] { report.assessments.map(row) }

    static func row(_ row: ProgressAssessment) -> [String] {
        let source = row.target.sources.first
        let units = DutyUnits.printed(row.target)
        return [
            row.pipeline.text, row.indicator.text, row.indicatorName, row.qualifier, (row.area?.code).field,
            row.area?.name ?? "", row.unit.field, row.attribute?.rawValue ?? "", row.direction.rawValue,
            row.form.rawValue, row.comparator.rawValue, (row.base?.year).field, (row.base?.value).field,
            (row.latest?.year).field, (row.latest?.value).field, (row.target.year).field, row.target.value.field,
            row.target.upper.field, source?.wording ?? "", row.completion.field, row.elapsed.field, row.gap.field,
            row.pace.field, row.status.rawValue, row.trend?.rawValue ?? "", row.lamp.rawValue,
            row.neededPerYear.field, row.neededPerYear == nil ? "" : row.neededIsGrowth ? "yes" : "no",
            row.expectedByGrowth.field, row.expectedLinear.field, row.arrivalYear.field,
            row.isProvisional ? "yes" : "no", row.reason, source?.id.text ?? "", source?.provenance.bulletin ?? "",
            source.map { String($0.provenance.line) } ?? "", row.latest?.status.rawValue ?? "", row.realised.field,
            row.verdict?.rawValue ?? "", row.ungraded?.rawValue ?? "",
            FigureMeasure(of: row.target, improving: row.direction).rawValue, row.target.period.field,
            row.target.responsible, units.lead, units.cooperating,
        ]
    }
}
