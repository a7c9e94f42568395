import PipelineDefinition
import SourceText
import StatisticalModel

/// The name that a row gives its indicator, with the unit and the change that the name itself states.
///
/// `每千人口托位数（个）` is 每千人口托位数 in 个; `单位GDP能耗降低（%）` is a change downwards of 单位GDP能耗.
struct IndicatorName {
    var text: String
    /// The part of ``text`` that the figure is of, where the row's own name does not say it: 铁路.
    var part = ""
    var unit: String?
    var measure = StatementMeasure.level
    var changeDirection = 0

    /// `bracketsAreUnits`: other rows of the column end in units, so an unknown bracket is one too.
    init(_ bytes: [UInt8], bracketsAreUnits: Bool, library: PipelineLibrary) {
        var range = CellText.trimmed(0..<bytes.count, of: bytes)
        if let bracket = Self.lastBracket(of: bytes, in: range) {
            let content = CellText.string(bracket.content, of: bytes)
            if library.units.resolve(content) != nil || (bracketsAreUnits && bracket.content.count <= 30) {
                unit = content
                range = CellText.trimmed(range.lowerBound..<bracket.whole.lowerBound, of: bytes)
            }
        }
        if let (rest, role) = Self.changeWord(at: range, of: bytes, library: library), !rest.isEmpty {
            measure = .change
            changeDirection = role == .rise ? 1 : -1
            range = rest
        }
        text = CellText.string(range, of: bytes)
    }

    /// True where the name in `bytes` ends in a bracket that holds a known unit.
    static func statesUnit(_ bytes: [UInt8], library: PipelineLibrary) -> Bool {
        lastBracket(of: bytes, in: CellText.trimmed(0..<bytes.count, of: bytes)).map {
            library.units.resolve(CellText.string($0.content, of: bytes)) != nil
        } ?? false
    }

    /// The bracket that ends the name.
    private static func lastBracket(
        of bytes: [UInt8], in range: Range<Int>
    ) -> (content: Range<Int>, whole: Range<Int>)? {
        var index = range.lowerBound
        while index < range.upperBound {
            if let bracket = CellText.bracket(in: bytes, at: index) {
                if bracket.whole.upperBound >= range.upperBound { return bracket }
                index = bracket.whole.upperBound
            } else {
                index += CellText.width(bytes[index])
            }
        }
        return nil
    }

    /// A verb of change that ends the name: 增长, 累计下降.
    private static func changeWord(
        at range: Range<Int>, of bytes: [UInt8], library: PipelineLibrary
    ) -> (rest: Range<Int>, role: HeaderLexicon.CellRole)? {
        var start = max(range.lowerBound, range.upperBound - 12)
        while start < range.upperBound {
            if bytes[start] & 0xC0 != 0x80,
                let match = library.headers.before.longestMatch(in: bytes, at: start, limit: range.upperBound),
                start + match.length == range.upperBound, match.value == .rise || match.value == .fall
            {
                return (range.lowerBound..<start, match.value)
            }
            start += 1
        }
        return nil
    }
}
