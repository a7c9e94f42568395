import StatisticalModel

/// How an optional value stands in a CSV field: its words, or nothing.
extension Optional where Wrapped: CustomStringConvertible {
    var field: String { map(\.description) ?? "" }
}

/// Rows in an order that no folder, locale or run changes: by the bytes of `key`.
func sortedByKey<Row>(_ rows: [Row], _ key: (Row) -> [String]) -> [Row] {
    // The parts of a key are told apart by a byte that no text holds and that comes before all others.
    let keys = rows.map { row in key(row).reduce(into: [UInt8]()) { $0 += $1.utf8 + [0] } }
    return rows.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { rows[$0] }
}

/// A whole number padded with zeros, so that bytes sort as numbers do.
func sortable(_ number: Int?) -> String {
    let digits = String(number ?? 0)
    return String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
}
