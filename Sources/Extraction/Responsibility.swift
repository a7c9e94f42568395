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

    /// The units without the deadline, which is that of the last paragraph.
    mutating func takeUnits(of other: Responsibility) {
        (leadUnit, responsible, cooperating) = (other.leadUnit, other.responsible, other.cooperating)
    }

    mutating func add(_ units: String, as duty: ProseLexicon.Duty) {
        func joined(_ before: String) -> String { before.isEmpty ? units : before + "、" + units }
        switch duty {
        case .lead: leadUnit = joined(leadUnit)
        case .responsible: responsible = joined(responsible)
        case .cooperating: cooperating = joined(cooperating)
        }
    }

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

/// Reads `（牵头单位：…；配合单位：…；完成时限：2023年6月30日前）`, the same as lines of their own, and a closing
/// bracket that holds nothing but units of government: `（市民政局牵头，市财政局配合）`.
struct ResponsibilityReader: Sendable {
    private let words: WordTrie<Lexeme>
    private let scanner: ProseScanner
    private static let labels: LexemeRoles = [.leadUnit, .responsible, .cooperating, .deadline]
    private let unitEndings: [[UInt8]]
    /// What a unit does, behind its name: 牵头, 配合, 按职责分工负责; the longest first.
    private let duties: [(word: [UInt8], duty: ProseLexicon.Duty)]
    /// First characters of the labels.
    private let initials: ScalarSet

    init(library: PipelineLibrary, scanner: ProseScanner) {
        words = library.prose.words
        unitEndings = library.prose.unitEndings.map { Array($0.utf8) }
        duties = library.prose.duties.map { (Array($0.word.utf8), $0.duty) }
            .sorted { $0.word.count > $1.word.count }
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

    /// What each block says itself or in the lines under it, and what the bracket that closes its section says of it.
    ///
    /// `（一）扩大供给。…` / `鼓励社会力量…` / `加强培训…（市民政局负责）`: the bracket stands behind the last paragraph and
    /// names the units of all that follow the clause's number or the heading, as far as they name none themselves.
    func read(_ blocks: [TextBlock]) -> (own: [Responsibility], reaching: [Responsibility]) {
        var own: [Responsibility] = []
        own.reserveCapacity(blocks.count)
        var owner: Int?
        for (index, block) in blocks.enumerated() {
            guard block.role != .documentHead else {
                own.append(Responsibility())
                owner = nil
                continue
            }
            let duty = read(block.text.bytes)
            own.append(duty)
            if let range = duty.range, range.lowerBound <= block.markerLength + 3, let owner {
                own[owner].merge(duty)
            } else {
                owner = index
            }
        }
        return (own, reaching(own, blocks))
    }

    private func reaching(_ own: [Responsibility], _ blocks: [TextBlock]) -> [Responsibility] {
        var result = own
        var closing: Int?
        for (index, block) in blocks.enumerated().reversed() {
            if !own[index].isEmpty {
                closing = block.markerLength == 0 ? index : nil
            } else if block.role == .paragraph, let last = closing, block.document == blocks[last].document {
                result[index].takeUnits(of: own[last])
            } else {
                closing = nil
            }
            // Nothing reaches over the number that begins the clause.
            if block.markerLength > 0 || block.role != .paragraph { closing = nil }
        }
        return result
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
        if UTF8Scanning.hasBefore("（", in: bytes, at: offset) { return offset - 3 }
        return UTF8Scanning.hasBefore("(", in: bytes, at: offset) ? offset - 1 : offset
    }

    /// A value ends at a semicolon, a stop, the bracket that closes it, or the next label.
    private func valueEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            if Self.opens(bytes, index) { depth += 1 }
            if Self.closes(bytes, index) {
                if depth == 0 { break }
                depth -= 1
            }
            if bytes[index] == UInt8(ascii: ";") || UTF8Scanning.has("；", in: bytes, at: index)
                || UTF8Scanning.has("。", in: bytes, at: index)
            {
                break
            }
            if index > start, label(in: bytes, at: index) != nil { break }
            index += 1
        }
        return index
    }

    private static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "(") || UTF8Scanning.has("（", in: bytes, at: index)
    }

    private static func closes(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ")") || UTF8Scanning.has("）", in: bytes, at: index)
    }

    private func take(_ roles: LexemeRoles, _ value: String, _ result: inout Responsibility) {
        let isDate = roles.contains(.deadline)
        let text = isDate ? String(value.drop { $0 == " " }) : units(Array(value.utf8)[...])
        if isDate {
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

    /// （市民政局、市财政局） or （市民政局牵头，市财政局配合） as the last words of a measure.
    private func closingBracket(_ bytes: [UInt8], _ result: inout Responsibility) {
        var end = bytes.count
        while end >= 3, UTF8Scanning.has("。", in: bytes, at: end - 3) || bytes[end - 1] == 0x20 {
            end -= bytes[end - 1] == 0x20 ? 1 : 3
        }
        guard end >= 6 else { return }
        let width = UTF8Scanning.has("）", in: bytes, at: end - 3) ? 3 : 1
        guard Self.closes(bytes, end - width) else { return }
        var open = end - width
        let limit = max(0, end - 1200)
        var depth = 1
        while open > limit {
            open -= 1
            if Self.closes(bytes, open) { depth += 1 }
            if Self.opens(bytes, open) { depth -= 1 }
            if depth == 0 { break }
        }
        guard depth == 0 else { return }
        let inner = bytes[(open + (bytes[open] == UInt8(ascii: "(") ? 1 : 3))..<(end - width)]
        guard duty(of: inner) != nil || namesUnit(inner), let parts = divided(inner) else { return }
        result.merge(parts)
        result.range = open..<end
    }

    private func namesUnit(_ bytes: ArraySlice<UInt8>) -> Bool {
        let name = bytes.dropLast(duty(of: bytes)?.word.count ?? 0)
        return unitEndings.contains { Self.ends(name, with: $0) }
    }

    /// The units before each duty; those without one are responsible. `nil` where no unit leads or helps.
    private func divided(_ inner: ArraySlice<UInt8>) -> Responsibility? {
        var result = Responsibility()
        var (start, index) = (inner.startIndex, inner.startIndex)
        var isCertain = false
        while index <= inner.endIndex {
            let length = index < inner.endIndex ? separator(inner, at: index) : 1
            let part = inner[start..<index]
            let duty = duty(of: part)
            if length > 0, duty != nil || index == inner.endIndex, !part.isEmpty {
                isCertain = isCertain || duty?.duty == .responsible || namesUnit(part)
                result.add(units(part), as: duty?.duty ?? .responsible)
                start = min(inner.endIndex, index + length)
            }
            index += max(1, length)
        }
        return isCertain ? result : nil
    }

    /// The bytes of a comma or semicolon.
    private func separator(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";") { return 1 }
        let next = bytes[index...].prefix(3)
        return next.elementsEqual("，".utf8) || next.elementsEqual("；".utf8) ? 3 : 0
    }

    private func duty(of bytes: ArraySlice<UInt8>) -> (word: [UInt8], duty: ProseLexicon.Duty)? {
        duties.first { bytes.count > $0.word.count && Self.ends(bytes, with: $0.word) }
    }

    private static func ends(_ bytes: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
        bytes.suffix(word.count).elementsEqual(word)
    }

    /// The units without blanks around them and without what they do: 市民政局 of 市民政局按职责分工负责.
    private func units(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop { $0 == 0x20 }
        while bytes.last == 0x20 { bytes.removeLast() }
        if let duty = duty(of: bytes) { bytes.removeLast(duty.word.count) }
        // 牵头单位：市农牧局，责任单位：…: the comma parts the labels.
        while Self.ends(bytes, with: Array("，".utf8)) || Self.ends(bytes, with: Array("、".utf8)) { bytes.removeLast(3) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
