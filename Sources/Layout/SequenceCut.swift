/// Cuts a row of units into a number of cells, each a unit or more, by the best sum of gains over all ways to cut it.
///
/// The units are what borders part: the lines of a flattened column, the character groups of a rotated one, the fields
/// of heads cut in lines. The search is exact: `forward` is the best sum of the first k cells when they end at a
/// border, the way back the same from the other end. Together they tell for each border by how much the best way with
/// the border at any other place is worse: its margin. What has a small margin is left open, never guessed.
struct SequenceCut {
    private static let impossible = -Double.infinity
    /// Gains of so many units are kept from the way there for the way back.
    private static let mostUnitsKept = 1024

    private let units: Int
    private let reach: (Int) -> Int
    private let gain: (Int, Int) -> Double
    private let bonus: ((Int, Range<Int>) -> Double)?
    /// By cells, then border.
    private var forward: [Double]
    private var choice: [Int]
    private var gains: [Double] = []

    /// - Parameters:
    ///   - cells: for how many cells ``best(_:)`` answers; ways that can end in fewer than the least are not tried.
    ///   - reach: the last border at which a cell that begins at a border may end.
    ///   - gain: what speaks for a cell from one border to another.
    ///   - bonus: what the place among the cells adds, counted from 0.
    init(
        units: Int, cells: ClosedRange<Int>, reach: @escaping (Int) -> Int, gain: @escaping (Int, Int) -> Double,
        bonus: ((Int, Range<Int>) -> Double)? = nil
    ) {
        self.units = units
        self.reach = reach
        self.gain = gain
        self.bonus = bonus
        let size = (cells.upperBound + 1) * (units + 1)
        forward = [Double](repeating: Self.impossible, count: size)
        choice = [Int](repeating: 0, count: size)
        forward[0] = 0
        if units < Self.mostUnitsKept { gains = [Double](repeating: 0, count: units * (units + 1)) }
        var from = 0
        while from < units {
            search(from: from, cells)
            from += 1
        }
    }

    private mutating func search(from: Int, _ cells: ClosedRange<Int>) {
        let width = units + 1
        // So many cells at most end at `from`, and so few that the units left make the others.
        let last = min(cells.upperBound, from + 1)
        var to = from + 1
        let end = min(units, reach(from))
        while to <= end {
            let own = gain(from, to)
            if !gains.isEmpty { gains[from * width + to] = own }
            var cell = max(1, cells.lowerBound - (units - to))
            while cell <= last {
                let before = forward[(cell - 1) * width + from]
                if before > Self.impossible {
                    let sum = before + own + (bonus?(cell - 1, from..<to) ?? 0)
                    if sum > forward[cell * width + to] {
                        forward[cell * width + to] = sum
                        choice[cell * width + to] = from
                    }
                }
                cell += 1
            }
            to += 1
        }
    }

    /// The best sum of gains of `count` cells; `nil` where the units cannot make so many.
    func best(_ count: Int) -> Double? {
        let place = count * (units + 1) + units
        guard count >= 0, place < forward.count, forward[place] > Self.impossible else { return nil }
        return forward[place]
    }

    /// The units of each cell in the best way.
    func cells(_ count: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var end = units
        for cell in stride(from: count, to: 0, by: -1) {
            let start = choice[cell * (units + 1) + end]
            result.append(start..<end)
            end = start
        }
        return result.reversed()
    }

    /// For the `count - 1` borders between the cells: by how much the best way with the border elsewhere is worse.
    func margins(_ count: Int) -> [Double] {
        guard count > 1, let total = best(count) else { return [] }
        let width = units + 1
        let places = cells(count).dropLast().map(\.upperBound)
        var margins = [Double](repeating: .infinity, count: count - 1)
        var after = [Double](repeating: Self.impossible, count: width)
        after[units] = 0
        for cell in stride(from: count, to: 1, by: -1) {
            var before = [Double](repeating: Self.impossible, count: width)
            for from in 0..<units {
                let reached = forward[(cell - 1) * width + from]
                guard reached > Self.impossible else { continue }
                var to = from + 1
                let end = min(units, reach(from))
                while to <= end {
                    if after[to] > Self.impossible {
                        let own = gains.isEmpty ? gain(from, to) : gains[from * width + to]
                        before[from] = max(before[from], after[to] + own + (bonus?(cell - 1, from..<to) ?? 0))
                    }
                    to += 1
                }
                if from != places[cell - 2] {
                    margins[cell - 2] = min(margins[cell - 2], total - reached - before[from])
                }
            }
            after = before
        }
        return margins
    }

    /// By how much the second best way is worse: it has some border elsewhere.
    func margin(_ count: Int) -> Double { margins(count).min() ?? .infinity }
}

extension SequenceCut {
    /// Lines or fields of which each joins the one before or not: `evidence[i]` speaks for one cell of units i - 1 and
    /// i (positive) or for two (negative), at most `longest` units a cell.
    init(
        evidence: [Double], cells: ClosedRange<Int>, longest: Int = 9, bonus: ((Int, Range<Int>) -> Double)? = nil
    ) {
        // What speaks against joining the units up to each.
        var against = [0.0]
        for own in evidence { against.append(against[against.count - 1] + max(0, -own)) }
        self.init(
            units: evidence.count, cells: cells, reach: { $0 + longest },
            gain: { from, to in
                against[from + 1] - against[to] - (from > 0 ? max(0, evidence[from]) : 0)
            }, bonus: bonus)
    }
}
