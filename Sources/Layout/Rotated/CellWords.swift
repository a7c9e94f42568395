import PipelineDefinition
import SourceText

/// What other cells tell of one: cells of the same column that other pages settled, and words that recur in it.
///
/// It depends on the column's text alone, so that all ways to cut the column share one.
struct CellWords {
    /// Cells of a column that pages settled with how often, and their edges under ``openingKey(_:)``, ``endingKey(_:)``.
    struct Settled {
        private(set) var cells = WordTrie<Int>()
        var isEmpty: Bool { cells.isEmpty }

        init(_ counts: [[UInt8]: Int] = [:]) {
            for (bytes, count) in counts { cells.insert(bytes: bytes, count) }
        }
    }

    /// The kinds of cells that other cells tell something of.
    static let kinds: Set<RotatedLexicon.CellKind> = [.organisation, .name, .person, .category]

    private let settled: Settled
    private var repeats = WordTrie<Int>()

    init(_ text: RotatedText, _ segment: Range<Int>, kind: RotatedLexicon.CellKind, settled: Settled) {
        self.settled = settled
        guard kind == .category || kind == .organisation || kind == .person else { return }
        var counts: [ArraySlice<UInt8>: Int] = [:]
        let borders = segment.filter { text.mayBegin[$0] } + [segment.upperBound]
        for (position, first) in borders.enumerated() {
            for last in borders[(position + 1)...].prefix(8) where last - first >= 2 && last - first <= 16 {
                counts[text.bytes(first..<last), default: 0] += 1
            }
        }
        // What stands once tells nothing.
        for (bytes, count) in counts where count > 1 { repeats.insert(bytes: bytes, count) }
    }

    /// Points for words that are settled elsewhere or recur here.
    func familiarity(of cell: Range<Int>, in text: RotatedText, most: Int) -> Int {
        guard cell.count >= 2, cell.count <= 24 else { return 0 }
        let bytes = text.bytes(cell)
        let elsewhere = min(settled.cells.value(of: bytes) ?? 0, most)
        return elsewhere + min(2, (repeats.value(of: bytes) ?? 1) - 1)
    }

    /// Lists of units often begin or end with the same words on every row.
    func edgePoints(of cell: Range<Int>, in text: RotatedText) -> Int {
        guard cell.count >= 4, !settled.isEmpty else { return 0 }
        let first = text.bytes(cell.lowerBound..<cell.lowerBound + 4)
        let last = text.bytes(cell.upperBound - 4..<cell.upperBound)
        let opening = settled.cells.value(of: Self.openingKey(first)) ?? 0
        let ending = settled.cells.value(of: Self.endingKey(last)) ?? 0
        return min(3, opening / 2) + min(3, ending / 2)
    }

    /// Keys under which the first and last characters of settled cells are counted; no text holds these bytes.
    static func openingKey(_ bytes: ArraySlice<UInt8>) -> some Collection<UInt8> { Key(lead: 0xFE, bytes: bytes) }
    static func endingKey(_ bytes: ArraySlice<UInt8>) -> some Collection<UInt8> { Key(lead: 0xFF, bytes: bytes) }

    /// A byte before others, without a copy of them.
    private struct Key: Collection {
        let lead: UInt8
        let bytes: ArraySlice<UInt8>

        var startIndex: Int { 0 }
        var endIndex: Int { bytes.count + 1 }
        func index(after index: Int) -> Int { index + 1 }
        subscript(index: Int) -> UInt8 { index == 0 ? lead : bytes[bytes.startIndex + index - 1] }
    }
}
