import SourceText

/// The numbers that Word sets before paragraphs by itself: 一、 （二） 第三条 1.
///
/// Counts as the paragraphs come: ``text(number:level:)`` must be asked once for each numbered paragraph, in order.
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        /// `第%1条`, `%1.%2`
        var text = ""
    }

    /// By the id of the abstract list and the level.
    private var levels: [String: [Int: Level]] = [:]
    /// The abstract list of a number's id, and where its levels start anew.
    private var lists: [String: (list: String, starts: [Int: Int])] = [:]
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    /// From `word/numbering.xml`; none without it.
    init(_ part: XMLNode?) {
        for node in part?.children ?? [] {
            if node.name == "abstractNum", let id = node["abstractNumId"] {
                for level in node.children("lvl") {
                    guard let index = level["ilvl"].flatMap({ Int($0) }) else { continue }
                    levels[id, default: [:]][index] = Self.level(level)
                }
            }
            guard node.name == "num", let id = node["numId"], let list = node.child("abstractNumId")?["val"] else {
                continue
            }
            var starts: [Int: Int] = [:]
            for override in node.children("lvlOverride") {
                guard let index = override["ilvl"].flatMap({ Int($0) }) else { continue }
                starts[index] = override.child("startOverride").flatMap(Self.start)
            }
            lists[id] = (list, starts)
        }
    }

    /// Within what Word allows.
    private static func start(_ node: XMLNode) -> Int? {
        node["val"].flatMap { Int($0) }.map { max(0, min(32_767, $0)) }
    }

    private static func level(_ node: XMLNode) -> Level {
        var level = Level()
        level.start = node.child("start").flatMap(start) ?? 1
        level.format = node.child("numFmt")?["val"] ?? "decimal"
        level.text = node.child("lvlText")?["val"] ?? ""
        return level
    }

    /// What stands before the next paragraph of the list `number`; blank for bullets.
    mutating func text(number: String, level: Int) -> String {
        guard (0..<9).contains(level), let (list, starts) = lists[number], let rule = levels[list]?[level] else {
            return ""
        }
        if let start = starts[level], begun.insert("\(number).\(level)").inserted {
            counts[list, default: [:]][level] = start
        } else {
            counts[list, default: [:]][level] = (counts[list]?[level]).map { $0 + 1 } ?? rule.start
        }
        for deeper in level + 1..<10 { counts[list]?[deeper] = nil }
        guard rule.format != "bullet", rule.format != "none" else { return "" }
        var result = ""
        var isPlaceholder = false
        for character in rule.text {
            if character == "%" {
                isPlaceholder = true
            } else if isPlaceholder, let digit = character.wholeNumberValue, digit > 0 {
                let count = counts[list]?[digit - 1] ?? levels[list]?[digit - 1]?.start ?? 1
                result += NumberFormat.text(count, format: levels[list]?[digit - 1]?.format ?? "decimal")
                isPlaceholder = false
            } else {
                result.append(character)
                isPlaceholder = false
            }
        }
        return result
    }
}

/// Numbers as Word's formats write them.
private enum NumberFormat {
    static func text(_ number: Int, format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand",
            "taiwaneseCounting":
            chinese(number)
        case "ideographDigital", "japaneseDigitalTenThousand":
            String(number).compactMap { $0.wholeNumberValue.map { String(digits[$0]) } }.joined()
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            (1...20).contains(number) ? String(scalar(0x2460 + number - 1)) : String(number)
        case "decimalFullWidth", "decimalFullWidth2":
            String(String(number).unicodeScalars.map { scalar(Int($0.value) + 0xFEE0) } as [Character])
        case "lowerLetter": letter(number, from: 0x61)
        case "upperLetter": letter(number, from: 0x41)
        case "lowerRoman": roman(number).lowercased()
        case "upperRoman": roman(number)
        default: String(number)
        }
    }

    /// The signs of a number's format, not words: 〇, 一 to 九 by their code points.
    private static let digits: [Character] = [
        0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
    ].map(scalar)
    private static let ten = scalar(0x5341)
    private static let hundred = scalar(0x767E)

    private static func scalar(_ value: Int) -> Character { Character(UnicodeScalar(UInt32(value)) ?? " ") }

    private static func chinese(_ number: Int) -> String {
        guard (1..<1000).contains(number) else { return String(number) }
        let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
        var result = ""
        if hundreds > 0 {
            result = "\(digits[hundreds])\(hundred)"
            if tens == 0, ones > 0 { result.append(scalar(0x96F6)) }
        }
        if tens > 0 { result += tens == 1 && hundreds == 0 ? String(ten) : "\(digits[tens])\(ten)" }
        if ones > 0 { result.append(digits[ones]) }
        return result
    }

    private static func letter(_ number: Int, from first: UInt8) -> String {
        guard number > 0 else { return String(number) }
        let letter = String(UnicodeScalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: min(8, (number - 1) / 26 + 1))
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return String(number) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, result) = (number, "")
        for (value, sign) in signs {
            while rest >= value {
                result += sign
                rest -= value
            }
        }
        return result
    }
}
