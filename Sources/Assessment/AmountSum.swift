import StatisticalModel

/// Σx of the increments of a plan: figures of one year or of several, each year counted once.
///
/// From the first year on the figure that reaches furthest is taken, then the next that begins where it
/// ended; of several figures of one year to date the latest. A year without a figure is a gap, and
/// then there is no sum.
struct AmountSum {
    /// The sum as a figure of its own: the last part's year and day, all sources. `nil` without figures or with a gap.
    private(set) var total: Observation?
    private(set) var hasGap = false
    private var parts: [Observation] = []

    init(figures: [Observation], firstYear: Int, lastYear: Int) {
        let inside = figures.filter { $0.coverage.map { $0.first >= firstYear && $0.last <= lastYear } ?? false }
        let byStart = Dictionary(grouping: inside) { $0.coverage?.first ?? 0 }
        var next = firstYear
        while let part = byStart[next]?.latestPreferred, let coverage = part.coverage {
            parts.append(part)
            next = coverage.last + 1
        }
        hasGap = inside.contains { ($0.coverage?.first ?? 0) > next }
        guard !hasGap, var whole = parts.last else { return }
        whole.value = parts.dropFirst().reduce(parts[0].value) { sum, part in
            part.value.flatMap { sum?.adding($0) }
        }
        whole.sources = parts.flatMap(\.sources)
        if parts.count > 1 { whole.period = YearSpan(Year(firstYear), Year(next - 1)) }
        total = whole
    }

    var hasOneUnit: Bool { Set(parts.map(\.unit)).count == 1 }
    /// A break in the series after its first figure.
    var hasBreak: Bool {
        parts.dropFirst().contains { $0.status == .breakInSeries || $0.status == .definitionDiffers }
    }
    var isPreliminary: Bool { parts.contains(where: \.isPreliminary) }
}

extension Observation {
    /// The years that an increment covers: its period, else its year.
    fileprivate var coverage: (first: Int, last: Int)? {
        if let period { return (period.first.number, period.last.number) }
        return year.map { ($0.number, $0.number) }
    }
}
