/// The cheapest way to make a number of cells of consecutive lines, each cell one line or more.
///
/// For every count of cells and lines it keeps the two cheapest ways, so that the margin between
/// them tells how sure the best one is.
struct RowAssignment {
    private struct Way {
        var cost: Double
        /// Lines of the last cell.
        var length: Int
        /// Which of the two ways of the rest it builds on.
        var rest: Int
    }

    private static let longestCell = 9
    /// Ways by cells, then lines.
    private var ways: [[[Way]]] = []

    /// `evidence(i)` speaks for joining line i to line i-1; `bonus(cell, lines)` is taken off the cost of a cell of
    /// several lines.
    ///
    /// Answers for all lines made of `fewest` to `cells` cells; other divisions are not tried.
    init(
        lines: Int, fewest: Int = 0, cells: Int, evidence: [Double],
        bonus: (Int, Range<Int>) -> Double = { _, _ in 0 }
    ) {
        ways = Array(repeating: Array(repeating: [], count: lines + 1), count: cells + 1)
        ways[0][0] = [Way(cost: 0, length: 0, rest: 0)]
        guard cells > 0 else { return }
        for cell in 1...cells {
            guard cell <= lines else { break }
            let last = min(lines, cell * Self.longestCell, lines - max(0, fewest - cell))
            guard cell <= last else { continue }
            for end in cell...last {
                ways[cell][end] = best(cell: cell, end: end, evidence: evidence, bonus: bonus)
            }
        }
    }

    private func best(
        cell: Int, end: Int, evidence: [Double], bonus: (Int, Range<Int>) -> Double
    ) -> [Way] {
        var found: [Way] = []
        var inner = 0.0
        var start = end - 1
        while start >= max(0, end - Self.longestCell) {
            if start + 1 < end { inner += max(0, -evidence[start + 1]) }
            let before = ways[cell - 1][start]
            if !before.isEmpty {
                let border = start > 0 ? max(0, evidence[start]) : 0
                let own = inner + border - (end - start > 1 ? bonus(cell - 1, start..<end) : 0)
                Self.keep(Way(cost: before[0].cost + own, length: end - start, rest: 0), in: &found)
                if before.count > 1 {
                    Self.keep(Way(cost: before[1].cost + own, length: end - start, rest: 1), in: &found)
                }
            }
            start -= 1
        }
        return found
    }

    private static func keep(_ way: Way, in found: inout [Way]) {
        if found.isEmpty {
            found.append(way)
        } else if way.cost < found[0].cost {
            if found.count > 1 { found[1] = found[0] } else { found.append(found[0]) }
            found[0] = way
        } else if found.count == 1 {
            found.append(way)
        } else if way.cost < found[1].cost {
            found[1] = way
        }
    }

    func cost(cells: Int, lines: Int) -> Double? {
        guard cells < ways.count, lines < ways[cells].count else { return nil }
        return ways[cells][lines].first?.cost
    }

    /// By how much the second-best way is dearer.
    func margin(cells: Int, lines: Int) -> Double {
        let found = ways[cells][lines]
        return found.count > 1 ? found[1].cost - found[0].cost : .infinity
    }

    /// The lines of each cell in the cheapest way.
    func cells(_ cells: Int, lines: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var (end, rank) = (lines, 0)
        for cell in stride(from: cells, to: 0, by: -1) {
            let way = ways[cell][end][rank]
            result.append(end - way.length..<end)
            end -= way.length
            rank = way.rest
        }
        return result.reversed()
    }
}
