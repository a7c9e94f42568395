import PipelineDefinition
import SourceText
import StatisticalModel

extension OutcomeCheck {
    /// A stated share against its part and its whole: 医院53家，其中设老年医学科28家，占比52% makes 52.83.
    ///
    /// The whole stands before a word of listing (the exceptions column), the part behind it, and between the part
    /// and its share stands nothing but one of the check's words: a share of something else is another matter.
    /// It may be off by the rounding of its printed decimals and by the threshold, in points.
    static let shareOfWhole = OutcomeCheck("share-of-whole") { run, context in
        SentenceFigures.all(of: run.statements).flatMap { sentence in
            zip(sentence.figures, sentence.figures.dropFirst()).compactMap { part, share in
                StatedShare(part: part, share: share, in: sentence, context)?.mismatch(context)
            }
        }
    }
}

/// A part, its share and the whole that both are of.
private struct StatedShare {
    private let whole: NormalizedStatement
    private let part: NormalizedStatement
    private let share: NormalizedStatement

    init?(
        part: SentenceFigures.Figure, share: SentenceFigures.Figure, in sentence: SentenceFigures,
        _ context: CheckContext
    ) {
        let unit = part.item.statement.quantity?.unit ?? ""
        let between =
            part.range.upperBound
            + unit.utf8.count..<max(
                share.range.lowerBound, part.range.upperBound + unit.utf8.count)
        guard Self.isShare(share.item), Self.isCount(part.item), context.isWord(sentence.quote[between]),
            let listing = context.setting.exceptions.lastOccurrence(in: sentence.quote, before: part.range.lowerBound),
            let whole = sentence.figures.last(where: { $0.range.upperBound <= listing.lowerBound }),
            Self.isCount(whole.item), whole.item.baseUnit == part.item.baseUnit,
            whole.item.statement.kind == part.item.statement.kind,
            !sentence.figures.contains(where: {
                listing.upperBound <= $0.range.lowerBound && $0.range.upperBound < part.range.lowerBound
                    && $0.item.baseUnit == part.item.baseUnit
            })
        else { return nil }
        (self.whole, self.part, self.share) = (whole.item, part.item, share.item)
    }

    private static func isShare(_ item: NormalizedStatement) -> Bool {
        item.baseUnit == .percent && item.statement.measure == .level && item.statement.comparator == .equal
    }

    /// Levels that are no bounds.
    private static func isCount(_ item: NormalizedStatement) -> Bool {
        item.baseUnit != .percent && item.statement.measure == .level && item.baseValue?.isZero == false
            && [.equal, .approximately].contains(item.statement.comparator)
    }

    func mismatch(_ context: CheckContext) -> FindingNote? {
        guard let whole = whole.baseValue, let part = part.baseValue, let share = share.baseValue,
            let computed = part.multiplied(by: 100)?.divided(by: whole, decimals: share.decimals + 2),
            let tolerance = DecimalNumber(significand: 5, exponent: -share.decimals - 1).adding(context.threshold),
            let distance = computed.subtracting(share)?.magnitude, distance > tolerance
        else { return nil }
        return context.note(
            on: self.share.statement, expected: "\(self.part.printed) ÷ \(self.whole.printed) = \(computed)%",
            found: .text(self.share.statement.printed))
    }
}

extension CheckContext {
    /// True for one of the check's words with nothing about it but a comma before.
    fileprivate func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        let comma = Array("，".utf8)
        let word = bytes.starts(with: comma) ? bytes.dropFirst(comma.count) : bytes
        return setting.words.value(of: word) != nil
    }
}
