import Glibc

/// Cuts a row of units into a number of cells, each a unit or more, by the best sum of gains over all ways to cut it.
///
/// The units are what borders part: the lines of a flattened column, the character groups of a rotated one, the fields
/// of heads cut in lines. The search is exact: `forward` is the best sum of the first k cells when they end at a
/// border, the way back the same from the other end. Together they tell for each border by how much the best way with
/// the border at any other place is worse: its margin. What has a small margin is left open, never guessed.
struct SequenceCut {
    private static let impossible = -Double.infinity
    /// So many gains are kept from the way there for the way back.
    private static let mostGainsKept = 1 << 20

    private let units: Int
    private let gain: (Int, Int) -> Double
    /// By begin, the last border at which a cell may end.
    private let reach: [Int]
    /// By begin, then end; empty where they are too many to keep.
    private var gains: [Double] = []
    /// How many counts of cells are told of, 0 among them.
    private let counts: Int
    /// By border, then cells: the best sum, and where the last of the cells begins.
    private var forward: [Double]
    private var choice: [Int32]

    /// - Parameters:
    ///   - cells: for how many cells ``best(_:)`` answers; ways that can end in fewer than the least are not tried.
    ///   - reach: the last border at which a cell that begins at a border may end.
    ///   - gain: what speaks for a cell from one border to another.
    init(
        units: Int, cells: ClosedRange<Int>, reach: (Int) -> Int, gain: @escaping (Int, Int) -> Double
    ) {
        self.units = units
        self.gain = gain
        self.reach = (0..<units).map { min(units, reach($0)) }
        counts = cells.upperBound + 1
        forward = [Double](repeating: Self.impossible, count: counts * (units + 1))
        choice = [Int32](repeating: 0, count: counts * (units + 1))
        forward[0] = 0
        let tried = self.reach.enumerated().reduce(0) { $0 + max(0, $1.element - $1.offset) }
        let keepsGains = tried <= Self.mostGainsKept
        if keepsGains { gains.reserveCapacity(tried) }
        for from in 0..<units { search(from: from, cells, keepsGains: keepsGains) }
    }

    private mutating func search(from: Int, _ cells: ClosedRange<Int>, keepsGains: Bool) {
        // So many cells at most end at `from`, and so few that the units left make the others.
        let last = min(cells.upperBound, from + 1)
        let (units, counts) = (units, counts)
        var to = from + 1
        while to <= reach[from] {
            let own = gain(from, to)
            if keepsGains { gains.append(own) }
            forward.withUnsafeMutableBufferPointer { forward in
                choice.withUnsafeMutableBufferPointer { choice in
                    let (before, row) = (from &* counts, to &* counts)
                    var cell = max(1, cells.lowerBound - (units - to))
                    while cell <= last {
                        let sum = forward[before &+ cell &- 1] + own
                        if sum > forward[row &+ cell] {
                            forward[row &+ cell] = sum
                            choice[row &+ cell] = Int32(truncatingIfNeeded: from)
                        }
                        cell &+= 1
                    }
                }
            }
            to += 1
        }
    }

    /// The best sum of gains of `count` cells; `nil` where the units cannot make so many.
    func best(_ count: Int) -> Double? {
        guard (0..<counts).contains(count) else { return nil }
        let best = forward[units * counts + count]
        return best > Self.impossible ? best : nil
    }

    /// The units of each cell in the best way.
    func cells(_ count: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var end = units
        for cell in stride(from: count, to: 0, by: -1) {
            let start = Int(choice[end * counts + cell])
            result.append(start..<end)
            end = start
        }
        return result.reversed()
    }

    /// For the `count - 1` borders between the cells: by how much the best way with the border elsewhere is worse.
    func margins(_ count: Int) -> [Double] {
        guard count > 1, let total = best(count) else { return [] }
        let places = cells(count).dropLast().map(\.upperBound)
        var margins = [Double](repeating: .infinity, count: count - 1)
        // What may follow a border in the best way; behind the last there is nothing.
        var after = [Double](repeating: Self.impossible, count: units + 1)
        after[units] = 0
        for cell in stride(from: count, to: 1, by: -1) {
            var before = [Double](repeating: Self.impossible, count: units + 1)
            var kept = 0
            for from in 0..<units {
                let gains = kept..<kept + max(0, reach[from] - from)
                kept = gains.upperBound
                let reached = forward[from * counts + cell - 1]
                guard reached > Self.impossible else { continue }
                before[from] = best(from, gains, after)
                if from != places[cell - 2] {
                    margins[cell - 2] = min(margins[cell - 2], total - reached - before[from])
                }
            }
            after = before
        }
        return margins
    }

    /// The best way to go on with a cell that begins at `from`, whose gains are kept at `kept`.
    private func best(_ from: Int, _ kept: Range<Int>, _ after: [Double]) -> Double {
        var best = Self.impossible
        after.withUnsafeBufferPointer { after in
            gains.withUnsafeBufferPointer { gains in
                for step in 0..<kept.count {
                    let to = from &+ 1 &+ step
                    guard after[to] > Self.impossible else { continue }
                    best = max(best, after[to] + (gains.isEmpty ? gain(from, to) : gains[kept.lowerBound &+ step]))
                }
            }
        }
        return best
    }

    /// By how much the second best way is worse: it has some border elsewhere.
    func margin(_ count: Int) -> Double { margins(count).min() ?? .infinity }
}

extension SequenceCut {
    /// Lines or fields of which each joins the one before or not: `evidence[i]` speaks for one cell of units i - 1 and
    /// i (positive) or for two (negative), at most `longest` units a cell.
    init(evidence: [Double], cells: ClosedRange<Int>, longest: Int = 9) {
        // What speaks against joining the units up to each.
        var against = [0.0]
        for own in evidence { against.append(against[against.count - 1] + max(0, -own)) }
        self.init(
            units: evidence.count, cells: cells, reach: { $0 + longest },
            gain: { from, to in
                against[from + 1] - against[to] - (from > 0 ? max(0, evidence[from]) : 0)
            })
    }
}

/// How likely each way is to cut a row of units into a number of cells, by sums over all ways instead of the best one.
///
/// A cell of units s ..< e is as likely as the product of what speaks for it, for a begin at s and for an end at e.
/// `forward[k][e]` sums all ways to make k cells of the units up to e, the way back all ways to make the last cells of
/// the units from s on; their product over the sum of all ways is the probability that cell k is s ..< e.
struct SequencePosteriors {
    /// The likeliest cell at a place of the row, and how likely it is.
    struct Cell: Equatable {
        var units = 0..<0
        var probability = 0.0
    }

    /// What holds for some cells alone.
    struct Bounds {
        /// By place among the cells, the one cell that may stand there; `nil` where any may.
        var settled: [Range<Int>?] = []
        /// By place among the cells and begin, what multiplies a cell; empty for nothing.
        var factors: [[Double]] = []
    }

    private let units: Int
    private let cells: [[Double]]
    private let begins: [Double]
    private let ends: [Double]
    private let reach: [Int]
    /// By cells, then border, each row divided by its greatest number; the divisors are kept as logarithms.
    private var forward: [Double] = []
    private var logs: [Double] = []
    /// The last border at which the cell at each place may end, and the others still have room.
    private var lastEnds: [Int] = []

    /// - Parameters:
    ///   - cells: by begin, then end, `units + 1` of each begin, 0 for no cell: one list for all places among the cells,
    ///     or one for each.
    ///   - begins: by begin, what multiplies every cell that begins there; empty for nothing.
    ///   - ends: by end, what multiplies every cell that ends there; empty for nothing.
    ///   - reach: by begin, the last border at which a cell may end; empty for any.
    init(units: Int, cells: [[Double]], begins: [Double] = [], ends: [Double] = [], reach: [Int] = []) {
        self.units = units
        self.cells = cells
        self.begins = begins.isEmpty ? [Double](repeating: 1, count: units) : begins
        self.ends = ends.isEmpty ? [Double](repeating: 1, count: units + 1) : ends
        self.reach = reach.isEmpty ? [Int](repeating: units, count: units) : reach
        precondition(cells.allSatisfy { $0.count >= units * (units + 1) } && self.ends.count > units)
        precondition(self.begins.count >= units && self.reach.count >= units && self.reach.allSatisfy { $0 <= units })
    }

    private func cells(at place: Int) -> [Double] { cells[min(place, cells.count - 1)] }

    /// The logarithm of the sum over all ways to make `count` cells; negative infinity where there is none.
    mutating func evidence(_ count: Int, _ bounds: Bounds = Bounds()) -> Double {
        guard count > 0, count <= units else { return -.infinity }
        let width = units + 1
        forward = [Double](repeating: 0, count: (count + 1) * width)
        logs = [Double](repeating: -.infinity, count: count + 1)
        (forward[0], logs[0]) = (1, 0)
        // One unit more than the cells behind need: the row before the last tells of one cell less.
        lastEnds = (0..<count).map { units - max(0, count - 2 - $0) }
        var next: Int?
        for cell in stride(from: count - 1, through: 0, by: -1) {
            if let next { lastEnds[cell] = min(lastEnds[cell], next) }
            next = (cell < bounds.settled.count ? bounds.settled[cell]?.lowerBound : nil) ?? next.map { $0 - 1 }
        }
        for cell in 0..<count {
            let greatest = step(cell, bounds)
            guard greatest > 0 else { return -.infinity }
            for border in (cell + 1) * width..<(cell + 2) * width { forward[border] /= greatest }
            logs[cell + 1] = logs[cell] + log(greatest)
        }
        return evidence(after: count)
    }

    private func evidence(after count: Int) -> Double {
        guard logs[count] > -.infinity else { return -.infinity }
        return logs[count] + log(forward[count * (units + 1) + units])
    }

    /// Adds a cell to all ways, and tells the greatest of their sums.
    private mutating func step(_ cell: Int, _ bounds: Bounds) -> Double {
        let width = units + 1
        let cells = cells(at: cell)
        if cell < bounds.settled.count, let only = bounds.settled[cell] {
            let sum =
                forward[cell * width + only.lowerBound] * begins[only.lowerBound]
                * cells[only.lowerBound * width + only.upperBound] * ends[only.upperBound]
            forward[(cell + 1) * width + only.upperBound] = sum
            return sum
        }
        let (units, lastEnd) = (units, lastEnds[cell])
        let factors = bounds.factors.isEmpty ? nil : bounds.factors[cell]
        return forward.withUnsafeMutableBufferPointer { forward in
            cells.withUnsafeBufferPointer { cells in
                var from = cell
                while from < units {
                    let before = forward[cell &* width &+ from]
                    if before > 0 {
                        let share = before * begins[from] * (factors?[from] ?? 1)
                        let end = min(reach[from], lastEnd)
                        let (row, own) = ((cell &+ 1) &* width, from &* width)
                        var to = from &+ 1
                        while to <= end {
                            forward[row &+ to] += share * cells[own &+ to]
                            to &+= 1
                        }
                    }
                    from &+= 1
                }
                var greatest = 0.0
                for border in 0..<width {
                    forward[(cell &+ 1) &* width &+ border] *= ends[border]
                    greatest = max(greatest, forward[(cell &+ 1) &* width &+ border])
                }
                return greatest
            }
        }
    }

    /// The evidence for one cell less than `count`, after ``evidence(_:_:)`` or ``sums(cells:_:_:)`` without bounds.
    func lessEvidence(_ count: Int) -> Double { count > 1 ? evidence(after: count - 1) : -.infinity }

    /// Probabilities of the ways to make so many cells.
    struct Sums: Equatable {
        /// The likeliest cell of each place; empty where they were not asked for.
        var cells: [Cell] = []
        /// How likely each border is the begin of each cell.
        var begins: [[Double]]
        /// The logarithm of the sum over all ways.
        var evidence: Double
    }

    /// - Returns: `nil` where the units cannot make so many cells.
    mutating func sums(cells count: Int, _ bounds: Bounds = Bounds()) -> Sums? {
        let all = evidence(count, bounds)
        return sums(cells: count, bounds, evidence: all, withCells: true)
    }

    /// - Parameters:
    ///   - all: what ``evidence(_:_:)`` told of the same cells and bounds just before.
    ///   - withCells: whether the likeliest cells are wanted, or only the begins.
    func sums(cells count: Int, _ bounds: Bounds, evidence all: Double, withCells: Bool) -> Sums? {
        guard all > -.infinity else { return nil }
        let width = units + 1
        var sums = Sums(begins: [[Double]](repeating: [], count: count), evidence: all)
        if withCells { sums.cells = [Cell](repeating: Cell(), count: count) }
        // What follows a border, its end included.
        var after = [Double](repeating: 0, count: width)
        after[units] = ends[units]
        for cell in stride(from: count - 1, through: 0, by: -1) {
            var before = [Double](repeating: 0, count: width)
            let settled = cell < bounds.settled.count ? bounds.settled[cell] : nil
            let cells = cells(at: cell)
            let factors = bounds.factors.isEmpty || settled != nil ? nil : bounds.factors[cell]
            var begun = [Double](repeating: 0, count: width)
            var best = Cell()
            for from in settled.map({ $0.lowerBound..<$0.lowerBound + 1 }) ?? cell..<units {
                let reached = forward[cell * width + from]
                guard reached > 0 else { continue }
                let tos =
                    settled.map { $0.upperBound...$0.upperBound } ?? from
                    + 1...max(from + 1, min(reach[from], lastEnds[cell]))
                let share = begins[from] * (factors?[from] ?? 1)
                before[from] = share * rest(from, tos, cells, after)
                begun[from] = reached * before[from]
                // No cell is likelier than all that begin with it.
                if withCells, begun[from] > best.probability {
                    for to in tos {
                        let own = reached * share * cells[from * width + to] * after[to]
                        if own > best.probability { best = Cell(units: from..<to, probability: own) }
                    }
                }
            }
            let whole = begun.reduce(0, +)
            guard whole > 0 else { return nil }
            if withCells { sums.cells[cell] = Cell(units: best.units, probability: best.probability / whole) }
            sums.begins[cell] = begun.map { $0 / whole }
            let greatest = before.max() ?? 1
            after = before.indices.map { before[$0] / greatest * ends[$0] }
        }
        return sums
    }

    /// All ways to go on with a cell from a border to one of `tos`; four sums side by side, since one waits for itself.
    private func rest(_ from: Int, _ tos: ClosedRange<Int>, _ cells: [Double], _ after: [Double]) -> Double {
        let row = from * (units + 1)
        return cells.withUnsafeBufferPointer { cells in
            after.withUnsafeBufferPointer { after in
                UnsafeBufferPointer(rebasing: cells[row + tos.lowerBound...row + tos.upperBound])
                    .products(with: UnsafeBufferPointer(rebasing: after[tos]))
            }
        }
    }
}

extension UnsafeBufferPointer<Double> {
    /// The sum of the products with the numbers of another list as long, four sums side by side.
    func products(with other: UnsafeBufferPointer<Double>) -> Double {
        var sums = SIMD4<Double>.zero
        var place = 0
        while place &+ 3 < count {
            sums +=
                SIMD4(self[place], self[place &+ 1], self[place &+ 2], self[place &+ 3])
                * SIMD4(other[place], other[place &+ 1], other[place &+ 2], other[place &+ 3])
            place &+= 4
        }
        var sum = sums.sum()
        while place < count {
            sum += self[place] * other[place]
            place &+= 1
        }
        return sum
    }
}
