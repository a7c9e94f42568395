import PipelineDefinition
import SourceText

/// A column of a page that can be cut into cells for any number of rows.
struct RotatedColumn {
    let text: RotatedText
    let segment: Range<Int>
    let kind: RotatedLexicon.CellKind
    let lexicon: RotatedLexicon
    let words: CellWords
    let width: LineWidth?
    /// True where the last cell goes on over the page break.
    var isOpen = false

    /// The best sum of points for `rows` cells, cells that all begin or end alike preferred.
    func points(rows: Int) -> Int? {
        guard let likeness = likeness(rows: rows) else { return nil }
        return search(likeness, rows...rows).best(rows).map { Int($0) }
    }

    /// The best sums of points for 0 to `most` cells; `nil` where the column has no such cells.
    func points(most: Int) -> [Int?] {
        let likeness = CellLikeness(text, segment, kind: kind, lexicon: lexicon, words: words, rows: 0, width: width)
        guard most > 0, likeness.borders.count > 1 else { return [Int?](repeating: nil, count: most + 1) }
        let cut = search(likeness, 0...most)
        return (0...most).map { rows in rows > 0 ? cut.best(rows).map { Int($0) } : nil }
    }

    struct Cell: Hashable {
        var range: Range<Int>
        /// False beside a border that may as well stand elsewhere.
        var isCertain: Bool
    }

    /// The cells of the column, and how far they are borne out.
    struct Cut {
        var cells: [Cell]
        /// False where only the number of sentences speaks for the cells: a lost cell would not show.
        var isBorneOut = true
    }

    /// The best cells for `rows` rows; `nil` where the column has no such cells, or likes another number better.
    func cut(rows: Int) -> Cut? {
        guard let likeness = likeness(rows: rows), likeness.borders.count > rows else { return nil }
        let cut = search(likeness, rows - 1...rows)
        guard let points = cut.best(rows) else { return nil }
        // The column's own ends are certain.
        let margins = [Double.infinity] + cut.margins(rows) + [.infinity]
        let cells = zip(cut.cells(rows), zip(margins, margins.dropFirst())).map { cell, beside in
            Cell(
                range: likeness.borders[cell.lowerBound]..<likeness.borders[cell.upperBound],
                isCertain: min(beside.0, beside.1) >= Double(likeness.margin))
        }
        // A cell too many that hardly pays: the column lacks a cell, and which row has none is not printed.
        if rows > 1, points - (cut.best(rows - 1) ?? -.infinity) < Double(likeness.leastGain) {
            return likeness.hasSentenceForEachRow ? Cut(cells: cells, isBorneOut: false) : nil
        }
        return Cut(cells: cells)
    }

    /// The ways to cut at the borders into cells no longer than the limit.
    private func search(_ likeness: CellLikeness, _ cells: ClosedRange<Int>) -> SequenceCut {
        let (borders, limit) = (likeness.borders, likeness.limit)
        var reach = Array(repeating: 0, count: borders.count)
        var last = 0
        for place in borders.indices {
            while last + 1 < borders.count, borders[last + 1] - borders[place] <= limit { last += 1 }
            reach[place] = last
        }
        return SequenceCut(
            units: max(0, borders.count - 1), cells: cells, reach: { reach[$0] },
            gain: { Double(likeness.points(borders[$0], borders[$1])) })
    }

    private func likeness(rows: Int) -> CellLikeness? {
        guard rows > 0 else { return nil }
        let likeness = CellLikeness(
            text, segment, kind: kind, lexicon: lexicon, words: words, rows: rows, width: width, isOpen: isOpen)
        return likeness.suspectsMerging ? nil : likeness
    }
}

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

    /// Characters of the longest cell that is looked for elsewhere.
    private static let longest = 24

    private let start: Int
    /// By first character, then length up to ``longest``: how often a cell is settled elsewhere, and how often more than
    /// once it stands here, each as far as it counts. Empty where nothing is known.
    private var elsewhere: [UInt8] = []
    private var repeats: [UInt8] = []
    /// By character: points for the edge of settled cells that begins there, and for the one that ends before it.
    private var openings: [Int] = []
    private var endings: [Int] = []

    init(_ text: RotatedText, _ segment: Range<Int>, kind: RotatedLexicon.CellKind, settled: Settled) {
        start = segment.lowerBound
        if Self.kinds.contains(kind), !settled.isEmpty { measure(settled, text, segment) }
        if kind == .category || kind == .organisation || kind == .person { count(text, segment) }
    }

    private mutating func measure(_ settled: Settled, _ text: RotatedText, _ segment: Range<Int>) {
        let most = max(CellPoints.Familiar.name, CellPoints.Familiar.value)
        elsewhere = [UInt8](repeating: 0, count: segment.count * (Self.longest + 1))
        for first in segment {
            let offset = text.starts[first]
            var last = first
            settled.cells.eachMatch(
                in: text.text.bytes, at: offset, limit: text.starts[min(first + Self.longest, segment.upperBound)]
            ) { length, count in
                while text.starts[last] < offset + length { last += 1 }
                if text.starts[last] == offset + length {
                    elsewhere[place(first, last)] = UInt8(min(most, count))
                }
            }
        }
        openings = [Int](repeating: 0, count: segment.count + 1)
        endings = openings
        for first in segment.dropLast(Self.edge - 1) {
            let bytes = text.bytes(first..<first + Self.edge)
            openings[first - start] = min(3, (settled.cells.value(of: Self.openingKey(bytes)) ?? 0) / 2)
            endings[first + Self.edge - start] = min(3, (settled.cells.value(of: Self.endingKey(bytes)) ?? 0) / 2)
        }
    }

    private mutating func count(_ text: RotatedText, _ segment: Range<Int>) {
        repeats = [UInt8](repeating: 0, count: segment.count * (Self.longest + 1))
        let borders = segment.filter { text.mayBegin[$0] } + [segment.upperBound]
        var numbers = KeyNumbers()
        var words: [(first: Range<Int>, count: Int)] = []
        var sightings: [(place: Int, word: Int)] = []
        for (position, first) in borders.enumerated() {
            // The words that begin here have their begins in common, and a hash of each goes on from the shorter one's.
            var (hash, end): (UInt64, Int) = (0, first)
            for last in borders[(position + 1)...].prefix(8) {
                guard last - first <= 16 else { break }
                for byte in text.bytes(end..<last) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
                end = last
                guard last - first >= 2 else { continue }
                let (number, isNew) = numbers.number(of: hash)
                if isNew {
                    words.append((first..<last, 1))
                } else if text.bytes(words[number].first).elementsEqual(text.bytes(first..<last)) {
                    words[number].count += 1
                } else {
                    continue
                }
                sightings.append((place(first, last), number))
            }
        }
        // What stands once tells nothing.
        for sighting in sightings { repeats[sighting.place] = UInt8(min(2, words[sighting.word].count - 1)) }
    }

    private func place(_ first: Int, _ last: Int) -> Int { (first - start) * (Self.longest + 1) + last - first }

    /// Points for words that are settled elsewhere or recur here.
    func familiarity(of cell: Range<Int>, most: Int) -> Int {
        guard cell.count >= 2, cell.count <= Self.longest else { return 0 }
        let place = place(cell.lowerBound, cell.upperBound)
        return (elsewhere.isEmpty ? 0 : min(Int(elsewhere[place]), most)) + (repeats.isEmpty ? 0 : Int(repeats[place]))
    }

    /// Lists of units often begin or end with the same words on every row.
    func edgePoints(of cell: Range<Int>) -> Int {
        guard cell.count >= Self.edge, !openings.isEmpty else { return 0 }
        return openings[cell.lowerBound - start] + endings[cell.upperBound - start]
    }

    /// Characters of the edge of a cell.
    private static let edge = 4

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
