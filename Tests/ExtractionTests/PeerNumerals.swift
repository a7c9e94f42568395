import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// All numerals of a peer's text in order as the product's own QuantityReader gives them, in the peers' terms: values
/// multiplied out, shares in points.
struct PeerNumerals: Sendable {
    struct Finding: Sendable {
        var range: Range<Int>
        /// The value with 万 and 亿 multiplied out; percent stays in points.
        var value: DecimalNumber
        var isShare: Bool
    }

    private let reader: QuantityReader
    private let words: ProseLexicon

    init(library: PipelineLibrary) {
        reader = QuantityReader(library: library)
        words = library.prose
    }

    func findings(in bytes: [UInt8]) -> [Finding] {
        var result: [Finding] = []
        var index = 0
        while index < bytes.count {
            if let match = words.words.longestMatch(in: bytes, at: index), match.value.roles.contains(.name),
                !UTF8Scanning.isDigit(bytes[index])
            {
                index += match.length
                continue
            }
            if let end = UTF8Scanning.addressEnd(in: bytes, at: index) {
                index = end
                continue
            }
            if var found = finding(in: bytes, at: index) {
                if Self.isNegative(bytes, index) { found.value = found.value.negated }
                result.append(found)
                index = max(found.range.upperBound, index + 1)
            } else {
                index += UTF8Scanning.scalar(in: bytes, at: index).length
            }
        }
        return result
    }

    private static func isNegative(_ bytes: [UInt8], _ offset: Int) -> Bool {
        if UTF8Scanning.hasBefore("负", in: bytes, at: offset) || UTF8Scanning.hasBefore("－", in: bytes, at: offset) {
            return true
        }
        return offset > 0 && bytes[offset - 1] == 0x2D && (offset == 1 || bytes[offset - 2] == 0x20)
    }

    private func finding(in bytes: [UInt8], at offset: Int) -> Finding? {
        guard let (quantity, end) = reader.read(in: bytes, at: offset), quantity.upper == nil,
            quantity.numerals.count == 1
        else {
            return reader.numeral(in: bytes, at: offset).map {
                Finding(range: $0.range, value: $0.total, isShare: false)
            }
        }
        if quantity.unit == "‰", let share = quantity.value.divided(by: DecimalNumber(10), decimals: 12) {
            return Finding(range: offset..<end, value: share.canonical, isShare: true)
        }
        if quantity.unit == "打", let value = quantity.value.multiplied(by: DecimalNumber(12)) {
            return Finding(range: offset..<end, value: value, isShare: false)
        }
        if quantity.unit == "%" || quantity.measure?.dimension == "point" {
            return Finding(range: offset..<end, value: quantity.value, isShare: true)
        }
        guard let numeral = reader.numeral(in: bytes, at: offset) else { return nil }
        if quantity.innerComparator != nil, let factor = quantity.measure?.factor,
            let value = quantity.value.multiplied(by: factor)
        {
            return Finding(range: offset..<end, value: value, isShare: false)
        }
        return Finding(range: numeral.range, value: numeral.total, isShare: false)
    }
}
