/// What differs between two editions; the same where ``isEmpty``.
public struct EditionDifference: Sendable {
    /// Figures, targets, deadlines, lamps: in the order of the new table, then what is gone in that of the old.
    public internal(set) var changes: [RowDifference] = []
    /// Names, quotations, sources and printed precision.
    public internal(set) var wordingChanges: [RowDifference] = []
    public internal(set) var findings: [TableFinding] = []
    /// Rows of the two tables, and pairs without any difference.
    public internal(set) var oldCount = 0
    public internal(set) var newCount = 0
    public internal(set) var sameCount = 0

    init() {}

    /// True where no row and no column differs. Rows that share a key are a finding about both, not a difference.
    public var isEmpty: Bool {
        changes.isEmpty && wordingChanges.isEmpty
            && findings.allSatisfy { if case .duplicateKey = $0 { true } else { false } }
    }

    public func count(of kind: DifferenceKind) -> Int {
        (kind.isWording ? wordingChanges : changes).count { $0.kind == kind }
    }
}

/// Something about a table as a whole, or about rows that share a key.
public enum TableFinding: Sendable, Hashable {
    public enum Side: String, Sendable, Hashable {
        case old, new
    }

    /// Several rows of an edition have the key of `row`; each was compared all the same.
    case duplicateKey(IndicatorRow, old: Int, new: Int)
    case columnNew(String)
    case columnGone(String)
    /// A column of the key is missing, so that rows may pair wrongly.
    case keyColumnMissing(Side, String)
}
