import Glibc
import PipelineDefinition
import SourceText
import TestSupport
import Testing

@testable import Layout

@Suite("Cutting a row of units into cells")
struct SequenceCutTests {
    /// The column of the article: 万户。 goes on, 新增 begins, 到 goes on.
    private let column = SequenceCut(evidence: [0, 13, -11, 9], cells: 1...4)

    /// What the lines of the article say of the borders before them.
    @Test func theEvidenceIsThatOfTheLines() {
        let file = SourceFile(
            name: "column.txt", text: "改造老旧小区56个，惠及居民1.8\n万户。\n新增托位1500个，普惠托位占比达\n到60%以上。")
        let read = TableLines(file, count: 4, lexicon: TableFixture.library.tables)
        var lines: [TableLine] = []
        for number in 1...4 {
            let line = SourceLine(
                number: number, range: file.rangeOfLine(number), role: .text, page: 1, startsPage: false,
                followsBlank: true)
            lines.append(read[line, after: lines.last])
        }
        let judge = JoinEvidence(lines)
        #expect((1...3).map(judge.join) == [13, -11, 9])
    }

    @Test func theBestWayOfEachCount() {
        #expect((1...4).map { column.best($0) } == [-11, 0, -9, -22])
        #expect(column.cells(2) == [0..<2, 2..<4])
        #expect(column.cells(3) == [0..<2, 2..<3, 3..<4])
        #expect(column.cells(4) == [0..<1, 1..<2, 2..<3, 3..<4])
    }

    @Test func aMarginIsWhatTheBestWayWithTheBorderElsewhereCostsMore() {
        #expect(column.margin(2) == 20)
        #expect(column.margins(3) == [4, 4])
        #expect(column.margin(1) == .infinity)
    }

    @Test func tooManyCellsAndTooLongOnesAreImpossible() {
        #expect(column.best(5) == nil)
        let long = SequenceCut(evidence: [0, 1, 1, 1, 1], cells: 1...5, longest: 2)
        #expect((1...5).map { long.best($0) } == [nil, nil, -2, -3, -4])
    }

    @Test func everyWayIsTried() {
        var state = SplitMix64(state: 7)
        func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &state) }
        for _ in 0..<200 {
            let evidence = (0..<random(1...8)).map { _ in Double(random(-9...9)) }
            let count = random(1...evidence.count)
            let cut = SequenceCut(evidence: evidence, cells: count...count)
            let costs = ways(evidence, count).sorted()
            #expect(cut.best(count) == -costs[0])
            #expect(cut.margin(count) == (costs.count > 1 ? costs[1] - costs[0] : .infinity))
        }
    }

    /// The cost of every way to make `count` cells.
    private func ways(_ evidence: [Double], _ count: Int) -> [Double] {
        (0..<1 << (evidence.count - 1)).filter { $0.nonzeroBitCount == count - 1 }.map { cuts in
            evidence.indices.dropFirst().reduce(0) { cost, unit in
                let isCut = cuts & 1 << (unit - 1) != 0
                return cost + max(0, isCut ? evidence[unit] : -evidence[unit])
            }
        }
    }
}

@Suite("How likely the ways to cut a row of units are")
struct SequencePosteriorsTests {
    /// Four units: cells of two units count twice as much as others.
    private func pairs(_ from: Int, _ to: Int) -> Double { to - from == 2 ? 2 : 1 }

    /// By begin, then end.
    private func cells(_ units: Int, _ cell: (Int, Int) -> Double) -> [Double] {
        (0..<units).flatMap { from in (0...units).map { to in to > from ? cell(from, to) : 0 } }
    }

    @Test func theProbabilityOfACellIsItsShareOfAllWays() throws {
        var posteriors = SequencePosteriors(units: 4, cells: [cells(4, pairs)])
        // Two cells: 1+3 weighs 1, 2+2 weighs 4, 3+1 weighs 1.
        let made = posteriors.sums(cells: 2)
        let sums = try #require(made)
        #expect(sums.cells.map(\.units) == [0..<2, 2..<4])
        #expect(sums.cells.map { Int(($0.probability * 600).rounded()) } == [400, 400])
        #expect(
            sums.begins.map { $0.map { Int(($0 * 600).rounded()) } } == [[600, 0, 0, 0, 0], [0, 100, 400, 100, 0]])
        #expect(Int((exp(sums.evidence) * 100).rounded()) == 600)
        // One cell of all units weighs 1.
        #expect(abs(posteriors.lessEvidence(2)) < 1e-9)
    }

    @Test func aFactorHoldsACellOfOnePlace() throws {
        var posteriors = SequencePosteriors(units: 4, cells: [cells(4, pairs)])
        let made = posteriors.sums(cells: 2, .init(factors: [[1, 1, 1, 1], [1, 0, 0, 1]]))
        let sums = try #require(made)
        #expect(sums.cells.map(\.units) == [0..<3, 3..<4])
        #expect(sums.cells.map(\.probability) == [1, 1])
    }

    @Test func whatCannotBeMadeHasNoProbability() {
        var posteriors = SequencePosteriors(units: 4, cells: [cells(4, pairs)])
        let (tooMany, none) = (posteriors.sums(cells: 5), posteriors.sums(cells: 0))
        #expect(tooMany == nil)
        #expect(none == nil)
        let evidence = posteriors.evidence(5)
        #expect(evidence == -.infinity)
    }

    @Test func everyWayCounts() throws {
        var state = SplitMix64(state: 11)
        func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &state) }
        func share() -> Double { Double(random(1...9)) / 4 }
        for _ in 0..<300 {
            let units = random(2...8)
            let count = random(1...units)
            let (begins, ends) = ((0..<units).map { _ in share() }, (0...units).map { _ in share() })
            let reach = (0..<units).map { random($0 + 1...units) }
            // One list of cells for all places, or one for each.
            let all = (0..<(random(0...1) == 0 ? 1 : count)).map { _ in
                (0..<units).map { _ in (0...units).map { _ in share() } }
            }
            let factors = (0..<count).map { _ in (0..<units).map { _ in share() } }
            let open = ways(units, count).filter { way in way.allSatisfy { $0.upperBound <= reach[$0.lowerBound] } }
            // Some places may be settled as one of the ways has them.
            let settled = (0..<count).map { cell in
                open.isEmpty || random(0...2) > 0 ? nil : open[0][cell]
            }
            let settledWays = open.filter { way in zip(way, settled).allSatisfy { $1 == nil || $0 == $1 } }
            func weight(_ way: [Range<Int>]) -> Double {
                way.enumerated().reduce(1) { product, cell in
                    let (place, units) = cell
                    return product * begins[units.lowerBound] * ends[units.upperBound]
                        * all[min(place, all.count - 1)][units.lowerBound][units.upperBound]
                        * (settled[place] == nil ? factors[place][units.lowerBound] : 1)
                }
            }
            let whole = settledWays.reduce(0) { $0 + weight($1) }
            let lists = all.map { own in self.cells(units) { $1 <= reach[$0] ? own[$0][$1] : 0 } }
            var posteriors = SequencePosteriors(units: units, cells: lists, begins: begins, ends: ends, reach: reach)
            let sums = posteriors.sums(cells: count, .init(settled: settled, factors: factors))
            guard !settledWays.isEmpty else {
                #expect(sums == nil)
                continue
            }
            let made = try #require(sums)
            #expect(abs(made.evidence - log(whole)) < 1e-9)
            for place in 0..<count {
                var shares: [Range<Int>: Double] = [:]
                for way in settledWays { shares[way[place], default: 0] += weight(way) / whole }
                let cell = made.cells[place]
                #expect(abs((shares[cell.units] ?? 0) - cell.probability) < 1e-9)
                #expect(abs((shares.values.max() ?? 0) - cell.probability) < 1e-9)
                for border in 0..<units {
                    let begun = shares.filter { $0.key.lowerBound == border }.values.reduce(0, +)
                    #expect(abs(begun - made.begins[place][border]) < 1e-9)
                }
            }
        }
    }

    /// Every way to make `count` cells.
    private func ways(_ units: Int, _ count: Int) -> [[Range<Int>]] {
        (0..<1 << (units - 1)).filter { $0.nonzeroBitCount == count - 1 }.map { cuts in
            let borders = [0] + (1..<units).filter { cuts & 1 << ($0 - 1) != 0 } + [units]
            return zip(borders, borders.dropFirst()).map { $0..<$1 }
        }
    }
}
