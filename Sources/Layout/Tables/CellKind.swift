/// What a line can be as the cell of a table, judged by its own shape alone.
enum CellKind: Sendable, Hashable {
    /// A printed dash, or a word in its place (持平): no value.
    case dash
    /// 92.4, ≥70, 55%
    case number
    /// 10亿吨, 4×100, 20万千瓦×2小时, 95%以上
    case quantity
    /// A quantity with words that name it: 煤制油500万吨, 10（域内）, 达到8000亿元.
    case labelled
    /// 2021-2022, 2023年底
    case span
    /// Nothing but a bracket: （%）
    case bracket
    case text

    /// True for what is one value by itself.
    var isValue: Bool { self != .text && self != .bracket }
    /// A figure, or the dash that stands for none.
    var isFigure: Bool { isNumeric || self == .dash }
    var isNumeric: Bool { self == .number || self == .quantity || self == .labelled }

    static let yearSign: Unicode.Scalar = "年"

    init(_ scalars: [Unicode.Scalar]) {
        self = CellScanner(scalars: scalars).kind
    }
}

/// Reads the shape of a folded cell: 20万千瓦×2小时 is digits, unit, ×, digits, unit.
private struct CellScanner {
    let scalars: [Unicode.Scalar]

    private static let comparators: Set<Unicode.Scalar> = ["≥", "≤", ">", "<", "±", "+", "约", "近", "超", "↑", "↓"]
    private static let suffixes: Set<Unicode.Scalar> = ["以", "上", "下", "内", "左", "右", "余", "多"]

    var kind: CellKind {
        guard let first = scalars.first, let last = scalars.last else { return .text }
        if scalars.allSatisfy({ $0 == "-" || $0 == "/" || $0 == "…" }) { return .dash }
        if first == "(", last == ")", scalars.count(where: { $0 == "(" }) == 1 { return .bracket }
        if isSpan { return .span }
        if beginsWithYear || beginsWithMonths { return .text }
        if scalars.count > 2, Self.brackets.contains(where: { $0.0 == first && $0.1 == last }) {
            // 〔5〕 is a figure summed over the years.
            let inner = CellScanner(scalars: Array(scalars.dropFirst().dropLast())).kind
            return inner.isNumeric ? inner : .text
        }
        if let end = quantityEnd(from: 0) { return end.hasUnit ? .quantity : .number }
        if last == ")", let open = scalars.lastIndex(of: "("), quantityEnd(from: 0, limit: open) != nil {
            return .labelled
        }
        return isLabelled ? .labelled : .text
    }

    /// Words of at most eight characters, then one quantity to the end.
    private var isLabelled: Bool {
        guard let digit = scalars.firstIndex(where: Self.isDigit), digit > 0, digit <= 8 else { return false }
        guard scalars[..<digit].allSatisfy({ $0.value >= 0x4E00 || Self.comparators.contains($0) }) else {
            return false
        }
        guard let end = quantityEnd(from: digit) else { return false }
        return end.hasUnit
    }

    private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [("[", "]"), ("〔", "〕"), ("【", "】")]

    /// 2023年计划, 2021-2025年累计: a year is no quantity.
    private var beginsWithYear: Bool {
        guard let year = yearEnd(from: 0), year < scalars.count else { return false }
        if scalars[year - 1] == CellKind.yearSign { return true }
        guard scalars[year] == "-" || scalars[year] == "至", let second = yearEnd(from: year + 1) else { return false }
        return scalars[second - 1] == CellKind.yearSign
    }

    /// 1-4月累计, 12月增速: words about months are no quantity; 6月底 is a date.
    private var beginsWithMonths: Bool {
        guard let month = scalars.firstIndex(of: "月"), (1...5).contains(month), month + 1 < scalars.count else {
            return false
        }
        return scalars[..<month].allSatisfy { Self.isDigit($0) || $0 == "-" } && Self.isDigit(scalars[0])
            && !Self.isDigit(scalars[month + 1]) && !Self.dateSigns.contains(scalars[month + 1])
    }

    /// What stands behind the numbers of a date.
    private static let dateSigns: Set<Unicode.Scalar> = ["月", "日", "底", "前", "末", "-"]

    private var isSpan: Bool {
        guard let year = yearEnd(from: 0) else { return false }
        if year == scalars.count { return scalars.last == CellKind.yearSign || year == 4 }
        var index = year
        if scalars[index] == "-" || scalars[index] == "至" {
            guard let second = yearEnd(from: index + 1) else { return false }
            index = second
        }
        return scalars[index...].allSatisfy { Self.isDigit($0) || Self.dateSigns.contains($0) }
    }

    private func yearEnd(from start: Int) -> Int? {
        guard start + 4 <= scalars.count, scalars[start..<start + 4].allSatisfy(Self.isDigit),
            scalars[start] == "2" && scalars[start + 1] == "0" || scalars[start] == "1" && scalars[start + 1] == "9"
        else { return nil }
        let end = start + 4
        if end < scalars.count, Self.isDigit(scalars[end]) || scalars[end] == "." { return nil }
        return end < scalars.count && scalars[end] == CellKind.yearSign ? end + 1 : end
    }

    private func quantityEnd(from start: Int, limit: Int? = nil) -> (end: Int, hasUnit: Bool)? {
        let limit = limit ?? scalars.count
        var (index, hasUnit) = (start, false)
        while index < limit, Self.comparators.contains(scalars[index]) { index += 1 }
        repeat {
            guard let digits = digitsEnd(from: index, limit: limit) else { return nil }
            index = digits
            let unit = unitEnd(from: index, limit: limit)
            if unit > index, scalars[index] != "%" { hasUnit = true }
            index = unit
            guard index < limit, ["×", "*", "-", "x"].contains(scalars[index]) else { break }
            index += 1
        } while true
        return index == limit ? (index, hasUnit) : nil
    }

    private func digitsEnd(from start: Int, limit: Int) -> Int? {
        var index = start
        if index < limit, scalars[index] == "-" { index += 1 }
        let first = index
        while index < limit, Self.isDigit(scalars[index]) || (index > first && [".", ","].contains(scalars[index])) {
            index += 1
        }
        // 1.利润收入 is numbered, no quantity of 利润收入.
        if index > first, scalars[index - 1] == "." { return nil }
        return index > first ? index : nil
    }

    /// A unit of up to seven letters and ideographs (%, 万千瓦, 亿立方米/年), then 以上 and the like.
    private func unitEnd(from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit, index - start < 7, isUnitCharacter(scalars[index]) { index += 1 }
        while index < limit, Self.suffixes.contains(scalars[index]) { index += 1 }
        return index
    }

    private func isUnitCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x4E00 && scalar.value < 0xA000 || scalar.properties.isAlphabetic && scalar != "x"
            || ["%", "‰", "/", "²", "³", "㎡"].contains(scalar)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
}
