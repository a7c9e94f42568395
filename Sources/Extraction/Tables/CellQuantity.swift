import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// One figure of a cell with the words around it: 煤制油 500 万吨, 95 % 以上, 7.2（哈密基地）.
struct CellQuantity {
    var value: DecimalNumber
    var upper: DecimalNumber?
    /// As printed in the cell; empty where the cell has none.
    var unit = ""
    var comparator = Comparator.equal
    var measure = StatementMeasure.level
    var changeDirection = 0
    /// What the cell itself calls the figure, verbs and comparators removed.
    var words = ""
    /// The bracket after the figure, unless it is a unit.
    var note = ""
    /// Where the digits stand in the cell's text.
    var numerals: [Range<Int>]

    /// The parts of a ratio (9.0:44.9:46.1) that is no value by itself.
    var parts: [DecimalNumber] = []

    /// True for a multiplier without a unit (1.2万), which the column's unit completes.
    var unitIsMultiplier = false
}

/// Reads the figures of one cell from left to right, in linear time.
///
/// The figure itself is read as in prose (``QuantityReader``); a cell's own are the words around it, units that no
/// list knows, notes in brackets, and ranges without a unit.
struct CellReader {
    private let reader: QuantityReader
    private let units: UnitTable
    private let lexicon: HeaderLexicon
    private let comparators: WordTrie<Lexeme>
    private let bytes: [UInt8]
    private var offset = 0
    private var wordsStart = 0
    private var found: [CellQuantity] = []

    private init(_ bytes: [UInt8], library: PipelineLibrary) {
        reader = QuantityReader(library: library)
        units = library.units
        lexicon = library.headers
        comparators = library.prose.words
        self.bytes = bytes
    }

    /// The figures of `bytes` in order; none where the cell is blank, a dash, a date or words.
    static func quantities(in bytes: [UInt8], library: PipelineLibrary) -> [CellQuantity] {
        if library.headers.noValue.value(of: bytes) != nil { return [] }
        if let bracket = CellText.bracket(in: bytes, at: 0), bracket.whole.upperBound == bytes.count,
            bytes[0] != UInt8(ascii: "("), !bytes.starts(with: "（".utf8)
        {
            return cumulative(bytes, bracket.content, library: library)
        }
        var reader = CellReader(bytes, library: library)
        reader.read()
        return reader.found
    }

    /// `[5.5]`: in plans a figure in square brackets is the sum over the plan's years.
    private static func cumulative(
        _ bytes: [UInt8], _ content: Range<Int>, library: PipelineLibrary
    ) -> [CellQuantity] {
        var reader = CellReader(Array(bytes[content]), library: library)
        reader.read()
        return reader.found.map { quantity in
            var quantity = quantity
            quantity.measure = .increment
            quantity.numerals = quantity.numerals.map {
                $0.lowerBound + content.lowerBound..<$0.upperBound + content.lowerBound
            }
            return quantity
        }
    }

    private mutating func read() {
        while offset < bytes.count {
            if CellText.isDigit(bytes[offset]) {
                readNumber()
            } else if let bracket = CellText.bracket(in: bytes, at: offset) {
                offset = bracket.whole.upperBound
            } else if bytes[offset] >= 0xE4, found.isEmpty, let spelled = spelled() {
                take(spelled.quantity, offset..<spelled.end)
            } else {
                offset += CellText.width(bytes[offset])
            }
        }
    }

    /// A figure in Chinese numerals (三分之一, 五千亿元, 两倍) that nothing but comparators and verbs precede.
    private func spelled() -> (quantity: ScannedQuantity, end: Int)? {
        guard let (quantity, end) = reader.read(in: bytes, at: offset), quantity.hasUnit, quantity.form != .tooLong,
            quantity.measure != nil, !quantity.isChineseCount || quantity.measure?.dimension == "multiple"
        else { return nil }
        var before = CellQuantity(value: 0, numerals: [])
        readWords(before: offset, into: &before)
        return before.words.isEmpty ? (quantity, end) : nil
    }

    private mutating func readNumber() {
        if let date = DateReader.point(in: bytes, at: offset) {
            offset = date.end
            return
        }
        guard let (quantity, end) = reader.read(in: bytes, at: offset, place: .cell), quantity.form != .tooLong else {
            offset = NumeralReader.decimal(in: bytes, at: offset)?.range.upperBound ?? offset + 1
            return
        }
        // A letter directly before makes the digits part of a name: PM2.5, N1.
        if offset > wordsStart, Self.isLetter(bytes[offset - 1]) {
            offset = NumeralReader.decimal(in: bytes, at: offset)?.range.upperBound ?? end
            return
        }
        take(quantity, offset..<end)
    }

    private mutating func take(_ read: ScannedQuantity, _ range: Range<Int>) {
        // A table's claims name digits: 万 and 亿 are the unit's.
        let digits = read.numerals.map { NumeralReader.decimal(in: bytes, at: $0.lowerBound)?.range ?? $0 }
        var quantity = CellQuantity(value: read.value, upper: read.upper, numerals: digits)
        quantity.unit = read.unit
        if !read.isRatioToOne { quantity.parts = read.parts }
        quantity.unitIsMultiplier = read.measure?.base.name.isEmpty ?? false
        if read.upper != nil { quantity.comparator = .range }
        readWords(before: range.lowerBound, into: &quantity)
        if let inner = read.innerComparator, quantity.comparator == .equal { quantity.comparator = inner }
        offset = range.upperBound
        readSuffix(into: &quantity)
        wordsStart = offset
        found.append(quantity)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
    }

    // MARK: before the number

    private func readWords(before end: Int, into quantity: inout CellQuantity) {
        var range = CellText.trimmed(wordsStart..<end, of: bytes)
        var isNegative = false
        if let sign = minus(endingAt: end, from: range) {
            isNegative = true
            range = CellText.trimmed(range.lowerBound..<sign, of: bytes)
        }
        while let (rest, role) = roleAtTail(of: range) {
            apply(role, to: &quantity)
            range = CellText.trimmed(rest, of: bytes)
        }
        while !range.isEmpty, let (length, role) = role(at: range.lowerBound, limit: range.upperBound) {
            // A single word that starts a longer name (为, 共享…) is left alone.
            guard role.comparator != nil || role == .increment else { break }
            apply(role, to: &quantity)
            range = CellText.trimmed(range.lowerBound + length..<range.upperBound, of: bytes)
        }
        if isNegative { quantity.value = quantity.value.negated }
        quantity.words = CellText.string(range, of: bytes)
    }

    /// The start of a minus sign that is all that stands before the number.
    private func minus(endingAt end: Int, from range: Range<Int>) -> Int? {
        for sign in ["-", "－", "−"] where bytes[range].elementsEqual(sign.utf8) { return range.lowerBound }
        return nil
    }

    /// The longest word of the lexicon that ends where `range` ends.
    private func roleAtTail(of range: Range<Int>) -> (rest: Range<Int>, role: HeaderLexicon.CellRole)? {
        var start = max(range.lowerBound, range.upperBound - 24)
        while start < range.upperBound {
            if bytes[start] & 0xC0 != 0x80,
                let match = role(at: start, limit: range.upperBound), start + match.length == range.upperBound
            {
                return (range.lowerBound..<start, match.role)
            }
            start += 1
        }
        return nil
    }

    /// What the word at `start` says of a figure behind it: the longest of the table's own words and the comparators of prose.
    private func role(at start: Int, limit: Int) -> (length: Int, role: HeaderLexicon.CellRole)? {
        let own = lexicon.before.longestMatch(in: bytes, at: start, limit: limit)
        guard let match = comparators.longestMatch(in: bytes, at: start, limit: limit),
            !match.value.roles.isDisjoint(with: [.comparatorBefore, .comparatorAdjacent]),
            let role = HeaderLexicon.CellRole(match.value.comparator), match.length > own?.length ?? 0
        else { return own.map { ($0.length, $0.value) } }
        return (match.length, role)
    }

    private func apply(_ role: HeaderLexicon.CellRole, to quantity: inout CellQuantity) {
        if let comparator = role.comparator {
            if quantity.comparator == .equal { quantity.comparator = comparator }
            return
        }
        switch role {
        case .increment: quantity.measure = .increment
        case .rise, .fall:
            guard quantity.measure == .level else { return }
            quantity.measure = .change
            quantity.changeDirection = role == .rise ? 1 : -1
        default: break
        }
    }

    // MARK: after the number

    private mutating func readSuffix(into quantity: inout CellQuantity) {
        readComparator(into: &quantity)
        if quantity.unit.isEmpty { readUnit(into: &quantity) }
        readComparator(into: &quantity)
        while let bracket = CellText.bracket(in: bytes, at: offset) {
            read(bracket: bracket.content, into: &quantity)
            offset = bracket.whole.upperBound
        }
        readComparator(into: &quantity)
    }

    private mutating func readComparator(into quantity: inout CellQuantity) {
        while offset < bytes.count {
            if let match = lexicon.after.longestMatch(in: bytes, at: offset) {
                apply(match.value, to: &quantity)
                offset += match.length
            } else if let match = comparators.longestMatch(in: bytes, at: offset),
                match.value.roles.contains(.comparatorAfter), let role = HeaderLexicon.CellRole(match.value.comparator)
            {
                apply(role, to: &quantity)
                offset += match.length
            } else {
                break
            }
        }
    }

    private mutating func readUnit(into quantity: inout CellQuantity) {
        if let match = units.match(in: bytes, at: offset) {
            quantity.unit = CellText.string(offset..<offset + match.length, of: bytes)
            quantity.unitIsMultiplier = match.unit.base.name.isEmpty
            offset += match.length
        } else if let end = endOfUnknownUnit {
            quantity.unit = CellText.string(offset..<end, of: bytes)
            offset = end
        }
    }

    /// The end of one to six scalars that can only be a unit: a comparator, a bracket, a separator or the cell's end follows.
    private var endOfUnknownUnit: Int? {
        var index = offset
        var count = 0
        while index < bytes.count, count <= 6 {
            if CellText.isDigit(bytes[index]) || DateReader.rangeSign(in: bytes, at: index) != nil { return nil }
            if CellText.separator(in: bytes, at: index) > 0 || CellText.closing(bytes[index...]) != nil { break }
            if lexicon.after.longestMatch(in: bytes, at: index) != nil { break }
            index += CellText.width(bytes[index])
            count += 1
        }
        return (1...6).contains(count) ? index : nil
    }

    private func read(bracket content: Range<Int>, into quantity: inout CellQuantity) {
        let text = CellText.string(content, of: bytes)
        if quantity.unit.isEmpty, units.resolve(text) != nil {
            quantity.unit = text
        } else if let match = lexicon.after.longestMatch(in: bytes, at: content.lowerBound, limit: content.upperBound),
            match.length == content.count
        {
            apply(match.value, to: &quantity)
        } else {
            quantity.note = quantity.note.isEmpty ? text : "\(quantity.note)；\(text)"
        }
    }
}
