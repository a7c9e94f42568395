import SourceText

/// A table's rules as a grid: edges of columns and rows, and the areas that no rule cuts.
///
///     ┌──────┬─────────────┐      columns 0…2, rows 0…1
///     │      │    2025     │      areas: rows 0…1 × column 0 (a span of two rows),
///     │ 指标 ├──────┬──────┤             row 0 × columns 1…2, row 1 × column 1, row 1 × column 2
///     │      │ 数量 │ 增长 │
///     └──────┴──────┴──────┘
///
/// Sides that are left open (no rule at the left and the right) close where the rules across end.
struct RuledGrid {
    struct Area {
        var rows: Range<Int>
        var columns: Range<Int>
        /// Not a rectangle: a rule is missing, and which cell a text stands in the page does not say.
        var isClosed: Bool
    }

    /// Rules that are nearer than this are one.
    static let snap = 3.0
    private static let mostRules = 10_000

    private(set) var columnEdges: [Double]
    private(set) var rowEdges: [Double]
    private(set) var areas: [Area] = []
    /// The area of each place of the grid, row by row.
    private var areaAt: [Int] = []

    var columnCount: Int { columnEdges.count - 1 }
    var rowCount: Int { rowEdges.count - 1 }

    var box: PageBox {
        PageBox(
            x0: columnEdges[0], y0: rowEdges[0], x1: columnEdges[columnEdges.count - 1],
            y1: rowEdges[rowEdges.count - 1])
    }

    /// The grids that rules make where they touch, from the top, and the rules across that touch no other.
    static func find(_ rulings: [Ruling]) -> (grids: [RuledGrid], lone: [Ruling]) {
        let across = joined(rulings.filter { $0.axis == .horizontal })
        let down = joined(rulings.filter { $0.axis == .vertical })
        // So many are a drawing or a map.
        guard across.count + down.count < mostRules else { return ([], []) }
        var sets = DisjointSets(across.count + down.count)
        let order = down.indices.sorted { down[$0].at < down[$1].at }
        for (index, rule) in across.enumerated() {
            var low = order.partitionPoint { down[$0].at < rule.from - snap }
            while low < order.count, down[order[low]].at <= rule.to + snap {
                let other = down[order[low]]
                if other.from - snap <= rule.at, rule.at <= other.to + snap {
                    sets.join(index, across.count + order[low])
                }
                low += 1
            }
        }
        var groups: [Int: (across: [Ruling], down: [Ruling])] = [:]
        for index in across.indices { groups[sets.root(index), default: ([], [])].across.append(across[index]) }
        for index in down.indices {
            groups[sets.root(across.count + index), default: ([], [])].down.append(down[index])
        }
        var grids: [RuledGrid] = []
        var lone: [Ruling] = []
        for group in groups.values {
            if !group.down.isEmpty, group.across.count > 1, let grid = RuledGrid(across: group.across, down: group.down)
            {
                grids.append(grid)
            } else {
                lone += group.across
            }
        }
        grids.sort { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
        lone.sort { ($0.at, $0.from) < ($1.at, $1.from) }
        return (grids, lone)
    }

    /// The area at a point.
    func area(x: Double, y: Double) -> Int? {
        guard let column = place(x, in: columnEdges), let row = place(y, in: rowEdges) else { return nil }
        return areaAt[row * columnCount + column]
    }

    private func place(_ at: Double, in edges: [Double]) -> Int? {
        guard at >= edges[0] - 0.5, at <= edges[edges.count - 1] + 0.5 else { return nil }
        return min(max(0, edges.partitionPoint { $0 <= at } - 1), edges.count - 2)
    }

    /// `nil` for a frame around anything and for one cell.
    private init?(across: [Ruling], down: [Ruling]) {
        columnEdges = Self.edges(down.map(\.at))
        rowEdges = Self.edges(across.map(\.at))
        let left = across.map(\.from).min() ?? 0
        let right = across.map(\.to).max() ?? 0
        let top = down.map(\.from).min() ?? 0
        let bottom = down.map(\.to).max() ?? 0
        // An open side closes where the rules that run to it end.
        let far = 2 * Self.snap
        let isOpen = (
            left: columnEdges[0] - left > far, right: right - columnEdges[columnEdges.count - 1] > far,
            top: rowEdges[0] - top > far, bottom: bottom - rowEdges[rowEdges.count - 1] > far
        )
        if isOpen.left { columnEdges.insert(left, at: 0) }
        if isOpen.right { columnEdges.append(right) }
        if isOpen.top { rowEdges.insert(top, at: 0) }
        if isOpen.bottom { rowEdges.append(bottom) }
        guard columnEdges.count > 1, rowEdges.count > 1, columnCount > 1 || rowCount > 1,
            columnCount * rowCount <= 200_000
        else { return nil }
        makeAreas(across: across, down: down)
    }

    private mutating func makeAreas(across: [Ruling], down: [Ruling]) {
        let hasAbove = Self.cover(across, at: rowEdges, along: columnEdges)
        let hasBefore = Self.cover(down, at: columnEdges, along: rowEdges)
        let (width, height) = (columnCount, rowCount)
        var sets = DisjointSets(width * height)
        for row in 0..<height {
            for column in 0..<width {
                let own = row * width + column
                if column > 0, !hasBefore[column * height + row] { sets.join(own - 1, own) }
                if row > 0, !hasAbove[row * width + column] { sets.join(own - width, own) }
            }
        }
        var known: [Int: Int] = [:]
        var counts: [Int] = []
        areaAt = Array(repeating: 0, count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                let root = sets.root(row * width + column)
                let own: Int
                if let area = known[root] {
                    own = area
                    areas[own].rows = min(areas[own].rows.lowerBound, row)..<max(areas[own].rows.upperBound, row + 1)
                    areas[own].columns =
                        min(areas[own].columns.lowerBound, column)..<max(areas[own].columns.upperBound, column + 1)
                } else {
                    own = areas.count
                    known[root] = own
                    areas.append(Area(rows: row..<row + 1, columns: column..<column + 1, isClosed: true))
                    counts.append(0)
                }
                counts[own] += 1
                areaAt[row * width + column] = own
            }
        }
        for index in areas.indices {
            areas[index].isClosed = counts[index] == areas[index].rows.count * areas[index].columns.count
        }
    }

    /// Which stretches between two of `along` a rule at one of `edges` covers: edge by edge.
    private static func cover(_ rules: [Ruling], at edges: [Double], along: [Double]) -> [Bool] {
        let count = along.count - 1
        var covered = Array(repeating: 0.0, count: edges.count * count)
        for rule in rules {
            guard let edge = edges.indices.min(by: { abs(edges[$0] - rule.at) < abs(edges[$1] - rule.at) }) else {
                continue
            }
            var index = max(0, along.partitionPoint { $0 <= rule.from } - 1)
            while index < count, along[index] < rule.to {
                covered[edge * count + index] += max(0, min(rule.to, along[index + 1]) - max(rule.from, along[index]))
                index += 1
            }
        }
        return covered.indices.map { covered[$0] >= 0.7 * (along[$0 % count + 1] - along[$0 % count]) }
    }

    /// Positions as edges: those that are near each other are one, at their middle.
    private static func edges(_ positions: [Double]) -> [Double] {
        var result: [Double] = []
        var first = -Double.infinity
        var last = -Double.infinity
        for position in positions.sorted() {
            if position - last > snap {
                result.append(position)
                first = position
            } else {
                result[result.count - 1] = (first + position) / 2
            }
            last = position
        }
        return result
    }

    /// Rules in one line that touch or nearly touch, dashes among them, as one.
    private static func joined(_ rules: [Ruling]) -> [Ruling] {
        var result: [Ruling] = []
        var group: [Ruling] = []
        func flush() {
            var open: Ruling?
            for rule in group.sorted(by: { $0.from < $1.from }) {
                if var whole = open, rule.from - whole.to <= snap {
                    whole.to = max(whole.to, rule.to)
                    open = whole
                } else {
                    if let open { result.append(open) }
                    open = rule
                }
            }
            if let open { result.append(open) }
            group = []
        }
        for rule in rules.sorted(by: { $0.at < $1.at }) {
            if let last = group.last, rule.at - last.at > 1 { flush() }
            group.append(rule)
        }
        flush()
        return result.filter { $0.length >= 5 }
    }
}

/// Numbers from 0 in sets that are joined.
struct DisjointSets {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ item: Int) -> Int {
        var item = item
        while parents[item] != item {
            parents[item] = parents[parents[item]]
            item = parents[item]
        }
        return item
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (a, b) = (root(one), root(other))
        // The smaller number stays: sets do not hang on the order of joining.
        parents[max(a, b)] = min(a, b)
    }
}

extension Array {
    /// How many elements from the start `belongs` holds for; it holds for none behind the first for which it does not.
    func partitionPoint(_ belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
