public import DelimitedText

/// The observations of an edition's indicators.csv, as the history keeps them.
public enum IndicatorsFile {
    /// Reads columns by name; those that an older edition lacks are empty. Throws what is wrong with the CSV text.
    public static func observations(_ bytes: [UInt8]) throws(CSVError) -> [HistoricalObservation] {
        let records = try CSVReader.records(bytes)
        let header = records.first?.fields ?? []
        let places = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return records.dropFirst().map { record in
            func field(_ name: String) -> String {
                guard let place = places[name], record.fields.indices.contains(place) else { return "" }
                return record.fields[place]
            }
            let code = field("indicator_code")
            // Editions before the column `wording` have the words of a target in `value`.
            let value = field("value")
            return HistoricalObservation(
                key: ObservationKey(
                    indicator: code.isEmpty ? field("indicator") : code, area: field("region_code"),
                    year: field("year"), period: field("period"), kind: field("kind"), measure: field("measure"),
                    unit: field("unit"), qualifier: field("qualifier")),
                name: field("indicator"), comparator: field("comparator"),
                value: value.isEmpty ? field("wording") : value,
                upper: field("value_upper"), status: field("obs_status"), source: field("statements"))
        }
    }
}
