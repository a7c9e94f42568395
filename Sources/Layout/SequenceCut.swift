import Glibc

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

/// How likely each way is to cut a row of units into a number of cells, by sums over all ways instead of the best one.
///
/// `weight(s, e)` is the natural logarithm of how well units s ..< e make a cell. `forward[k][e]` sums all ways to make
/// k cells of the units up to e, the way back all ways to make the last cells of the units from s on; their product over
/// the sum of all ways is the probability that cell k is s ..< e.
struct SequencePosteriors {
    /// The likeliest cell at a place of the row, and how likely it is.
    struct Cell: Equatable {
        var units = 0..<0
        var probability = 0.0
    }

    private let units: Int
    /// By begin, then end; 0 for what is no cell.
    private let weights: [Double]
    private let scale: Double
    /// By cells, then border, each row divided by its greatest number; the divisors are kept as logarithms.
    private var forward: [Double] = []
    private var logs: [Double] = []

    /// - Parameter weights: logarithms by begin, then end (`units + 1` of each begin); negative infinity for no cell.
    init(units: Int, weights: [Double]) {
        self.units = units
        let most = weights.max() ?? 0
        let scale = most.isFinite ? most : 0
        self.scale = scale
        self.weights = weights.map { $0 == -.infinity ? 0 : exp($0 - scale) }
    }

    /// The logarithm of the sum over all ways to make each count of cells, from 0 to `most`.
    ///
    /// - Parameter settled: by place among the cells, the one cell that may stand there; `nil` where any may.
    mutating func evidence(
        most: Int, settled: [Range<Int>?] = [], factor: ((Int, Range<Int>) -> Double)? = nil
    ) -> [Double] {
        let width = units + 1
        forward = [Double](repeating: 0, count: (most + 1) * width)
        logs = [Double](repeating: -.infinity, count: most + 1)
        (forward[0], logs[0]) = (1, 0)
        var cell = 1
        while cell <= most {
            var greatest = 0.0
            let only = cell <= settled.count ? settled[cell - 1] : nil
            var from = only?.lowerBound ?? cell - 1
            while from < only.map({ $0.lowerBound + 1 }) ?? units {
                let before = forward[(cell - 1) * width + from]
                if before > 0 {
                    var to = only?.upperBound ?? from + 1
                    while to <= only?.upperBound ?? units {
                        let own = weights[from * width + to]
                        if own > 0 {
                            let sum = before * own * (only == nil ? factor.map { $0(cell - 1, from..<to) } ?? 1 : 1)
                            forward[cell * width + to] += sum
                            greatest = max(greatest, forward[cell * width + to])
                        }
                        to += 1
                    }
                }
                from += 1
            }
            guard greatest > 0 else { break }
            for border in 0..<width { forward[cell * width + border] /= greatest }
            logs[cell] = logs[cell - 1] + log(greatest) + scale
            cell += 1
        }
        return (0...most).map { logs[$0] == -.infinity ? -.infinity : logs[$0] + log(forward[$0 * width + units]) }
    }

    /// The evidence for one cell less than `count`, after ``evidence(most:settled:factor:)`` or ``sums(cells:settled:factor:)``.
    func lessEvidence(_ count: Int) -> Double {
        guard count > 1, logs[count - 1] > -.infinity else { return -.infinity }
        return logs[count - 1] + log(forward[(count - 1) * (units + 1) + units])
    }

    /// Probabilities of the ways to make so many cells.
    struct Sums: Equatable {
        /// The likeliest cell of each place.
        var cells: [Cell]
        /// How likely each border is the begin of each cell.
        var begins: [[Double]]
        /// The logarithm of the sum over all ways.
        var evidence: Double
    }

    /// - Parameter factor: what the place among the cells, from 0, multiplies a cell with; `nil` for nothing.
    /// - Returns: `nil` where the units cannot make so many cells.
    mutating func sums(
        cells count: Int, settled: [Range<Int>?] = [], factor: ((Int, Range<Int>) -> Double)? = nil
    ) -> Sums? {
        guard count > 0, count <= units else { return nil }
        let all = evidence(most: count, settled: settled, factor: factor)
        guard all[count] > -.infinity else { return nil }
        let width = units + 1
        var sums = Sums(
            cells: [Cell](repeating: Cell(), count: count), begins: [[Double]](repeating: [], count: count),
            evidence: all[count])
        var after = [Double](repeating: 0, count: width)
        after[units] = 1
        for cell in stride(from: count - 1, through: 0, by: -1) {
            var before = [Double](repeating: 0, count: width)
            var whole = 0.0
            var best = (from: 0, to: 0, sum: 0.0)
            var begins = [Double](repeating: 0, count: width)
            let only = cell < settled.count ? settled[cell] : nil
            var from = only?.lowerBound ?? cell
            while from < only.map({ $0.lowerBound + 1 }) ?? units {
                let reached = forward[cell * width + from]
                var to = only?.upperBound ?? from + 1
                while reached > 0, to <= only?.upperBound ?? units {
                    let own = weights[from * width + to] * after[to]
                    if own > 0 {
                        let rest = own * (only == nil ? factor.map { $0(cell, from..<to) } ?? 1 : 1)
                        before[from] += rest
                        let sum = reached * rest
                        begins[from] += sum
                        if sum > best.sum { best = (from, to, sum) }
                    }
                    to += 1
                }
                whole += begins[from]
                from += 1
            }
            guard whole > 0 else { return nil }
            sums.cells[cell] = Cell(units: best.from..<best.to, probability: best.sum / whole)
            sums.begins[cell] = begins.map { $0 / whole }
            let greatest = before.max() ?? 1
            after = before.map { $0 / greatest }
        }
        return sums
    }
}
