import StatisticalModel

/// How a cell of a sheet shows a number: as Excel's format codes say, as far as it changes what is read.
///
///     CellFormat("0.00%").text(0.425)          // 42.5%
///     CellFormat("yyyy\"年\"m\"月\"").text(45000)  // 2023年3月
///     CellFormat("0\"年\"").text(2023)          // 2023年
///
/// Decimals are those of the stored value, to the 15 digits that a double holds exactly: a format that shows fewer
/// would hide what the office computed with.
struct CellFormat: Sendable, Hashable {
    private enum Kind: Hashable {
        case number(prefix: String, suffix: String, isPercent: Bool)
        case date(hasYear: Bool, hasMonth: Bool, hasDay: Bool)
        case time
        /// The value is not shown.
        case hidden
    }

    private var kinds: [Kind]

    /// A format code with its sections for positive, negative, zero and text.
    init(_ code: String) {
        kinds = Self.sections(of: code).map(Self.kind(of:))
    }

    /// A format by its number in the file, where no code is given.
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self.init("0%")
        case 14...16, 22, 28...31, 36, 50...54, 58: self.init("yyyy/m/d")
        case 17, 27, 57: self.init("yyyy/m")
        case 18...21, 32...35, 45...47, 55, 56: self.init("h:mm")
        default: self.init("General")
        }
    }

    /// The cell's text for a stored number; `nil` where the format shows nothing or a time of the day.
    func text(_ stored: String, isFrom1904: Bool = false) -> String? {
        guard let value = Double(stored) else { return stored }
        switch kind(for: value) {
        case .hidden: return nil
        case .time: return nil
        case .date(let hasYear, let hasMonth, let hasDay):
            guard let date = SheetDate(serial: value, isFrom1904: isFrom1904) else { return DecimalText.text(stored) }
            return date.text(hasYear: hasYear, hasMonth: hasMonth, hasDay: hasDay)
        case .number(let prefix, let suffix, let isPercent):
            let number = isPercent ? DecimalText.text(stored, shift: 2) : DecimalText.text(stored)
            return prefix + number + (isPercent ? "%" : "") + suffix
        }
    }

    /// A stored number as what the cell shows it to be: a day, a percentage, a plain number.
    func content(_ stored: String, isFrom1904: Bool = false) -> FilledCell.Content {
        guard let value = Double(stored) else { return .text(stored) }
        switch kind(for: value) {
        case .date(_, _, hasDay: true):
            guard let day = SheetDate(serial: value, isFrom1904: isFrom1904) else { break }
            return .day(year: day.year, month: day.month, day: day.day)
        case .number(_, _, isPercent: true): return .number(DecimalText.text(stored, shift: 2), isPercent: true)
        case .date, .number, .time, .hidden: break
        }
        return .number(DecimalText.text(stored), isPercent: false)
    }

    private func kind(for value: Double) -> Kind {
        if value == 0, kinds.count > 2 { return kinds[2] }
        if value < 0, kinds.count > 1, case .number(_, let suffix, let isPercent) = kinds[1] {
            // The sign is the number's own; the section would show it or a bracket.
            return .number(prefix: "", suffix: suffix == ")" ? "" : suffix, isPercent: isPercent)
        }
        return kinds.first ?? .number(prefix: "", suffix: "", isPercent: false)
    }

    private static func sections(of code: String) -> [String] {
        var sections = [""]
        var isQuoted = false
        for character in code {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted {
                sections.append("")
            } else {
                sections[sections.count - 1].append(character)
            }
        }
        return sections
    }

    /// What a section shows: literals in quotes or behind `\`, places of digits, parts of a date.
    private static func kind(of section: String) -> Kind {
        var (prefix, suffix, isPercent, digits, letters) = ("", "", false, 0, "")
        var isDashed = false
        var scale = 0
        var characters = Array(section)[...]
        func literal(_ text: String) { if digits > 0 { suffix += text } else { prefix += text } }
        while let character = characters.popFirst() {
            switch character {
            case "\"":
                let text = String(characters.prefix { $0 != "\"" })
                characters = characters.dropFirst(text.count + 1)
                if text == "-" { isDashed = true } else { literal(text) }
            case "\\", "!":
                if let next = characters.popFirst(), next != "-", next != " ", next != "(", next != ")" {
                    literal(String(next))
                }
            case "_", "*": _ = characters.popFirst()
            // A colour, a condition, a currency, a calendar.
            case "[": characters = characters.drop { $0 != "]" }.dropFirst()
            case "0", "#", "?":
                digits += 1
                scale = 0
            case ",": if digits > 0 { scale += 1 }
            case "%": isPercent = true
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e", "E", "b":
                letters.append(Character(character.lowercased()))
            case "@": digits += 1
            default: break
            }
        }
        if section.lowercased().contains("general") { return .number(prefix: prefix, suffix: suffix, isPercent: false) }
        if digits == 0, letters.contains(where: { "ymdhs".contains($0) }) {
            let hasYear = letters.contains("y")
            let hasDay = letters.contains("d")
            let hasTime = letters.contains("h") || letters.contains("s")
            if !hasYear, !hasDay, hasTime || !letters.contains("m") { return .time }
            return .date(hasYear: hasYear, hasMonth: letters.contains("m"), hasDay: hasDay)
        }
        // `"-"` for zero stays a zero; a section without any place of a digit hides the number.
        if digits == 0 { return isDashed ? .number(prefix: "", suffix: "", isPercent: false) : .hidden }
        // Shown in thousands, with a word that says so: the stored value is whole.
        if scale > 0 { return .number(prefix: "", suffix: "", isPercent: false) }
        return .number(prefix: prefix, suffix: suffix, isPercent: isPercent)
    }
}

/// A day that a sheet counts from 1900 or 1904.
private struct SheetDate {
    let (year, month, day): (Int, Int, Int)

    init?(serial: Double, isFrom1904: Bool) {
        guard serial >= 1, serial < 2_958_466 else { return nil }
        var days = Int(serial) + (isFrom1904 ? 1462 : 0)
        // Excel counts a 29 February 1900 that never was.
        if days < 60 { days += 1 }
        // Days from 1 March of the year 0 (Hinnant's civil_from_days): 30 December 1899 is day 693,899 of it.
        let count = days + 693_899
        let era = count / 146_097
        let inEra = count % 146_097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// `2023年3月16日`, as bulletins write a day.
    func text(hasYear: Bool, hasMonth: Bool, hasDay: Bool) -> String {
        (hasYear ? "\(year)年" : "") + (hasMonth || hasDay ? "\(month)月" : "") + (hasDay ? "\(day)日" : "")
    }
}

/// A stored number in plain decimals: `1.8250658999999997E5` is 182506.59.
enum DecimalText {
    /// Digits that a double holds exactly; what stands behind is noise of binary arithmetic.
    private static let significantDigits = 15

    /// The number times ten to the power of `shift`.
    static func text(_ stored: String, shift: Int = 0) -> String {
        guard let number = parts(of: stored) else { return stored }
        var digits = number.digits
        var point = number.point + shift
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point -= leading
        if digits.count > significantDigits {
            let isUp = digits[significantDigits] >= 5
            digits.removeLast(digits.count - significantDigits)
            if isUp {
                var index = digits.count - 1
                while index >= 0, digits[index] == 9 {
                    digits[index] = 0
                    index -= 1
                }
                if index >= 0 {
                    digits[index] += 1
                } else {
                    digits.insert(1, at: 0)
                    point += 1
                }
            }
        }
        while digits.last == 0 { digits.removeLast() }
        guard !digits.isEmpty else { return "0" }
        guard point > -30, point < 40 else { return stored }
        let text = digits.map { Character(UnicodeScalar(UInt8($0) + 0x30)) }
        var result = number.isNegative ? "-" : ""
        if point <= 0 {
            result += "0." + String(repeating: "0", count: -point) + String(text)
        } else if point >= text.count {
            result += String(text) + String(repeating: "0", count: point - text.count)
        } else {
            result += String(text[..<point]) + "." + String(text[point...])
        }
        return result
    }

    /// Sign, digits, and how many of them stand before the point.
    private static func parts(of text: String) -> (isNegative: Bool, digits: [Int], point: Int)? {
        var isNegative = false
        var digits: [Int] = []
        var (point, exponent): (Int?, Int) = (nil, 0)
        var characters = Array(text.utf8)[...]
        if let sign = characters.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            characters.removeFirst()
        }
        while let byte = characters.popFirst() {
            switch byte {
            case 0x30...0x39: digits.append(Int(byte - 0x30))
            case UInt8(ascii: ".") where point == nil: point = digits.count
            case UInt8(ascii: "E"), UInt8(ascii: "e"):
                guard let value = Int(String(decoding: characters, as: UTF8.self)), (-399...399).contains(value) else {
                    return nil
                }
                exponent = value
                characters = []
            default: return nil
            }
        }
        return digits.isEmpty ? nil : (isNegative, digits, (point ?? digits.count) + exponent)
    }
}
