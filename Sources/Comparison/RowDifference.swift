public import StatisticalModel

/// One thing that differs between two editions.
public enum DifferenceKind: String, Sendable, Hashable, CaseIterable {
    case new, gone
    case valueChanged = "value-changed"
    /// A figure where words or nothing stood, or the other way round.
    case valueGained = "value-gained"
    case valueLost = "value-lost"
    /// The upper end of a range alone.
    case rangeChanged = "range-changed"
    case targetTightened = "target-tightened"
    case targetLoosened = "target-loosened"
    /// A target whose direction is unknown.
    case targetChanged = "target-changed"
    case comparatorChanged = "comparator-changed"
    case measureChanged = "measure-changed"
    case deadlineEarlier = "deadline-earlier"
    case deadlineLater = "deadline-later"
    case deadlineSet = "deadline-set"
    case deadlineDropped = "deadline-dropped"
    case lampBetter = "lamp-better"
    case lampWorse = "lamp-worse"
    /// A lamp where there was none, or none any more.
    case lampChanged = "lamp-changed"
    case statusChanged = "status-changed"
    /// Wording and source: the figures are the same.
    case precisionChanged = "precision-changed"
    case nameChanged = "name-changed"
    case quoteChanged = "quote-changed"
    case sourceChanged = "source-changed"

    /// True for changes that leave the figure as it is; they are reported apart.
    public var isWording: Bool {
        switch self {
        case .precisionChanged, .nameChanged, .quoteChanged, .sourceChanged: true
        default: false
        }
    }
}

/// How far a figure moved, by ``ComparisonSettings``.
public enum ChangeSeverity: String, Sendable, Hashable, CaseIterable {
    case large, moderate, small
}

/// The movement of a figure.
public struct ValueChange: Sendable, Hashable {
    /// New less old, in the row's unit (points for shares).
    public let absolute: DecimalNumber
    /// In per cent of the old figure, two decimals; `nil` for shares and for an old figure of zero.
    public let percent: DecimalNumber?
    public let severity: ChangeSeverity
    /// True where the unit is a share, so that ``absolute`` is in points.
    public let isInPoints: Bool
}

/// A difference with both rows; `old` is `nil` for what is new, `new` for what is gone.
public struct RowDifference: Sendable, Hashable {
    public let kind: DifferenceKind
    public let old: IndicatorRow?
    public let new: IndicatorRow?
    public let change: ValueChange?

    init(_ kind: DifferenceKind, old: IndicatorRow?, new: IndicatorRow?, change: ValueChange? = nil) {
        self.kind = kind
        self.old = old
        self.new = new
        self.change = change
    }

    /// The fields that differ, as the files have them: (`95`, `96`), (`red`, `yellow`); empty for a row's absence.
    public var values: (old: String, new: String) {
        (old.map(value) ?? "", new.map(value) ?? "")
    }

    private func value(of row: IndicatorRow) -> String {
        switch kind {
        case .comparatorChanged: row.comparator
        case .measureChanged: row.measure
        case .deadlineEarlier, .deadlineLater, .deadlineSet, .deadlineDropped: row.deadline
        case .lampBetter, .lampWorse, .lampChanged: row.lamp
        case .statusChanged: row.status
        case .nameChanged: row.name
        case .quoteChanged: row.quote
        case .sourceChanged: row.source
        default: row.upper.isEmpty ? row.value : "\(row.value)—\(row.upper)"
        }
    }
}
