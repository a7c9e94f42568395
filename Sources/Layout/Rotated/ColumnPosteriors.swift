import Glibc
import PipelineDefinition
import Reading
import SourceText

/// Fills cells that the rules of ``CellLikeness`` left open, by how likely each way to cut the column is.
///
/// The cells that the rules settled stay and teach: how cells of the column begin, end and read (``CellLanguage``), how
/// wide their lines are (``CellLines``). The open pages are then cut by ``SequencePosteriors``, taught by each other's
/// likely cells for some rounds; at last, cells that begin like another of their row count more (coupling), once.
/// A cell is taken where every setting of ``RotatedWeights`` cuts it the same, where it is likely in the mean, and where
/// as many cells as rows explain the column better than one less.
struct ColumnPosteriors {
    let run: RotatedRun
    let lexicon: RotatedLexicon
    let prose: CellLanguage.Counts

    private static let kinds: Set<RotatedLexicon.CellKind> = [.organisation, .name, .text, .remark]

    func fill(_ pages: inout [RotatedRows?]) {
        var columns = run.words.indices.filter { Self.kinds.contains(run.kinds[$0]) }.compactMap { position in
            let open = pages.indices.filter { pages[$0]?.isOpen(position) == true }
            return open.isEmpty ? nil : CandidateColumn(self, position, open, pages)
        }
        for index in columns.indices { columns[index].read { _, _ in nil } }
        // Names of projects, owners and offices of a row begin alike; the other kinds never do.
        let rows = RowOpenings(run: run, pages: pages, columns: columns)
        for index in columns.indices where RowOpenings.kinds.contains(run.kinds[columns[index].position]) {
            let position = columns[index].position
            columns[index].read { rows.factors(of: $1, at: position, setting: $0) }
        }
        for column in columns {
            for (index, open) in column.columns.enumerated() {
                guard var cells = agreed(column.readings.map { $0[index] }) else { continue }
                // What stands first may be the end of the row before.
                if goesOver(column.position, open.page, pages) { cells[0] = nil }
                pages[open.page]?.take(cells.map { $0.map(open.characters) }, at: column.position)
            }
        }
    }

    /// True where the page before may end in the middle of a cell.
    private func goesOver(_ position: Int, _ page: Int, _ pages: [RotatedRows?]) -> Bool {
        run.kinds[position] == .text && page > 0 && pages[page - 1]?.pageEnd(run.words[position]) != .sentence
    }

    /// The cells of a column that every setting cuts the same and that are likely; `nil` where one more or less may do.
    private func agreed(_ readings: [PosteriorModel.Reading?]) -> [Range<Int>?]? {
        let readings = readings.compactMap { $0 }
        guard readings.count == RotatedWeights.settings.count, let first = readings.first,
            readings.allSatisfy({ $0.gain >= RotatedWeights.cellMore })
        else { return nil }
        return first.cells.indices.map { place in
            let cells = readings.map { $0.cells[place] }
            let mean = cells.reduce(0) { $0 + $1.probability } / Double(cells.count)
            return cells.allSatisfy({ $0.units == cells[0].units }) && mean >= RotatedWeights.taken
                ? cells[0].units : nil
        }
    }
}

/// A column of the table with its open pages, and what each setting makes of them.
struct CandidateColumn {
    let position: Int
    let columns: [OpenColumn]
    private let language: CellLanguage
    private let lines: [[[Double]]]
    /// By setting, then open page.
    private(set) var readings: [[PosteriorModel.Reading?]] = []

    init?(_ table: ColumnPosteriors, _ position: Int, _ open: [Int], _ pages: [RotatedRows?]) {
        let (word, kind) = (table.run.words[position], table.run.kinds[position])
        var language = CellLanguage(prose: table.prose, pages: open.count)
        var known: [[UInt8]: Int] = [:]
        var learned = 0
        for page in pages {
            guard let page, position < page.columns.count else { continue }
            for case let cell? in page.columns[position] where !cell.isEmpty {
                language.learn(OpenColumn.scalars(page.frame.page.text, cell)[...])
                learned += 1
                if cell.count <= RotatedWeights.longestKnown {
                    known[Array(page.frame.page.text.bytes(cell)), default: 0] += 1
                }
            }
        }
        guard learned >= RotatedWeights.teachers else { return nil }
        var cells = WordTrie<Int>()
        for (bytes, count) in known { cells.insert(bytes: bytes, count) }
        columns = open.compactMap { page in
            pages[page].flatMap {
                OpenColumn(
                    $0, position, word: word, page: page, kind: kind, lexicon: table.lexicon, known: cells,
                    language: language)
            }
        }
        guard !columns.isEmpty else { return nil }
        self.language = language
        self.position = position
        let widths = LineWidth.candidates(
            table.run.frames.compactMap { frame in frame.segment(word).map { (frame.page.text, $0) } })
        lines = columns.map { column in
            let lines = CellLines(column)
            return widths.map { lines.weights(width: $0, borders: column.borders) }
        }
    }

    /// - Parameter factors: for a setting's place and an open page, what multiplies each row's cells by their begin.
    mutating func read(factors: (Int, OpenColumn) -> [[Double]]?) {
        readings = []
        var viable = Set(columns.indices)
        for (place, setting) in RotatedWeights.settings.enumerated() {
            let read = PosteriorModel(
                columns: columns, language: language, lines: lines, setting: setting,
                factors: columns.map { factors(place, $0) }
            ).read(viable)
            readings.append(read)
            // A page that one setting leaves open stays open.
            viable = viable.filter { (read[$0]?.gain ?? 0) >= RotatedWeights.cellMore }
            if viable.isEmpty { break }
        }
    }
}

/// How the cells of a row begin: 东河区春苗幼儿园改造项目 is owned by 东河区春苗幼儿园.
///
/// How often two columns agree is counted over the rows that are settled in both, against chance: two offices of a task
/// hardly ever begin alike, and then nothing couples them.
struct RowOpenings {
    static let kinds: Set<RotatedLexicon.CellKind> = [.name, .organisation]
    /// Characters that a row shares.
    private static let length = 3

    private let run: RotatedRun
    private let pages: [RotatedRows?]
    private let columns: [CandidateColumn]
    /// How much more often than by chance two columns of a row agree, and how much less often they do not.
    private var ratios: [[Int]: (same: Double, other: Double)] = [:]

    init(run: RotatedRun, pages: [RotatedRows?], columns: [CandidateColumn]) {
        self.run = run
        self.pages = pages
        self.columns = columns
        let positions = run.kinds.indices.filter { Self.kinds.contains(run.kinds[$0]) }
        for position in positions {
            for other in positions where other != position { ratios[[position, other]] = ratio(position, other) }
        }
    }

    private func ratio(_ position: Int, _ other: Int) -> (same: Double, other: Double)? {
        var (rows, same) = (0.0, 0.0)
        var counts: [[UInt32]: (Double, Double)] = [:]
        for case let page? in pages {
            for row in page.items {
                guard let one = opening(page, position, row), let two = opening(page, other, row) else { continue }
                rows += 1
                if one == two { same += 1 }
                counts[one, default: (0, 0)].0 += 1
                counts[two, default: (0, 0)].1 += 1
            }
        }
        guard rows >= RotatedWeights.coupledRows else { return nil }
        let chance = (counts.values.reduce(0) { $0 + $1.0 * $1.1 } / rows + 0.5) / (rows + 1)
        let share = (same + 0.5) / (rows + 1)
        return share > chance ? (share / chance, (1 - share) / (1 - chance)) : nil
    }

    private func opening(_ page: RotatedRows, _ position: Int, _ row: Int) -> [UInt32]? {
        guard row < page.columns[position].count, let cell = page.columns[position][row], cell.count >= Self.length
        else {
            return nil
        }
        return OpenColumn.scalars(page.frame.page.text, cell.lowerBound..<cell.lowerBound + Self.length)
    }

    /// For each row and border of an open column what multiplies a cell that begins there.
    func factors(of column: OpenColumn, at position: Int, setting: Int) -> [[Double]]? {
        guard let page = pages[column.page] else { return nil }
        let openings = column.borders.indices.map { border -> [UInt32]? in
            let place = column.place(border)
            guard place + Self.length <= column.scalars.count else { return nil }
            return Array(column.scalars[place..<place + Self.length])
        }
        var factors = [[Double]](
            repeating: [Double](repeating: 1, count: openings.count), count: column.settled.count)
        for other in run.kinds.indices {
            guard let ratio = ratios[[position, other]] else { continue }
            for (cell, row) in page.items.enumerated() {
                guard let shares = shares(of: other, page, column.page, cell, row, setting) else { continue }
                for (border, opening) in openings.enumerated() {
                    let share = opening.flatMap { shares[$0] } ?? 0
                    factors[cell][border] *= share * ratio.same + (1 - share) * ratio.other
                }
            }
        }
        return factors
    }

    /// How likely each opening is that of a row's cell in another column.
    private func shares(
        of other: Int, _ page: RotatedRows, _ number: Int, _ cell: Int, _ row: Int, _ setting: Int
    ) -> [[UInt32]: Double]? {
        if let opening = opening(page, other, row) { return [opening: 1] }
        for candidate in columns where candidate.position == other {
            for (index, column) in candidate.columns.enumerated() where column.page == number {
                guard setting < candidate.readings.count, let reading = candidate.readings[setting][index] else {
                    return nil
                }
                var shares: [[UInt32]: Double] = [:]
                for (border, share) in reading.begins[cell].enumerated() where share > 0.01 {
                    let place = column.place(border)
                    guard place + Self.length <= column.scalars.count else { continue }
                    shares[Array(column.scalars[place..<place + Self.length]), default: 0] += share
                }
                return shares
            }
        }
        return nil
    }
}

/// A column of a page with open cells: the borders where cells may be cut, what is settled, and what no round changes.
struct OpenColumn {
    let page: Int
    let text: RotatedText
    let segment: Range<Int>
    /// The characters where units begin, and the end.
    let units: [Int]
    /// The characters of the segment as scalars.
    let scalars: [UInt32]
    /// The borders between cells that are worth a look, as places in ``units``.
    let borders: [Int]
    /// For each row the settled cell in ``borders``, `nil` where it is open.
    let settled: [Range<Int>?]
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
        scalars = Self.scalars(text, segment)
        let likeness = CellLikeness(
            text, segment, kind: kind, lexicon: lexicon,
            words: CellWords(text, segment, kind: kind, settled: CellWords.Settled()), rows: count, width: nil)
        let cells = rows.items.map { row in
            row < rows.columns[position].count ? rows.columns[position][row] : nil
        }
        borders = Self.worthwhile(
            units, scalars, language, settled: Set(cells.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }),
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
        var points = [Double](repeating: 0, count: size * size)
        var forms = [Double](repeating: -.infinity, count: size * size)
        var familiarity = [Double](repeating: 0, count: size * size)
        for from in 0..<size - 1 {
            for to in from + 1..<size {
                let cell = characters[from]..<characters[to]
                guard cell.count <= likeness.limit else { break }
                let place = from * size + to
                if isName { points[place] = Double(likeness.points(cell.lowerBound, cell.upperBound)) }
                var sum = 0.0
                if !likeness.isBalanced(cell) { sum -= RotatedWeights.bracket }
                if cell.count < RotatedWeights.shortest { sum -= RotatedWeights.short }
                if from > 0, cannotBegin[from] { sum -= RotatedWeights.badBegin }
                if to + 1 < size, cannotEnd[to] { sum -= RotatedWeights.badEnd }
                forms[place] = sum
                let sightings = cell.count <= RotatedWeights.longestKnown ? known.value(of: text.bytes(cell)) ?? 0 : 0
                familiarity[place] = log(2 + RotatedWeights.known * Double(sightings))
            }
        }
        (self.likeness, self.forms, self.familiarity) = (points, forms, familiarity)
    }

    /// The borders at which a cell may end, by what the known cells tell: of the others no way comes to anything.
    private static func worthwhile(
        _ units: [Int], _ scalars: [UInt32], _ language: CellLanguage, settled: Set<Int>, rows: Int,
        _ likeness: CellLikeness
    ) -> [Int] {
        let (begins, ends) = language.borders(of: scalars, page: nil)
        let inner = (1..<units.count - 1).map { unit in
            let place = units[unit] - units[0]
            let bad = likeness.cannotBegin(units[unit]) || likeness.cannotEnd(units[unit])
            return (unit, begins[place] + ends[place] - (bad ? RotatedWeights.badBegin : 0))
        }
        let ranked = inner.sorted { ($0.1, -$0.0) > ($1.1, -$1.0) }.prefix(RotatedWeights.bordersARow * rows)
        var kept = Set(ranked.prefix(RotatedWeights.borders).map(\.0))
        for unit in units.indices where settled.contains(units[unit]) { kept.insert(unit) }
        kept.formUnion([0, units.count - 1])
        return kept.sorted()
    }

    static func scalars(_ text: RotatedText, _ range: Range<Int>) -> [UInt32] {
        range.map { CellLanguage.sign(UTF8Scanning.scalar(in: text.text.bytes, at: text.starts[$0]).value) }
    }

    func characters(_ cell: Range<Int>) -> Range<Int> {
        units[borders[cell.lowerBound]]..<units[borders[cell.upperBound]]
    }

    /// The place of a border among ``scalars``.
    func place(_ border: Int) -> Int { units[borders[border]] - segment.lowerBound }
}

/// The likelihood of the cells of one column over its open pages, under one setting.
struct PosteriorModel {
    let columns: [OpenColumn]
    let language: CellLanguage
    /// Logarithms of the lines of cells, for each column and width.
    let lines: [[[Double]]]
    let setting: RotatedWeights.Setting
    /// For each column what multiplies a row's cells by their begin; `nil` for nothing.
    let factors: [[[Double]]?]

    struct Reading {
        var cells: [SequencePosteriors.Cell]
        /// Nats by which as many cells as rows explain the column better than one less.
        var gain = 0.0
        /// How likely each border is the begin of each row's cell.
        var begins: [[Double]]
    }

    /// The readings of the pages `viable`, the others `nil`.
    func read(_ viable: Set<Int>) -> [Reading?] {
        var language = language
        var readings: [Reading?] = []
        var lines = lines
        for round in 1...RotatedWeights.rounds {
            readings = columns.indices.map { page in
                guard viable.contains(page) else { return nil }
                return read(page, weights(page, language), &lines[page], isLast: round == RotatedWeights.rounds)
            }
            guard round < RotatedWeights.rounds else { break }
            language = self.language
            for (page, reading) in readings.enumerated() {
                guard let reading else { continue }
                var borders = [Double](repeating: 0, count: columns[page].scalars.count + 1)
                borders[columns[page].scalars.count] = 1
                for begins in reading.begins {
                    for (border, share) in begins.enumerated() { borders[columns[page].place(border)] += share }
                }
                language.learn(columns[page].scalars, borders: borders, page: page)
            }
        }
        return readings
    }

    /// Nats of each cell, its lines left out.
    private func weights(_ page: Int, _ language: CellLanguage) -> [Double] {
        let column = columns[page]
        let size = column.borders.count
        let (begins, ends) = language.borders(of: column.scalars, page: page)
        var weights = column.forms
        for from in 0..<size - 1 {
            let begin = begins[column.place(from)]
            for to in from + 1..<size {
                let place = from * size + to
                weights[place] +=
                    setting.text * (begin + ends[column.place(to)] + column.familiarity[place])
                    + setting.likeness * column.likeness[place]
            }
        }
        return weights
    }

    /// Sums over the widths of a line, each as likely as it makes the column.
    ///
    /// Widths that tell nothing are dropped from `lines`.
    private func read(
        _ page: Int, _ weights: [Double], _ lines: inout [[Double]], isLast: Bool
    ) -> Reading? {
        let column = columns[page]
        let count = column.settled.count
        let factors = factors[page]
        let isFree = factors == nil && column.settled.allSatisfy { $0 == nil }
        let factor: ((Int, Range<Int>) -> Double)? =
            isFree
            ? nil
            : { cell, units in
                if let settled = column.settled[cell] { return settled == units ? 1 : 0 }
                return factors?[cell][units.lowerBound] ?? 1
            }
        var parts: [SequencePosteriors.Sums] = []
        var free: (less: [Double], own: [Double]) = ([], [])
        var evidence: [Double] = []
        for own in lines.isEmpty ? [[]] : lines {
            var all = weights
            for place in own.indices { all[place] += setting.lines * own[place] }
            var posteriors = SequencePosteriors(units: column.borders.count - 1, weights: all)
            let sums = posteriors.sums(cells: count, factor: factor)
            evidence.append(sums?.evidence ?? -.infinity)
            guard let sums else { continue }
            parts.append(sums)
            guard isLast else { continue }
            let unbound = factor == nil ? nil : posteriors.evidence(most: count)
            free.own.append(unbound?[count] ?? sums.evidence)
            free.less.append(posteriors.lessEvidence(count))
        }
        guard let most = parts.map(\.evidence).max() else { return nil }
        if !lines.isEmpty {
            lines = zip(lines, evidence).filter { exp($1 - most) >= RotatedWeights.leastWidth }.map { $0.0 }
        }
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
        for cell in 0..<count {
            // The cell of the likeliest width, with the probability that all widths give it.
            let likeliest = parts[shares.firstIndex(of: 1) ?? 0].cells[cell].units
            var probability = 0.0
            for (part, share) in zip(parts, shares) where part.cells[cell].units == likeliest {
                probability += part.cells[cell].probability * share / whole
            }
            reading.cells.append(.init(units: likeliest, probability: probability))
        }
        if isLast { reading.gain = Self.logSum(free.own) - Self.logSum(free.less) }
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
