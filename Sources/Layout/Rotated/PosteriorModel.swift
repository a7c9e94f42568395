import Glibc
import PipelineDefinition
import Reading
import SourceText

/// A column of a page with open cells: the borders where cells may be cut, what is settled, and what no round changes.
struct OpenColumn {
    let page: Int
    let text: RotatedText
    let segment: Range<Int>
    /// The characters where units begin, and the end.
    let units: [Int]
    /// The characters of the segment as signs.
    let signs: [UInt32]
    /// What the language is asked of them.
    let language: CellLanguage.Column
    /// In nats, by character: what speaks for begins and ends before any page has taught.
    let taught: (begins: [Double], ends: [Double])
    /// The borders between cells that are worth a look, as places in ``units``.
    let borders: [Int]
    /// For each row the settled cell in ``borders``, `nil` where it is open.
    let settled: [Range<Int>?]
    /// By begin, as places in ``borders``, the last border at which a cell may end; beyond it none of these hold.
    let reach: [Int]
    /// By begin, then end, as places in ``borders``: points of ``CellLikeness``.
    let likeness: [Double]
    /// Nats: brackets, single characters and what is no begin or end.
    let forms: [Double]
    /// Nats: cells that are known elsewhere.
    let familiarity: [Double]

    /// `nil` where the column cannot be cut into a cell for each row.
    init?(
        _ rows: RotatedRows, _ position: Int, word: String, page: Int, kind: RotatedLexicon.CellKind,
        lexicon: RotatedLexicon, known: WordTrie<Int>, language: CellLanguage
    ) {
        guard let segment = rows.frame.segment(word), !segment.isEmpty, rows.overhangs[position] == nil else {
            return nil
        }
        let text = rows.frame.page.text
        let count = rows.items.count
        let units = [segment.lowerBound] + segment.dropFirst().filter { text.mayBegin[$0] } + [segment.upperBound]
        guard units.count > count, count > 1 else { return nil }
        (self.page, self.text, self.segment, self.units) = (page, text, segment, units)
        signs = Self.signs(text, segment)
        self.language = language.column(signs)
        taught = language.borders(of: self.language, page: nil)
        let likeness = CellLikeness(
            text, segment, kind: kind, lexicon: lexicon,
            words: CellWords(text, segment, kind: kind, settled: CellWords.Settled()), rows: count, width: nil)
        let cells = rows.items.map { row in
            row < rows.columns[position].count ? rows.columns[position][row] : nil
        }
        borders = Self.worthwhile(
            units, taught, settled: Set(cells.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }),
            rows: count, likeness)
        let size = borders.count
        let characters = borders.map { units[$0] }
        settled = cells.map { cell in
            guard let cell, !cell.isEmpty, let first = characters.firstIndex(of: cell.lowerBound),
                let last = characters.firstIndex(of: cell.upperBound)
            else { return nil }
            return first..<last
        }
        let isName = kind == .name || kind == .organisation
        let cannotBegin = characters.dropLast().map { likeness.cannotBegin($0) }
        let cannotEnd = characters.map { $0 > segment.lowerBound && likeness.cannotEnd($0) }
        var reach = [Int](0..<size)
        var points = [Double](repeating: 0, count: size * size)
        var forms = [Double](repeating: -.infinity, count: size * size)
        var familiarity = [Double](repeating: 0, count: size * size)
        let unknown = log(2.0)
        for from in 0..<size - 1 {
            for to in from + 1..<size {
                let cell = characters[from]..<characters[to]
                guard cell.count <= likeness.limit else { break }
                reach[from] = to
                let place = from * size + to
                if isName { points[place] = Double(likeness.points(cell.lowerBound, cell.upperBound)) }
                var sum = 0.0
                if !likeness.isBalanced(cell) { sum -= RotatedWeights.bracket }
                if cell.count < RotatedWeights.shortest { sum -= RotatedWeights.short }
                if from > 0, cannotBegin[from] { sum -= RotatedWeights.badBegin }
                if to + 1 < size, cannotEnd[to] { sum -= RotatedWeights.badEnd }
                forms[place] = sum
                let sightings = cell.count <= RotatedWeights.longestKnown ? known.value(of: text.bytes(cell)) ?? 0 : 0
                familiarity[place] = sightings == 0 ? unknown : log(2 + RotatedWeights.known * Double(sightings))
            }
        }
        (self.reach, self.likeness, self.forms, self.familiarity) = (reach, points, forms, familiarity)
    }

    /// The borders at which a cell may end, by what the known cells tell: of the others no way comes to anything.
    private static func worthwhile(
        _ units: [Int], _ taught: (begins: [Double], ends: [Double]), settled: Set<Int>, rows: Int,
        _ likeness: CellLikeness
    ) -> [Int] {
        let inner = (1..<units.count - 1).map { unit in
            let place = units[unit] - units[0]
            let bad = likeness.cannotBegin(units[unit]) || likeness.cannotEnd(units[unit])
            return (unit, taught.begins[place] + taught.ends[place] - (bad ? RotatedWeights.badBegin : 0))
        }
        let ranked = inner.sorted { ($0.1, -$0.0) > ($1.1, -$1.0) }.prefix(RotatedWeights.bordersARow * rows)
        var kept = Set(ranked.prefix(RotatedWeights.borders).map(\.0))
        for unit in units.indices where settled.contains(units[unit]) { kept.insert(unit) }
        kept.formUnion([0, units.count - 1])
        return kept.sorted()
    }

    static func signs(_ text: RotatedText, _ range: Range<Int>) -> [UInt32] {
        range.map { CellLanguage.sign(UTF8Scanning.scalar(in: text.text.bytes, at: text.starts[$0]).value) }
    }

    /// By begin, then end, as places in ``borders``, what `share` makes of the place of each cell that may be; else 0.
    func cells(_ share: (Int) -> Double) -> [Double] {
        let size = borders.count
        return [Double](unsafeUninitializedCapacity: size * size) { cells, count in
            cells.initialize(repeating: 0)
            for from in borders.indices {
                var place = from * size + from + 1
                while place <= from * size + reach[from] {
                    cells[place] = share(place)
                    place += 1
                }
            }
            count = size * size
        }
    }

    func characters(_ cell: Range<Int>) -> Range<Int> {
        units[borders[cell.lowerBound]]..<units[borders[cell.upperBound]]
    }

    /// The place of a border among ``signs``.
    func place(_ border: Int) -> Int { units[borders[border]] - segment.lowerBound }
}

/// The likelihood of the cells of one column over its open pages, under one setting.
struct PosteriorModel {
    let columns: [OpenColumn]
    let setting: RotatedWeights.Setting
    /// What prose and known cells teach, and what the open pages taught each other in the last round.
    private var language: CellLanguage
    /// For each page and width how likely each cell is, what stands at its borders left out: no round changes it.
    private var cells: [[[Double]]]

    struct Reading {
        var cells: [SequencePosteriors.Cell]
        /// Nats by which as many cells as rows explain the column better than one less.
        var gain = 0.0
        /// How likely each border is the begin of each row's cell.
        var begins: [[Double]]
    }

    /// - Parameters:
    ///   - lines: how likely the lines of cells are, weighed as the setting weighs them, for each column and width.
    ///   - viable: the pages that are read.
    init(
        columns: [OpenColumn], language: CellLanguage, lines: [[[Double]]], setting: RotatedWeights.Setting,
        _ viable: Set<Int>
    ) {
        (self.columns, self.language, self.setting) = (columns, language, setting)
        cells = columns.indices.map { page in
            viable.contains(page) ? Self.cells(columns[page], lines[page], setting) : []
        }
    }

    /// The readings of the pages `viable`, the others `nil`, taught by each other's likely cells.
    mutating func read(_ viable: Set<Int>) -> [Reading?] {
        let known = language
        var readings = read(viable, round: 1)
        for round in 2...RotatedWeights.rounds {
            language = known
            for (page, reading) in readings.enumerated() {
                guard let reading else { continue }
                let column = columns[page]
                var borders = [Double](repeating: 0, count: column.signs.count + 1)
                borders[column.signs.count] = 1
                for begins in reading.begins {
                    for (border, share) in begins.enumerated() { borders[column.place(border)] += share }
                }
                language.learn(column.language, borders: borders, page: page)
            }
            readings = read(viable, round: round)
        }
        return readings
    }

    /// The readings once more, of what was learned before.
    ///
    /// - Parameter factors: for a page what multiplies a row's cells by their begin; empty for nothing.
    mutating func readAgain(_ viable: Set<Int>, factors: (OpenColumn) -> [[Double]]) -> [Reading?] {
        read(viable, round: RotatedWeights.rounds, factors: factors)
    }

    private mutating func read(
        _ viable: Set<Int>, round: Int, factors: (OpenColumn) -> [[Double]] = { _ in [] }
    ) -> [Reading?] {
        columns.indices.map { page in
            guard viable.contains(page) else { return nil }
            let column = columns[page]
            let nats = round == 1 ? column.taught : language.borders(of: column.language, page: page)
            return read(page, nats, factors(column), isLast: round == RotatedWeights.rounds)
        }
    }

    private static func cells(
        _ column: OpenColumn, _ lines: [[Double]], _ setting: RotatedWeights.Setting
    ) -> [[Double]] {
        let cells = column.cells { place in
            exp(
                column.forms[place] + setting.text * column.familiarity[place]
                    + setting.likeness * column.likeness[place])
        }
        guard !lines.isEmpty else { return [cells] }
        return lines.map { lines in
            column.cells { cells[$0] * lines[$0] }
        }
    }

    /// Sums over the widths of a line, each as likely as it makes the column.
    ///
    /// Widths that tell nothing are dropped from ``cells``.
    private mutating func read(
        _ page: Int, _ nats: (begins: [Double], ends: [Double]), _ factors: [[Double]], isLast: Bool
    ) -> Reading? {
        let (column, widths) = (columns[page], cells[page])
        let count = column.settled.count
        let bounds = SequencePosteriors.Bounds(settled: column.settled, factors: factors)
        let isFree = bounds.factors.isEmpty && column.settled.allSatisfy { $0 == nil }
        let begins = column.borders.indices.dropLast().map { exp(setting.text * nats.begins[column.place($0)]) }
        let ends = column.borders.indices.map { exp(setting.text * nats.ends[column.place($0)]) }
        var tried = widths.map { cells in
            SequencePosteriors(
                units: column.borders.count - 1, cells: [cells], begins: begins, ends: ends, reach: column.reach)
        }
        let evidence = tried.indices.map { tried[$0].evidence(count, bounds) }
        guard let most = evidence.max(), most > -.infinity else { return nil }
        let likely = tried.indices.filter { exp(evidence[$0] - most) >= RotatedWeights.leastWidth }
        cells[page] = likely.map { widths[$0] }
        var parts: [SequencePosteriors.Sums] = []
        var free: (less: [Double], own: [Double]) = ([], [])
        for place in likely {
            guard let sums = tried[place].sums(cells: count, bounds, evidence: evidence[place], withCells: isLast)
            else { continue }
            parts.append(sums)
            guard isLast else { continue }
            free.own.append(isFree ? sums.evidence : tried[place].evidence(count))
            free.less.append(tried[place].lessEvidence(count))
        }
        guard !parts.isEmpty else { return nil }
        let shares = parts.map { exp($0.evidence - most) }
        let whole = shares.reduce(0, +)
        var reading = Reading(
            cells: [],
            begins: [[Double]](repeating: [Double](repeating: 0, count: column.borders.count), count: count))
        for (part, share) in zip(parts, shares) {
            for (cell, begins) in part.begins.enumerated() {
                for (border, own) in begins.enumerated() where own > 0 {
                    reading.begins[cell][border] += own * share / whole
                }
            }
        }
        guard isLast else { return reading }
        for cell in 0..<count {
            // The cell of the likeliest width, with the probability that all widths give it.
            let likeliest = parts[shares.firstIndex(of: 1) ?? 0].cells[cell].units
            var probability = 0.0
            for (part, share) in zip(parts, shares) where part.cells[cell].units == likeliest {
                probability += part.cells[cell].probability * share / whole
            }
            reading.cells.append(.init(units: likeliest, probability: probability))
        }
        reading.gain = Self.logSum(free.own) - Self.logSum(free.less)
        return reading
    }

    private static func logSum(_ values: [Double]) -> Double {
        guard let most = values.max(), most > -.infinity else { return -.infinity }
        return most + log(values.reduce(0) { $0 + exp($1 - most) })
    }
}

extension CellLines {
    init(_ column: OpenColumn) {
        var halves = [0]
        let text = column.text
        for (unit, next) in zip(column.units, column.units.dropFirst()) {
            halves.append(halves[halves.count - 1] + (unit..<next).reduce(0) { $0 + LineWidth.width($1, text) })
        }
        self.halves = halves
        isLone = column.units.dropFirst().map { text.closesLine[$0 - 1] }
        pieces = column.units.dropLast().map { unit in
            var place = unit
            var width = LineWidth.width(place, text)
            let isNumber = text.isDigit(place)
            place += 1
            while place < column.segment.upperBound, width < 12,
                isNumber && LineWidth.width(place, text) == 1
                    || CellLikeness.joining.value(of: text.bytes(place..<place + 1)) != nil
                    || CellLikeness.closing.value(of: text.bytes(place..<place + 1)) != nil
                    || CellLikeness.sentenceEnd.value(of: text.bytes(place..<place + 1)) != nil
            {
                width += LineWidth.width(place, text)
                place += 1
            }
            return width
        }
    }
}
