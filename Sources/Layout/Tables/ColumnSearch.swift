import PipelineDefinition

/// The search for the best division of a table's lines into columns, each a header and its cells.
///
/// Every line that can be a header may begin a column; a column's cost says how badly its lines fit
/// the rows, and each column that is found takes a reward off, so that the table reaches as far as
/// columns fit and ends where prose begins. Works from the last line to the first: each place is
/// solved once.
struct ColumnSearch {
    enum Segment {
        case column(header: Range<Int>, cells: Range<Int>)
        case note(Range<Int>)
    }

    /// The segments in order, the line where they start and the one after the last.
    struct Result {
        let segments: [Segment]
        let start: Int
        let end: Int
        let cost: Double
    }

    let lines: [TableLine]
    let fitter: ColumnFitter
    let headers: HeaderJudge
    /// True where 备注 stands at the end of the ordinal column: its text follows between two columns.
    let awaitsNote: Bool

    private struct Plan {
        var cost: Double
        var segment: Segment?
        var next: Int
    }

    private static let longestHeader = 4

    init(lines: [TableLine], fitter: ColumnFitter, headers: HeaderJudge, awaitsNote: Bool) {
        self.lines = lines
        self.fitter = fitter
        self.headers = headers
        self.awaitsNote = awaitsNote
    }

    /// The segments in order and the line after the last one.
    func best(from start: Int) -> Result {
        let starts = (0...lines.count).map { $0 < lines.count && $0 >= start && canStart($0) }
        var plans = Array(repeating: Plan(cost: 0, segment: nil, next: lines.count), count: lines.count + 1)
        for place in stride(from: lines.count - 1, through: start, by: -1) where starts[place] || place == start {
            plans[place] = plan(at: place, starts: starts, plans: plans)
        }
        var segments: [Segment] = []
        var place = start
        while let segment = plans[place].segment {
            segments.append(segment)
            place = plans[place].next
        }
        return Result(segments: segments, start: start, end: place, cost: plans[start].cost)
    }

    private func plan(at place: Int, starts: [Bool], plans: [Plan]) -> Plan {
        var best = Plan(cost: endCost(at: place), segment: nil, next: place)
        if let end = noteEnd(from: place) {
            let cost = plans[end].cost + (awaitsNote ? -1.5 * Double(end - place) : 0.5)
            if starts[end] || end == lines.count, cost < best.cost {
                best = Plan(cost: cost, segment: .note(place..<end), next: end)
            }
        }
        for length in 1...Self.longestHeader where place + length <= lines.count {
            guard let header = headers.cost(lines[place..<place + length]) else { continue }
            let first = place + length
            for end in ends(from: first, starts: starts) {
                guard let own = columnCost(first..<end, header: header, starts: starts) else { continue }
                let cost = header + own + plans[end].cost
                if cost < best.cost {
                    best = Plan(cost: cost, segment: .column(header: place..<first, cells: first..<end), next: end)
                }
            }
        }
        return best
    }

    /// A table that ends before a known header leaves a column out.
    private func endCost(at place: Int) -> Double {
        if headers.cost(lines[place..<place + 1]) == 0 { return 5 }
        return place + 1 < lines.count && canStart(place) && lines[place + 1].kind.isNumeric ? 3 : 0
    }

    /// The cost of a column's cells, less the reward for a column found; `nil` where it cannot be one.
    private func columnCost(_ cells: Range<Int>, header: Double, starts: [Bool]) -> Double? {
        if cells.isEmpty { return emptyColumnCost(at: cells.lowerBound, header: header) }
        let fit = fitter.fit(lines[cells])
        var cost = fit.cost
        if case .assigned = fit.outcome { cost -= 5 + 0.3 * Double(min(fitter.rows, 20)) } else { cost -= 4 }
        // A known header among the cells rather heads a column of its own.
        cost += 10 * Double(cells.count { headers.isListed(lines[$0]) })
        // So does a year, but in a column of dates.
        let years = lines[cells].count { $0.kind == .span && $0.text.hasSuffix("年") }
        if years * 2 < cells.count { cost += 12 * Double(years) }
        let first = lines[cells.lowerBound]
        if first.kind == .bracket || headers.lexicon.contains(first.text, as: .measure) { cost += 14 }
        if header >= 2, lines[cells.lowerBound].kind == .text { cost += 2 }
        return cost + breakCost(cells, starts: starts)
    }

    /// What speaks against the column's end: its last cell goes on, or a value follows that no column holds.
    private func breakCost(_ cells: Range<Int>, starts: [Bool]) -> Double {
        let end = cells.upperBound
        guard end < lines.count, (headers.cost(lines[end..<end + 1]) ?? 9) > 1 else { return 0 }
        let evidence = JoinEvidence(lines[cells.lowerBound...end]).join(at: cells.count)
        guard !starts[end] else { return max(0, evidence) }
        return 0.5 + max(0, evidence) + (lines[end].kind.isValue ? 5 : 0)
    }

    /// A header without cells: sure only where the next header follows it directly.
    private func emptyColumnCost(at place: Int, header: Double) -> Double? {
        let isGlued = place < lines.count && lines[place].isGlued
        guard isGlued || header <= 1 else { return nil }
        return isGlued ? -4 : 3
    }

    /// Where a column that begins at `first` may end: at a header or a note, at the last line, or where it is full.
    private func ends(from first: Int, starts: [Bool]) -> [Int] {
        let limit = min(lines.count, first + fitter.rows * 6 + 3)
        var result: [Int] = []
        guard first <= limit else { return [] }
        for place in first...limit {
            let count = place - first
            let isFull = count == fitter.rows || count == fitter.rows + 1 && fitter.hasTotal
            if place == lines.count || starts[place] || isFull || beginsProse(place) { result.append(place) }
            if result.count >= 40 { break }
        }
        return result
    }

    private func canStart(_ place: Int) -> Bool {
        if noteEnd(from: place) != nil { return true }
        guard let cost = headers.cost(lines[place..<place + 1]) else { return false }
        if cost < 2 { return true }
        guard place + 1 < lines.count, lines[place].scalars.count <= 12 else { return false }
        return lines[place + 1].kind != .text || headers.cost(lines[place + 1..<place + 2]).map { $0 < 2 } ?? false
    }

    /// A clause number opens prose: （2）, 一是, 3.
    private func beginsProse(_ place: Int) -> Bool {
        guard place < lines.count, lines[place].kind == .text, let first = lines[place].scalars.first else {
            return false
        }
        let second = lines[place].scalars.dropFirst().first
        if first == "(" { return true }
        if "一二三四五六七八九十".unicodeScalars.contains(first) { return second == "、" || second == "是" }
        if CellBoundary.isDigit(first) { return second == "." || second == "、" }
        return headers.lexicon.prefix(of: lines[place].text, as: .caption) != nil
    }

    /// The end of a foot-note that begins at `place`: at its full stop, within a few lines.
    private func noteEnd(from place: Int) -> Int? {
        let head = lines[place]
        let word = headers.lexicon.prefix(of: head.text, as: .note)
        let isNote = word.map { head.scalars.count > $0.unicodeScalars.count + 2 } ?? false
        let isAwaited = awaitsNote && head.scalars.count >= 16 && head.kind == .text
        guard isNote && head.scalars.contains(where: { $0 == ":" || $0 == "*" }) || isAwaited else { return nil }
        for end in place..<min(place + 8, lines.count)
        where lines[end].scalars.last == "。" || lines[end].text.hasSuffix("。)") {
            return end + 1
        }
        return isNote ? place + 1 : nil
    }
}
