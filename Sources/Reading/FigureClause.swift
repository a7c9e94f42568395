public import StatisticalModel

/// The words of a quotation that stand before its figure, in the same clause.
///
/// Of `全年新增托位830个，2021年以来累计新增4045个` and the number 4045 it is `2021年以来累计新增`.
public enum FigureClause {
    private static let separators = ["，", "。", "；", "、", ",", ";"].map { Array($0.utf8) }

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
        var start = 0
        for index in quote.indices {
            if let separator = separators.first(where: { quote[index...].starts(with: $0) }) {
                start = index + separator.count
            } else if quote[index...].starts(with: number), !isDigit(quote, index - 1),
                !isDigit(quote, index + number.count)
            {
                return quote[start..<index]
            }
        }
        return []
    }

    private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && ((0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "."))
    }
}
