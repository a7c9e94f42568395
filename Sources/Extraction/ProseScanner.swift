import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Cuts a sentence into quantities, dates, known words and marks, in one pass over its bytes.
///
/// `到2025年，产能达到12亿吨/年` becomes date, comma, word 达到, quantity; 产能 stays plain text between two tokens.
/// Names that hold numerals (5G, N-1, 12345热线, “五个一”) are passed over, their numerals noted.
struct ProseScanner: Sendable {
    private let words: WordTrie<Lexeme>
    private let quantityReader: QuantityReader
    private var wordStarts = ScalarSet()
    private var numeralStarts = ScalarSet()
    /// Digits and powers: a sentence without one of them or an ASCII digit states no figure.
    private(set) var numerals = ScalarSet()
    private var specials = ScalarSet()
    private var dayStarts = ScalarSet()
    private let lexicon: NumeralLexicon
    private let names: NameLexicon
    private let roles: RoleLexicon

    init(library: PipelineLibrary) {
        words = library.prose.words
        lexicon = library.prose.numerals
        names = library.names
        roles = library.roles
        quantityReader = QuantityReader(library: library)
        for example in library.prose.examples {
            if let scalar = example.word.unicodeScalars.first { wordStarts.insert(scalar.value) }
        }
        for scalar in lexicon.scalars {
            numeralStarts.insert(scalar)
            switch lexicon[scalar] {
            case .digit?, .power?, .two?, .half?: numerals.insert(scalar)
            default: break
            }
        }
        if !names.dayStartEnding.isEmpty { for scalar in names.dayStarts { dayStarts.insert(scalar.value) } }
        for scalar in "０１２３４５６７８９".unicodeScalars { numerals.insert(scalar.value) }
        for scalar in "，；：。！？、（）“‘《第和与及或每〔[［０１２３４５６７８９".unicodeScalars { specials.insert(scalar.value) }
    }

    /// A year that is printed with 年 at `offset`.
    func year(in bytes: [UInt8], at offset: Int) -> (year: Int, end: Int)? {
        guard let (date, end) = DateReader.read(in: bytes, at: offset), !date.isNumericDay else { return nil }
        return date.first.map { ($0, end) }
    }

    /// 比, 较, 与 or 同 stands directly before `offset`.
    func isBase(before offset: Int, in bytes: [UInt8]) -> Bool {
        if roles.joinsBase(before: offset, in: bytes) { return true }
        guard let match = words.longestMatch(in: bytes, at: max(0, offset - 3), limit: offset) else { return false }
        return match.value.roles.contains(.base)
    }

    func scan(_ bytes: [UInt8], _ range: Range<Int>) -> TokenList {
        var scan = ProseScan(bytes: bytes, index: range.lowerBound, end: range.upperBound)
        while scan.index < scan.end { step(&scan) }
        return TokenList(scan)
    }

    /// What the word that the first `limit` bytes begin with does; nothing where they begin with none.
    func openingRoles(of bytes: [UInt8], limit: Int) -> LexemeRoles {
        var scan = ProseScan(bytes: bytes, index: 0, end: limit)
        if limit > 0 { step(&scan) }
        guard let first = scan.tokens.first, first.range.lowerBound == 0, case .word(let word) = first.kind else {
            return []
        }
        return scan.words[word].roles
    }

    @inline(__always)
    private func step(_ scan: inout ProseScan) {
        let byte = scan.bytes[scan.index]
        if byte < 0x80 { return ascii(byte, &scan) }
        let scalar = UTF8Scanning.scalar(in: scan.bytes, at: scan.index)
        if specials.contains(scalar.value), special(scalar.value, scalar.length, &scan) { return }
        if dayStarts.contains(scalar.value), dayOfStart(&scan) { return }
        if wordStarts.contains(scalar.value), word(&scan) { return }
        if numeralStarts.contains(scalar.value), chinese(&scan) { return }
        scan.index += scalar.length
    }

    /// 自事故发生之日起, 在收到报告之日起: from when days are counted, no part of a name.
    private func dayOfStart(_ scan: inout ProseScan) -> Bool {
        let limit = min(scan.end, scan.index + Self.startReach)
        var index = scan.index + 3
        while index < limit {
            if scan.bytes[index...].starts(with: names.dayStartEnding) {
                let range = scan.index..<index + names.dayStartEnding.count
                var lexeme = Lexeme()
                lexeme.roles = .aside
                scan.add(lexeme, range)
                return true
            }
            let scalar = UTF8Scanning.scalar(in: scan.bytes, at: index)
            if scalar.value < 0x80 || specials.contains(scalar.value) && scalar.value != 0x6216 { return false }
            index += scalar.length
        }
        return false
    }
    /// Bytes (twenty characters) within which 之日起 ends what 自 begins.
    private static let startReach = 60

    // MARK: ASCII

    private func ascii(_ byte: UInt8, _ scan: inout ProseScan) {
        if UTF8Scanning.isDigit(byte) { return digits(&scan) }
        if UTF8Scanning.isLetter(byte) { return letters(&scan) }
        switch byte {
        case 0x2C: scan.add(.mark(.comma), 1)
        case 0x3B: scan.add(.mark(.semicolon), 1)
        case 0x3A: scan.add(.mark(.colon), 1)
        case 0x28: if !word(&scan) { scan.open(1) }
        case 0x29: scan.close(1)
        case 0x3C, 0x3E: if !word(&scan) { scan.index += 1 }
        default: scan.index += 1
        }
    }

    /// A run of letters and digits is a name: PM2.5, N-1, BDO.
    private func letters(_ scan: inout ProseScan) {
        let start = scan.index
        var index = min(scan.end, UTF8Scanning.addressEnd(in: scan.bytes, at: start) ?? start)
        while index < scan.end {
            let byte = scan.bytes[index]
            let isPart = UTF8Scanning.isLetter(byte) || UTF8Scanning.isDigit(byte)
            let joins = byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x2B
            guard
                isPart
                    || joins && index + 1 < scan.end
                        && (UTF8Scanning.isDigit(scan.bytes[index + 1]) || UTF8Scanning.isLetter(scan.bytes[index + 1]))
            else { break }
            index += 1
        }
        scan.noteDigits(start..<index, .name, .nameWithLetters)
        scan.index = index
    }

    private func digits(_ scan: inout ProseScan) {
        let offset = scan.index
        if let match = words.longestMatch(in: scan.bytes, at: offset, limit: scan.end),
            match.value.roles.contains(.name), isWholeName(offset..<offset + match.length, scan)
        {
            scan.noteDigits(offset..<offset + match.length, .name, .listedName)
            scan.index += match.length
            return
        }
        if let date = DateReader.read(in: scan.bytes, at: offset) ?? DateReader.listedYear(in: scan.bytes, at: offset),
            date.end <= scan.end
        {
            scan.add(date.date, offset..<date.end)
            return
        }
        guard let (quantity, end) = quantityReader.read(in: scan.bytes, at: offset) else {
            scan.index += 1
            return
        }
        take(quantity, offset..<min(end, scan.end), &scan)
    }

    private func take(_ quantity: ScannedQuantity, _ range: Range<Int>, _ scan: inout ProseScan) {
        let next = range.upperBound
        if quantity.form == .tooLong {
            scan.note(quantity, .unexplained, .inexact)
            scan.index = next
            return
        }
        let follows = next < scan.end ? scan.bytes[next] : 0
        let endsInLetter = range.upperBound > 0 && scan.bytes[range.upperBound - 1] < 0x80
        if !quantity.hasUnit || endsInLetter && UTF8Scanning.isLetter(follows) {
            if UTF8Scanning.isLetter(follows) {
                scan.noteDigits(range, .name, .nameWithLetters)
                scan.index = range.upperBound
                return letters(&scan)
            }
            if let reason = nameReason(range, scan) {
                scan.note(quantity, reason.0, reason.1)
                scan.index = range.upperBound
                return
            }
        }
        if quantity.hasUnit,
            UTF8Scanning.has("级", in: scan.bytes, at: next) && !quantity.isShare || isClass(quantity)
                || UTF8Scanning.has("号", in: scan.bytes, at: next)
        {
            scan.note(quantity, .name, .sizeGrade)
            scan.index = next
            return
        }
        if let reason = qualifierReason(quantity, range, scan) {
            scan.note(quantity, .context, reason)
            scan.index = next
            return
        }
        if let end = hours(behind: quantity, range.upperBound, scan) {
            // 20万千瓦/2小时储能电站: for how long the power lasts is part of what the station is.
            scan.noteDigits(next..<end, .context, .duration)
            return scan.add(quantity, range.lowerBound..<end)
        }
        scan.add(quantity, range)
    }

    /// Where /2小时 ends behind a power.
    private func hours(behind quantity: ScannedQuantity, _ next: Int, _ scan: ProseScan) -> Int? {
        guard quantity.measure?.dimension == "power", next + 1 < scan.end, scan.bytes[next] == 0x2F,
            let (time, end) = quantityReader.read(in: scan.bytes, at: next + 1), end <= scan.end,
            time.measure?.dimension == "time-hour"
        else { return nil }
        return end
    }

    /// 五百亿级, 50亿级: a class, no number of grades.
    private func isClass(_ quantity: ScannedQuantity) -> Bool {
        quantity.unit.ends(with: "级") && quantity.unit.utf8.count > 3
    }

    /// A name of digits alone (110, 12345) is no name inside a longer number or before a unit.
    private func isWholeName(_ range: Range<Int>, _ scan: ProseScan) -> Bool {
        guard range.allSatisfy({ UTF8Scanning.isDigit(scan.bytes[$0]) }) else { return true }
        let next = range.upperBound
        guard next < scan.end else { return true }
        if UTF8Scanning.digit(in: scan.bytes, at: next) != nil || scan.bytes[next] == 0x2E { return false }
        guard let read = quantityReader.read(in: scan.bytes, at: range.lowerBound), read.quantity.hasUnit else {
            return true
        }
        // 12345对成员单位, 110双向分流
        if names.relationUnits.contains(read.quantity.unit) { return true }
        // 12345与110对接, 110分流: 对 and 分 begin words and count nothing.
        return words.longestMatch(in: scan.bytes, at: next, limit: scan.end).map { next + $0.length > read.end }
            ?? false
    }

    /// An age or a voltage before a noun says of whom or of what, not how much.
    private func qualifierReason(_ quantity: ScannedQuantity, _ range: Range<Int>, _ scan: ProseScan) -> ClaimReason? {
        let reason: ClaimReason
        switch quantity.measure?.dimension {
        case "age": reason = .ageClass
        case "voltage", "apparent-power": reason = .voltage
        default: return nil
        }
        var next = range.upperBound
        while next < scan.end, let match = words.longestMatch(in: scan.bytes, at: next, limit: scan.end) {
            // 由73.5岁提高到75.7岁
            if match.value.roles.contains(.level), match.value.roles.isDisjoint(with: Self.comparators) { return nil }
            guard match.value.roles.contains(.comparatorAfter) else { break }
            next += match.length
        }
        guard next < scan.end else { return nil }
        let scalar = UTF8Scanning.scalar(in: scan.bytes, at: next).value
        return [0xFF0C, 0xFF1B, 0x3002, 0xFF09, 0x2C, 0x3B, 0x29].contains(scalar) ? nil : reason
    }

    /// Why a numeral without a unit is a name or a number of something.
    private func nameReason(_ range: Range<Int>, _ scan: ProseScan) -> (NumeralFate, ClaimReason)? {
        let bytes = scan.bytes
        let next = range.upperBound
        for word: StaticString in ["号", "〕", "]", "］"] where UTF8Scanning.has(word, in: bytes, at: next) {
            let isNumber =
                word.utf8CodeUnitCount == 1 || UTF8Scanning.hasBefore("〕", in: bytes, at: range.lowerBound)
                || UTF8Scanning.hasBefore("〔", in: bytes, at: range.lowerBound)
                || UTF8Scanning.hasBefore("］", in: bytes, at: range.lowerBound)
                || UTF8Scanning.hasBefore("]", in: bytes, at: range.lowerBound)
            return isNumber ? (.documentNumber, .documentNumber) : (.name, .numberInName)
        }
        if names.behindNumbers.longestMatch(in: bytes, at: next) != nil { return (.name, .numberInName) }
        let isOfTable = names.beforeNumbers.contains { word in
            range.lowerBound >= word.count
                && bytes[range.lowerBound - word.count..<range.lowerBound].elementsEqual(word)
        }
        if isOfTable { return (.structure, .annexNumber) }
        if next < scan.end, bytes[next] == 0x2E || UTF8Scanning.has("．", in: bytes, at: next) {
            return (.structure, .listNumber)
        }
        if next < scan.end, bytes[next] == 0x09 { return (.structure, .rowNumber) }
        if range.count >= 7, range.allSatisfy({ UTF8Scanning.isDigit(bytes[$0]) }) {
            return (.name, .telephoneNumber)
        }
        if range.lowerBound > 0 {
            let before = bytes[range.lowerBound - 1]
            let isListed = UTF8Scanning.hasBefore("、", in: bytes, at: range.lowerBound - 1)
            if before == 0x2D && !isListed || before == 0x2B { return (.name, .numberInName) }
        }
        if next < scan.end, bytes[next] == 0x2B || bytes[next] == 0x2D { return (.name, .numberInName) }
        return nil
    }

    // MARK: Chinese

    private func special(_ scalar: UInt32, _ length: Int, _ scan: inout ProseScan) -> Bool {
        switch scalar {
        case 0xFF0C: scan.add(.mark(.comma), length)
        case 0xFF1B: scan.add(.mark(.semicolon), length)
        case 0xFF1A: scan.add(.mark(.colon), length)
        case 0x3002, 0xFF01, 0xFF1F: scan.add(.mark(.stop), length)
        case 0x3001: scan.add(.mark(.list), length)
        case 0xFF08:
            if word(&scan) { return true }
            scan.open(length)
        case 0xFF09: scan.close(length)
        case 0x201C: return quoted("”", 120, &scan)
        case 0x2018: return quoted("’", 120, &scan)
        case 0x300A: return quoted("》", 400, &scan)
        case 0x3014, 0x5B, 0xFF3B: return documentNumber(&scan)
        case 0x7B2C: return ordinal(&scan)
        case 0xFF10...0xFF19: digits(&scan)
        case 0x6BCF:
            guard let (quantity, end) = quantityReader.perFigure(in: scan.bytes, at: scan.index), end <= scan.end else {
                return word(&scan)
            }
            scan.add(quantity, scan.index..<end)
        case 0x548C, 0x4E0E, 0x53CA, 0x6216:
            if word(&scan) { return true }
            scan.add(.mark(.listWord), length)
        default: return false
        }
        return true
    }

    /// A short quotation is one name; a five-year plan in it is a date.
    private func quoted(_ close: StaticString, _ limit: Int, _ scan: inout ProseScan) -> Bool {
        let start = scan.index
        var index = start + 3
        if let plan = DateReader.quotedPlanDate(in: scan.bytes, at: index),
            UTF8Scanning.has(close, in: scan.bytes, at: plan.end)
        {
            var date = plan.date
            let end = DateReader.suffix(scan.bytes, plan.end + 3, &date)
            scan.add(date, start..<end)
            return true
        }
        let last = min(scan.end, start + limit)
        while index < last, !UTF8Scanning.has(close, in: scan.bytes, at: index) { index += 1 }
        guard index < last, !statesLevel(scan.bytes, start + 3..<index) else { return false }
        scan.noteDigits(start..<index, .name, .quotedName)
        scan.index = index + 3
        return true
    }

    /// “每千人口托位数达到4.5个”: a quoted target is read as text.
    private func statesLevel(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = words.longestMatch(in: bytes, at: index, limit: range.upperBound) {
                index += match.length
                let isLevel = !match.value.roles.isDisjoint(with: [.level, .comparatorBefore])
                if isLevel, index < range.upperBound, UTF8Scanning.digit(in: bytes, at: index) != nil { return true }
            } else {
                index += UTF8Scanning.width(bytes[index])
            }
        }
        return false
    }

    private func documentNumber(_ scan: inout ProseScan) -> Bool {
        let start = scan.index
        let limit = min(scan.end, start + 24)
        var index = start + 3
        while index < limit, UTF8Scanning.digit(in: scan.bytes, at: index) != nil { index += 1 }
        guard index > start + 3,
            UTF8Scanning.has("〕", in: scan.bytes, at: index)
                || UTF8Scanning.has("］", in: scan.bytes, at: index)
        else { return false }
        index += 3
        if UTF8Scanning.has("第", in: scan.bytes, at: index) { index += 3 }
        if let number = UTF8Scanning.integer(in: scan.bytes, at: index) { index = number.end }
        scan.noteDigits(start..<index, .documentNumber, .documentNumber)
        scan.index = index
        return true
    }

    /// 第五次, 第3章: an order, no count.
    private func ordinal(_ scan: inout ProseScan) -> Bool {
        if word(&scan) { return true }
        let start = scan.index
        // 第十一个五年规划
        if let plan = DateReader.planDate(in: scan.bytes, at: start), plan.end <= scan.end {
            var date = plan.date
            let end = DateReader.suffix(scan.bytes, plan.end, &date)
            scan.add(date, start..<end)
            return true
        }
        guard let numeral = quantityReader.numeral(in: scan.bytes, at: UTF8Scanning.skipSpaces(scan.bytes, start + 3))
        else {
            return false
        }
        let end = min(numeral.range.upperBound, scan.end)
        let isClause = names.clauseUnits.longestMatch(in: scan.bytes, at: end) != nil
        scan.noteNumeral(numeral.range.lowerBound..<end, isClause ? .structure : .name, .ordinal)
        scan.index = end
        // What is counted belongs to the order (第五次, 第3位), a mark behind it does not.
        if end < scan.end {
            let next = UTF8Scanning.scalar(in: scan.bytes, at: end)
            if !specials.contains(next.value), !Self.halfWidthMarks.contains(next.value) { scan.index += next.length }
        }
        return true
    }

    /// , ; : ( ) behind 第一
    private static let halfWidthMarks: Set<UInt32> = [0x2C, 0x3B, 0x3A, 0x28, 0x29]

    private func word(_ scan: inout ProseScan) -> Bool {
        guard let match = words.longestMatch(in: scan.bytes, at: scan.index, limit: scan.end) else { return false }
        let range = scan.index..<scan.index + match.length
        if match.value.roles.contains(.beforeFigure), !isDigit(in: scan, at: range.upperBound) { return false }
        if match.value.roles.contains(.name) { scan.noteDigits(range, .name, .listedName) }
        scan.add(match.value, range)
        return true
    }

    private static let comparators: LexemeRoles = [.comparatorBefore, .comparatorAdjacent]

    private func isDigit(in scan: ProseScan, at offset: Int) -> Bool {
        let index = UTF8Scanning.skipSpaces(scan.bytes, offset)
        return index < scan.end && UTF8Scanning.digit(in: scan.bytes, at: index) != nil
    }

    private func chinese(_ scan: inout ProseScan) -> Bool {
        let offset = scan.index
        if let plan = DateReader.planDate(in: scan.bytes, at: offset) {
            var date = plan.date
            let end = DateReader.suffix(scan.bytes, plan.end, &date)
            scan.add(date, offset..<end)
            return true
        }
        if let date = DateReader.read(in: scan.bytes, at: offset), date.end <= scan.end {
            scan.add(date.date, offset..<date.end)
            return true
        }
        if let (quantity, end) = level(scan) {
            scan.add(quantity, offset..<end)
            return true
        }
        guard let (quantity, end) = quantityReader.read(in: scan.bytes, at: offset), quantity.hasUnit, end <= scan.end
        else {
            if let numeral = quantityReader.numeral(in: scan.bytes, at: offset), numeral.range.upperBound > offset {
                scan.index = min(scan.end, numeral.range.upperBound)
                return true
            }
            return false
        }
        if UTF8Scanning.has("级", in: scan.bytes, at: end) || isClass(quantity) {
            scan.index = end
            return true
        }
        if quantity.form == .tooLong {
            take(quantity, offset..<end, &scan)
        } else {
            scan.add(quantity, offset..<end)
        }
        return true
    }

    /// 突破万亿元大关, 达到千亿元: directly behind a verb of level a power says one of itself.
    private func level(_ scan: ProseScan) -> (ScannedQuantity, Int)? {
        guard case .power? = lexicon[UTF8Scanning.scalar(in: scan.bytes, at: scan.index).value],
            let last = scan.tokens.last, last.range.upperBound == scan.index, case .word(let word) = last.kind,
            !scan.words[word].roles.isDisjoint(with: [.level, .comparatorBefore, .comparatorAdjacent]),
            let (quantity, end) = quantityReader.impliedOne(in: scan.bytes, at: scan.index), end <= scan.end
        else { return nil }
        return (quantity, end)
    }
}
