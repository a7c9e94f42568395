import Assessment
import Publishing
import StatisticalModel

/// Assessment's year comparison in the values that Publishing takes.
extension YearRow {
    init(_ comparison: YearComparison) {
        self.init(
            indicatorName: comparison.indicatorName, englishName: comparison.englishName,
            qualifier: comparison.qualifier, area: comparison.area, unit: comparison.unit,
            years: comparison.years.map {
                Figures(
                    year: $0.year, actual: $0.actual?.value, target: $0.target?.value,
                    actualSource: $0.actual?.sources.first, targetSource: $0.target?.sources.first)
            },
            change: comparison.latestChange.map(Self.change), average: comparison.average.map(Self.change),
            meaning: comparison.meaning.map(Self.meaning), rank: comparison.rank, hasBreak: comparison.hasBreak)
    }

    private static func meaning(_ meaning: ChangeMeaning) -> Meaning {
        switch meaning {
        case .better: .better
        case .worse: .worse
        case .unchanged: .unchanged
        }
    }

    private static func change(_ change: YearChange) -> Change {
        let measure: Measure =
            switch change.measure {
            case .relative: .relative
            case .points: .points
            case .absolute: .absolute
            }
        return Change(measure: measure, amount: change.amount)
    }
}
