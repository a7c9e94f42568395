import Reading
import SourceText
import StatisticalModel

/// Claims on every numeral of a table: part of a statement, a row number, or text of the table.
struct TableClaims {
    private(set) var claims: [NumeralClaim] = []
    private var claimed: Set<Range<Int>> = []

    /// Claims all digit groups of `text` that are not among `taken`, which are ranges of its bytes.
    mutating func claim(_ text: PlacedText, except taken: [Range<Int>] = [], fate: NumeralFate, reason: ClaimReason) {
        for group in NumeralReader.groups(in: text.bytes) where !taken.contains(where: { $0.overlaps(group) }) {
            add(text.sourceRanges(of: group), fate: fate, reason: reason)
        }
    }

    /// Claims the numerals of a statement.
    mutating func claim(_ sources: [Range<Int>], statement: Int) {
        add(sources, fate: .statement, reason: .tableCell, statement: statement)
    }

    /// A head over several columns stands in each of them and is claimed once.
    private mutating func add(_ sources: [Range<Int>], fate: NumeralFate, reason: ClaimReason, statement: Int? = nil) {
        for source in sources where claimed.insert(source).inserted {
            claims.append(NumeralClaim(source: source, fate: fate, reason: reason, statement: statement))
        }
    }
}
