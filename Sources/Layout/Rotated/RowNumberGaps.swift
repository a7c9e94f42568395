/// The row numbers on both sides of a page.
struct RowNumberNeighbours {
    /// The last number of the page before, 0 where there is none; `nil` where it has no numbers.
    var before: Int?
    /// The first number of the page after; `nil` where it has none.
    var after: Int?
    /// True for the last page of the table.
    var isLast: Bool

    /// For each page of a table, by the numbers of all pages.
    static func of(_ numbers: [[Int]]) -> [RowNumberNeighbours] {
        numbers.indices.map { page in
            RowNumberNeighbours(
                before: page == 0 ? 0 : numbers[page - 1].last,
                after: page + 1 < numbers.count ? numbers[page + 1].first : nil, isLast: page + 1 == numbers.count)
        }
    }
}

/// Where the numbers of a page leave room for rows whose number is lost.
struct RowNumberGaps {
    /// A way to fill gaps: before which item, by its place among the numbers, stand how many rows, and with which numbers.
    struct Filling {
        var rows: [(item: Int, number: Int)] = []
        var count: Int { rows.count }
    }

    private var inside = Filling()
    /// The ways to fill the begin of the page: one, or several where the page before has no numbers.
    private var first: [Filling] = []
    private var last = Filling()

    init(numbers: [Int], neighbours: RowNumberNeighbours) {
        for (item, (number, next)) in zip(numbers, numbers.dropFirst()).enumerated() {
            inside.rows += Self.lost(between: number, and: next).map { (item + 1, $0) }
        }
        guard let low = numbers.first, let high = numbers.last else { return }
        if let before = neighbours.before {
            first = [Filling(rows: Self.lost(between: before, and: low).map { (0, $0) })]
        } else {
            first = (1...Self.most).map { count in Filling(rows: (low - count..<low).map { (0, $0) }) }
        }
        first.removeAll { $0.count == 0 }
        if let after = neighbours.after { last.rows = Self.lost(between: high, and: after).map { (numbers.count, $0) } }
        // The last page may have lost its last number without a gap.
        if neighbours.isLast, inside.rows.isEmpty, first.isEmpty { last.rows = [(numbers.count, high + 1)] }
    }

    var isInside: Bool { !inside.rows.isEmpty }
    var isEmpty: Bool { inside.rows.isEmpty && first.isEmpty && last.rows.isEmpty }
    var total: Int { inside.count + (first.map(\.count).max() ?? 0) + last.count }

    /// No lost row first, then every set of gaps.
    var candidates: [Filling] {
        var result = [Filling()] + first
        for gap in [inside, last] where !gap.rows.isEmpty {
            result += result.map { Filling(rows: $0.rows + gap.rows) }
        }
        return result
    }

    /// As many numbers in a row are taken for lost ones.
    private static let most = 3

    /// A few numbers between two are lost ones; more are a new count.
    private static func lost(between number: Int, and next: Int) -> [Int] {
        (2...most + 1).contains(next - number) ? Array(number + 1..<next) : []
    }

    /// The heads with a head without number for each lost row.
    static func insert(_ filling: Filling, into heads: [RotatedRowHead]) -> [RotatedRowHead] {
        var result: [RotatedRowHead] = []
        var item = 0
        func add() {
            for row in filling.rows where row.item == item {
                result.append(RotatedRowHead(kind: .item, range: 0..<0, lostNumber: row.number))
            }
        }
        for head in heads {
            if head.kind == .item {
                add()
                item += 1
            }
            result.append(head)
        }
        add()
        return result
    }
}
