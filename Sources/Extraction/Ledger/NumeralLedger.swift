import Reading
public import SourceText
public import StatisticalModel

/// The account of every numeral of a bulletin (ARCHITECTURE.md, “Every numeral is accounted for”).
///
/// The numerals are counted in the raw bytes, independently of all readers; the claims of Layout and
/// Extraction are then laid over them. A digit group is a run of ASCII or full-width digits; groups
/// that one claim joins by a point or a comma (`1.2`, `12,000`) are one row. Chinese numerals have a
/// row where a claim names them. A numeral nobody claims is `unexplained`.
public struct NumeralLedger: Sendable {
    public let entries: [LedgerEntry]
    /// Bytes that two claims of different fate or statement both name, for a test that there are none.
    public let doubleClaims: [Range<Int>]

    /// - Parameter statementIDs: the ids of the statements that ``NumeralClaim/statement`` indexes.
    public init(file: SourceFile, claims: [NumeralClaim], statementIDs: [StatementID]) {
        let (markup, places) = Self.claimsOnMarkup(of: file)
        let owners = ClaimOwners(file: file, claims: claims + markup, markup: places)
        let claims = claims + markup
        let repairs = file.repairs
        doubleClaims = owners.contested
        let file = file.asPrinted
        var entries: [LedgerEntry] = []
        for line in 1...file.lineCount {
            for numeral in Self.numerals(of: file, line: line, owners: owners, repairs) {
                let claim = numeral.claim.map { claims[$0] }
                entries.append(
                    LedgerEntry(
                        bulletin: file.name, line: line, lineEnd: line,
                        column: numeral.column,
                        text: file.text(in: numeral.range),
                        fate: claim?.fate ?? .unexplained,
                        reason: claim?.reason,
                        statement: claim?.statement.flatMap { $0 < statementIDs.count ? statementIDs[$0] : nil }))
            }
        }
        self.entries = entries
    }

    /// Digits of tags and character references, which were never text.
    private static func claimsOnMarkup(of file: SourceFile) -> (claims: [NumeralClaim], places: [Range<Int>]) {
        guard let repairs = file.repairs else { return ([], []) }
        let edits = repairs.edits.filter { edit in
            edit.quotation == .repaired && repairs.printed[edit.printed].contains { $0 &- 0x30 < 10 }
        }
        return (
            edits.map { NumeralClaim(source: $0.text, fate: .structure, reason: .tableMarkup) }, edits.map(\.printed)
        )
    }

    private struct Numeral {
        var range: Range<Int>
        var column: Int
        var claim: Int?
    }

    /// The numerals of a line from left to right.
    private static func numerals(
        of file: SourceFile, line: Int, owners: ClaimOwners, _ repairs: TextRepairs?
    ) -> [Numeral] {
        var found: [Numeral] = []
        let range = file.rangeOfLine(line)
        var offset = range.lowerBound
        var column = 1
        while offset < range.upperBound {
            let start = offset
            let owner = owners.owner(at: offset)
            let digit = digitLength(file.bytes, at: offset)
            if digit > 0 {
                offset += digit
                if let last = found.last, last.claim == owner,
                    joins(last.range.upperBound, start, file.bytes, owner, repairs)
                {
                    found[found.count - 1].range = last.range.lowerBound..<offset
                } else {
                    found.append(Numeral(range: start..<offset, column: column, claim: owner))
                }
            } else if let owner, let end = owners.endOfWords(of: owner, from: offset) {
                offset = min(end, range.upperBound)
                found.append(Numeral(range: start..<offset, column: column, claim: owner))
            } else {
                offset += 1
            }
            for index in start..<offset where file.bytes[index] & 0xC0 != 0x80 { column += 1 }
        }
        return found
    }

    /// True where a digit at `next` belongs to the group that ends at `end`: it follows directly, or
    /// after a point or comma within one claim, blanks that were left out of the text passed over.
    private static func joins(
        _ end: Int, _ next: Int, _ bytes: [UInt8], _ owner: Int?, _ repairs: TextRepairs?
    ) -> Bool {
        if end == next { return true }
        guard owner != nil else { return false }
        let read = (end..<next).filter { !(repairs?.omits($0..<$0 + 1) ?? false) }
        if read.isEmpty { return true }
        return read.count == 1 && (bytes[read[0]] == UInt8(ascii: ".") || bytes[read[0]] == UInt8(ascii: ","))
    }

    /// 1 for an ASCII digit, 3 for a full-width one (U+FF10–U+FF19), 0 for anything else.
    static func digitLength(_ bytes: [UInt8], at offset: Int) -> Int {
        UTF8Scanning.digit(in: bytes, at: offset)?.length ?? 0
    }
}

/// For each byte of a file, as nobody has repaired it, the claim that holds it.
struct ClaimOwners {
    private let owners: [Int32]
    private let claims: [NumeralClaim]
    /// Of each claim its bytes in the file.
    private let ranges: [Range<Int>]
    /// One figure may serve two statements (解决率、满意率达到90%); a second claim of another fate is a fault.
    private(set) var contested: [Range<Int>] = []

    /// For each claim whether it names a Chinese numeral.
    private let isWords: [Bool]

    /// - Parameter markup: where the last of the claims stand, in the bytes of the file.
    init(file: SourceFile, claims: [NumeralClaim], markup: [Range<Int>]) {
        let whole = 0..<file.bytes.count
        let ranges =
            claims.dropLast(markup.count).map { file.printedRange(of: $0.source.clamped(to: whole)) } + markup
        var owners = [Int32](repeating: -1, count: file.repairs?.printed.count ?? whole.count)
        for (index, claim) in claims.enumerated() {
            let range = ranges[index]
            if let first = range.first, owners[first] >= 0, claims[Int(owners[first])].fate != claim.fate {
                contested.append(range)
            }
            for offset in range where owners[offset] < 0 || Self.rank(claim) < Self.rank(claims[Int(owners[offset])]) {
                owners[offset] = Int32(index)
            }
        }
        self.owners = owners
        self.claims = claims
        self.ranges = ranges
        isWords = claims.map { claim in
            claim.fate != .table && ChineseNumeralWords.areAll(file.bytes[claim.source.clamped(to: whole)])
        }
    }

    func owner(at offset: Int) -> Int? { owners[offset] >= 0 ? Int(owners[offset]) : nil }

    /// The end of the Chinese numeral that `claim` names and that begins at `offset`.
    func endOfWords(of claim: Int, from offset: Int) -> Int? {
        let source = ranges[claim]
        return isWords[claim] && source.lowerBound == offset && !source.isEmpty ? source.upperBound : nil
    }

    /// A statement outranks what only explains a numeral away.
    private static func rank(_ claim: NumeralClaim) -> Int {
        switch claim.fate {
        case .statement: 0
        case .table: 1
        case .date, .documentNumber, .name, .context, .structure: 2
        case .unexplained: 3
        }
    }
}
