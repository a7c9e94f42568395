import Reading
import SourceText

/// Cuts a block into sentences at 。！？ and knows at once which of them hold a numeral.
enum SentenceSplitter {
    struct Sentence {
        var range: Range<Int>
        /// A digit or a character of a Chinese numeral occurs; without one there is nothing to read.
        var holdsNumeral: Bool
    }

    /// - Parameter numerals: digits and powers beside the ASCII digits.
    static func sentences(_ bytes: [UInt8], numerals: ScalarSet) -> [Sentence] {
        var result: [Sentence] = []
        var start = 0
        var index = 0
        var holds = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if UTF8Scanning.isDigit(byte) { holds = true }
                index += 1
                continue
            }
            let scalar = UTF8Scanning.scalar(in: bytes, at: index)
            index += scalar.length
            if numerals.contains(scalar.value) { holds = true }
            if scalar.value == 0x3002 || scalar.value == 0xFF01 || scalar.value == 0xFF1F {
                result.append(Sentence(range: start..<index, holdsNumeral: holds))
                start = index
                holds = false
            }
        }
        if start < bytes.count { result.append(Sentence(range: start..<bytes.count, holdsNumeral: holds)) }
        return result
    }

    /// Bytes of the longest quotation.
    static let quoteLimit = 1500

    /// The sentence, or of a very long one the part round the figure.
    static func quote(of figure: Range<Int>, in sentence: Range<Int>, _ text: PlacedText, _ file: SourceFile) -> String
    {
        let limit = quoteLimit
        guard sentence.count > limit else { return trimmed(text.quotation(in: sentence, of: file)) }
        var start = max(sentence.lowerBound, figure.lowerBound - limit / 2)
        var end = min(sentence.upperBound, figure.upperBound + limit / 2)
        while start < figure.lowerBound, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        while end > figure.upperBound, end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return trimmed(text.quotation(in: start..<max(end, start), of: file))
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " })
    }
}
