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

    /// A printed figure in English: `20个` is `20 items`, `1个` is `1 item`, `8.9亿吨` is `8.9 × 100 million tonnes`.
    func figure(_ number: String, _ unit: String) -> String {
        let name = english(unit)
        if unit.isEmpty || name == unit { return number + unit }
        if !name.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic || $0 == " " }) {
            let first = name.unicodeScalars.first
            let isNumber = first.map { ("0"..."9").contains($0) } ?? false
            return isNumber ? "\(number) × \(name)" : name == "%" ? number + name : "\(number) \(name)"
        }
        return "\(number) \(number == "1" ? Self.singular(name) : name)"
    }

    /// A text that begins with a figure, its unit in English: `≥ 25个 (2023)` is `≥ 25 items (2023)`. Other texts stay.
    func leadingFigure(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let isDigit: (Unicode.Scalar) -> Bool = { ("0"..."9").contains($0) }
        let head = scalars.prefix { "≥≤><≈ -".unicodeScalars.contains($0) }.count
        let number = scalars[head...].prefix { isDigit($0) || ".,–—-".unicodeScalars.contains($0) }.count
        guard number > 0, isDigit(scalars[head]) else { return text }
        let start = head + number
        let end =
            scalars[start...].firstIndex { !(($0.value >= 0x3400 && $0.value < 0xFF00) || $0 == "/") } ?? scalars.count
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        let unit = string(scalars[start..<end])
        // 2025年 is a year, not 2025 of them.
        guard !unit.isEmpty, english(unit) != unit, !(english(unit) == "years" && number == 4) else { return text }
        return string(scalars[..<head]) + figure(string(scalars[head..<start]), unit) + string(scalars[end...])
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
