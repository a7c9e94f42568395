import SourceText

/// How wide the lines of a column are, seen from the characters that close a line.
///
/// Widths count half characters: an ASCII digit 1, an ideograph 2. Where a line holds an odd number
/// of raw lines its last one stands alone; in between some lines end unseen, so the distance of two
/// seen ends is a multiple of the width, less what a number or a comma that may not be cut pushes over.
struct LineWidth {
    let halves: Int

    /// The width that explains most distances inside `segments`; `nil` where none explains enough of them.
    static func estimate(_ segments: [(text: RotatedText, range: Range<Int>)]) -> LineWidth? {
        var distances: [(halves: Int, slack: Int)] = []
        for (text, range) in segments { collect(text, range, into: &distances) }
        guard distances.count >= 4 else { return nil }
        var best: (halves: Int, points: Int)?
        for halves in 6...96 {
            let width = LineWidth(halves: halves)
            var points = 0
            for distance in distances { points += width.points(distance.halves, slack: distance.slack) }
            if points > best?.points ?? 0 { best = (halves, points) }
        }
        guard let best, best.points >= 3 * distances.count / 2, best.points >= 12 else { return nil }
        return LineWidth(halves: best.halves)
    }

    private static func collect(
        _ text: RotatedText, _ range: Range<Int>, into distances: inout [(halves: Int, slack: Int)]
    ) {
        var width = 0
        for index in range {
            width += Self.width(index, text)
            guard text.closesLine[index] else { continue }
            distances.append((width, slack(after: index, text, range)))
            width = 0
        }
    }

    static func width(_ index: Int, _ text: RotatedText) -> Int { text.text.bytes[text.starts[index]] < 0x80 ? 1 : 2 }

    /// How much of the line may stay empty because what follows cannot be cut: a number, or a comma that pulls its word.
    static func slack(after index: Int, _ text: RotatedText, _ range: Range<Int>) -> Int {
        var (next, width) = (index + 1, 0)
        while next < range.upperBound, text.text.bytes[text.starts[next]] < 0x80, width < 12 {
            width += 1
            next += 1
        }
        return max(2, width)
    }

    /// True where the distance is one or more full lines; each unseen line end on the way adds room.
    func fits(_ distance: Int, slack: Int) -> Bool {
        var lines = 1
        while lines <= 3 {
            if distance >= lines * halves - slack - 2 * (lines - 1), distance <= lines * (halves + 1) { return true }
            lines += 1
        }
        return false
    }

    /// True where too many lines lie between two seen ends to tell anything.
    func isOpen(_ distance: Int) -> Bool { distance > 5 * halves / 2 }

    /// Wide lines are hit by chance less often than narrow ones, so a hit tells more.
    func points(_ distance: Int, slack: Int) -> Int {
        if isOpen(distance) { return 0 }
        guard fits(distance, slack: slack) else { return -1 }
        let chance = slack + 2 + (distance / halves)
        return halves >= 8 * chance ? 5 : halves >= 4 * chance ? 4 : halves >= 2 * chance ? 2 : 1
    }
}

extension LineWidth {
    /// The widths that explain most ends of lines inside `segments`, the likeliest first.
    static func candidates(_ segments: [(text: RotatedText, range: Range<Int>)]) -> [Int] {
        var distances: [(halves: Int, slack: Int)] = []
        for (text, range) in segments { collect(text, range, into: &distances) }
        guard distances.count >= 4 else { return [] }
        let points = RotatedWeights.widths.map { halves in
            let width = LineWidth(halves: halves)
            return (halves, distances.reduce(0) { $0 + width.points($1.halves, slack: $1.slack) })
        }
        return points.filter { $0.1 > 0 }.sorted { ($0.1, -$0.0) > ($1.1, -$1.0) }
            .prefix(RotatedWeights.widthsTried).map(\.0)
    }
}

/// How well the units of a column fill the lines of a cell.
///
/// A line that is not the last of its cell has no room for what follows; a lone group closes a line. Which borders of
/// units are ends of lines is not printed, so the weights of all ways are summed.
struct CellLines {
    /// Half characters of each unit, summed from the left.
    let halves: [Int]
    /// True for a unit that stood alone in its group.
    let isLone: [Bool]
    /// Half characters that cannot be cut off at the begin of each unit: a number, commas behind a character.
    let pieces: [Int]

    /// How likely the lines of the cells between `borders` (units) are, by begin, then end, as far as `reach` tells.
    func shares(width: Int, borders: [Int], reach: [Int]) -> [Double] {
        let size = borders.count
        let lines = Lines(self, width: width)
        // The lines that end at a border side by side, with the first unit that one of them begins at.
        let closing = borders.map { lines.closing(at: $0) }
        var shares = [Double](repeating: 0, count: size * size)
        var sums = [Double](repeating: 0, count: isLone.count + 1)
        for (place, from) in borders.enumerated() {
            let end = borders[reach[place]]
            for unit in from...end { sums[unit] = 0 }
            sums[from] = 1
            sums.withUnsafeMutableBufferPointer { sums in lines.sum(from, end, into: sums) }
            var last = place + 1
            while last <= reach[place] {
                shares[place * size + last] = closing[last].share(of: sums, from: from)
                last += 1
            }
        }
        return shares
    }

    /// The shares of the lines that close a cell at a border, by the unit where they begin, from `first` on.
    private struct Closing {
        let first: Int
        let shares: [Double]

        /// Of all ways to a unit where such a line begins, no unit before `from` among them.
        func share(of sums: [Double], from: Int) -> Double {
            let lines = max(0, from - first)..<shares.count
            return sums.withUnsafeBufferPointer { sums in
                shares.withUnsafeBufferPointer { shares in
                    UnsafeBufferPointer(rebasing: shares[lines]).products(
                        with: UnsafeBufferPointer(rebasing: sums[first + lines.lowerBound..<first + lines.upperBound]))
                }
            }
        }
    }

    /// The lines that may stand between two units, by the unit where they begin, those that begin at one by their end.
    private struct Lines {
        /// By unit, where its lines begin in the lists; the number of all at last.
        private var firsts = [0]
        /// Shares of a line that another follows, and of the last of its cell.
        private var inner: [Double] = []
        private var last: [Double] = []

        init(_ cell: CellLines, width: Int) {
            for unit in cell.isLone.indices {
                append(cell, from: unit, width: width)
                firsts.append(inner.count)
            }
        }

        private mutating func append(_ cell: CellLines, from: Int, width: Int) {
            var share = 0.5
            var to = from + 1
            while to <= cell.isLone.count {
                let length = cell.halves[to] - cell.halves[from]
                guard length <= width + 3 || to == from + 1 else { break }
                let over =
                    length <= width ? 1 : length == width + 1 ? RotatedWeights.over.one : RotatedWeights.over.more
                let room = width - length
                let next = to < cell.isLone.count ? cell.pieces[to] : 2
                let full = RotatedWeights.full
                let fills = room < next ? full.0 : room < next + 2 ? full.1 : room < next + 6 ? full.2 : full.3
                inner.append(share * over * fills)
                last.append(share * over * 2 / Double(width))
                share *= cell.isLone[to - 1] ? RotatedWeights.loneInside : 1 - RotatedWeights.loneInside
                to += 1
            }
        }

        /// Sums all ways to go on with lines from `from` up to each unit before `end`, `end` included.
        func sum(_ from: Int, _ end: Int, into sums: UnsafeMutableBufferPointer<Double>) {
            inner.withUnsafeBufferPointer { inner in
                var start = from
                while start < end {
                    let (sum, first) = (sums[start], firsts[start])
                    if sum > 0 {
                        let count = min(firsts[start &+ 1] &- first, end &- start)
                        for line in 0..<count { sums[start &+ 1 &+ line] += sum * inner[first &+ line] }
                    }
                    start &+= 1
                }
            }
        }

        func closing(at end: Int) -> Closing {
            var first = end
            while first > 0, firsts[first] - firsts[first - 1] > end - first { first -= 1 }
            return Closing(first: first, shares: (first..<end).map { last[firsts[$0] + end - $0 - 1] })
        }
    }
}
