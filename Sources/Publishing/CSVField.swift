import StatisticalModel

/// How an optional value stands in a CSV field: its words, or nothing.
extension Optional where Wrapped: CustomStringConvertible {
    var field: String { map(\.description) ?? "" }
}

/// Rows in an order that no folder, locale or run changes: by the bytes of `key`.
func sortedByKey<Row>(_ rows: [Row], _ key: (Row) -> [String]) -> [Row] {
    rows.map { (key($0), $0) }.sorted { left, right in
        for (a, b) in zip(left.0, right.0) where a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
        return false
    }.map(\.1)
}

/// A whole number padded with zeros, so that bytes sort as numbers do.
func sortable(_ number: Int?) -> String {
    let digits = String(number ?? 0)
    return String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
}
