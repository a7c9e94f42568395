import StatisticalModel

/// A printed number: digits, grouping commas and one point.
struct CellNumber {
    let range: Range<Int>
    let value: DecimalNumber

    /// The number that begins at `offset`; `nil` where no digit stands there or it has too many digits to be exact.
    init?(in bytes: [UInt8], at offset: Int) {
        guard offset < bytes.count, CellText.isDigit(bytes[offset]) else { return nil }
        let end = Self.end(in: bytes, from: offset)
        guard let value = DecimalNumber(CellText.string(offset..<end, of: bytes)) else { return nil }
        range = offset..<end
        self.value = value
    }

    /// The end of the digit group at `offset`: a comma belongs to it before three digits, a point before a digit, once.
    static func end(in bytes: [UInt8], from offset: Int) -> Int {
        var index = offset
        var hasPoint = false
        while index < bytes.count {
            if CellText.isDigit(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "."), !hasPoint, digits(in: bytes, at: index + 1) > 0 {
                hasPoint = true
                index += 1
            } else if bytes[index] == UInt8(ascii: ","), !hasPoint, digits(in: bytes, at: index + 1) == 3 {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    /// Digits in a row from `offset`, counted up to four.
    private static func digits(in bytes: [UInt8], at offset: Int) -> Int {
        var count = 0
        while count < 4, offset + count < bytes.count, CellText.isDigit(bytes[offset + count]) { count += 1 }
        return count
    }

    /// The ranges of all digit groups of `bytes`, in order.
    static func groups(in bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            if CellText.isDigit(bytes[index]) {
                let end = end(in: bytes, from: index)
                result.append(index..<end)
                index = end
            } else {
                index += CellText.width(bytes[index])
            }
        }
        return result
    }

    private static let rangeSigns: [[UInt8]] = ["—", "－", "-", "–", "～", "~", "至", "到", "−"].map { Array($0.utf8) }

    /// The length of the sign at `offset` that joins two ends of a range (15—25), 0 where none stands.
    static func rangeSign(in bytes: [UInt8], at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        for sign in rangeSigns where bytes[offset...].starts(with: sign) {
            let next = offset + sign.count
            // 15——25 doubles the dash.
            return bytes[next...].starts(with: sign) ? 2 * sign.count : sign.count
        }
        return 0
    }

    /// A calendar year: four digits from 1900 to 2099.
    var year: Year? {
        guard range.count == 4, value >= 1900, value <= 2099 else { return nil }
        return Year(Int(value.significand))
    }
}
