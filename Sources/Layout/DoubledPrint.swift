import Reading
import SourceText

/// Bold print that a PDF sets twice, undone: `11..政务服务政务服务` → `1.政务服务`.
///
/// Such a line is a row of stretches that each stand twice. It is known by its clause marker, printed
/// twice as well, or by the whole line being the same words twice.
enum DoubledPrint {
    /// Bytes of the longest line that is looked at: bold print is a heading's, and paragraphs are left alone.
    private static let longestLine = 1200

    static func undone(_ text: PlacedText) -> PlacedText {
        let bytes = text.bytes
        guard looksDoubled(bytes) else { return text }
        var kept: [Range<Int>] = []
        var index = 0
        while index < bytes.count, let length = doubledLength(bytes, at: index) {
            kept.append(index..<index + length)
            index += 2 * length
        }
        let single = kept.flatMap { bytes[$0] }
        let isWhole = index == bytes.count && kept.count == 1 && single.count >= 12
        guard isWhole || (kept.count >= 2 && hasMarker(single)) else { return text }
        var result = PlacedText()
        for range in kept {
            // The source of one stretch is both printings of it.
            let source = text.sourceRanges(of: range.lowerBound..<range.lowerBound + 2 * range.count)
            guard let first = source.first, let last = source.last else { return text }
            result.append(contentsOf: bytes[range], source: first.lowerBound..<last.upperBound)
        }
        if index < bytes.count { result.append(text.slice(index..<bytes.count)) }
        return result
    }

    /// A cheap first test: nearly every line fails it.
    private static func looksDoubled(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 6, bytes.count <= longestLine else { return false }
        let first = bytes.scalar(at: 0)
        guard first.length < bytes.count else { return false }
        if bytes.scalar(at: first.length).value == first.value { return true }
        if first.value.isDigit { return bytes[0] == bytes[2] && bytes[1] == bytes[3] }
        return bytes.count % 2 == 0 && bytes.count >= 24 && bytes.hasPrefix(Array(bytes[0..<3]), at: bytes.count / 2)
    }

    /// The longest stretch at `index` that stands there twice.
    private static func doubledLength(_ bytes: [UInt8], at index: Int) -> Int? {
        var length = (bytes.count - index) / 2
        while length > 0 {
            let middle = index + length
            let isBoundary = middle == bytes.count || bytes[middle] & 0xC0 != 0x80
            if isBoundary, bytes[middle] == bytes[index] {
                var offset = 1
                while offset < length, bytes[index + offset] == bytes[middle + offset] { offset += 1 }
                if offset == length { return length }
            }
            length -= 1
        }
        return nil
    }

    private static func hasMarker(_ bytes: [UInt8]) -> Bool { ClauseMarker(bytes, lenient: true) != nil }
}
