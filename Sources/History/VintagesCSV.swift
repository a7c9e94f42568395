import DelimitedText

/// Vintages as CSV, for the terminal and for programs.
public enum VintagesCSV {
    public static let header = [
        "indicator", "name", "region_code", "year", "period", "kind", "measure", "unit", "qualifier", "comparator",
        "value", "value_upper", "obs_status", "realtime_start", "realtime_end", "statements", "series",
    ]

    public static func file(_ vintages: [Vintage]) -> [UInt8] {
        var writer = CSVWriter(header: header)
        for vintage in vintages { writer.write(row(vintage)) }
        return writer.bytes
    }

    private static func row(_ vintage: Vintage) -> [String] {
        let (observation, key) = (vintage.observation, vintage.observation.key)
        return [
            key.indicator, observation.name, key.area, key.year, key.period, key.kind, key.measure, key.unit,
            key.qualifier, observation.comparator, observation.value, observation.upper, observation.status,
            vintage.realtimeStart, vintage.realtimeEnd, observation.source, vintage.series,
        ]
    }
}
