import PipelineDefinition
import SourceText
import StatisticalModel

/// The figures of one sentence, each with its place in the sentence's words.
struct SentenceFigures {
    struct Figure {
        let item: NormalizedStatement
        /// Bytes of ``SentenceFigures/quote`` that hold the number.
        let range: Range<Int>
    }

    let quote: [UInt8]
    private(set) var figures: [Figure] = []

    /// Finds the numbers of `statements`, which come in the order of the sentence; one that is not
    /// printed in digits is left out.
    init(_ statements: [NormalizedStatement]) {
        quote = Array((statements.first?.statement.provenance.quote ?? "").utf8)
        var start = 0
        for item in statements {
            guard let value = item.statement.quantity?.value,
                let range = Self.find(Array(value.description.utf8), in: quote, from: start)
            else { continue }
            figures.append(Figure(item: item, range: range))
            start = range.upperBound
        }
    }

    /// The sentences of prose in order.
    static func all(of statements: [NormalizedStatement]) -> [SentenceFigures] {
        var result: [SentenceFigures] = []
        var start = 0
        for end in statements.indices {
            let next = end + 1 < statements.count ? statements[end + 1].statement.provenance : nil
            let place = statements[end].statement.provenance
            if next?.quote == place.quote, next?.bulletin == place.bulletin, next?.document == place.document {
                continue
            }
            if statements[end].statement.source == .prose, end > start {
                result.append(SentenceFigures(Array(statements[start...end])))
            }
            start = end + 1
        }
        return result
    }

    /// The statements that share out an accumulated total: 累计1000处，其中2022年200处，2023年300处.
    ///
    /// Such figures are portions, no levels reached: the words of `setting` list them, its exceptions accumulate.
    static func portions(among statements: [NormalizedStatement], _ setting: CheckSetting) -> Set<StatementID> {
        var result: Set<StatementID> = []
        for sentence in all(of: statements) {
            guard let total = setting.exceptions.firstOccurrence(in: sentence.quote),
                let list = setting.words.firstOccurrence(in: sentence.quote, from: total.upperBound)
            else { continue }
            let listed = sentence.figures.filter { $0.range.lowerBound >= list.upperBound }
            result.formUnion(listed.map(\.item.statement.id))
        }
        return result
    }

    /// The first place of `number` that no other digit touches.
    private static func find(_ number: [UInt8], in text: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = number.first else { return nil }
        var index = start
        while index + number.count <= text.count {
            let end = index + number.count
            if text[index] == first, text[index..<end].elementsEqual(number), !isNumeral(text, index - 1),
                !isNumeral(text, end)
            {
                return index..<end
            }
            index += 1
        }
        return nil
    }

    private static func isNumeral(_ text: [UInt8], _ index: Int) -> Bool {
        guard text.indices.contains(index) else { return false }
        return (0x30...0x39).contains(text[index]) || text[index] == UInt8(ascii: ".")
    }

    /// The places of the marks `signs` in the sentence, in order: what looks between many figures finds them once.
    func places(of signs: [String]) -> [Range<Int>] {
        let signs = signs.map { Array($0.utf8) }
        return quote.indices.compactMap { index in
            signs.first { quote[index...].starts(with: $0) }.map { index..<index + $0.count }
        }
    }

    /// The figures that begin within `range`.
    func figures(in range: Range<Int>) -> ArraySlice<Figure> {
        figures[Self.partition(figures) { $0.range.lowerBound >= range.lowerBound }...]
            .prefix { $0.range.lowerBound < range.upperBound }
    }

    /// The first index of the sorted `items` from which on `isBehind` holds.
    static func partition<Item>(_ items: [Item], by isBehind: (Item) -> Bool) -> Int {
        var (low, high) = (0, items.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(items[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
