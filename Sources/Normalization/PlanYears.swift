import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What a plan's title says of the years of its figures.
///
/// A target whose year only the date of publication gives is for the end of the plan, where the title states its
/// years. A fact is never of a year after publication.
///
/// Increments that build up to a year get the years over which they build up:
/// 到2025年新增3000个 in a plan for 2021—2025, and [3000] in its table, are of five years; 2023年新增15个, and any
/// increment in a plan for one year, is of that year alone, and so is what is done 每年. The span is that of the
/// document's title; of a title without one, the five-year plan that ends in the target's year.
struct PlanYears {
    private let spans: [YearSpan?]
    private let published: [Year?]
    private let words: AssessmentSettings

    init(_ documents: [BulletinDocument], words: AssessmentSettings) {
        self.words = words
        spans = documents.map { Self.span(ofTitle: $0.title) }
        published = documents.map { $0.date.map { Year($0.year) } }
    }

    /// `statements` with years and periods as their documents' titles and dates ask.
    func applied(to statements: [Statement]) -> [Statement] {
        statements.map { statement in
            var result = statement
            result.year = year(of: statement)
            if statement.measure == .increment, statement.kind == .target, statement.period == nil {
                result.period = period(of: statement)
            }
            return result
        }
    }

    private func year(of statement: Statement) -> Year? {
        let index = statement.provenance.document
        guard let stated = statement.year, spans.indices.contains(index) else { return statement.year }
        switch statement.kind {
        case .target where statement.yearOrigin == .date && statement.source == .prose:
            return spans[index].map { max($0.last, stated) } ?? stated
        case .actual: return published[index].map { min($0, stated) } ?? stated
        case .target, .forecast, .reference, .undetermined: return stated
        }
    }

    private func period(of statement: Statement) -> YearSpan? {
        let index = statement.provenance.document
        return Self.buildUp(of: statement, within: spans.indices.contains(index) ? spans[index] : nil, words)
    }

    /// The years over which an amount of a plan for `span` builds up; `nil` for one of its year alone.
    static func buildUp(
        of statement: Statement, within span: YearSpan?, _ words: AssessmentSettings
    ) -> YearSpan? {
        guard let end = statement.year, !words.holds(Array(statement.indicator.utf8)[...], .eachYear),
            !words.holds(FigureClause.before(statement), .eachYear)
        else { return nil }
        let quote = statement.provenance.quote
        let buildsUp = statement.isPlanTotal || says(quote, by: end) || quote.holds("累计")
        if let span {
            guard span.first < span.last, span.first < end, end <= span.last else { return nil }
            // A year taken over from the title is the plan's end, not a year of its own.
            return buildsUp || statement.yearOrigin == .title && end == span.last ? YearSpan(span.first, end) : nil
        }
        return buildsUp && end.number % 5 == 0 ? YearSpan(Year(end.number - 4), end) : nil
    }

    /// 到2025年, 至2025年.
    static func says(_ quote: String, by year: Year) -> Bool {
        ["到\(year)年", "至\(year)年"].contains { quote.holds($0) }
    }

    /// The years in a title: `2021—2025年`, `“十四五”`, or one year alone; of a report on one year with the plan for the
    /// next (2025年计划执行情况与2026年计划草案), the next.
    static func span(ofTitle title: String) -> YearSpan? {
        let bytes = Array(title.utf8)
        var years: [Year] = []
        var range: YearSpan?
        var plan: YearSpan?
        var index = 0
        while index < bytes.count {
            if let found = DateReader.years(in: bytes, at: index) {
                if let last = found.last {
                    range = range ?? YearSpan(Year(found.first), Year(last))
                } else if found.first >= 1990 {
                    years.append(Year(found.first))
                }
                index = found.end
            } else if let number = NumeralReader.decimal(in: bytes, at: index) {
                index = number.range.upperBound
            } else {
                plan = plan ?? DateReader.plan(in: bytes, at: index)?.span
                index += UTF8Scanning.width(bytes[index])
            }
        }
        let whole = range ?? plan
        guard let last = years.max() else { return whole }
        // 第十四个五年规划和二〇三五年远景目标: the plan's years, not the outlook's.
        if let whole, years.count == 1, last > whole.last { return whole }
        return YearSpan(last, last)
    }
}
