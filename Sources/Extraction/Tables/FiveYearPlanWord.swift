import StatisticalModel

/// 十四五 and its like: the name of a five-year plan.
enum FiveYearPlanWord {
    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"].map { Array($0.utf8) }

    static func match(in bytes: [UInt8], at offset: Int) -> (length: Int, span: YearSpan)? {
        guard offset + 9 <= bytes.count, bytes[offset...].starts(with: "十".utf8),
            bytes[(offset + 6)...].starts(with: "五".utf8),
            let unit = numerals.firstIndex(where: { bytes[(offset + 3)...].starts(with: $0) })
        else { return nil }
        return (9, YearSpan(fiveYearPlan: 11 + unit))
    }
}
