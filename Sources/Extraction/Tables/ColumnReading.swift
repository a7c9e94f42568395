import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What the head of a column says: its part in the table, year, kind, unit, and the words left over.
///
/// `建设规模（万千瓦）` has the unit 万千瓦; `2025年` over `产量` has the year 2025 and the words 产量.
struct ColumnReading {
    typealias Role = HeaderLexicon.HeaderRole

    /// All roles that words of the head name, in order.
    var roles: [Role] = []
    var year: Year?
    var period: YearSpan?
    /// 2020 in 比2020年增长.
    var baseYear: Year?
    var unit: String?
    /// The head without years, role words and unit: 产量.
    var words = ""

    init(_ column: RecoveredTable.Column, library: PipelineLibrary) {
        for level in column.levels { read(Array(level.utf8), library: library) }
    }

    init(title: String, library: PipelineLibrary) {
        read(Array(title.utf8), library: library)
    }

    func has(_ role: Role) -> Bool { roles.contains(role) }

    /// The kind that the head itself states.
    var kind: StatementKind? {
        if has(.reference) { return .reference }
        if has(.forecast) { return .forecast }
        if has(.actual) { return .actual }
        return has(.target) ? .target : nil
    }

    /// True where the head names a part that holds no figures of indicators.
    var isDescriptive: Bool {
        let descriptive: Set<Role> = [
            .rowNumber, .name, .category, .project, .unit, .attribute, .responsible, .lead, .cooperating, .area, .note,
            .deadline, .task,
        ]
        return roles.contains(where: descriptive.contains)
    }

    /// True where the head states a year, a target, a baseline or a reference, and nothing that forbids figures.
    var canHoldValues: Bool { !isDescriptive && (year != nil || kind != nil || has(.change) || has(.level)) }

    // MARK: reading

    private mutating func read(_ bytes: [UInt8], library: PipelineLibrary) {
        var offset = 0
        var rest: [UInt8] = []
        // A word of one sign (值, 到, 注) counts only beside a year or a role: 产值 is no 值 of 产.
        var isInsideWord = false
        while offset < bytes.count {
            let before = rest.count
            defer { isInsideWord = rest.count > before }
            if let end = readYears(bytes, at: offset, rest: &rest) {
                offset = end
            } else if let bracket = CellText.bracket(in: bytes, at: offset) {
                read(bracket: Array(bytes[bracket.content]), library: library)
                offset = bracket.whole.upperBound
            } else if let match = library.headers.headers.longestMatch(in: bytes, at: offset),
                !isInsideWord || match.length > 3 && match.value != .level
            {
                if match.value != .filler { roles.append(match.value) }
                offset += match.length
            } else {
                let width = CellText.width(bytes[offset])
                // 增减% and 增速±% name their unit outside of brackets.
                if let sign = ["%", "％", "±"].first(where: { bytes[offset...].starts(with: $0.utf8) }) {
                    if unit == nil, sign != "±" { unit = "%" }
                    offset += width
                    continue
                }
                if !Self.isQuote(bytes, at: offset), CellText.separator(in: bytes, at: offset) == 0 {
                    rest += bytes[offset..<min(offset + width, bytes.count)]
                }
                offset += width
            }
        }
        words += String(decoding: rest, as: UTF8.self)
    }

    private mutating func read(bracket content: [UInt8], library: PipelineLibrary) {
        let text = String(decoding: content, as: UTF8.self)
        if library.units.resolve(text) != nil {
            unit = text
            return
        }
        // 指标（单位）, 2025年（预期）: read for roles and years, its other words are a remark.
        let kept = words
        read(content, library: library)
        words = kept
    }

    /// Reads a year, a span or a five-year plan at `offset`; the end of what was read.
    private mutating func readYears(_ bytes: [UInt8], at offset: Int, rest: inout [UInt8]) -> Int? {
        if let plan = DateReader.plan(in: bytes, at: offset) {
            take(plan.span.last, period: plan.span)
            return offset + plan.length
        }
        guard let years = DateReader.years(in: bytes, at: offset) else { return nil }
        if let last = years.last {
            take(Year(last), period: YearSpan(Year(years.first), Year(last)))
        } else if Self.takesBase(&rest) {
            baseYear = Year(years.first)
        } else {
            take(Year(years.first), period: nil)
        }
        return years.end
    }

    private mutating func take(_ year: Year, period: YearSpan?) {
        if self.year == nil { self.year = year }
        if self.period == nil { self.period = period }
    }

    /// Removes 比 or 较 from the end of what was read, which makes the year after it a base.
    private static func takesBase(_ rest: inout [UInt8]) -> Bool {
        for word in ["比", "较"] where rest.count >= 3 && rest.suffix(3).elementsEqual(word.utf8) {
            rest.removeLast(3)
            return true
        }
        return false
    }

    private static func isQuote(_ bytes: [UInt8], at offset: Int) -> Bool {
        ["“", "”", "\"", "「", "」"].contains { bytes[offset...].starts(with: $0.utf8) }
    }
}
