import SourceText

/// Finds the tables of a column of text that rules do not part: columns by what stands under each other, rows by lines.
///
///     ──────────────────────────────────       a table of three rules: the lines between the first two are its head
///          指标       单位    2023年   2024年
///     ──────────────────────────────────
///      养老床位       万张      3.2      3.6
///      护理型床位     %        55.0     58.5      a line is of a table where figures stand apart from other words
///     ──────────────────────────────────
struct AlignedTables {
    /// Where a table stands in the lines of a column, and the table.
    struct Found {
        var lines: Range<Int>
        var table: PrintedTable
    }

    private struct Band {
        var x0: Double
        var x1: Double
    }

    /// A table has at least so many rows with figures.
    private static let fewestRows = 2
    /// Between two rows stand the rest of one label and the beginning of the next.
    private static let mostLabelLines = 5

    let lines: [PageLine]
    /// Rules across, from the top.
    let rules: [Ruling]
    let page: Int
    let frame: PageFrame

    func find() -> [Found] {
        let isRow = lines.map(Self.isRow)
        var result: [Found] = []
        var index = 0
        while index < lines.count {
            guard isRow[index] else {
                index += 1
                continue
            }
            var end = index + 1
            var last = index
            var rows = 1
            while end < lines.count, end - last <= Self.mostLabelLines {
                if lines[end].baseLine - lines[end - 1].baseLine > 4.5 * lines[end].size { break }
                if isRow[end] {
                    rows += 1
                    last = end
                } else if !goesOn(end, behind: last) {
                    break
                }
                end += 1
            }
            if let found = table(body: index..<last + 1, rows: rows, floor: result.last?.lines.upperBound ?? 0) {
                result.append(found)
                index = found.lines.upperBound
            } else {
                index = last + 1
            }
        }
        return result
    }

    /// A line in which a figure stands apart from other words or figures; years alone are the head of columns.
    private static func isRow(_ line: PageLine) -> Bool {
        let fields = line.fields
        guard fields.count > 1, !line.words.allSatisfy({ FigureWord.isYear($0.glyphs) }) else { return false }
        if fields.contains(where: { $0.contains { FigureWord.hasDigit($0.glyphs) } && $0.allSatisfy(\.isFigure) }) {
            return true
        }
        // Close columns: figures at the end, each a word.
        let figures = line.words.reversed().prefix(while: \.isFigure)
        return figures.count > 1 && figures.contains { FigureWord.hasDigit($0.glyphs) }
    }

    /// Whether a line too close to show its columns stands in those of `bands`, with a figure in one of figures.
    private func fits(_ line: PageLine, _ bands: [Band]) -> Bool {
        var own = Set<Int>()
        for word in line.words {
            guard
                let band = bands.firstIndex(where: {
                    $0.x0 - 2 * word.size <= word.box.x0 && word.middle <= $0.x1 + 2 * word.size
                        && word.box.x1 > $0.x0 - 1
                        && word.box.x0 < $0.x1 + 1
                })
            else { return false }
            if band + 1 < bands.count, word.box.x1 > bands[band + 1].x0 + 1 { return false }
            own.insert(band)
        }
        return own.count > 1 && (line.words.last.map { $0.isFigure && FigureWord.hasDigit($0.glyphs) } ?? false)
    }

    /// Whether a line without figures may stand behind the row `row`: a label that goes on, the name of a group. It ends
    /// before the second column.
    private func goesOn(_ index: Int, behind row: Int) -> Bool {
        let line = lines[index]
        let fields = lines[row].fields
        let second = fields.dropFirst().first { $0.contains { $0.isFigure } } ?? fields[fields.count - 1]
        return line.fields.count > 1 || line.box.x1 < (second.first?.box.x0 ?? 0) + line.size
    }

    private func table(body: Range<Int>, rows: Int, floor: Int) -> Found? {
        let long = longRules(over: body)
        // Without rules a table must show itself by more rows.
        guard rows >= (long.isEmpty ? Self.fewestRows + 1 : Self.fewestRows) else { return nil }
        var bands = bands(body)
        guard bands.count > 1 else { return nil }
        var body = body
        while body.upperBound < lines.count, fits(lines[body.upperBound], bands),
            lines[body.upperBound].baseLine - lines[body.upperBound - 1].baseLine < pitch(body)
        { body = body.lowerBound..<body.upperBound + 1 }
        while body.lowerBound > floor, fits(lines[body.lowerBound - 1], bands),
            lines[body.lowerBound].baseLine - lines[body.lowerBound - 1].baseLine < pitch(body)
        { body = body.lowerBound - 1..<body.upperBound }
        let starts = bands.map(\.x0)
        let head = headStart(body, long, floor, bands)..<body.lowerBound
        let end = bodyEnd(body, long, (bands[0].x1 + bands[1].x0) / 2)
        let own = body.lowerBound..<end
        guard isTabular(own, bands) else { return nil }
        widen(&bands, own)
        let box = lines[head.lowerBound..<end].dropFirst().reduce(lines[head.lowerBound].box) { $0.union($1.box) }
        var edges = [min(box.x0, bands[0].x0)]
        for (left, right) in zip(bands, bands.dropFirst()) { edges.append((left.x1 + right.x0) / 2) }
        edges.append(max(box.x1, bands[bands.count - 1].x1))
        var table = PrintedTable(columnEdges: edges, rows: [], box: box)
        table.rows = self.head(head, bands, edges) + self.rows(own, starts, edges, long)
        guard table.rows.count > 1 else { return nil }
        return Found(lines: head.lowerBound..<end, table: table)
    }

    /// How far from one row the next one or the head stands.
    private func pitch(_ body: Range<Int>) -> Double {
        let steps = zip(lines[body], lines[body].dropFirst()).map { $1.baseLine - $0.baseLine }.sorted()
        let size = lines[body.lowerBound].size
        return max(3 * size, steps.isEmpty ? 0 : 1.6 * steps[steps.count / 2])
    }

    /// Rules that run over most of the width of `body`, near it.
    private func longRules(over body: Range<Int>) -> [Ruling] {
        let x0 = lines[body].map(\.box.x0).min() ?? 0
        let x1 = lines[body].map(\.box.x1).max() ?? 0
        return rules.filter { $0.from < x0 + 0.2 * (x1 - x0) && $0.to > x1 - 0.2 * (x1 - x0) }
    }

    /// Stretches that the words of the rows cover; few rows may cross what parts them.
    private func bands(_ body: Range<Int>) -> [Band] {
        let rows = lines[body].filter(Self.isRow)
        let x0 = rows.map(\.box.x0).min() ?? 0
        let x1 = rows.map(\.box.x1).max() ?? 0
        let count = Int((x1 - x0).rounded(.up)) + 1
        guard count > 1, count < 5000 else { return [] }
        var covered = Array(repeating: 0, count: count)
        for row in rows {
            for word in row.words {
                let first = max(0, Int(word.box.x0 - x0))
                let last = min(count - 1, Int((word.box.x1 - x0).rounded(.up)) - 1)
                if first <= last { for index in first...last { covered[index] += 1 } }
            }
        }
        // One row whose label touches the next column does not close the gap of all the others.
        let allowed = max(rows.count / 12, rows.count > 4 ? 1 : 0)
        let size = rows.map(\.size).sorted()[rows.count / 2]
        /// How many of the words that begin or end near x are figures.
        func isFigures(_ x: Double, _ edge: (PageWord) -> Double) -> Bool {
            let near = rows.flatMap(\.words).filter { abs(edge($0) - x) < 1.5 * size }
            return near.filter(\.isFigure).count * 2 > near.count
        }
        var result: [Band] = []
        var start: Int?
        for index in 0...count {
            let isCovered = index < count && covered[index] > allowed
            if isCovered, start == nil { start = index }
            if !isCovered, let first = start {
                let band = Band(x0: x0 + Double(first), x1: x0 + Double(index))
                // A narrow gap parts columns of figures, and figures from what stands before them; not 2024 from 年.
                if let last = result.last, band.x0 - last.x1 < (isFigures(band.x0) { $0.box.x0 } ? 0.15 : 0.4) * size {
                    result[result.count - 1].x1 = band.x1
                } else {
                    result.append(band)
                }
                start = nil
            }
        }
        return result
    }

    /// Most rows fill more than one column, and the columns behind the first hold figures.
    private func isTabular(_ body: Range<Int>, _ bands: [Band]) -> Bool {
        let rows = lines[body].filter(Self.isRow)
        let figures = bands.map { band in
            rows.filter { row in
                row.words.contains { band.x0 - 1 <= $0.middle && $0.middle <= band.x1 + 1 && $0.isFigure }
            }.count
        }
        let inBands = rows.filter { row in
            Set(
                row.words.compactMap { word in bands.firstIndex { $0.x0 - 1 <= word.middle && word.middle <= $0.x1 + 1 }
                }
            ).count > 1
        }
        return inBands.count * 10 >= rows.count * 8 && figures.contains { $0 * 2 >= rows.count || $0 >= 3 }
    }

    /// Bands reach over what labels and heads of the rows add.
    private func widen(_ bands: inout [Band], _ body: Range<Int>) {
        for line in lines[body] {
            for word in line.words {
                guard let own = bands.indices.min(by: { distance(word, bands[$0]) < distance(word, bands[$1]) }) else {
                    continue
                }
                let left = own > 0 ? bands[own - 1].x1 + 1 : -Double.infinity
                let right = own + 1 < bands.count ? bands[own + 1].x0 - 1 : Double.infinity
                if word.box.x0 > left { bands[own].x0 = min(bands[own].x0, word.box.x0) }
                if word.box.x1 < right { bands[own].x1 = max(bands[own].x1, word.box.x1) }
            }
        }
    }

    private func distance(_ word: PageWord, _ band: Band) -> Double {
        max(0, max(band.x0 - word.middle, word.middle - band.x1))
    }

    /// The first line of the head: below the rule over the one under the head, or the lines of several fields above.
    private func headStart(_ body: Range<Int>, _ long: [Ruling], _ floor: Int, _ bands: [Band]) -> Int {
        let top = lines[body.lowerBound]
        let above = long.filter { $0.at < top.box.y0 + 0.3 * top.size }
        if let under = above.last, let over = above.dropLast().last, top.box.y0 - under.at < 4 * top.size {
            let first = (floor..<body.lowerBound).first {
                lines[$0].baseLine > over.at && lines[$0].baseLine < under.at + 1
            }
            if let first, body.lowerBound - first <= 6 { return first }
        }
        if let over = above.last {
            // The head goes on without a rule under it.
            let first = (floor..<body.lowerBound).first { lines[$0].baseLine > over.at }
            if let first, body.lowerBound - first <= 4 { return first }
            return body.lowerBound
        }
        var start = body.lowerBound
        var index = body.lowerBound
        while index > floor, body.lowerBound - index < 6 {
            let (line, below) = (lines[index - 1], lines[index])
            let step = below.baseLine - line.baseLine
            if line.fields.count > 1, step < pitch(body) {
                start = index - 1
            } else if !isHeadPart(
                line, step: step, most: index == body.lowerBound ? pitch(body) : 2.2 * line.size, bands)
            {
                break
            } else if start == index, start < body.lowerBound {
                start = index - 1
            }
            index -= 1
        }
        return start
    }

    /// Whether a line of one field is of the head: over columns of figures, near the next line; no title in the middle and
    /// no line that names the unit (it holds a colon).
    private func isHeadPart(_ line: PageLine, step: Double, most: Double, _ bands: [Band]) -> Bool {
        let (left, right) = (bands[0].x0, bands[bands.count - 1].x1)
        guard line.box.x0 > bands[0].x1, line.box.x1 < right + 8 * line.size, step < most,
            !line.glyphs.contains(where: { $0.scalar == ":" || $0.scalar.value == 0xFF1A })
        else { return false }
        let isCentered = abs((line.box.x0 + line.box.x1) / 2 - (left + right) / 2) < line.size
        return step < 1.3 * line.size || !isCentered
    }

    /// Behind the last row, as far as the rule at its foot: labels that go on.
    private func bodyEnd(_ body: Range<Int>, _ long: [Ruling], _ labelEdge: Double) -> Int {
        let bottom = lines[body.upperBound - 1]
        var end = body.upperBound
        if let foot = long.first(where: { $0.at > bottom.baseLine - 0.2 * bottom.size }) {
            while end < lines.count, lines[end].baseLine < foot.at, end - body.upperBound < Self.mostLabelLines {
                end += 1
            }
            return end
        }
        while end < lines.count, end - body.upperBound < Self.mostLabelLines,
            isHalfLine(end - 1, end) || isLabelRest(end, of: end - 1, LabelColumn(lines[body], edge: labelEdge))
        { end += 1 }
        return end
    }

    /// The lines of the first column.
    private struct LabelColumn {
        /// Where its longest line ends: one that ends there left no room for more.
        var right: Double
        /// From one line of a label to the next, where the table shows it.
        var pitch: Double?

        init(_ lines: ArraySlice<PageLine>, edge: Double) {
            let labels = lines.compactMap { line in line.words.prefix { $0.middle < edge }.last }
            right = labels.map(\.box.x1).max() ?? edge
            pitch = zip(lines, lines.dropFirst()).filter { upper, lower in
                let isRow = (AlignedTables.isRow(upper), AlignedTables.isRow(lower))
                return !(isRow.0 && isRow.1) && lower.baseLine - upper.baseLine > 0.95 * upper.size
            }.map { $1.baseLine - $0.baseLine }.min()
        }
    }

    /// Whether the line at `index` goes on with the label of the line `before`: that one left no room for more.
    private func isLabelRest(_ index: Int, of before: Int, _ column: LabelColumn) -> Bool {
        guard lines.indices.contains(index), lines.indices.contains(before) else { return false }
        let (line, last) = (lines[index], lines[before])
        guard let start = line.words.first, let begin = last.words.first, !start.isFigure,
            let end = last.words.last(where: { $0.box.x1 <= column.right + 1 }),
            abs(start.box.x0 - begin.box.x0) < 0.8 * line.size, start.box.x0 < column.right,
            line.baseLine - last.baseLine < min(2 * line.size, column.pitch.map { 1.2 * $0 } ?? .infinity)
        else { return false }
        return column.right - end.box.x1 < 1.2 * line.size
    }

    // MARK: Rows

    private func band(of word: PageWord, _ edges: [Double]) -> Int {
        // Labels stand at the left of their column: they may reach over its end.
        let at = word.isFigure ? word.middle : min(word.middle, word.box.x0 + 2 * word.size)
        return min(max(0, edges.partitionPoint { $0 <= at } - 1), edges.count - 2)
    }

    private func cells(
        _ words: [[PageWord]], _ edges: [Double], isHead: Bool, in place: (PageWord) -> Int
    ) -> [PrintedTable.Cell] {
        var texts = Array(repeating: PrintedText(), count: edges.count - 1)
        for line in words {
            var inBand: [[PageWord]] = Array(repeating: [], count: edges.count - 1)
            for word in line { inBand[place(word)].append(word) }
            for (index, own) in inBand.enumerated() where !own.isEmpty {
                var text = PrintedText()
                text.append(PageLine(own).glyphs, page: page, frame: frame)
                texts[index].append(text, isWrapped: isHead || !own.allSatisfy(\.isFigure))
            }
        }
        return texts.indices.map { PrintedTable.Cell(columns: $0..<$0 + 1, text: texts[$0], isHead: isHead) }
    }

    /// The rows of the body: a line with figures each, with the lines of its label; rules between rows part them.
    private func rows(
        _ body: Range<Int>, _ starts: [Double], _ edges: [Double], _ long: [Ruling]
    ) -> [[PrintedTable.Cell]] {
        let inside = long.filter {
            $0.at > lines[body.lowerBound].baseLine && $0.at < lines[body.upperBound - 1].baseLine
        }
        let isRuled = inside.count * 2 >= body.filter { Self.isRow(lines[$0]) }.count
        let column = LabelColumn(lines[body], edge: edges[1])
        var groups: [[Int]] = []
        for index in body {
            guard let last = groups.last?.last else {
                groups.append([index])
                continue
            }
            let isParted = inside.contains { $0.at > lines[last].baseLine && $0.at <= lines[index].baseLine }
            let hasFigures = groups[groups.count - 1].contains { Self.isRow(lines[$0]) }
            let joins: Bool
            if !isParted, isMiddle(index, edges[1]) || isMiddle(last, edges[1]) && last == index - 1 {
                joins = true
            } else if isRuled {
                joins = !isParted && !(hasFigures && Self.isRow(lines[index]))
            } else if Self.isRow(lines[index]) {
                joins =
                    !hasFigures && !isParted
                    && (isLabelRest(index, of: last, column) || isHalfLine(last, index))
            } else {
                joins = !isParted && (isLabelRest(index, of: last, column) || isHalfLine(last, index))
            }
            if joins { groups[groups.count - 1].append(index) } else { groups.append([index]) }
        }
        return groups.map { group in
            let words = group.map { lines[$0].words.flatMap { parted($0, at: starts) } }
            return cells(words, edges, isHead: false) { band(of: $0, edges) }
        }
    }

    /// A word that touches what stands in the next column: parted where the words of that column begin.
    private func parted(_ word: PageWord, at starts: [Double]) -> [PageWord] {
        guard
            let start = starts.first(where: { word.box.x0 + 0.3 * word.size < $0 && $0 < word.box.x1 - 0.3 * word.size }
            ),
            let cut = word.glyphs.firstIndex(where: { abs($0.box.x0 - start) < 0.15 * word.size }), cut > 0
        else { return [word] }
        return [PageWord(Array(word.glyphs[..<cut]), behind: word.blank)]
            + parted(PageWord(Array(word.glyphs[cut...])), at: starts)
    }

    /// A line of figures without a label amid two lines of a label, as far from one as from the other.
    private func isMiddle(_ index: Int, _ labelEdge: Double) -> Bool {
        guard index > 0, index + 1 < lines.count, Self.isRow(lines[index]), lines[index].box.x0 > labelEdge else {
            return false
        }
        let (above, below) = (lines[index - 1], lines[index + 1])
        let steps = (lines[index].baseLine - above.baseLine, below.baseLine - lines[index].baseLine)
        return abs(steps.0 - steps.1) < 0.15 * above.size && steps.0 < 1.5 * above.size
            && above.box.x1 < labelEdge && below.box.x1 < labelEdge && !Self.isRow(above) && !Self.isRow(below)
    }

    /// Lines nearer than lines of one cell can be: a label of two lines with its figures at the middle.
    private func isHalfLine(_ one: Int, _ other: Int) -> Bool {
        lines[other].baseLine - lines[one].baseLine < min(lines[one].size, lines[other].size)
    }

    // MARK: Head

    /// The head as one row, or as two where a word stands over several columns.
    private func head(_ range: Range<Int>, _ bands: [Band], _ edges: [Double]) -> [[PrintedTable.Cell]] {
        guard !range.isEmpty else { return [] }
        let spans = range.map { position in
            let line = lines[position]
            // As many as columns: each stands over its own, however wide it is and however near the next.
            let all = [line.fields, line.words.map { [$0] }, TextLines.words(line.glyphs, gap: 0.15).map { [$0] }]
            if let each = all.first(where: { $0.count == bands.count }) {
                return each.enumerated().map { ($1, $0..<$0 + 1) }
            }
            return Self.headFields(line).map { field in
                (field, span(field, line, below: lines[(position + 1)..<range.upperBound], bands, edges))
            }
        }
        func single(_ fields: [[([PageWord], Range<Int>)]]) -> [PrintedTable.Cell] {
            let words = fields.map { $0.flatMap { field, columns in field.map { ($0, columns.lowerBound) } } }
            return cells(words.map { $0.map(\.0) }, edges, isHead: true) { word in
                words.joined().first { $0.0.box == word.box }?.1 ?? 0
            }
        }
        guard let upper = spans.firstIndex(where: { $0.contains { $0.1.count > 1 } }), upper + 1 < spans.count else {
            return [single(spans)]
        }
        // Which columns stand under a word over several: those of its span.
        var groups: [PrintedTable.Cell] = []
        for (field, columns) in spans[upper] where columns.count > 1 {
            var text = PrintedText()
            text.append(PageLine(field).glyphs, page: page, frame: frame)
            groups.append(PrintedTable.Cell(columns: columns, text: text, isHead: true))
        }
        let taken = Set(groups.flatMap(\.columns))
        var rest = spans
        rest[upper].removeAll { $0.1.count > 1 }
        var second: [PrintedTable.Cell] = []
        for var cell in single(rest) {
            if taken.contains(cell.columns.lowerBound) {
                second.append(cell)
            } else {
                cell.rowSpan = 2
                groups.append(cell)
            }
        }
        return [groups.sorted { $0.columns.lowerBound < $1.columns.lowerBound }, second]
    }

    /// Words of a head that stand near belong together only where they are set wide, character by character.
    private static func headFields(_ line: PageLine) -> [[PageWord]] {
        var result: [[PageWord]] = []
        for word in TextLines.words(line.glyphs, gap: 0.3) {
            if let last = result.last?.last {
                let gap = (word.box.x0 - last.box.x1) / max(word.size, last.size)
                if gap < 0.3 || gap < 1 && (word.glyphs.count == 1 || last.glyphs.count == 1) {
                    result[result.count - 1].append(word)
                    continue
                }
            }
            result.append([word])
        }
        return result
    }

    /// The columns that a field of the head stands over: those of a short rule under it, else those that it reaches or
    /// between which it stands.
    private func span(
        _ field: [PageWord], _ line: PageLine, below: ArraySlice<PageLine>, _ bands: [Band], _ edges: [Double]
    ) -> Range<Int> {
        let x0 = field.map(\.box.x0).min() ?? 0
        let x1 = field.map(\.box.x1).max() ?? 0
        let middle = (x0 + x1) / 2
        let rule = rules.first { rule in
            // Two words over one rule are the last line of the head.
            let isShared = line.words.contains {
                $0.box.x1 > rule.from && $0.box.x0 < rule.to && ($0.box.x1 < x0 || $0.box.x0 > x1)
            }
            return rule.at > line.baseLine - 1 && rule.at < line.baseLine + 1.6 * line.size && rule.from < x0 + 2
                && rule.to > x1 - 2 && rule.length < 0.8 * (edges[edges.count - 1] - edges[0]) && !isShared
        }
        let reach = rule.map { ($0.from, $0.to) } ?? (x0, x1)
        let own = bands.indices.filter {
            min(reach.1, bands[$0].x1) - max(reach.0, bands[$0].x0) > 0.3 * min(bands[$0].x1 - bands[$0].x0, x1 - x0)
        }
        if let first = own.first, let last = own.last, last > first { return first..<last + 1 }
        for index in bands.indices.dropLast() where bands[index].x1 < middle && middle < bands[index + 1].x0 {
            // Amid the gap of two columns with heads of their own, not the head of a column set apart from its figures.
            let hasHeads = below.contains { lower in
                let fields = Self.headFields(lower)
                return fields.contains { $0[0].box.x1 < middle && $0[0].box.x1 > bands[index].x0 - line.size }
                    && fields.contains { $0[0].box.x0 > middle && $0[0].box.x0 < bands[index + 1].x1 + line.size }
            }
            if index > 0, hasHeads { return index..<index + 2 }
        }
        // The column that it covers most, else the nearest.
        func overlap(_ band: Band) -> Double { min(x1, band.x1) - max(x0, band.x0) }
        let column = bands.indices.max { overlap(bands[$0]) < overlap(bands[$1]) } ?? 0
        return column..<column + 1
    }
}
