import StatisticalModel

/// indicators.csv: every normalised observation, long and tidy; the file that teams compare year by year.
public enum IndicatorsCSV {
    public static let header = [
        "pipeline", "indicator_code", "indicator", "qualifier", "region_code", "region", "year", "period", "kind",
        "measure", "comparator", "value", "value_upper", "unit", "base_year", "deadline", "attribute", "responsible",
        "obs_status", "supplied", "statements", "bulletin", "line", "wording", "statement",
    ]

    /// Sorted by indicator, area, year and kind, so that two editions differ only where figures do.
    public static func rows(_ report: EditionReport) -> [[String]] {
        sortedByKey(report.observations.map(row)) {
            [$0[0], $0[1], $0[2], $0[3], $0[4], $0[6], $0[7], $0[8], $0[9], $0[21], sortable(Int($0[22])), $0[20]]
        }
    }

    /// `value` is a number or blank; a target in words has them in `wording`. `statement` is the first of `statements`.
    static func row(_ row: Observation) -> [String] {
        let source = row.sources.first
        // A figure of the office's own names its folder and file, wherever Pipelines/ lies.
        let place = source.map { SourceIndex.named($0).provenance }
        return [
            row.pipeline.field, row.indicator.field, row.indicatorName, row.qualifier, (row.area?.code).field,
            row.area?.name ?? "", row.year.field, row.period.field, row.kind.rawValue, row.measure.rawValue,
            row.comparator.rawValue, row.value.field, row.upper.field,
            row.unit?.name ?? source?.quantity?.unit ?? "", row.baseYear.field, row.deadline.field,
            row.attribute?.rawValue ?? "", row.responsible, row.status.rawValue, row.isSupplied ? "yes" : "no",
            row.sources.map(\.id.text).joined(separator: ";"), place?.bulletin ?? "",
            place.map { String($0.line) } ?? "", row.value == nil ? source?.wording ?? "" : "", source?.id.text ?? "",
        ]
    }
}
