/// Cuts a column into a known number of cells by the best sum of points over all ways to cut it.
///
/// The search is exact: `forward[r][p]` is the best sum for the first r cells when they end at border p,
/// `backward` the same from the other end. A border is certain where every other place for it costs at
/// least `margin` points; cells beside an uncertain border are left open.
struct ColumnCutter {
    struct Cell: Hashable {
        var range: Range<Int>
        var isCertain: Bool
    }

    struct Outcome {
        var cells: [Cell]
        var points: Int
        /// The best sum for one cell less, to tell a column that lacks a cell.
        var pointsWithOneLess: Int
    }

    private static let impossible = Int.min / 4
    private let borders: [Int]
    private let rows: Int
    private var forward: [[Int]] = []
    private var backward: [[Int]] = []
    private var choice: [[Int]] = []
    /// Points of the cell between each two borders, row after row; empty where there are too many to keep.
    private var gains: [Int] = []
    private static let mostBordersKept = 1024

    /// The best cells, or `nil` where the column cannot be cut into `rows` cells at `borders`.
    static func cut(
        borders: [Int], rows: Int, limit: Int, margin: Int, points: (Int, Int) -> Int
    ) -> Outcome? {
        guard rows > 0, borders.count > rows else { return nil }
        var cutter = ColumnCutter(borders: borders, rows: rows)
        cutter.searchForward(limit: limit, points: points)
        guard cutter.total > impossible else { return nil }
        cutter.searchBackward(limit: limit, points: points)
        return cutter.best(margin: margin)
    }

    /// The best sums of points alone, for 0 to `most` rows.
    static func points(borders: [Int], most: Int, limit: Int, points: (Int, Int) -> Int) -> [Int?] {
        guard most > 0, borders.count > 1 else { return [Int?](repeating: nil, count: most + 1) }
        var cutter = ColumnCutter(borders: borders, rows: most)
        cutter.searchForward(limit: limit, points: points)
        return (0...most).map { row in
            let sum = cutter.forward[row][borders.count - 1]
            return row > 0 && sum > impossible ? sum : nil
        }
    }

    private var total: Int { forward[rows][borders.count - 1] }

    private init(borders: [Int], rows: Int) {
        self.borders = borders
        self.rows = rows
        let empty = [[Int]](repeating: [Int](repeating: Self.impossible, count: borders.count), count: rows + 1)
        (forward, backward, choice) = (empty, empty, empty)
        forward[0][0] = 0
        backward[0][borders.count - 1] = 0
    }

    private mutating func searchForward(limit: Int, points: (Int, Int) -> Int) {
        let count = borders.count
        if count <= Self.mostBordersKept { gains = [Int](repeating: 0, count: count * count) }
        for from in 0..<count - 1 {
            for to in from + 1..<count where borders[to] - borders[from] <= limit {
                let gain = points(borders[from], borders[to])
                if !gains.isEmpty { gains[from * count + to] = gain }
                for row in 1...rows where forward[row - 1][from] > Self.impossible {
                    let sum = forward[row - 1][from] + gain
                    if sum > forward[row][to] { (forward[row][to], choice[row][to]) = (sum, from) }
                }
            }
        }
    }

    private mutating func searchBackward(limit: Int, points: (Int, Int) -> Int) {
        let count = borders.count
        for from in stride(from: count - 2, through: 0, by: -1) {
            for to in from + 1..<count where borders[to] - borders[from] <= limit {
                let gain = gains.isEmpty ? points(borders[from], borders[to]) : gains[from * count + to]
                for row in 1...rows where backward[row - 1][to] > Self.impossible {
                    backward[row][from] = max(backward[row][from], backward[row - 1][to] + gain)
                }
            }
        }
    }

    private func best(margin: Int) -> Outcome {
        var places = [borders.count - 1]
        for row in stride(from: rows, to: 0, by: -1) { places.append(choice[row][places.last!]) }
        places.reverse()
        let certain = places.indices.map { row in
            row == 0 || row == rows || isCertain(row, at: places[row], total: total, margin: margin)
        }
        let cells = (0..<rows).map { row in
            Cell(
                range: borders[places[row]]..<borders[places[row + 1]],
                isCertain: certain[row] && certain[row + 1])
        }
        return Outcome(
            cells: cells, points: total, pointsWithOneLess: forward[rows - 1][borders.count - 1])
    }

    private func isCertain(_ row: Int, at place: Int, total: Int, margin: Int) -> Bool {
        for other in borders.indices where other != place {
            guard forward[row][other] > Self.impossible, backward[rows - row][other] > Self.impossible else { continue }
            if forward[row][other] + backward[rows - row][other] > total - margin { return false }
        }
        return true
    }
}
