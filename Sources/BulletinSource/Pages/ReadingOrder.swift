import SourceText

/// Divides a page into columns of text, in the order in which they are read.
///
///     ┌───────────────────┐
///     │       title       │      bands: the title over the whole width, then the two columns,
///     ├─────────┬─────────┤      the left one first, then the table over the whole width
///     │ 1       │ 3       │
///     │ 2       │ 4       │
///     ├─────────┴─────────┤
///     │       table       │
///     └───────────────────┘
///
/// A gutter is a stretch without text that many lines end before and begin behind. Columns are taken only where their
/// lines fill them: the columns of a table that no rules part stay together, for ``AlignedTables``.
struct ReadingOrder {
    /// A part of the page that is read from the top to its end.
    struct Column {
        var words: [PageWord]
        /// By their number.
        var tables: [Int]
        var x0: Double
        var x1: Double
    }

    private struct Gutter {
        var x0: Double
        var x1: Double
        var y0: Double
        var y1: Double
    }

    /// The width of a strip in which gutters are sought.
    private static let strip = 2.0
    /// A column has at least so many lines.
    private static let fewestLines = 6

    let words: [PageWord]
    let tables: [PageBox]
    /// Tables and rules across: no gutter runs through them.
    private let barriers: [PageBox]
    private let bounds: PageBox

    init(words: [PageWord], tables: [PageBox], rules: [Ruling] = []) {
        self.words = words
        self.tables = tables
        barriers = tables + rules.map { PageBox(x0: $0.from, y0: $0.at - 0.5, x1: $0.to, y1: $0.at + 0.5) }
        let boxes = words.map(\.box) + tables
        bounds = boxes.dropFirst().reduce(boxes.first ?? PageBox(x0: 0, y0: 0, x1: 0, y1: 0)) { $0.union($1) }
    }

    func columns() -> [Column] {
        guard words.count >= 2 * Self.fewestLines else { return [whole(bounds.y0, bounds.y1)] }
        let gutters = gutters().filter { isProse(beside: $0) }
        guard !gutters.isEmpty else { return [whole(bounds.y0, bounds.y1)] }
        let cuts = Set(gutters.flatMap { [$0.y0, $0.y1] } + [bounds.y0 - 1, bounds.y1 + 1]).sorted()
        var result: [Column] = []
        for (top, bottom) in zip(cuts, cuts.dropFirst()) {
            let here = gutters.filter { $0.y0 <= top + 0.1 && $0.y1 >= bottom - 0.1 }.sorted { $0.x0 < $1.x0 }
            let edges = [-Double.infinity] + here.map { ($0.x0 + $0.x1) / 2 } + [.infinity]
            for (left, right) in zip(edges, edges.dropFirst()) {
                let own = column(x: left..<right, y: top..<bottom)
                if !own.words.isEmpty || !own.tables.isEmpty { result.append(own) }
            }
        }
        return result
    }

    private func whole(_ top: Double, _ bottom: Double) -> Column {
        Column(words: words, tables: Array(tables.indices), x0: bounds.x0, x1: bounds.x1)
    }

    private func column(x: Range<Double>, y: Range<Double>) -> Column {
        func holds(_ box: PageBox) -> Bool {
            x.contains((box.x0 + box.x1) / 2) && y.contains((box.y0 + box.y1) / 2)
        }
        let own = words.filter { holds($0.box) }
        let inside = tables.indices.filter { holds(tables[$0]) }
        let boxes = own.map(\.box) + inside.map { tables[$0] }
        return Column(
            words: own, tables: inside, x0: boxes.map(\.x0).min() ?? 0, x1: boxes.map(\.x1).max() ?? 0)
    }

    /// Stretches without text, from the left.
    private func gutters() -> [Gutter] {
        let boxes = (words.map(\.ink) + barriers).sorted { ($0.y0, $0.x0) < ($1.y0, $1.x0) }
        let count = min(4000, Int((bounds.x1 - bounds.x0) / Self.strip))
        guard count > 10 else { return [] }
        var crossing: [[Int]] = Array(repeating: [], count: count)
        for (index, box) in boxes.enumerated() {
            let first = max(0, Int((box.x0 - bounds.x0) / Self.strip))
            let last = min(count - 1, Int((box.x1 - bounds.x0) / Self.strip))
            if first <= last { for strip in first...last { crossing[strip].append(index) } }
        }
        let pitch = boxes.map { $0.y1 - $0.y0 }.sorted()[boxes.count / 2] * 1.3
        var result: [Gutter] = []
        var open: Gutter?
        func flush() {
            if let open, open.x1 - open.x0 >= 0.5 * pitch, open.y1 - open.y0 >= Double(Self.fewestLines) * pitch {
                result.append(open)
            }
            open = nil
        }
        for strip in 0..<count {
            let x = bounds.x0 + Double(strip) * Self.strip
            guard let run = longestRun(crossing[strip].map { boxes[$0] }) else {
                flush()
                continue
            }
            if let last = open {
                let (top, bottom) = (max(last.y0, run.lowerBound), min(last.y1, run.upperBound))
                if bottom - top > 0.8 * max(last.y1 - last.y0, run.upperBound - run.lowerBound) {
                    open = Gutter(x0: last.x0, x1: x + Self.strip, y0: top, y1: bottom)
                    continue
                }
                flush()
            }
            open = Gutter(x0: x, x1: x + Self.strip, y0: run.lowerBound, y1: run.upperBound)
        }
        return result.filter { gutter in
            let between = boxes.filter { gutter.y0 <= $0.y0 + 1 && $0.y1 - 1 <= gutter.y1 }
            return between.contains { $0.x1 <= gutter.x0 + Self.strip }
                && between.contains { $0.x0 >= gutter.x1 - Self.strip }
        }
    }

    /// The longest stretch of a strip between `boxes`, which come from the top.
    private func longestRun(_ boxes: [PageBox]) -> ClosedRange<Double>? {
        var end = bounds.y0
        var best: ClosedRange<Double>?
        for box in boxes + [PageBox(x0: 0, y0: bounds.y1, x1: 0, y1: bounds.y1)] {
            if box.y0 > end, box.y0 - end > best.map({ $0.upperBound - $0.lowerBound }) ?? 0 { best = end...box.y0 }
            end = max(end, box.y1)
        }
        return best
    }

    /// Whether the text at both sides of a gutter is lines that fill a column, as those of prose do; beside one such
    /// side the other may hold a table for the most part.
    private func isProse(beside gutter: Gutter) -> Bool {
        let inside = words.filter { $0.ink.y0 >= gutter.y0 - 1 && $0.ink.y1 <= gutter.y1 + 1 }
        let left = share(of: inside.filter { $0.ink.x1 <= gutter.x0 + Self.strip }) { $0.fields.last }
        let right = share(of: inside.filter { $0.ink.x0 >= gutter.x1 - Self.strip }) { $0.fields.first }
        return max(left, right) >= 0.5 && min(left, right) >= 0.2
    }

    /// The share of lines whose field beside a gutter is as wide as a column.
    private func share(of words: [PageWord], field: (PageLine) -> [PageWord]?) -> Double {
        let lines = TextLines.lines(words)
        guard lines.count >= Self.fewestLines else { return 0 }
        let fields = lines.compactMap { line -> (width: Double, count: Int)? in
            guard let field = field(line), let first = field.first, let last = field.last else { return nil }
            return (last.box.x1 - first.box.x0, field.reduce(0) { $0 + $1.glyphs.count })
        }
        let widest = fields.map(\.width).sorted()[fields.count * 9 / 10]
        return Double(fields.filter { $0.width > 0.75 * widest && $0.count >= 8 }.count) / Double(fields.count)
    }
}
