public import StatisticalModel

/// An earlier edition, as its progress.csv tells: what the front page sets the new one against.
public struct PastEdition: Sendable {
    /// What makes two rows of progress.csv one target: series, kind, year and figure.
    public struct Key: Sendable, Hashable {
        private let texts: [String]
        private let target: DecimalNumber?

        /// `texts` are code, area, qualifier, form and year as progress.csv writes them.
        public init(_ texts: [String], target: DecimalNumber?) {
            self.texts = texts
            self.target = target
        }

        init(_ row: ProgressAssessment) {
            self.init(
                [
                    row.indicator.text, row.area?.name ?? "", row.qualifier, row.form.rawValue, row.target.year.field,
                ], target: row.target.value)
        }
    }

    /// How a target stood then.
    public struct Standing: Sendable {
        var lamp: Lamp
        var status: ProgressStatus
        var latest: DecimalNumber?
        /// As progress.csv writes it, empty without a figure.
        var latestYear: String
        /// The share of the time that had passed at the figure: half a year's is followed by a later one, not revised.
        var elapsed: DecimalNumber?
        /// An estimate: what follows it is no revision.
        var isProvisional: Bool

        public init(
            lamp: Lamp, status: ProgressStatus, latest: DecimalNumber?, latestYear: String,
            elapsed: DecimalNumber? = nil,
            isProvisional: Bool = false
        ) {
            self.lamp = lamp
            self.status = status
            self.latest = latest
            self.latestYear = latestYear
            self.elapsed = elapsed
            self.isProvisional = isProvisional
        }
    }

    public var name: String
    public var asOf: CalendarDate
    /// Of targets that share a key the first.
    public var standings: [Key: Standing]

    public init(name: String, asOf: CalendarDate, standings: [Key: Standing]) {
        self.name = name
        self.asOf = asOf
        self.standings = standings
    }
}

/// What happened to a target since the edition before.
enum EditionChange: String, CaseIterable {
    /// Yellow or red now, and not then.
    case behind
    /// Achieved or met now, and not then.
    case reached
    /// Another figure for the same year, where the first was whole.
    case revised
    /// A first figure, one of a later year, or one that takes the place of a provisional one.
    case supplied

    /// All that holds of `row`; nothing of a target that the edition before did not know.
    static func changes(of row: ProgressAssessment, since past: PastEdition) -> [EditionChange] {
        guard let then = past.standings[PastEdition.Key(row)] else { return [] }
        return allCases.filter { $0.holds(row, then) }
    }

    private func holds(_ row: ProgressAssessment, _ then: PastEdition.Standing) -> Bool {
        switch self {
        case .behind: Self.isBehind(row.lamp) && !Self.isBehind(then.lamp)
        case .reached: Self.isReached(row.status) && !Self.isReached(then.status)
        case .revised: Self.isNew(row, then) && !Self.isLater(row, then)
        case .supplied: Self.isNew(row, then) && Self.isLater(row, then)
        }
    }

    private static func isNew(_ row: ProgressAssessment, _ then: PastEdition.Standing) -> Bool {
        row.latest?.value != nil
            && (row.latest?.value != then.latest || (row.latest?.year).field != then.latestYear)
    }

    private static func isLater(_ row: ProgressAssessment, _ then: PastEdition.Standing) -> Bool {
        if (row.latest?.year).field != then.latestYear || then.isProvisional { return true }
        guard let now = row.elapsed, let before = then.elapsed else { return false }
        return now > before
    }

    static func isBehind(_ lamp: Lamp) -> Bool { lamp == .yellow || lamp == .red }
    private static func isReached(_ status: ProgressStatus) -> Bool { status == .achieved || status == .met }
}
