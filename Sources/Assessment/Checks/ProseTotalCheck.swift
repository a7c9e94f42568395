import PipelineDefinition
import SourceText
import StatisticalModel

extension OutcomeCheck {
    /// Parts after 其中 that come to more than the total before it.
    ///
    /// Fewer is no mistake, since 其中 need not list all parts. Parts are figures of the total's unit and year, up
    /// to the next 其中 or semicolon; figures of several years are parts only of a total that a word of
    /// accumulation leads (the exceptions column: 累计). A total that is a bound may be passed by the threshold's share.
    static let proseTotal = OutcomeCheck("prose-total") { run, context in
        SentenceFigures.all(of: run.statements).flatMap { sentence in
            PartLists(sentence, context).mismatches.map { mismatch in
                context.note(
                    on: mismatch.total.statement,
                    expected: "\(mismatch.parts.map(\.printed).joined(separator: " + ")) = \(mismatch.sum)",
                    found: .text(mismatch.total.statement.printed))
            }
        }
    }
}

/// The lists of parts in a sentence, each with its totals.
private struct PartLists {
    typealias Mismatch = (total: NormalizedStatement, parts: [NormalizedStatement], sum: String)

    private let sentence: SentenceFigures
    private let context: CheckContext
    /// The full stops and semicolons of the sentence.
    private let cuts: [Range<Int>]
    /// The first word that accumulates.
    private let accumulation: Range<Int>?

    init(_ sentence: SentenceFigures, _ context: CheckContext) {
        self.sentence = sentence
        self.context = context
        cuts = sentence.places(of: ["；", "。", ";"])
        accumulation = context.setting.exceptions.firstOccurrence(in: sentence.quote)
    }

    var mismatches: [Mismatch] {
        var result: [Mismatch] = []
        var start = 0
        while let word = context.setting.words.firstOccurrence(in: sentence.quote, from: start) {
            let next = context.setting.words.firstOccurrence(in: sentence.quote, from: word.upperBound)
            let end = next?.lowerBound ?? sentence.quote.count
            result += mismatches(before: start..<word.lowerBound, after: word.upperBound..<end)
            start = word.upperBound
        }
        return result
    }

    private func mismatches(before: Range<Int>, after: Range<Int>) -> [Mismatch] {
        let totals = sentence.figures(in: before).filter { !isCut($0.range.upperBound..<before.upperBound) }
        let parts = sentence.figures(in: after).filter { !isCut(after.lowerBound..<$0.range.lowerBound) }.map(\.item)
        return Dictionary(grouping: totals.filter { isSummable($0.item) }, by: \.item.baseUnit).values
            .compactMap { $0.last }.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .compactMap { total in mismatch(total, parts.filter { isSummable($0) }) }
    }

    /// A full stop or semicolon ends what a total or a list of parts reaches.
    private func isCut(_ range: Range<Int>) -> Bool {
        let next = SentenceFigures.partition(cuts) { $0.lowerBound >= range.lowerBound }
        return next < cuts.count && cuts[next].upperBound <= range.upperBound
    }

    private func isSummable(_ item: NormalizedStatement) -> Bool {
        item.baseValue != nil && item.baseUnit != .percent && item.statement.measure != .change
            && item.statement.comparator != .range && item.baseUnit != .percentagePoint
            && item.baseUnit?.name.isEmpty == false
    }

    private func mismatch(_ total: SentenceFigures.Figure, _ candidates: [NormalizedStatement]) -> Mismatch? {
        let statement = total.item.statement
        var parts = candidates.filter { $0.baseUnit == total.item.baseUnit && $0.statement.kind == statement.kind }
        let years = Set(parts.compactMap(\.statement.year))
        if years.count > 1 {
            guard let accumulation, accumulation.upperBound <= total.range.lowerBound else { return nil }
            parts = parts.filter { $0.statement.indicator == statement.indicator }
        } else {
            parts = parts.filter { $0.statement.year == statement.year && $0.statement.measure == statement.measure }
        }
        // One name twice states an old and a new level, or two groups that overlap.
        let names = Set(
            parts.map { "\($0.statement.indicator)\u{0}\($0.qualifier)\u{0}\($0.statement.year?.number ?? 0)" })
        guard parts.count >= 2, names.count == parts.count, let bound = total.item.baseValue else { return nil }
        var sum: DecimalNumber = 0
        for part in parts {
            guard let value = part.baseValue, let next = sum.adding(value) else { return nil }
            sum = next
        }
        let isBound = statement.comparator != .equal
        guard let allowed = bound.multiplied(by: isBound ? context.threshold : 0)?.adding(bound), sum > allowed else {
            return nil
        }
        return (total.item, parts, printed(sum, parts))
    }

    /// The sum in the unit that the parts are printed in, where all print the same.
    private func printed(_ sum: DecimalNumber, _ parts: [NormalizedStatement]) -> String {
        let units = Set(parts.compactMap(\.statement.quantity?.unit))
        guard units.count == 1, let unit = units.first else { return "\(sum)\(parts.first?.baseUnit?.name ?? "")" }
        return
            "\(parts.compactMap(\.statement.quantity?.value).reduce(DecimalNumber(0)) { $0.adding($1) ?? sum })\(unit)"
    }
}
