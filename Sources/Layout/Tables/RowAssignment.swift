/// The cheapest way to make a number of cells of consecutive lines, each cell one line or more.
///
/// For every count of cells and lines it keeps the costs of the two cheapest ways, so that the margin
/// between them tells how sure the best one is.
struct RowAssignment {
    private struct Ways {
        var cost = Double.infinity
        /// The cost of the second cheapest way.
        var second = Double.infinity
        /// Lines of the last cell in the cheapest way.
        var length = 0
    }

    private static let longestCell = 9
    private let lineCount: Int
    /// By cells, then lines.
    private var ways: [Ways]

    /// `evidence[i]` speaks for joining line i to line i-1; `bonus(cell, lines)` is taken off the cost of a cell of
    /// several lines.
    ///
    /// Answers for all lines made of `fewest` to `cells` cells; other divisions are not tried.
    init(
        lines: Int, fewest: Int = 0, cells: Int, evidence: [Double], bonus: ((Int, Range<Int>) -> Double)? = nil
    ) {
        lineCount = lines
        ways = Array(repeating: Ways(), count: (cells + 1) * (lines + 1))
        ways[0].cost = 0
        var cell = 1
        while cell <= cells, cell <= lines {
            let last = min(lines, cell * Self.longestCell, lines - max(0, fewest - cell))
            var end = cell
            while end <= last {
                ways[cell * (lines + 1) + end] = best(cell: cell, end: end, evidence, bonus)
                end += 1
            }
            cell += 1
        }
    }

    private func best(
        cell: Int, end: Int, _ evidence: [Double], _ bonus: ((Int, Range<Int>) -> Double)?
    ) -> Ways {
        var found = Ways()
        let before = (cell - 1) * (lineCount + 1)
        // What speaks against joining the lines of the cell.
        var inner = 0.0
        var start = end - 1
        let first = end > Self.longestCell ? end - Self.longestCell : 0
        while start >= first {
            if start + 1 < end, evidence[start + 1] < 0 { inner -= evidence[start + 1] }
            let rest = ways[before + start]
            if rest.cost < .infinity {
                var own = inner
                if start > 0, evidence[start] > 0 { own += evidence[start] }
                if let bonus, end - start > 1 { own -= bonus(cell - 1, start..<end) }
                let cost = rest.cost + own
                if cost < found.cost {
                    found.second = found.cost < rest.second + own ? found.cost : rest.second + own
                    found.cost = cost
                    found.length = end - start
                } else if cost < found.second {
                    found.second = cost
                }
            }
            start -= 1
        }
        return found
    }

    private func ways(_ cells: Int, _ lines: Int) -> Ways { ways[cells * (lineCount + 1) + lines] }

    /// `nil` where the lines cannot make so many cells.
    func cost(cells: Int, lines: Int) -> Double? {
        guard cells >= 0, cells * (lineCount + 1) < ways.count, lines <= lineCount else { return nil }
        let cost = ways(cells, lines).cost
        return cost < .infinity ? cost : nil
    }

    /// By how much the second-best way is dearer.
    func margin(cells: Int, lines: Int) -> Double {
        let found = ways(cells, lines)
        return found.second - found.cost
    }

    /// The lines of each cell in the cheapest way.
    func cells(_ cells: Int, lines: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var end = lines
        for cell in stride(from: cells, to: 0, by: -1) {
            let length = ways(cell, end).length
            result.append(end - length..<end)
            end -= length
        }
        return result.reversed()
    }
}
