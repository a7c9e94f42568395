import SourceText
import StatisticalModel

/// Gathers what became of the numerals of the blocks, in places of the file, none of them twice.
struct NumeralClaims {
    private let file: SourceFile
    private var block: TextBlock?
    private(set) var claims: [NumeralClaim] = []
    /// Text offsets of the block that are taken.
    private var taken: Set<Int> = []

    init(file: SourceFile) { self.file = file }

    /// Begins a block: its clause number is structure.
    mutating func begin(_ block: TextBlock) {
        self.block = block
        taken.removeAll(keepingCapacity: true)
        guard block.markerLength > 0 else { return }
        claim([0..<block.markerLength], .structure, .clauseNumber, digitsOnly: true)
    }

    mutating func note(_ notes: [NumeralNote]) {
        for note in notes { claim([note.range], note.fate, note.reason) }
    }

    mutating func claim(
        _ ranges: [Range<Int>], _ fate: NumeralFate, _ reason: ClaimReason, statement: Int? = nil,
        digitsOnly: Bool = false
    ) {
        guard let block else { return }
        for range in ranges {
            if range.lowerBound < block.markerLength, !digitsOnly { continue }
            guard taken.insert(range.lowerBound).inserted else { continue }
            for source in block.text.sourceRanges(of: range) {
                claims.append(NumeralClaim(source: source, fate: fate, reason: reason, statement: statement))
            }
        }
    }
}
