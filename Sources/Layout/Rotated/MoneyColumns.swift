import SourceText

/// Cuts columns of amounts, whose decimals are cut in pairs of digits, all columns of a page together.
///
/// `0.|51|73|0.|34` is read as 0.5173 and 0.34 because a number is digits, one point, digits, because
/// every column has as many numbers as rows, and because the total is the sum of its parts.
struct MoneyColumns {
    let text: RotatedText
    let segments: [Range<Int>]
    let rows: Int

    struct Reading: Hashable {
        var cells: [[Range<Int>]]
        /// False where another reading fits the sums as well.
        var isCertain: Bool
        /// Rows whose first amount is the sum of the others.
        var sums: [Bool]
    }

    private struct Path {
        /// Where its last row stands among ``Rows``; -1 before the first.
        var row: Int
        var points: Int
        /// The best sum of points of another reading that ends at the same places.
        var rival: Int?
    }

    /// A number that may stand at a place of a column; blank where its range is empty.
    private struct Option {
        var range: Range<Int>
        /// Millionths; `nil` for a blank.
        var amount: Int?
        var ugliness: Int
    }

    private struct Row {
        /// Where the row before it stands among ``Rows``; -1 for the first.
        var before: Int
        var cells: [Range<Int>]
        var isSum: Bool
    }

    /// The rows of all paths; paths that part later share the rows before.
    private struct Rows {
        private var rows: [Row] = []

        mutating func append(_ row: Row) -> Int {
            rows.append(row)
            return rows.count - 1
        }

        /// The rows up to `last`, the first one first.
        func path(to last: Int) -> [Row] {
            var path: [Row] = []
            var row = last
            while row >= 0 {
                path.append(rows[row])
                row = rows[row].before
            }
            return path.reversed()
        }
    }

    /// The reading with the most rows that add up; `nil` where none has the right number of rows.
    func read() -> Reading? {
        var known = segments.map { _ in [Int: [Option]]() }
        var paths = [segments.map(\.lowerBound): Path(row: -1, points: 0, rival: nil)]
        var found = Rows()
        for row in 0..<rows {
            var next: [[Int]: Path] = [:]
            var best = Int.min
            for (places, path) in paths {
                for column in segments.indices where known[column][places[column]] == nil {
                    known[column][places[column]] = options(column, from: places[column])
                }
                let options = segments.indices.map { known[$0][places[$0]] ?? [] }
                extend(path, options, isLast: row == rows - 1, into: &next, &found, best: &best)
            }
            paths = next.filter { $0.value.points > best - MoneyPoints.hopeless }
            if paths.isEmpty || paths.count > 20_000 { return nil }
        }
        return paths[segments.map(\.upperBound)].map { reading($0, found.path(to: $0.row)) }
    }

    private func reading(_ path: Path, _ rows: [Row]) -> Reading {
        let columns = segments.indices.map { column in rows.map { $0.cells[column] } }
        let isSum = rows.count { $0.isSum } * 2 > rows.count
        let isCertain = path.rival.map { $0 + MoneyPoints.margin < path.points } ?? true
        return Reading(
            cells: columns, isCertain: isCertain && (isSum || columns.allSatisfy(isDecimal)), sums: rows.map(\.isSum))
    }

    /// True where every number has a point: numbers that sums do not hold apart are apart by their points.
    private func isDecimal(_ cells: [Range<Int>]) -> Bool {
        cells.allSatisfy { cell in cell.contains { text.isCharacter($0, ".") } }
    }

    /// The numbers that may begin at a place of a column, and a blank.
    private func options(_ column: Int, from place: Int) -> [Option] {
        numberEnds(from: place, in: segments[column]).map { end in
            Option(range: place..<end, amount: amount(place..<end), ugliness: ugliness(place..<end))
        } + [Option(range: place..<place, amount: nil, ugliness: MoneyPoints.blank)]
    }

    /// Extends `path` by a row: every choice of one option a column; the last row takes all that is left.
    private func extend(
        _ path: Path, _ options: [[Option]], isLast: Bool, into next: inout [[Int]: Path], _ found: inout Rows,
        best: inout Int
    ) {
        var choice = [Int](repeating: 0, count: options.count)
        var row = options.map { $0[0] }
        while true {
            for column in row.indices { row[column] = options[column][choice[column]] }
            if !isLast || row.indices.allSatisfy({ row[$0].range.upperBound == segments[$0].upperBound }) {
                // A row that adds up is worth more than numbers with few decimals; another has a misprint or lacks a number.
                var gain = addsUp(row) ? MoneyPoints.sum : -MoneyPoints.sum
                for option in row { gain -= option.ugliness }
                if best == Int.min || path.points + gain > best - MoneyPoints.hopeless {
                    best = max(best, path.points + gain)
                    merge(path, row, gain, into: &next, &found)
                }
            }
            var column = 0
            while column < choice.count, choice[column] + 1 == options[column].count {
                choice[column] = 0
                column += 1
            }
            guard column < choice.count else { return }
            choice[column] += 1
        }
    }

    private func merge(
        _ path: Path, _ row: [Option], _ gain: Int, into next: inout [[Int]: Path], _ found: inout Rows
    ) {
        let places = row.map(\.range.upperBound)
        let points = path.points + gain
        if let other = next[places], other.points >= points {
            next[places]?.rival = max(other.rival ?? Int.min, points)
            return
        }
        let rival = [path.rival.map { $0 + gain }, next[places]?.points].compactMap { $0 }.max()
        let last = found.append(Row(before: path.row, cells: row.map(\.range), isSum: gain > 0))
        next[places] = Path(row: last, points: points, rival: rival)
    }

    /// Where a number that begins at `start` may end: before a raw line, or a blank, that can begin the next one.
    private func numberEnds(from start: Int, in segment: Range<Int>) -> [Int] {
        var ends: [Int] = []
        var points = 0
        var index = start
        while index < segment.upperBound {
            if index > start, text.followsSpace[index] { break }
            if text.isCharacter(index, ".") { points += 1 } else if !text.isDigit(index) { break }
            if points > 1 { break }
            index += 1
            let closes = index == segment.upperBound || text.opensToken[index] || text.followsSpace[index]
            let isWhole = !text.isCharacter(index - 1, ".") && index - start <= 11
            if closes, isWhole { ends.append(index) }
        }
        return ends
    }

    private func addsUp(_ row: [Option]) -> Bool {
        guard row.count >= 3, let total = row[0].amount else { return false }
        var (sum, parts) = (0, 0)
        for option in row.dropFirst() {
            sum += option.amount ?? 0
            parts += option.amount == nil ? 0 : 1
        }
        return parts > 0 && sum == total
    }

    /// The number in millionths.
    private func amount(_ cell: Range<Int>) -> Int? {
        var (value, decimals) = (0, -1)
        for byte in text.bytes(cell) {
            if byte == UInt8(ascii: ".") {
                decimals = 0
            } else {
                value = value * 10 + Int(byte - 0x30)
                if decimals >= 0 { decimals += 1 }
            }
        }
        guard decimals <= 6 else { return nil }
        for _ in max(0, decimals)..<6 { value *= 10 }
        return value
    }

    /// Points against a cell: 0 before more digits (`034`), a border inside a group, a blank.
    private func ugliness(_ cell: Range<Int>) -> Int {
        var points = 0
        if cell.count > 1, text.isCharacter(cell.lowerBound, "0"), !text.isCharacter(cell.lowerBound + 1, ".") {
            points += MoneyPoints.leadingZero
        }
        if !text.mayBegin[cell.lowerBound] { points += MoneyPoints.cutGroup }
        // A line that closes inside closes the number: amounts do not wrap.
        points += MoneyPoints.wraps * cell.dropLast().count { text.closesLine[$0] }
        return points
    }
}
