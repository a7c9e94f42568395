import SourceText
import StatisticalModel

/// Claims for the numerals that only Layout sees: page furniture, document heads, clause numbers.
enum StructureClaims {
    /// Page numbers and issues of running heads.
    static func ofFurniture(_ lines: [SourceLine], in file: SourceFile) -> [NumeralClaim] {
        var claims: [NumeralClaim] = []
        for line in lines where line.role == .furniture {
            for digits in digitGroups(file.bytes, line.range) {
                claims.append(NumeralClaim(source: digits, fate: .structure, reason: .pageFurniture, statement: nil))
            }
        }
        return claims
    }

    /// Digits of tags in lines of text that no table holds.
    static func ofTags(_ lines: [SourceLine], taken: [Bool], in file: SourceFile) -> [NumeralClaim] {
        let cleaner = LineCleaner(file: file)
        var claims: [NumeralClaim] = []
        for (index, line) in lines.enumerated() where line.role == .text && !(index < taken.count && taken[index]) {
            for digits in cleaner.digitsOfTags(line.range) {
                claims.append(NumeralClaim(source: digits, fate: .structure, reason: .tableMarkup, statement: nil))
            }
        }
        return claims
    }

    /// The number of a document, its date, and other numerals of its head.
    static func ofDocumentHead(_ text: PlacedText) -> [NumeralClaim] {
        let bytes = text.bytes
        let numberEnd = DocumentNumber.parse(bytes)?.length ?? 0
        var claims: [NumeralClaim] = []
        for digits in digitGroups(bytes, 0..<bytes.count) {
            let sources = text.sourceRanges(of: digits)
            guard let first = sources.first, let last = sources.last else { continue }
            let (fate, reason) = meaning(of: digits, in: bytes, numberEnd: numberEnd)
            claims.append(
                NumeralClaim(
                    source: first.lowerBound..<last.upperBound, fate: fate, reason: reason, statement: nil))
        }
        return claims
    }

    private static func meaning(
        of digits: Range<Int>, in bytes: [UInt8], numberEnd: Int
    ) -> (NumeralFate, ClaimReason) {
        if digits.upperBound <= numberEnd || isInBrackets(digits, bytes) { return (.documentNumber, .documentNumber) }
        let unit = digits.upperBound < bytes.count ? bytes.scalar(at: digits.upperBound).value : 0
        let isDate = unit == UInt32(scalar: "年") || unit == UInt32(scalar: "月") || unit == UInt32(scalar: "日")
        return isDate ? (.date, .headDate) : (.structure, .documentHead)
    }

    /// The year or the serial of 〔2023〕10号 inside a longer line, such as a contents page's.
    private static func isInBrackets(_ digits: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard digits.lowerBound >= 3, digits.upperBound < bytes.count else { return false }
        let before = bytes.lastScalar(before: digits.lowerBound)
        let after = bytes.scalar(at: digits.upperBound).value
        return before == UInt32(scalar: "〔") || (before == UInt32(scalar: "〕") && after == UInt32(scalar: "号"))
    }

    /// The clause number or the caption's number at a block's head.
    static func ofMarker(_ text: PlacedText, length: Int) -> NumeralClaim? {
        let sources = text.sourceRanges(of: 0..<length)
        guard let first = sources.first, let last = sources.last else { return nil }
        return NumeralClaim(
            source: first.lowerBound..<last.upperBound, fate: .structure, reason: .clauseNumber, statement: nil)
    }

    /// Runs of ASCII digits, decimal points inside them included.
    private static func digitGroups(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard UInt32(bytes[index]).isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, UInt32(bytes[index]).isDigit { index += 1 }
            groups.append(start..<index)
        }
        return groups
    }
}
