import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Who does a measure and by when, as the bracket or the lines at its end say.
struct Responsibility: Sendable {
    var leadUnit = ""
    var responsible = ""
    var cooperating = ""
    var deadlineText = ""
    var deadline: CalendarDate?
    /// The bytes of the block that say it; what lies before is the measure itself.
    var range: Range<Int>?

    var isEmpty: Bool {
        leadUnit.isEmpty && responsible.isEmpty && cooperating.isEmpty && deadlineText.isEmpty
    }
    /// Lead and responsible units as one list.
    var units: String { [leadUnit, responsible].filter { !$0.isEmpty }.joined(separator: "、") }

    mutating func merge(_ other: Responsibility) {
        if leadUnit.isEmpty { leadUnit = other.leadUnit }
        if responsible.isEmpty { responsible = other.responsible }
        if cooperating.isEmpty { cooperating = other.cooperating }
        if deadlineText.isEmpty {
            deadlineText = other.deadlineText
            deadline = other.deadline
        }
    }
}

/// Reads `（牵头单位：…；责任单位：…；完成时限：2023年6月30日前）`, the same as lines of their own, and a closing
/// bracket that holds nothing but units of government.
struct ResponsibilityReader: Sendable {
    private let words: WordTrie<Lexeme>
    private let scanner: ProseScanner
    private static let labels: LexemeRoles = [.leadUnit, .responsible, .cooperating, .deadline]
    private let unitEndings: [[UInt8]]
    /// First characters of the labels.
    private let initials: ScalarSet

    init(library: PipelineLibrary, scanner: ProseScanner) {
        words = library.prose.words
        unitEndings = library.prose.unitEndings.map { Array($0.utf8) }
        var initials = ScalarSet()
        for entry in library.prose.examples {
            guard let lexeme = library.prose.words.value(of: entry.word.utf8),
                !lexeme.roles.isDisjoint(with: Self.labels), let first = entry.word.unicodeScalars.first
            else { continue }
            initials.insert(first.value)
        }
        self.initials = initials
        self.scanner = scanner
    }

    func read(_ bytes: [UInt8]) -> Responsibility {
        var result = Responsibility()
        var index = 0
        while index < bytes.count {
            if bytes[index] >= 0xE0, let label = label(in: bytes, at: index) {
                let end = valueEnd(bytes, label.valueStart)
                take(label.roles, String(decoding: bytes[label.valueStart..<end], as: UTF8.self), &result)
                let start = opening(bytes, before: index)
                result.range = (result.range?.lowerBound ?? start)..<end
                index = end
            } else {
                index += bytes[index] < 0x80 ? 1 : UTF8Scanning.scalar(in: bytes, at: index).length
            }
        }
        if result.isEmpty { closingBracket(bytes, &result) }
        return result
    }

    private func label(in bytes: [UInt8], at offset: Int) -> (roles: LexemeRoles, valueStart: Int)? {
        guard
            bytes[offset] >= 0xE0, initials.contains(UTF8Scanning.scalar(in: bytes, at: offset).value),
            let match = words.longestMatch(in: bytes, at: offset), !match.value.roles.isDisjoint(with: Self.labels)
        else { return nil }
        let end = offset + match.length
        if UTF8Scanning.has("：", in: bytes, at: end) { return (match.value.roles, end + 3) }
        return end < bytes.count && bytes[end] == 0x3A ? (match.value.roles, end + 1) : nil
    }

    private func opening(_ bytes: [UInt8], before offset: Int) -> Int {
        UTF8Scanning.hasBefore("（", in: bytes, at: offset) ? offset - 3 : offset
    }

    /// A value ends at a semicolon, a stop, the bracket that closes it, or the next label.
    private func valueEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            if UTF8Scanning.has("（", in: bytes, at: index) { depth += 1 }
            if UTF8Scanning.has("）", in: bytes, at: index) {
                if depth == 0 { break }
                depth -= 1
            }
            if UTF8Scanning.has("；", in: bytes, at: index) || UTF8Scanning.has("。", in: bytes, at: index) { break }
            if index > start, label(in: bytes, at: index) != nil { break }
            index += 1
        }
        return index
    }

    private func take(_ roles: LexemeRoles, _ value: String, _ result: inout Responsibility) {
        let text = String(value.drop { $0 == " " })
        if roles.contains(.deadline) {
            guard result.deadlineText.isEmpty else { return }
            result.deadlineText = text
            result.deadline = date(in: Array(text.utf8))
        } else if roles.contains(.leadUnit) {
            if result.leadUnit.isEmpty { result.leadUnit = text }
        } else if roles.contains(.responsible) {
            if result.responsible.isEmpty { result.responsible = text }
        } else if result.cooperating.isEmpty {
            result.cooperating = text
        }
    }

    private func date(in bytes: [UInt8]) -> CalendarDate? {
        scanner.scan(bytes, 0..<bytes.count).dates.last { $0.year != nil }.flatMap { date in
            date.year.map { CalendarDate(year: $0, month: date.month, day: date.day) }
        }
    }

    /// （市民政局、市财政局） as the last words of a measure.
    private func closingBracket(_ bytes: [UInt8], _ result: inout Responsibility) {
        var end = bytes.count
        while end >= 3, UTF8Scanning.has("。", in: bytes, at: end - 3) || bytes[end - 1] == 0x20 {
            end -= bytes[end - 1] == 0x20 ? 1 : 3
        }
        guard end >= 6, UTF8Scanning.has("）", in: bytes, at: end - 3) else { return }
        var open = end - 3
        let limit = max(0, end - 1200)
        var depth = 1
        while open > limit {
            open -= 1
            if UTF8Scanning.has("）", in: bytes, at: open) { depth += 1 }
            if UTF8Scanning.has("（", in: bytes, at: open) { depth -= 1 }
            if depth == 0 { break }
        }
        guard depth == 0 else { return }
        guard unitEndings.contains(where: { bytes[open..<end - 3].reversed().starts(with: $0.reversed()) }) else {
            return
        }
        result.responsible = String(decoding: bytes[open + 3..<end - 3], as: UTF8.self)
        result.range = open..<end
    }
}
