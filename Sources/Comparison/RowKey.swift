/// What makes two rows the same figure: indicator, area, year, kind, unit and qualifier.
///
/// The indicator is its code, or its name where it has none. The hash goes over bytes: hashing a
/// String of Chinese text would normalise it first, which costs more than all the rest.
struct RowKey: Hashable, Sendable {
    private let bytes: [UInt8]

    init(_ row: IndicatorRow) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        for field in [row.code.isEmpty ? row.name : row.code, row.area, row.year, row.kind, row.unit, row.qualifier] {
            bytes.append(contentsOf: field.utf8)
            bytes.append(0x1F)
        }
        self.bytes = bytes
    }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
