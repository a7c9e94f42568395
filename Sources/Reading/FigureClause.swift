public import StatisticalModel

/// The words of a quotation that stand before its figure, in the same clause.
///
/// Of `全年新增托位830个，2021年以来累计新增4045个` and the number 4045 it is `2021年以来累计新增`.
public enum FigureClause {
    /// Up to the first whole number that is `statement`'s, from the last separator before it; empty without one.
    public static func before(_ statement: Statement) -> ArraySlice<UInt8> {
        guard let number = statement.quantity?.value.description else { return [] }
        return clause(of: Array(statement.provenance.quote.utf8), before: Array(number.utf8))
    }

    /// All words of the quotation before the figure: of the same number `全年新增托位830个，2021年以来累计新增`.
    public static func sentence(before statement: Statement) -> ArraySlice<UInt8> {
        let quote = Array(statement.provenance.quote.utf8)
        return quote[..<before(statement).endIndex]
    }

    private static func clause(of quote: [UInt8], before number: [UInt8]) -> ArraySlice<UInt8> {
        var (start, index) = (0, 0)
        while index < quote.count {
            let (scalar, width) = UTF8Scanning.scalar(in: quote, at: index)
            switch scalar {
            case 0xFF0C, 0x3002, 0xFF1B, 0x3001, 0x2C, 0x3B: start = index + width  // ，。；、,;
            default:
                if quote[index] == number.first, quote[index...].starts(with: number), !isDigit(quote, index - 1),
                    !isDigit(quote, index + number.count)
                {
                    return quote[start..<index]
                }
            }
            index += width
        }
        return []
    }

    private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && ((0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "."))
    }
}
