import PipelineDefinition
import Reading
import SourceText

/// Makes the text of a file clean before anything scans it: one pass over its bytes, each edit with its place.
///
/// Traditional characters become simplified ones where the text is evidently in traditional script, radicals the
/// ideographs they print, years of the Republic those of our calendar; invisible characters, glosses
/// (`漢(hàn)`), blanks inside numbers (`1 0 0 . 9`), stray tags and quotation signs go; entities become what they
/// stand for. A line end is never touched, so lines are counted as before.
struct TextRepair {
    private let bytes: [UInt8]
    private let lexicon: RepairLexicon
    private let survey: TextSurvey
    private var text: [UInt8] = []
    private var edits: [TextRepairs.Edit] = []
    /// Up to where the bytes stand in ``text``.
    private var copied = 0
    private var isTraditional: Bool
    /// What was found ahead of the pass, in order: years and blanks inside numbers.
    private var planned: [Planned]
    private var nextPlanned = 0
    /// Up to where no end of an element such as `<script>` was found: nobody looks twice.
    private var unclosed: [String: Int] = [:]

    struct Planned {
        var range: Range<Int>
        var replacement: [UInt8]
        var quotation: TextRepairs.Quotation
    }

    /// The repaired text of `bytes`; `nil` for the many files that need none.
    static func repaired(_ bytes: [UInt8], lexicon: RepairLexicon) -> (text: [UInt8], repairs: TextRepairs)? {
        let survey = TextSurvey(bytes, lexicon: lexicon)
        guard survey.needsRepair else { return nil }
        var repair = TextRepair(bytes, survey, lexicon)
        repair.run()
        guard !repair.edits.isEmpty else { return nil }
        return (repair.text, TextRepairs(printed: bytes, edits: repair.edits))
    }

    private init(_ bytes: [UInt8], _ survey: TextSurvey, _ lexicon: RepairLexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        self.survey = survey
        isTraditional = survey.script == .traditional
        planned = survey.hasSpacedDigits ? SpacedDigits.blanks(in: bytes) : []
        if survey.namesEra || survey.script == .traditional {
            planned += RepublicYears.found(in: bytes, survey, lexicon)
            planned.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
    }

    private mutating func run() {
        text.reserveCapacity(bytes.count)
        var index = 0
        var startsLine = true
        while index < bytes.count {
            if startsLine { index = beginLine(index) }
            guard index < bytes.count else { break }
            let byte = bytes[index]
            startsLine = byte == 0x0A || byte == 0x0D
            if nextPlanned < planned.count, planned[nextPlanned].range.lowerBound <= index {
                index = takePlanned(at: index)
            } else {
                index = byte < 0x80 ? ascii(byte, at: index) : character(at: index)
            }
        }
        text += bytes[copied...]
    }

    // MARK: edits

    private mutating func replace(_ range: Range<Int>, with replacement: [UInt8], _ quotation: TextRepairs.Quotation) {
        text += bytes[copied..<range.lowerBound]
        let start = text.count
        text += replacement
        edits.append(TextRepairs.Edit(text: start..<text.count, printed: range, quotation: quotation))
        copied = range.upperBound
    }

    private mutating func takePlanned(at index: Int) -> Int {
        let next = planned[nextPlanned]
        nextPlanned += 1
        guard next.range.lowerBound == index else { return index }
        replace(next.range, with: next.replacement, next.quotation)
        return next.range.upperBound
    }

    // MARK: lines

    /// At a line's head: the script of a text that mixes both, and `> ` of a quoted message.
    private mutating func beginLine(_ start: Int) -> Int {
        if survey.script == .mixed { judgeScript(of: start) }
        var index = start
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        var end = index
        while end < bytes.count, bytes[end] == UInt8(ascii: ">") || end > index && bytes[end] == 0x20 { end += 1 }
        // > 95% is a comparator; a sign that nothing follows stays.
        guard end > index, end < bytes.count, bytes[end] > 0x20, !bytes[end].isDigit, bytes[end] != UInt8(ascii: "=")
        else {
            return start
        }
        replace(index..<end, with: [], .repaired)
        return end
    }

    /// A line with enough characters of one script speaks for itself, others go with the one above.
    private mutating func judgeScript(of start: Int) {
        let counts = TextSurvey.scripts(in: bytes, from: start, lexicon: lexicon)
        guard counts.traditional + counts.simplified >= TextSurvey.tellingCharacters else { return }
        isTraditional = counts.traditional >= TextSurvey.evidentRatio * counts.simplified
    }

    // MARK: characters

    private mutating func character(at index: Int) -> Int {
        let (scalar, length) = UTF8Scanning.scalar(in: bytes, at: index)
        let end = index + length
        if survey.hasTones, scalar == 0xFF08, let gloss = glossEnd(at: index, after: length) {
            replace(index..<gloss, with: [], .printed)
            return gloss
        }
        let signs = lexicon.signs(of: scalar)
        if signs.isDisjoint(with: [.script, .radical, .drop, .space]) { return end }
        if signs.contains(.drop) {
            replace(index..<end, with: [], .repaired)
        } else if signs.contains(.space) {
            replace(index..<end, with: [0x20], .repaired)
        } else if signs.contains(.radical) || isTraditional, let target = clean(scalar) {
            replace(index..<end, with: target, signs.contains(.radical) ? .repaired : .printed)
        }
        return end
    }

    /// What stands for `scalar`; a radical may print a traditional ideograph.
    private func clean(_ scalar: UInt32) -> [UInt8]? {
        guard let target = lexicon.target(of: scalar) else { return nil }
        guard isTraditional, lexicon.signs(of: scalar).contains(.radical) else { return target }
        return lexicon.target(of: UTF8Scanning.scalar(in: target, at: 0).value) ?? target
    }

    /// The end of `(hàn)` whose bracket stands at `start`, behind an ideograph; `nil` for other brackets.
    private func glossEnd(at start: Int, after bracket: Int) -> Int? {
        guard start >= 3, (0xE3...0xE9).contains(bytes[start - 3]) else { return nil }
        let limit = min(bytes.count, start + 48)
        var index = start + bracket
        var hasTone = false
        while index < limit {
            let (scalar, length) = UTF8Scanning.scalar(in: bytes, at: index)
            index += length
            if lexicon.signs(of: scalar).contains(.tone) {
                hasTone = true
            } else if scalar == 0x29 || scalar == 0xFF09 {
                return hasTone ? index : nil
            } else if !Self.isPinyin(scalar) {
                return nil
            }
        }
        return nil
    }

    /// Letters without a tone, ü, ɡ, and what stands between syllables.
    private static func isPinyin(_ scalar: UInt32) -> Bool {
        let isLetter = (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A && scalar < 0x80
        return isLetter || [0x20, 0x27, 0x2019, 0xFC, 0x261].contains(scalar)
    }

    // MARK: markup

    private mutating func ascii(_ byte: UInt8, at index: Int) -> Int {
        switch byte {
        case UInt8(ascii: "("):
            guard survey.hasTones, let gloss = glossEnd(at: index, after: 1) else { return index + 1 }
            replace(index..<gloss, with: [], .printed)
            return gloss
        case UInt8(ascii: "&"): return entity(at: index)
        case UInt8(ascii: "<"): return tag(at: index)
        default: return index + 1
        }
    }

    /// `&nbsp;`, `&#160;`, `&#x4e00;`, and `&amp;nbsp;` of text that was escaped twice.
    private mutating func entity(at start: Int) -> Int {
        var index = start + 1
        while UTF8Scanning.has("amp;", in: bytes, at: index),
            UTF8Scanning.has("#", in: bytes, at: index + 4)
                || lexicon.entities.longestMatch(in: bytes, at: index + 4) != nil
        {
            index += 4
        }
        var scalar: UInt32
        if let match = lexicon.entities.longestMatch(in: bytes, at: index) {
            (scalar, index) = (match.value, index + match.length)
            // Many pages leave the semicolon out of &nbsp alone.
            guard UTF8Scanning.has(";", in: bytes, at: index) || scalar == 0x20 else { return start + 1 }
            if UTF8Scanning.has(";", in: bytes, at: index) { index += 1 }
        } else if let number = bytes.characterReference(at: index) {
            (scalar, index) = (number.scalar, number.end)
        } else {
            return start + 1
        }
        if scalar == 0xA0 { scalar = 0x20 }
        // A control character or a cell's border would change the lines or the columns.
        guard scalar >= 0x20, scalar != 0x7C, let value = Unicode.Scalar(scalar) else { return start + 1 }
        let signs = lexicon.signs(of: scalar)
        let target = signs.contains(.drop) ? [] : signs.contains(.space) ? [0x20] : Array(String(value).utf8)
        replace(start..<index, with: target, .repaired)
        return index
    }

    /// Behind the closing tag of the element `name`, or `start` where its line has none.
    private mutating func contentEnd(_ name: String, from start: Int) -> Int {
        guard start >= unclosed[name] ?? 0 else { return start }
        let (end, isFound) = MarkupTag.end(ofContent: name, in: bytes, from: start)
        if !isFound { unclosed[name] = end }
        return isFound ? end : start
    }

    /// A tag of text-repairs.csv, a comment or a declaration; table markup stays for Layout.
    private mutating func tag(at start: Int) -> Int {
        guard let tag = MarkupTag(bytes, at: start) else { return start + 1 }
        let range = start..<tag.end
        guard let name = tag.name else {
            replace(range, with: [], .repaired)
            return tag.end
        }
        switch lexicon.tags[name] {
        case .inline: replace(range, with: [], .repaired)
        case .content:
            let end = tag.isClosing ? tag.end : contentEnd(name, from: tag.end)
            replace(start..<end, with: [], .repaired)
            return end
        case .block(let element):
            let plain = Array("<\(tag.isClosing ? "/" : "")\(element)>".utf8)
            if !bytes[range].elementsEqual(plain) { replace(range, with: plain, .repaired) }
        case nil:
            if tag.isEscaped { replace(start + 1..<start + 2, with: [], .repaired) }
        }
        return tag.end
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension [UInt8] {
    /// `#160;` or `#x4e00;` at `index`.
    fileprivate func characterReference(at index: Int) -> (scalar: UInt32, end: Int)? {
        guard UTF8Scanning.has("#", in: self, at: index) else { return nil }
        let isHex = UTF8Scanning.has("x", in: self, at: index + 1) || UTF8Scanning.has("X", in: self, at: index + 1)
        let start = index + (isHex ? 2 : 1)
        var (end, value): (Int, UInt32) = (start, 0)
        while end < count, end - start < 7, let digit = hexDigit(at: end), isHex || digit < 10 {
            value = value * (isHex ? 16 : 10) + digit
            end += 1
        }
        return end > start && UTF8Scanning.has(";", in: self, at: end) ? (value, end + 1) : nil
    }

    private func hexDigit(at index: Int) -> UInt32? {
        let byte = self[index]
        if byte.isDigit { return UInt32(byte - 0x30) }
        return byte.isLetter && byte | 0x20 <= UInt8(ascii: "f") ? UInt32(byte | 0x20) - 0x57 : nil
    }
}
