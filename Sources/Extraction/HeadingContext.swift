import PipelineDefinition
import Reading
import StatisticalModel

/// The year and the kind that a heading or a title gives to what stands under it.
struct HeadingContext: Sendable {
    var year: Int?
    var firstYear: Int?
    /// It names a span of years: “十四五”, 2023—2025年.
    var isPlan = false
    /// It names a five-year plan, which tells nothing of the year of issue.
    var isFivePlan = false
    var kind: StatementKind?

    /// Chinese names end with their head, so the last word of kind decides (…计划执行情况), but a heading that opens
    /// with a verb of aim is one of action whatever follows (夯实发展基础).
    init(text: [UInt8], markerLength: Int = 0, scanner: ProseScanner, scope: LexemeRoles = .headingKind) {
        let list = scanner.scan(text, 0..<text.count)
        var isAction = false
        for token in list.tokens {
            switch token.kind {
            case .date(let index): note(list.dates[index])
            case .word(let index):
                let roles = list.words[index].roles
                if roles.contains(.headingOpening), token.range.lowerBound <= markerLength + 1 { isAction = true }
                if roles.contains(scope), !isAction, let found = list.words[index].kind { kind = found }
            default: break
            }
        }
    }

    private mutating func note(_ date: ScannedDate) {
        guard let found = date.year, !date.isNumericDay else { return }
        year = year.map { max($0, found) } ?? found
        let first = date.first ?? found
        firstYear = date.span == nil ? max(firstYear ?? first, first) : first
        isPlan = isPlan || date.isPlan || date.span != nil
        isFivePlan = isFivePlan || date.isPlan
    }
}
