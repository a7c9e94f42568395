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
        let factor: ((Int, Range<Int>) -> Double)? = factors.map { factors in
            { cell, units in factors[cell][units.lowerBound] }
        }
        var parts: [SequencePosteriors.Sums] = []
        var free: (less: [Double], own: [Double]) = ([], [])
        var evidence: [Double] = []
        for own in lines.isEmpty ? [[]] : lines {
            var all = weights
            for place in own.indices { all[place] += setting.lines * own[place] }
            var posteriors = SequencePosteriors(units: column.borders.count - 1, weights: all)
            let sums = posteriors.sums(cells: count, settled: column.settled, factor: factor)
            evidence.append(sums?.evidence ?? -.infinity)
            guard let sums else { continue }
            parts.append(sums)
            guard isLast else { continue }
            let unbound = isFree ? nil : posteriors.evidence(most: count)
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
