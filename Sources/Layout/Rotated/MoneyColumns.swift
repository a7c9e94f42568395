import SourceText
import StatisticalModel

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

    private struct State: Hashable { var places: [Int] }
    private struct Path {
        var cells: [[Range<Int>]]
        var sums: [Bool]
        var points: Int
        /// The best sum of points of another reading that ends at the same places.
        var rival: Int?
    }

    /// The reading with the most rows that add up; `nil` where none has the right number of rows.
    func read() -> Reading? {
        var paths = [State(places: segments.map(\.lowerBound)): Path(cells: [], sums: [], points: 0, rival: nil)]
        for row in 0..<rows {
            var next: [State: Path] = [:]
            for (state, path) in paths {
                extend(state, path, isLast: row == rows - 1, into: &next)
            }
            paths = next
            if paths.isEmpty || paths.count > 20_000 { return nil }
        }
        guard let path = paths[State(places: segments.map(\.upperBound))] else { return nil }
        let columns = segments.indices.map { column in path.cells.map { $0[column] } }
        return Reading(cells: columns, isCertain: path.rival.map { $0 < path.points } ?? true, sums: path.sums)
    }

    private func extend(_ state: State, _ path: Path, isLast: Bool, into next: inout [State: Path]) {
        var options: [[Range<Int>]] = [[]]
        for (column, place) in state.places.enumerated() {
            var ends = numberEnds(from: place, in: segments[column], isLast: isLast)
            // A part may be blank where the others make the total.
            if column > 0, !isLast || place == segments[column].upperBound { ends.append(place) }
            options = options.flatMap { cells in ends.map { cells + [place..<$0] } }
        }
        for cells in options {
            let adds = addsUp(cells)
            if !adds, cells.contains(where: \.isEmpty) { continue }
            // A row that adds up is worth more than numbers with few decimals.
            let points = path.points + (adds ? 10 : 0) - cells.reduce(0) { $0 + ugliness($1) }
            let candidate = Path(
                cells: path.cells + [cells], sums: path.sums + [adds], points: points,
                rival: path.rival.map { $0 + points - path.points })
            merge(candidate, at: State(places: cells.map(\.upperBound)), into: &next)
        }
    }

    private func merge(_ path: Path, at state: State, into next: inout [State: Path]) {
        guard let other = next[state] else {
            next[state] = path
            return
        }
        var (better, worse) = path.points > other.points ? (path, other) : (other, path)
        better.rival = max(better.rival ?? Int.min, worse.points)
        worse.rival = nil
        next[state] = better
    }

    /// Where a number that begins at `start` may end: before a raw line, or a blank, that can begin the next one.
    private func numberEnds(from start: Int, in segment: Range<Int>, isLast: Bool) -> [Int] {
        var ends: [Int] = []
        var points = 0
        var index = start
        while index < segment.upperBound {
            if index > start, text.followsSpace[index] { break }
            if text.isCharacter(index, ".") { points += 1 } else if !text.isDigit(index) { break }
            if points > 1 { break }
            index += 1
            let closes = index == segment.upperBound || text.opensToken[index] || text.followsSpace[index]
            let isWhole = !text.isCharacter(index - 1, ".") && index - start <= 12
            if closes, isWhole { ends.append(index) }
        }
        if isLast { return ends.filter { $0 == segment.upperBound } }
        return ends
    }

    private func addsUp(_ cells: [Range<Int>]) -> Bool {
        guard cells.count >= 3, let total = amount(cells[0]) else { return false }
        var sum: DecimalNumber? = 0
        for cell in cells.dropFirst() where !cell.isEmpty {
            guard let part = amount(cell) else { return false }
            sum = sum?.adding(part)
        }
        return sum == total
    }

    private func amount(_ cell: Range<Int>) -> DecimalNumber? { DecimalNumber(text.string(cell)) }

    /// Points against a cell: 0 before more digits (`034`), a border inside a group, a blank.
    private func ugliness(_ cell: Range<Int>) -> Int {
        var points = 0
        guard !cell.isEmpty else { return 1 }
        if cell.count > 1, text.isCharacter(cell.lowerBound, "0"), !text.isCharacter(cell.lowerBound + 1, ".") {
            points += 4
        }
        if !text.mayBegin[cell.lowerBound] { points += 2 }
        // A line that closes inside closes the number: amounts do not wrap.
        points += 3 * cell.dropLast().count { text.closesLine[$0] }
        return points
    }
}
