/// The English words of Chinese units: 亿元 is 100 million yuan, as China's yearbooks write it.
struct UnitWords: Sendable {
    /// English by unit word: `UnitTable.englishNames`.
    let names: [String: String]

    /// Longer ones first.
    private static let multipliers = [
        ("万亿", "trillion"), ("千亿", "100 billion"), ("百亿", "10 billion"), ("十亿", "billion"), ("千万", "10 million"),
        ("百万", "million"), ("十万", "100 000"), ("亿", "100 million"), ("万", "10 000"), ("千", "1 000"), ("百", "100"),
    ]

    /// `unit` in English; a unit of which a part is unknown stays as it is.
    func english(_ unit: String) -> String {
        if let name = names[unit] { return name }
        let parts = unit.split(separator: "/").map(String.init)
        let words = parts.compactMap(simple)
        guard !words.isEmpty, words.count == parts.count else { return unit }
        return ([words[0]] + words.dropFirst().map(Self.singular)).joined(separator: " per ")
    }

    private func simple(_ unit: String) -> String? {
        if let name = names[unit] { return name }
        for (word, power) in Self.multipliers where unit.hasPrefix(word) {
            let rest = String(unit.dropFirst(word.count))
            if rest.isEmpty { return power }
            if let name = names[rest] { return "\(power) \(name)" }
        }
        return nil
    }

    /// hectares is hectare, classes is class.
    private static func singular(_ words: String) -> String {
        if ["ches", "shes", "sses", "xes"].contains(where: words.hasSuffix) { return String(words.dropLast(2)) }
        return words.hasSuffix("s") ? String(words.dropLast()) : words
    }
}
