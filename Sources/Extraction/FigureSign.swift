import Reading

/// The sign before a figure.
enum FigureSign {
    private static let signs: [StaticString] = ["-", "－", "−", "负"]

    /// Where a minus sign begins that ends at `start` and joins nothing: 增长率为-1.2‰, 能耗−3.3%.
    static func minus(before start: Int, in bytes: [UInt8]) -> Int? {
        guard let sign = signs.first(where: { UTF8Scanning.hasBefore($0, in: bytes, at: start) }) else { return nil }
        let before = start - sign.utf8CodeUnitCount
        guard before > 0, bytes[before - 1] >= 0x80, before < 3 || UTF8Scanning.digit(in: bytes, at: before - 3) == nil
        else { return nil }
        return before
    }
}
