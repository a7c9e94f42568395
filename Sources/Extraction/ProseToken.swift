import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What the scanner makes of a stretch of a sentence; what lies between two tokens is plain text.
struct ProseToken: Sendable {
    enum Mark: Sendable {
        case comma, semicolon, colon, stop, list, listWord, open, close
    }
    enum Kind: Sendable {
        case quantity(Int)
        case date(Int)
        case word(Int)
        case mark(Mark)
    }

    var kind: Kind
    var range: Range<Int>
}

/// A numeral that is no quantity, and why.
struct NumeralNote: Sendable {
    var range: Range<Int>
    var fate: NumeralFate
    var reason: ClaimReason
}

/// The tokens of a sentence, which all its readers share.
final class TokenList: Sendable {
    let tokens: [ProseToken]
    let quantities: [ScannedQuantity]
    let dates: [ScannedDate]
    let words: [Lexeme]
    let notes: [NumeralNote]
    /// For an opening bracket's token, the token that closes it.
    let partners: [Int: Int]

    init(_ scan: ProseScan) {
        (tokens, quantities, dates) = (scan.tokens, scan.quantities, scan.dates)
        (words, notes, partners) = (scan.words, scan.notes, scan.partners)
    }

    /// The first token that begins at `offset` or behind it; the number of tokens where none does.
    func firstToken(from offset: Int) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
    func roles(_ index: Int) -> LexemeRoles {
        if case .word(let word) = tokens[index].kind { return words[word].roles }
        return []
    }
    func lexeme(_ index: Int) -> Lexeme? {
        if case .word(let word) = tokens[index].kind { return words[word] }
        return nil
    }
    func mark(_ index: Int) -> ProseToken.Mark? {
        if case .mark(let mark) = tokens[index].kind { return mark }
        return nil
    }
    /// A comma, semicolon, colon or stop: where a clause ends.
    func isBoundary(_ index: Int) -> Bool {
        switch mark(index) {
        case .comma, .semicolon, .colon, .stop: true
        default: false
        }
    }
    func quantity(_ index: Int) -> ScannedQuantity? {
        if case .quantity(let quantity) = tokens[index].kind { return quantities[quantity] }
        return nil
    }
}
