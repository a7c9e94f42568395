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
    func best(from start: Int) -> (segments: [Segment], end: Int, cost: Double) {
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
        return (segments, place, plans[start].cost)
    }

    private func plan(at place: Int, starts: [Bool], plans: [Plan]) -> Plan {
        var best = Plan(cost: 0, segment: nil, next: place)
        if let end = noteEnd(from: place) {
            let cost = plans[end].cost + 0.5
            if starts[end] || end == lines.count, cost < best.cost {
                best = Plan(cost: cost, segment: .note(place..<end), next: end)
            }
        }
        for length in 1...Self.longestHeader where place + length <= lines.count {
            guard let header = headers.cost(lines[place..<place + length]) else { continue }
            let first = place + length
            for end in ends(from: first, starts: starts) {
                guard let own = columnCost(first..<end, header: header, starts: starts) else { continue }
                let cost = header + own + plans[end].cost - reward
                if cost < best.cost {
                    best = Plan(cost: cost, segment: .column(header: place..<first, cells: first..<end), next: end)
                }
            }
        }
        return best
    }

    private var reward: Double { 5 + 0.3 * Double(min(fitter.rows, 20)) }

    private func columnCost(_ cells: Range<Int>, header: Double, starts: [Bool]) -> Double? {
        var cost = fitter.fit(lines[cells]).cost
        if cells.isEmpty {
            guard header <= 1 || (cells.lowerBound < lines.count && lines[cells.lowerBound].isGlued) else { return nil }
            if cells.lowerBound < lines.count, lines[cells.lowerBound].isGlued { cost -= 3 }
            return cost
        }
        if header >= 2, lines[cells.lowerBound].kind == .text { cost += 2 }
        if cells.upperBound < lines.count, !starts[cells.upperBound] {
            let evidence = JoinEvidence(Array(lines[cells.lowerBound...cells.upperBound]), lexicon: fitter.lexicon)
            cost += 0.5 + max(0, evidence.join(at: cells.count))
            // A value without a column is a worse end than prose.
            if lines[cells.upperBound].kind.isValue { cost += 5 }
        }
        return cost
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
        if cost < 3 { return true }
        guard place + 1 < lines.count, lines[place].scalars.count <= 12 else { return false }
        return lines[place + 1].kind != .text || headers.cost(lines[place + 1..<place + 2]).map { $0 < 3 } ?? false
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
        return fitter.lexicon.prefix(of: lines[place].text, as: .caption) != nil
    }

    /// The end of a foot-note that begins at `place`: at its full stop, within a few lines.
    private func noteEnd(from place: Int) -> Int? {
        let head = lines[place]
        let word = fitter.lexicon.prefix(of: head.text, as: .note)
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
