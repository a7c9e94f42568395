import PipelineDefinition
import Reading
import StatisticalModel

/// The scanner's place in a sentence and what it has found so far.
struct ProseScan {
    let bytes: [UInt8]
    var index: Int
    let end: Int
    /// What a ``TokenList`` takes.
    private(set) var tokens: [ProseToken] = []
    private(set) var quantities: [ScannedQuantity] = []
    private(set) var dates: [ScannedDate] = []
    private(set) var words: [Lexeme] = []
    private(set) var notes: [NumeralNote] = []
    private(set) var partners: [Int: Int] = [:]
    private var openBrackets: [Int] = []

    init(bytes: [UInt8], index: Int, end: Int) {
        self.bytes = bytes
        self.index = index
        self.end = end
        tokens.reserveCapacity((end - index) / Self.bytesOfToken)
    }

    /// Bytes a token of a sentence full of figures, the words between included.
    private static let bytesOfToken = 6

    mutating func add(_ kind: ProseToken.Kind, _ length: Int) {
        tokens.append(ProseToken(kind: kind, range: index..<index + length))
        index += length
    }

    mutating func add(_ lexeme: Lexeme, _ range: Range<Int>) {
        words.append(lexeme)
        tokens.append(ProseToken(kind: .word(words.count - 1), range: range))
        index = range.upperBound
    }

    mutating func add(_ date: ScannedDate, _ range: Range<Int>) {
        dates.append(date)
        tokens.append(ProseToken(kind: .date(dates.count - 1), range: range))
        for numeral in date.numerals { notes.append(NumeralNote(range: numeral, fate: .date, reason: .date)) }
        index = range.upperBound
    }

    mutating func add(_ quantity: ScannedQuantity, _ range: Range<Int>) {
        quantities.append(quantity)
        tokens.append(ProseToken(kind: .quantity(quantities.count - 1), range: range))
        // Each part of a ratio once more, for what it is a share of.
        for (part, numeral) in zip(quantity.parts, quantity.numerals) {
            var share = quantity
            (share.value, share.unit, share.form, share.numerals) = (part, "%", .plain, [numeral])
            quantities.append(share)
        }
        index = max(range.upperBound, index + 1)
    }

    mutating func open(_ length: Int) {
        add(.mark(.open), length)
        openBrackets.append(tokens.count - 1)
    }

    mutating func close(_ length: Int) {
        add(.mark(.close), length)
        if let open = openBrackets.popLast() { partners[open] = tokens.count - 1 }
    }

    mutating func note(_ quantity: ScannedQuantity, _ fate: NumeralFate, _ reason: ClaimReason) {
        for numeral in quantity.numerals { noteNumeral(numeral, fate, reason) }
    }

    mutating func noteNumeral(_ range: Range<Int>, _ fate: NumeralFate, _ reason: ClaimReason) {
        notes.append(NumeralNote(range: range, fate: fate, reason: reason))
    }

    /// Notes each group of digits in `range`.
    mutating func noteDigits(_ range: Range<Int>, _ fate: NumeralFate, _ reason: ClaimReason) {
        var start: Int?
        var position = range.lowerBound
        while position < range.upperBound {
            if let digit = UTF8Scanning.digit(in: bytes, at: position) {
                if start == nil { start = position }
                position += digit.length
                continue
            }
            if let first = start { noteNumeral(first..<position, fate, reason) }
            start = nil
            position += 1
        }
        if let first = start { noteNumeral(first..<range.upperBound, fate, reason) }
    }
}
