/// The sign before a figure.
enum FigureSign {
    /// A minus sign that joins nothing: 增长率为-1.2‰, 能耗-3.3%.
    static func isMinus(before start: Int, in bytes: [UInt8]) -> Bool {
        guard let sign = ["-", "－", "−", "负"].first(where: { UTF8Scanning.hasBefore($0, in: bytes, at: start) }) else {
            return false
        }
        let before = start - sign.utf8CodeUnitCount
        guard before > 0, bytes[before - 1] >= 0x80 else { return false }
        return before < 3 || NumeralReader.digit(in: bytes, at: before - 3) == nil
    }
}
