import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Over which years a figure counts, where its words say more than one year or less than a stand.
///
/// | printed | becomes |
/// |---|---|
/// | 比2020年下降12.6%, of 2025 | a change over 2021/2025 |
/// | 到2025年…下降14%, in a plan for 2021—2025 | a change over 2021/2025 |
/// | 2021年以来累计改造183个, of 2025 | an increment over 2021/2025 |
/// | 2025年改造老旧小区40个 | an increment |
///
/// A change without a span is of its year alone. Only observations get these: statements stay as printed.
struct FigureSpan {
    let words: AssessmentSettings

    func fill(_ observation: inout Observation, from statement: Statement) {
        let clause = FigureClause.before(statement)
        let runs = words[.runningTotal].contains { Self.holds($0, clause) }
        if statement.measure == .change {
            observation.period =
                observation.period ?? sinceBase(statement) ?? planSpan(of: statement, clause: clause, runs: runs)
            return
        }
        let isShare = observation.unit.map { UnitCode.sharesAndPoints.contains($0) } ?? true
        guard !isShare, observation.measure != .change, observation.value != nil else { return }
        if runs, observation.period == nil { observation.period = since(clause, until: observation.year) }
        let isSpan = observation.period.map { $0.first < $0.last } ?? false
        let isLone = observation.upper == nil && !runs
        if runs && isSpan || isLone && words.isYearAmount(statement.indicator) { observation.measure = .increment }
    }

    /// 比2020年: more than one year before the figure's.
    private func sinceBase(_ statement: Statement) -> YearSpan? {
        guard let base = statement.baseYear, let year = statement.year, year.number - base.number > 1 else {
            return nil
        }
        return YearSpan(Year(base.number + 1), year)
    }

    /// A target by the end of a plan of several years changes over the plan: 到2025年, or 累计.
    private func planSpan(of statement: Statement, clause: ArraySlice<UInt8>, runs: Bool) -> YearSpan? {
        guard statement.kind == .target, let year = statement.year,
            let span = PlanYears.span(ofTitle: statement.provenance.documentTitle), span.first < span.last,
            span.last == year
        else { return nil }
        let quote = statement.provenance.quote
        return runs || PlanYears.says(quote, by: year) || statement.source == .table ? span : nil
    }

    /// 2021年以来累计, “十四五”以来累计.
    private func since(_ clause: ArraySlice<UInt8>, until year: Year?) -> YearSpan? {
        guard let year, words[.since].contains(where: { Self.holds($0, clause) }) else { return nil }
        let bytes = Array(clause)
        var index = 0
        while index < bytes.count {
            if let found = DateReader.years(in: bytes, at: index) {
                return found.first <= year.number ? YearSpan(Year(found.first), year) : nil
            }
            if let plan = DateReader.plan(in: bytes, at: index) {
                return plan.span.first <= year ? YearSpan(plan.span.first, year) : nil
            }
            index += UTF8Scanning.width(bytes[index])
        }
        return nil
    }

    private static func holds(_ word: String, _ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.holds(Array(word.utf8))
    }
}
