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
    /// The signs of the bulletin's ordinary text.
    let prose: [UInt32]

    private static let kinds: Set<RotatedLexicon.CellKind> = [.organisation, .name, .text, .remark]

    func fill(_ pages: inout [RotatedRows?]) {
        let open = run.words.indices.filter { Self.kinds.contains(run.kinds[$0]) }.map { position in
            (position, pages: pages.indices.filter { pages[$0]?.isOpen(position) == true })
        }.filter { !$0.pages.isEmpty }
        guard !open.isEmpty else { return }
        let texts = open.map { position, open in
            open.compactMap { page in
                pages[page].flatMap { rows in
                    rows.frame.segment(run.words[position]).map { OpenColumn.signs(rows.frame.page.text, $0) }
                }
            }
        }
        let counts = CellLanguage.Counts(prose: prose, askedBy: texts.joined())
        var columns = zip(open, texts).compactMap { CandidateColumn(self, $0.0, $0.pages, $1, pages, prose: counts) }
        for index in columns.indices { columns[index].read() }
        // Names of projects, owners and offices of a row begin alike; the other kinds never do.
        let rows = RowOpenings(run: run, pages: pages, columns: columns)
        for index in columns.indices where rows.couples(columns[index].position) {
            let position = columns[index].position
            columns[index].readAgain { rows.factors(of: $1, at: position, setting: $0) }
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
    /// For each open page and width of a line how likely each cell's lines are.
    private let lines: [[[Double]]]
    /// By setting, with what each has learned.
    private var models: [PosteriorModel] = []
    /// By setting, then open page.
    private(set) var readings: [[PosteriorModel.Reading?]] = []

    init?(
        _ table: ColumnPosteriors, _ position: Int, _ open: [Int], _ texts: [[UInt32]], _ pages: [RotatedRows?],
        prose: CellLanguage.Counts
    ) {
        let (word, kind) = (table.run.words[position], table.run.kinds[position])
        var language = CellLanguage(prose: prose, columns: texts, pages: open.count)
        var known: [[UInt8]: Int] = [:]
        var learned = 0
        for page in pages {
            guard let page, position < page.columns.count else { continue }
            for case let cell? in page.columns[position] where !cell.isEmpty {
                language.learn(OpenColumn.signs(page.frame.page.text, cell))
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
            return widths.map { lines.shares(width: $0, borders: column.borders, reach: column.reach) }
        }
    }

    mutating func read() {
        var viable = Set(columns.indices)
        var weighed = (by: 1.0, lines: lines)
        for setting in RotatedWeights.settings {
            if weighed.by != setting.lines {
                weighed = (setting.lines, lines)
                for page in columns.indices {
                    weighed.lines[page] = viable.contains(page) ? Self.raised(lines[page], to: setting.lines) : []
                }
            }
            var model = PosteriorModel(
                columns: columns, language: language, lines: weighed.lines, setting: setting, viable)
            readings.append(model.read(viable))
            models.append(model)
            viable = self.viable(among: viable)
            if viable.isEmpty { break }
        }
    }

    private static func raised(_ shares: [[Double]], to exponent: Double) -> [[Double]] {
        // A root takes a fifth of the time of a power.
        exponent == 0.5
            ? shares.map { $0.map { $0.squareRoot() } } : shares.map { $0.map { $0 == 0 ? 0 : pow($0, exponent) } }
    }

    /// - Parameter factors: for a setting's place and an open page, what multiplies each row's cells by their begin; empty for nothing.
    mutating func readAgain(factors: (Int, OpenColumn) -> [[Double]]) {
        readings = []
        var viable = Set(columns.indices)
        for place in models.indices {
            readings.append(models[place].readAgain(viable) { factors(place, $0) })
            viable = self.viable(among: viable)
            if viable.isEmpty { break }
        }
    }

    /// A page that one setting leaves open stays open.
    private func viable(among pages: Set<Int>) -> Set<Int> {
        pages.filter { (readings.last?[$0]?.gain ?? 0) >= RotatedWeights.cellMore }
    }
}

/// How the cells of a row begin: 东河区春苗幼儿园改造项目 is owned by 东河区春苗幼儿园.
///
/// How often two columns agree is counted over the rows that are settled in both, against chance: two offices of a task
/// hardly ever begin alike, and then nothing couples them.
struct RowOpenings {
    private static let kinds: Set<RotatedLexicon.CellKind> = [.name, .organisation]
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

    /// Whether cells of the column at `position` begin as those of another, so that ``factors(of:at:setting:)`` tell anything.
    func couples(_ position: Int) -> Bool { ratios.keys.contains { $0[0] == position } }

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
        return OpenColumn.signs(page.frame.page.text, cell.lowerBound..<cell.lowerBound + Self.length)
    }

    /// For each row and border of an open column what multiplies a cell that begins there; empty for nothing.
    func factors(of column: OpenColumn, at position: Int, setting: Int) -> [[Double]] {
        guard let page = pages[column.page] else { return [] }
        let openings = column.borders.indices.map { border -> [UInt32]? in
            let place = column.place(border)
            guard place + Self.length <= column.signs.count else { return nil }
            return Array(column.signs[place..<place + Self.length])
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
                    guard place + Self.length <= column.signs.count else { continue }
                    shares[Array(column.signs[place..<place + Self.length]), default: 0] += share
                }
                return shares
            }
        }
        return nil
    }
}
