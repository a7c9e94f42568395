import StatisticalModel

/// Whether a change is an average growth a year (年均增长7%), which the codes of a statement do not say.
///
/// The words are looked for in the indicator's name and qualifier, then in the quotation, between the
/// last sign that separates clauses and the printed number.
struct AverageGrowthWording {
    /// 年均, 平均每年: ``NameLexicon/averages``.
    let words: [[UInt8]]
    private static let separators = ["，", "。", "；", "、", ",", ";"].map { Array($0.utf8) }

    func isStated(by observation: Observation) -> Bool {
        if states(observation.indicatorName) || states(observation.qualifier) { return true }
        return observation.sources.contains { statement in
            if states(statement.indicator) || states(statement.qualifier) { return true }
            guard let number = statement.quantity?.value.description else { return false }
            return states(clause(of: Array(statement.provenance.quote.utf8), before: Array(number.utf8)))
        }
    }

    private func states(_ text: String) -> Bool { states(Array(text.utf8)[...]) }

    private func states(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { index in words.contains { bytes[index...].starts(with: $0) } }
    }

    /// The part of the clause that stands before the first whole number equal to `number`.
    private func clause(of quote: [UInt8], before number: [UInt8]) -> ArraySlice<UInt8> {
        var start = 0
        for index in quote.indices {
            if let separator = Self.separators.first(where: { quote[index...].starts(with: $0) }) {
                start = index + separator.count
            } else if quote[index...].starts(with: number), !isDigit(quote, index - 1),
                !isDigit(quote, index + number.count)
            {
                return quote[start..<index]
            }
        }
        return []
    }

    private func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && ((0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "."))
    }
}
