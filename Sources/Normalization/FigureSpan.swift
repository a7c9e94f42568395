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
/// | 到2025年…年均增长7% | a change a year over 2021/2025 |
/// | 2021年以来，累计改造183个；累计新增托位90个, of 2025 | increments over 2021/2025 |
/// | 五年累计新增学位2万个, 五年来新建学校12所, of 2025 | increments over 2021/2025 |
/// | “十四五”以来能耗累计下降13%, 五年来收入增长40%, of 2025 | changes over 2021/2025, no rates of a year |
/// | 累计新增学位2万个, of 2025, and nothing of its beginning | an open total |
/// | 2025年改造老旧小区40个, 全年累计改造40个 | an increment |
///
/// A change without a span is of its year alone. Only observations get these: statements stay as printed.
struct FigureSpan {
    let words: AssessmentSettings
    let names: NameLexicon

    func fill(_ observation: inout Observation, from statement: Statement) {
        let clause = FigureClause.before(statement)
        if statement.measure == .change {
            observation.period =
                observation.period ?? sinceBase(statement) ?? planSpan(of: statement, clause)
                ?? averageSpan(of: statement, clause) ?? changeSpan(of: statement, clause)
            return
        }
        let isShare = observation.unit.map { UnitCode.sharesAndPoints.contains($0) } ?? true
        guard !isShare, observation.measure != .change, observation.value != nil else { return }
        let runs = runs(clause)
        let own = statement.kind == .actual ? statement.year.flatMap { years(clause, until: $0) } : nil
        observation.period = own ?? observation.period ?? runningSpan(of: statement, clause)
        let isSpan = observation.period.map { $0.first < $0.last } ?? false
        observation.isOpenTotal = isOpenTotal(statement, clause, spans: isSpan)
        if runs && isSpan { observation.measure = .increment }
        guard observation.upper == nil, !runs || saysItsYear(clause, statement.year),
            words.isYearAmount(statement.indicator)
        else { return }
        observation.measure = .increment
        if statement.kind == .target, statement.measure == .level, observation.period == nil {
            observation.period = PlanYears.buildUp(
                of: statement, within: PlanYears.span(ofTitle: statement.provenance.documentTitle), words)
        }
    }

    /// Whether a fact is 累计 since a time that nothing says.
    func isOpenTotal(_ statement: Statement) -> Bool {
        let clause = FigureClause.before(statement)
        let span = statement.period ?? runningSpan(of: statement, clause)
        return isOpenTotal(statement, clause, spans: span.map { $0.first < $0.last } ?? false)
    }

    private func isOpenTotal(_ statement: Statement, _ clause: ArraySlice<UInt8>, spans: Bool) -> Bool {
        statement.kind == .actual && !spans && runs(clause) && !saysItsYear(clause, statement.year)
    }

    private func runs(_ clause: ArraySlice<UInt8>) -> Bool { words.holds(clause, .runningTotal) }

    /// 全年累计, 2025年累计: the year's own total; 截至2025年累计 is none.
    private func saysItsYear(_ clause: ArraySlice<UInt8>, _ year: Year?) -> Bool {
        if words.holds(clause, .wholeYear) { return true }
        let bytes = Array(clause)
        for index in bytes.indices {
            guard let found = DateReader.years(in: bytes, at: index), found.first == year?.number else { continue }
            let (head, tail) = (bytes[..<index], bytes[found.end...])
            return !words[.upTo].contains { head.ends(with: $0) }
                && !words[.endOfYear].contains { tail.starts(with: $0.utf8) }
        }
        return false
    }

    // MARK: changes

    /// Whether a fact's change is one over several years, or since a time that nothing says: 五年来能耗累计降低15%.
    func isRunningChange(_ statement: Statement) -> Bool {
        let clause = FigureClause.before(statement)
        guard statement.measure == .change, statement.kind == .actual, !isAverage(statement, clause) else {
            return false
        }
        if changeSpan(of: statement, clause) != nil { return true }
        // 1—6月累计增长8% is of the year's months; what falls by 累计 and is not of its year is of several.
        return statement.changeDirection < 0 && runs(clause) && statement.months == nil
            && !saysItsYear(clause, statement.year)
    }

    /// The years over which a fact changed: “十四五”以来…累计下降13%, 五年来增长40%. A year named on the way ends what the
    /// sentence opens with.
    private func changeSpan(of statement: Statement, _ clause: ArraySlice<UInt8>) -> YearSpan? {
        guard let year = statement.year, statement.kind == .actual, statement.baseYear == nil,
            statement.months == nil, !words.holds(clause, .wholeYear)
        else { return nil }
        if let span = since(clause, until: year) ?? years(clause, until: year) { return span.isOneYear ? nil : span }
        let sentence = FigureClause.sentence(before: statement)
        let opening = since(sentence, until: year)
        guard !words.holds(sentence, .wholeYear), Self.lastYear(in: sentence).map({ $0 == opening?.first }) ?? true,
            let span = opening ?? years(sentence, until: year), !span.isOneYear
        else { return nil }
        return span
    }

    /// 比2020年: more than one year before the figure's.
    private func sinceBase(_ statement: Statement) -> YearSpan? {
        guard let base = statement.baseYear, let year = statement.year, year.number - base.number > 1 else {
            return nil
        }
        return YearSpan(Year(base.number + 1), year)
    }

    /// A target by the end of a plan of several years changes over the plan: 到2025年, or 累计.
    private func planSpan(of statement: Statement, _ clause: ArraySlice<UInt8>) -> YearSpan? {
        guard statement.kind == .target, let year = statement.year,
            let span = PlanYears.span(ofTitle: statement.provenance.documentTitle), span.first < span.last,
            span.last == year
        else { return nil }
        let quote = statement.provenance.quote
        // The paragraph opens with 到2025年.
        let isLed = statement.yearOrigin == .paragraph || statement.yearOrigin == .leadIn
        return runs(clause) || isLed || PlanYears.says(quote, by: year) || statement.source == .table ? span : nil
    }

    /// An average growth a year is over the years of its plan; a fact's over those that the sentence says.
    private func averageSpan(of statement: Statement, _ clause: ArraySlice<UInt8>) -> YearSpan? {
        guard let year = statement.year, isAverage(statement, clause) else { return nil }
        guard statement.kind == .target else {
            let sentence = FigureClause.sentence(before: statement)
            return since(sentence, until: year) ?? years(sentence, until: year)
        }
        if let span = PlanYears.span(ofTitle: statement.provenance.documentTitle), span.first < span.last {
            return span.last == year ? span : nil
        }
        return year.number % 5 == 0 ? YearSpan(Year(year.number - 4), year) : nil
    }

    private func isAverage(_ statement: Statement, _ clause: ArraySlice<UInt8>) -> Bool {
        guard !statement.isPlanTotal else { return false }
        let texts = [statement.indicator, statement.qualifier].map { Array($0.utf8)[...] }
        return (texts + [clause]).contains(where: names.saysAverageGrowth)
    }

    // MARK: running totals

    /// The years of 累计 and of what a sentence opens with (五年来): those of the clause itself, else of the words before
    /// it in the sentence, unless the clause names a year of its own.
    private func runningSpan(of statement: Statement, _ clause: ArraySlice<UInt8>) -> YearSpan? {
        guard let year = statement.year, statement.kind == .actual || statement.kind == .target else { return nil }
        let runs = runs(clause)
        if runs, let span = since(clause, until: year) ?? years(clause, until: year) { return span }
        let isAmount = statement.measure == .increment || words.isYearAmount(statement.indicator)
        guard runs || isAmount, !words.holds(clause, .wholeYear), !Self.namesYear(clause) else { return nil }
        let sentence = FigureClause.sentence(before: statement)
        return years(sentence, until: year) ?? (runs ? since(sentence, until: year) : nil)
    }

    /// 2021年以来, “十四五”以来, 2021年项目启动以来.
    private func since(_ text: ArraySlice<UInt8>, until year: Year) -> YearSpan? {
        guard words.holds(text, .since) else { return nil }
        let bytes = Array(text)
        var result: YearSpan?
        var first: (year: Year, end: Int)?
        var index = 0
        while index < bytes.count {
            if let found = DateReader.years(in: bytes, at: index) {
                first = (Year(found.first), found.end)
                index = found.end
            } else if let plan = DateReader.plan(in: bytes, at: index) {
                first = (plan.span.first, index + plan.length)
                index += plan.length
            } else {
                if let start = first, index - start.end <= Self.sinceReach,
                    words[.since].contains(where: { bytes[index...].starts(with: $0.utf8) })
                {
                    result = start.year <= year ? YearSpan(start.year, year) : nil
                    first = nil
                }
                index += UTF8Scanning.width(bytes[index])
            }
        }
        return result
    }

    /// Bytes between a year and 以来: ten characters.
    private static let sinceReach = 30

    /// 五年来, 过去五年, 五年累计: so many years up to the figure's own.
    private func years(_ text: ArraySlice<UInt8>, until year: Year) -> YearSpan? {
        let bytes = Array(text)
        var index = 0
        while index < bytes.count {
            if let number = DateReader.yearCount(in: bytes, at: index) {
                let isNamed =
                    words[.yearsBefore].contains { bytes[..<index].ends(with: $0) }
                    || words[.yearsAfter].contains { bytes[number.end...].starts(with: $0.utf8) }
                if isNamed { return YearSpan(Year(year.number - number.value + 1), year) }
                index = number.end
            } else {
                index += UTF8Scanning.width(bytes[index])
            }
        }
        return nil
    }

    private static func namesYear(_ text: ArraySlice<UInt8>) -> Bool { lastYear(in: text) != nil }

    /// The year that `text` names last.
    private static func lastYear(in text: ArraySlice<UInt8>) -> Year? {
        let bytes = Array(text)
        var result: Year?
        var index = 0
        while index < bytes.count {
            if let found = DateReader.years(in: bytes, at: index) {
                (result, index) = (Year(found.first), found.end)
            } else {
                index += UTF8Scanning.width(bytes[index])
            }
        }
        return result
    }
}

extension YearSpan {
    fileprivate var isOneYear: Bool { first == last }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with word: String) -> Bool { suffix(word.utf8.count).elementsEqual(word.utf8) }
}
