import PipelineDefinition
import SourceText

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
        /// For each segment by how much the best division without it is dearer.
        let margins: [Double]
        let start: Int
        let end: Int
        let cost: Double
    }

    private let lines: [TableLine]
    private let fitter: ColumnFitter
    private let headers: HeaderJudge
    private let awaitsNote: Bool
    /// For each line its cost as a header by itself.
    private let ownCosts: [Double?]
    private let isListed: LineMarks
    private let isNote: LineMarks
    private let isClause: LineMarks
    private let isBareYear: LineMarks
    private let isDate: LineMarks

    /// - Parameter awaitsNote: true where 备注 stands at the end of the ordinal column: its text follows between
    ///   two columns.
    init(lines: [TableLine], fitter: ColumnFitter, headers: HeaderJudge, awaitsNote: Bool) {
        self.lines = lines
        self.fitter = fitter
        self.headers = headers
        self.awaitsNote = awaitsNote
        isListed = LineMarks(lines, headers.isListed)
        isNote = LineMarks(lines, headers.isNote)
        isClause = LineMarks(lines, headers.beginsProse)
        isBareYear = LineMarks(lines) { $0.isYear }
        isDate = LineMarks(lines) { $0.kind == .span }
        ownCosts = lines.indices.map { headers.cost(lines[$0..<$0 + 1]) }
    }

    /// A column or a note that the table may have, from one place to another.
    private struct Step {
        let segment: Segment
        let start: Int
        let end: Int
        let cost: Double
    }

    private static let longestHeader = 4
    /// The most that speaks against the end of a column with a line for each row.
    private static let fullBreak = 3.0
    /// What each line costs that makes one cell longer than twice the next longest.
    private static let outlier = 1.5

    /// The segments in order and the line after the last one.
    func best(from start: Int) -> Result {
        var starts = (0...lines.count).map { $0 < lines.count && $0 >= start && canStart($0) }
        // Where a column of one line a row is just full the next head may stand, whatever its words.
        for place in start..<max(start, lines.count) where starts[place] {
            let next = place + 1 + fitter.rows
            if next < lines.count, ownCosts[next] != nil { starts[next] = true }
        }
        var fits = FitCache(fitter: fitter, lines: lines)
        var steps: [[Step]] = Array(repeating: [], count: lines.count + 1)
        var rest = Array(repeating: 0.0, count: lines.count + 1)
        var choice: [Step?] = Array(repeating: nil, count: lines.count + 1)
        for place in stride(from: lines.count - 1, through: start, by: -1) where starts[place] || place == start {
            steps[place] = self.steps(from: place, starts: starts, fits: &fits)
            rest[place] = endCost(at: place)
            for step in steps[place] where step.cost + rest[step.end] < rest[place] {
                rest[place] = step.cost + rest[step.end]
                choice[place] = step
            }
        }
        var chosen: [Step] = []
        while let step = choice[chosen.last?.end ?? start] { chosen.append(step) }
        return Result(
            segments: chosen.map(\.segment),
            margins: margins(of: chosen, steps: steps, rest: rest, starts: starts, start: start),
            start: start, end: chosen.last?.end ?? start, cost: rest[start])
    }

    /// For each chosen step by how much the best division without it is dearer.
    private func margins(
        of chosen: [Step], steps: [[Step]], rest: [Double], starts: [Bool], start: Int
    ) -> [Double] {
        guard let limit = chosen.last?.end else { return [] }
        var before = Array(repeating: Double.infinity, count: lines.count + 1)
        before[start] = 0
        var margins = Array(repeating: Double.infinity, count: chosen.count)
        func rival(_ cost: Double, over range: Range<Int>, except own: Int?) {
            for (index, step) in chosen.enumerated() where index != own && range.contains(step.start) {
                margins[index] = min(margins[index], cost - rest[start])
            }
        }
        for place in start..<limit where before[place] < .infinity {
            let end = starts[place] || place == start ? endCost(at: place) : 0
            rival(before[place] + end, over: place..<limit, except: nil)
            for step in steps[place] {
                let cost = before[place] + step.cost
                before[step.end] = min(before[step.end], cost)
                let own = chosen.firstIndex { $0.start == place && Self.isSame($0.segment, step.segment) }
                rival(cost + rest[step.end], over: place..<step.end, except: own)
            }
        }
        return margins
    }

    private static func isSame(_ one: Segment, _ other: Segment) -> Bool {
        switch (one, other) {
        case (.note(let first), .note(let second)): first == second
        case (.column(let header, let cells), .column(let otherHeader, let otherCells)):
            cells == otherCells && header == otherHeader
        default: false
        }
    }

    private func steps(from place: Int, starts: [Bool], fits: inout FitCache) -> [Step] {
        var result: [Step] = []
        if let end = noteEnd(from: place), starts[end] || end == lines.count {
            let cost = awaitsNote ? -1.5 * Double(end - place) : 0.5
            result.append(Step(segment: .note(place..<end), start: place, end: end, cost: cost))
        }
        for length in 1...Self.longestHeader where place + length <= lines.count {
            guard let header = head(place..<place + length) else { continue }
            let first = place + length
            for end in ends(from: first, starts: starts) {
                guard let own = columnCost(first..<end, under: header, starts: starts, fits: &fits) else { continue }
                let segment = Segment.column(header: place..<first, cells: first..<end)
                result.append(Step(segment: segment, start: place, end: end, cost: header.cost + own))
            }
        }
        return result
    }

    /// What a column's head costs and says of the cells under it.
    private struct Head {
        let cost: Double
        let text: String
        let isOfYear: Bool
        let isOfDates: Bool
    }

    private func head(_ range: Range<Int>) -> Head? {
        guard let cost = headers.cost(lines[range]) else { return nil }
        return Head(
            cost: cost, text: lines[range].map(\.text).joined(),
            isOfYear: lines[range].contains {
                headers.isYear($0) || headers.lexicon.contains($0.text, as: .measure)
            }, isOfDates: lines[range].contains(where: headers.isOfDates))
    }

    /// A table that ends before a known header leaves a column out.
    private func endCost(at place: Int) -> Double {
        if ownCosts[place] == 0 { return 5 }
        return place + 1 < lines.count && canStart(place) && lines[place + 1].kind.isFigure ? 3 : 0
    }

    /// The cost of a column's cells, less the reward for a column found; `nil` where it cannot be one.
    private func columnCost(
        _ cells: Range<Int>, under head: Head, starts: [Bool], fits: inout FitCache
    ) -> Double? {
        if cells.isEmpty { return emptyColumnCost(at: cells.lowerBound, header: head.cost) }
        let fit = fits.fit(cells)
        var cost = fit.cost
        if case .assigned(let rows, _) = fit.outcome {
            cost += Self.outlierCost(rows) - 5 - 0.3 * Double(min(fitter.rows, 20))
        } else {
            cost -= 4
        }
        cost += headsAmong(cells) + 20 * Double(strayYears(cells, under: head)) + 14 * Double(isNote.count(cells))
        // Prose after the table, unless most cells are numbered clauses.
        let clauses = isClause.count(cells)
        if clauses * 2 <= cells.count, cells.count > 1 { cost += 20 * Double(clauses) }
        let first = lines[cells.lowerBound]
        if first.kind == .bracket || headers.lexicon.contains(first.text, as: .measure) { cost += 14 }
        if head.cost >= 2, first.kind == .text { cost += 2 }
        if headers.known.contains(head.text + first.text) { cost += 14 }
        return cost + breakCost(cells, starts: starts)
    }

    /// One cell far longer than all others rather holds the head of another column.
    private static func outlierCost(_ rows: [Range<Int>]) -> Double {
        guard rows.count > 2, let longest = rows.map(\.count).max() else { return 0 }
        let second = rows.map(\.count).sorted().dropLast().last ?? longest
        return outlier * Double(max(0, longest - 2 * second - 1))
    }

    /// A known header among the cells rather heads a column of its own, unless it is the rest of the line before.
    private func headsAmong(_ cells: Range<Int>) -> Double {
        guard isListed.count(cells) > 0 else { return 0 }
        let evidence = JoinEvidence(lines[cells])
        return cells.reduce(0) { cost, head in
            guard isListed[head] else { return cost }
            let isRest = head > cells.lowerBound && evidence.join(at: head - cells.lowerBound) > 5
            let hasUnit = head + 1 < cells.upperBound && lines[head + 1].kind == .bracket
            return cost + (isRest ? 2 : hasUnit ? 18 : 10)
        }
    }

    /// The bare years among the cells: they rather head a column, but in a column of dates.
    private func strayYears(_ cells: Range<Int>, under head: Head) -> Int {
        let years = isBareYear.count(cells)
        if years == 0 || head.isOfYear { return years }
        if head.isOfDates { return 0 }
        return cells.count == 1 || isDate.count(cells) < cells.count && years * 2 <= cells.count ? years : 0
    }

    /// What speaks against the column's end: its last cell goes on, or a value follows that no column holds.
    private func breakCost(_ cells: Range<Int>, starts: [Bool]) -> Double {
        let end = cells.upperBound
        guard end < lines.count, (ownCosts[end] ?? 9) > 1 else { return 0 }
        let evidence = JoinEvidence(lines[cells.lowerBound...end]).join(at: cells.count)
        // A line for each row is full: what follows is rather the next head than the rest of the last cell.
        if cells.count == fitter.rows, starts[end] { return min(Self.fullBreak, max(0, evidence)) }
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
        var listed: Set<String> = []
        for place in first...limit {
            if place > first, isListed[place - 1] { listed.insert(lines[place - 1].text) }
            // No column has so many headers among its cells.
            if listed.count > 2 { break }
            let count = place - first
            let isFull = count == fitter.rows || count == fitter.rows + 1 && fitter.hasTotal
            if place == lines.count || starts[place] || isFull || isClause[place] { result.append(place) }
            if result.count >= 40 { break }
        }
        return result
    }

    private func canStart(_ place: Int) -> Bool {
        if noteEnd(from: place) != nil { return true }
        guard let cost = ownCosts[place] else { return false }
        if cost < 2 { return true }
        guard place + 1 < lines.count, lines[place].scalars.count <= 12 else { return false }
        return lines[place + 1].kind != .text || ownCosts[place + 1].map { $0 < 2 } ?? false
    }

    /// The end of a foot-note that begins at `place`: at its full stop, within a few lines.
    private func noteEnd(from place: Int) -> Int? {
        let head = lines[place]
        let isNote = isNote[place]
        guard isNote || awaitsNote && head.scalars.count >= 16 && head.kind == .text else { return nil }
        for end in place..<min(place + 8, lines.count)
        where lines[end].scalars.last == "。" || lines[end].text.ends(with: "。)") {
            return end + 1
        }
        return isNote ? place + 1 : nil
    }
}

/// The fits of columns that a search has already tried.
private struct FitCache {
    let fitter: ColumnFitter
    let lines: [TableLine]
    private var known: [Range<Int>: ColumnFit] = [:]

    init(fitter: ColumnFitter, lines: [TableLine]) {
        self.fitter = fitter
        self.lines = lines
    }

    mutating func fit(_ cells: Range<Int>) -> ColumnFit {
        if let fit = known[cells] { return fit }
        let fit = fitter.fit(lines[cells])
        known[cells] = fit
        return fit
    }
}
