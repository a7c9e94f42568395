import PipelineDefinition
import StatisticalModel

/// Reads the unit behind a number, multipliers and compounds included, and what belongs to it.
///
/// `万千瓦时`, `元/平方米`, `/10万`; `元每千瓦时` is 元/千瓦时; the 5角 of 125元5角 and the 半 of 三成半 are read behind it.
struct UnitReader: Sendable {
    let units: UnitTable

    struct Match {
        var end: Int
        var isCounter: Bool
        /// What the unit comes to; `nil` where there is none.
        var measure: UnitOfMeasure?
    }

    /// The unit at `offset`; spaces before it are passed over.
    func unit(in bytes: [UInt8], at offset: Int) -> Match? {
        let start = UTF8Scanning.skipSpaces(bytes, offset)
        guard let match = units.match(in: bytes, at: start), match.length > 0, !match.unit.base.name.isEmpty else {
            return nil
        }
        let end = start + match.length
        if UTF8Scanning.isLetter(bytes[end - 1]), end < bytes.count, UTF8Scanning.isLetter(bytes[end]) { return nil }
        return Match(end: end, isCounter: match.isCounter, measure: match.unit)
    }

    /// 每千瓦时 behind 0.49元, alone at the end of its words: the unit's bytes and its end.
    func perUnit(in bytes: [UInt8], at offset: Int) -> Range<Int>? {
        let start = UTF8Scanning.skipSpaces(bytes, offset)
        guard UTF8Scanning.has("每", in: bytes, at: start), let unit = unit(in: bytes, at: start + 3) else { return nil }
        if unit.end < bytes.count, UTF8Scanning.isHan(UTF8Scanning.scalar(in: bytes, at: unit.end).value) {
            return nil
        }
        return start + 3..<unit.end
    }

    /// Whether 半 behind a unit is half of it (三成半, 一年半) and not the head of a word (半数, 半径).
    static func isHalf(in bytes: [UInt8], at offset: Int) -> Bool {
        guard UTF8Scanning.has("半", in: bytes, at: offset) else { return false }
        let next = offset + 3
        guard next < bytes.count, UTF8Scanning.isHan(UTF8Scanning.scalar(in: bytes, at: next).value) else {
            return true
        }
        return afterHalf.contains { UTF8Scanning.has($0, in: bytes, at: next) }
    }

    private static let afterHalf: [StaticString] = ["以", "左右", "之", "的", "后", "前", "内"]
}
