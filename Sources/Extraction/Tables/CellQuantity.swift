import PipelineDefinition
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

    /// True for a multiplier without a unit (1.2万), which the column's unit completes.
    var unitIsMultiplier = false
}

/// Reads the figures of one cell from left to right, in linear time.
struct CellReader {
    private let units: UnitTable
    private let lexicon: HeaderLexicon
    private let bytes: [UInt8]
    private var offset = 0
    private var wordsStart = 0
    private var found: [CellQuantity] = []

    private init(_ bytes: [UInt8], library: PipelineLibrary) {
        units = library.units
        lexicon = library.headers
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
            } else {
                offset += CellText.width(bytes[offset])
            }
        }
    }

    private mutating func readNumber() {
        guard let number = CellNumber(in: bytes, at: offset) else {
            offset = CellNumber.end(in: bytes, from: offset)
            return
        }
        offset = number.range.upperBound
        if number.year != nil, bytes[offset...].starts(with: "年".utf8) { return }
        // A letter directly before makes the digits part of a name: PM2.5, N1.
        if number.range.lowerBound > wordsStart, Self.isLetter(bytes[number.range.lowerBound - 1]) { return }
        var quantity = CellQuantity(value: number.value, numerals: [number.range])
        readWords(before: number.range.lowerBound, into: &quantity)
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
        while !range.isEmpty,
            let match = lexicon.before.longestMatch(in: bytes, at: range.lowerBound, limit: range.upperBound)
        {
            // A single word that starts a longer name (为, 共享…) is left alone.
            guard match.value.comparator != nil || match.value == .increment else { break }
            apply(match.value, to: &quantity)
            range = CellText.trimmed(range.lowerBound + match.length..<range.upperBound, of: bytes)
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
                let match = lexicon.before.longestMatch(in: bytes, at: start, limit: range.upperBound),
                start + match.length == range.upperBound
            {
                return (range.lowerBound..<start, match.value)
            }
            start += 1
        }
        return nil
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
        readUnit(into: &quantity)
        readRange(into: &quantity)
        readComparator(into: &quantity)
        while let bracket = CellText.bracket(in: bytes, at: offset) {
            read(bracket: bracket.content, into: &quantity)
            offset = bracket.whole.upperBound
        }
        readComparator(into: &quantity)
    }

    private mutating func readComparator(into quantity: inout CellQuantity) {
        while offset < bytes.count, let match = lexicon.after.longestMatch(in: bytes, at: offset) {
            apply(match.value, to: &quantity)
            offset += match.length
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
            if CellText.isDigit(bytes[index]) || CellNumber.rangeSign(in: bytes, at: index) > 0 { return nil }
            if CellText.separator(in: bytes, at: index) > 0 || CellText.closing(bytes[index...]) != nil { break }
            if lexicon.after.longestMatch(in: bytes, at: index) != nil { break }
            index += CellText.width(bytes[index])
            count += 1
        }
        return (1...6).contains(count) ? index : nil
    }

    private mutating func readRange(into quantity: inout CellQuantity) {
        let sign = CellNumber.rangeSign(in: bytes, at: offset)
        guard sign > 0, let number = CellNumber(in: bytes, at: offset + sign), quantity.upper == nil,
            number.value > quantity.value || quantity.unit.isEmpty
        else { return }
        quantity.upper = number.value
        quantity.comparator = .range
        quantity.numerals.append(number.range)
        offset = number.range.upperBound
        let first = quantity.unit
        readUnit(into: &quantity)
        if quantity.unit.isEmpty { quantity.unit = first }
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
