import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// A later target of the same document must not be worse than an earlier one.
    ///
    /// Which way is better is said by the catalogue. Years that only the document's date gives prove nothing, nor do the
    /// yearly portions of an accumulated total.
    static let targetBehind = OutcomeCheck("target-behind") { run, context in
        let catalogue = IndicatorCatalogue(library: context.library)
        let portions = SentenceFigures.portions(among: run.statements, context.setting)
        let levels = run.statements.filter { isCourse($0) && !portions.contains($0.statement.id) }
        let courses = Dictionary(grouping: levels, by: TargetCourseKey.init)
        return courses.values.flatMap { targets -> [FindingNote] in
            guard let code = targets[0].indicator, let direction = catalogue[code]?.direction else { return [] }
            return behind(targets, direction, context)
        }
    }

    private static func isCourse(_ item: NormalizedStatement) -> Bool {
        let statement = item.statement
        return statement.kind == .target && statement.measure == .level && statement.comparator != .range
            && item.indicator != nil && item.baseValue != nil && statement.year != nil
            && statement.yearOrigin != .date && statement.yearOrigin != .none
    }

    private static func behind(
        _ targets: [NormalizedStatement], _ direction: Direction, _ context: CheckContext
    ) -> [FindingNote] {
        let targets = targets.sorted { ($0.year, $0.statement.id) < ($1.year, $1.statement.id) }
        // The targets of earlier years, and the best of them: most later ones are no worse, and need no other look.
        var (before, best) = (0, NormalizedStatement?.none)
        return targets.indices.compactMap { index in
            let later = targets[index]
            while targets[before].year < later.year {
                if best.map({ isWorse($0, than: targets[before], direction) }) ?? true { best = targets[before] }
                before += 1
            }
            guard let best, isWorse(later, than: best, direction),
                let earlier = targets[..<before].last(where: { isWorse(later, than: $0, direction) })
            else { return nil }
            return context.note(
                on: later.statement, expected: "\(direction == .down ? "≤" : "≥") \(earlier.printed) (\(earlier.year))",
                found: "\(later.printed) (\(later.year))")
        }
    }

    private static func isWorse(
        _ later: NormalizedStatement, than earlier: NormalizedStatement, _ direction: Direction
    ) -> Bool {
        guard let new = later.baseValue, let old = earlier.baseValue else { return false }
        return switch direction {
        case .up: new < old
        case .down: new > old
        case .keep: false
        }
    }
}

/// What two targets have in common that can be set against each other.
private struct TargetCourseKey: Hashable {
    let place: String
    let indicator: IndicatorCode?
    let qualifier: String
    let area: ReferenceArea?
    let unit: UnitCode?

    init(_ item: NormalizedStatement) {
        place = "\(item.statement.provenance.bulletin)\u{0}\(item.statement.provenance.document)"
        indicator = item.indicator
        qualifier = item.qualifier
        area = item.area
        unit = item.baseUnit
    }
}

extension NormalizedStatement {
    fileprivate var year: Year { statement.year ?? Year(0) }
}
