import StatisticalModel

/// indicators.sdmx.csv: the observations as SDMX-CSV 2.0, for statistical offices' own programs.
///
/// ```
/// STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,KIND,…,OBS_VALUE,UNIT_MEASURE,…
/// dataflow,GONGBAO:INDICATORS(1.0),I,150600,EC-1,2025,target,…,93,P1,0,0,A,…
/// ```
///
/// A figure without a number or without a year has no place in SDMX; indicators.csv keeps it.
public enum SDMXCSV {
    public static let dimensions = [
        "REF_AREA", "INDICATOR", "TIME_PERIOD", "KIND", "MEASURE", "QUALIFIER", "VARIANT",
    ]
    public static let header =
        ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + dimensions + [
            "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "COMPARATOR", "OBS_VALUE_UPPER",
            "INDICATOR_NAME", "REF_AREA_NAME", "SOURCE_ID",
        ]

    /// The rows by their dimensions, each key once: figures that share all else are numbered in VARIANT.
    public static func rows(_ report: EditionReport) -> [[String]] {
        let rows = sortedByKey(report.observations.compactMap { row($0, codes: report.unitCodes) }) { row in
            Array(row[3..<9]) + [row[19]] + row[10..<19]
        }
        var variants: [[String]: Int] = [:]
        return rows.map { row in
            let key = Array(row[3..<9])
            variants[key, default: 0] += 1
            var row = row
            row[9] = String(variants[key] ?? 1)
            return row
        }
    }

    static func row(_ observation: Observation, codes: [UnitCode: String]) -> [String]? {
        guard let value = observation.value, let period = timePeriod(of: observation) else { return nil }
        let unit = SDMXUnit(observation.unit, codes: codes)
        let upperDecimals = observation.upper?.decimals ?? 0
        return [
            "dataflow", "GONGBAO:INDICATORS(1.0)", "I", area(of: observation),
            indicator(of: observation), period, observation.kind.rawValue, observation.measure.rawValue,
            observation.qualifier.isEmpty ? "_T" : observation.qualifier, "1", value.description, unit.measure,
            String(unit.multiplier), String(max(value.decimals, upperDecimals)), observation.status.rawValue,
            observation.comparator.rawValue, observation.upper.field, observation.indicatorName,
            observation.area?.name ?? "", observation.sources.map(\.id.text).joined(separator: ";"),
        ]
    }

    /// The area's code; of a place without one `X-` and digits of its name, as for indicators.
    static func area(of observation: Observation) -> String {
        guard let area = observation.area else { return "_X" }
        return area.code?.description ?? SDMXCode.digest(of: area.name)
    }

    /// The catalogue's code. An indicator that no catalogue knows is told by a digest of its name, because an
    /// SDMX identifier takes no Chinese: `X-` and twelve digits.
    static func indicator(of observation: Observation) -> String {
        if let code = observation.indicator { return code.text }
        return SDMXCode.digest(of: observation.indicatorName)
    }

    /// `2025`, or for a span of years `2021-01-01/P5Y`, as SDMX writes time ranges.
    private static func timePeriod(of observation: Observation) -> String? {
        if let period = observation.period, period.first < period.last {
            return "\(period.first)-01-01/P\(period.last.number - period.first.number + 1)Y"
        }
        return (observation.year ?? observation.period?.last)?.description
    }
}
