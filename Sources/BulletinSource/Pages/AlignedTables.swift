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
        var table: PageTable
    }

    private struct Band {
        var x0: Double
        var x1: Double
    }

    /// A table has at least so many rows with figures.
    private static let fewestRows = 2

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
            while end < lines.count, end - last <= 2 {
                if lines[end].baseLine - lines[end - 1].baseLine > 4.5 * lines[end].size { break }
                if isRow[end] {
                    rows += 1
                    last = end
                } else if !goesOn(end) {
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

    /// A line in which a figure stands apart from other words or figures.
    private static func isRow(_ line: PageLine) -> Bool {
        let fields = line.fields
        return fields.count > 1
            && fields.contains { field in
                field.contains { FigureWord.hasDigit($0.glyphs) } && field.allSatisfy(\.isFigure)
            }
    }

    /// Whether a line without figures may stand between rows: a label that goes on, the name of a group.
    private func goesOn(_ index: Int) -> Bool {
        let line = lines[index]
        let width = (lines.map(\.box.x1).max() ?? 0) - (lines.map(\.box.x0).min() ?? 0)
        return line.fields.count > 1 || line.box.x1 - line.box.x0 < 0.5 * width
    }

    private func table(body: Range<Int>, rows: Int, floor: Int) -> Found? {
        let long = longRules(over: body)
        // Without rules a table must show itself by more rows.
        guard rows >= (long.isEmpty ? Self.fewestRows + 1 : Self.fewestRows) else { return nil }
        var bands = bands(body)
        guard bands.count > 1 else { return nil }
        let head = headStart(body, long, floor)..<body.lowerBound
        let end = bodyEnd(body, long)
        let own = body.lowerBound..<end
        guard isTabular(own, bands) else { return nil }
        widen(&bands, own)
        let box = lines[head.lowerBound..<end].dropFirst().reduce(lines[head.lowerBound].box) { $0.union($1.box) }
        var edges = [min(box.x0, bands[0].x0)]
        for (left, right) in zip(bands, bands.dropFirst()) { edges.append((left.x1 + right.x0) / 2) }
        edges.append(max(box.x1, bands[bands.count - 1].x1))
        var table = PageTable(columnEdges: edges, rows: [], box: box)
        table.rows = self.head(head, bands, edges) + self.rows(own, bands, edges, long)
        guard table.rows.count > 1 else { return nil }
        return Found(lines: head.lowerBound..<end, table: table)
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
        let allowed = rows.count / 12
        let size = rows.map(\.size).sorted()[rows.count / 2]
        var result: [Band] = []
        var start: Int?
        for index in 0...count {
            let isCovered = index < count && covered[index] > allowed
            if isCovered, start == nil { start = index }
            if !isCovered, let first = start {
                let band = Band(x0: x0 + Double(first), x1: x0 + Double(index))
                if let last = result.last, band.x0 - last.x1 < 0.4 * size {
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
    private func headStart(_ body: Range<Int>, _ long: [Ruling], _ floor: Int) -> Int {
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
        while start > floor, body.lowerBound - start < 4, lines[start - 1].fields.count > 1,
            lines[start].baseLine - lines[start - 1].baseLine < 3 * lines[start].size
        { start -= 1 }
        return start
    }

    /// Behind the last row, as far as the rule at its foot: labels that go on.
    private func bodyEnd(_ body: Range<Int>, _ long: [Ruling]) -> Int {
        let bottom = lines[body.upperBound - 1]
        guard let foot = long.first(where: { $0.at > bottom.baseLine - 0.2 * bottom.size }) else {
            let next = body.upperBound
            return isLabelRest(next, of: body.upperBound - 1, labels: body) ? next + 1 : next
        }
        var end = body.upperBound
        while end < lines.count, lines[end].baseLine < foot.at, end - body.upperBound < 3 { end += 1 }
        return end
    }

    /// Whether the line at `index` goes on with the label of the line `before`: that one left no room for more.
    private func isLabelRest(_ index: Int, of before: Int, labels: Range<Int>) -> Bool {
        guard lines.indices.contains(index), lines.indices.contains(before) else { return false }
        let (line, last) = (lines[index], lines[before])
        guard line.fields.count == 1, let label = last.fields.first, let first = label.first, let end = label.last,
            let start = line.words.first, abs(start.box.x0 - first.box.x0) < 0.8 * line.size,
            line.baseLine - last.baseLine < 2 * line.size
        else { return false }
        let widest = lines[labels].compactMap { $0.fields.first?.last?.box.x1 }.max() ?? end.box.x1
        return widest - end.box.x1 < 1.2 * line.size
    }

    // MARK: Rows

    private func band(of word: PageWord, _ edges: [Double]) -> Int {
        // Labels stand at the left of their column: they may reach over its end.
        let at = word.isFigure ? word.middle : min(word.middle, word.box.x0 + 2 * word.size)
        return min(max(0, edges.partitionPoint { $0 <= at } - 1), edges.count - 2)
    }

    private func cells(_ words: [[PageWord]], _ edges: [Double], isHead: Bool) -> [PageTable.Cell] {
        var texts = Array(repeating: PrintedText(), count: edges.count - 1)
        for line in words {
            var inBand: [[PageWord]] = Array(repeating: [], count: edges.count - 1)
            for word in line { inBand[band(of: word, edges)].append(word) }
            for (index, own) in inBand.enumerated() where !own.isEmpty {
                var text = PrintedText()
                text.append(PageLine(own).glyphs, page: page, frame: frame)
                texts[index].append(text, isWrapped: isHead || !own.allSatisfy(\.isFigure))
            }
        }
        return texts.indices.map { PageTable.Cell(columns: $0..<$0 + 1, text: texts[$0], isHead: isHead) }
    }

    /// The rows of the body: a line with figures each, with the lines of its label; rules between rows part them.
    private func rows(
        _ body: Range<Int>, _ bands: [Band], _ edges: [Double], _ long: [Ruling]
    ) -> [[PageTable.Cell]] {
        let inside = long.filter {
            $0.at > lines[body.lowerBound].baseLine && $0.at < lines[body.upperBound - 1].baseLine
        }
        let isRuled = inside.count * 2 >= body.filter { Self.isRow(lines[$0]) }.count
        var groups: [[Int]] = []
        for index in body {
            guard let last = groups.last?.last else {
                groups.append([index])
                continue
            }
            let isParted = inside.contains { $0.at > lines[last].baseLine && $0.at <= lines[index].baseLine }
            let hasFigures = groups[groups.count - 1].contains { Self.isRow(lines[$0]) }
            let joins: Bool
            if isRuled {
                joins = !isParted && !(hasFigures && Self.isRow(lines[index]))
            } else if Self.isRow(lines[index]) {
                joins =
                    !hasFigures && !isParted
                    && (isLabelRest(last, index, body) || isHalfLine(last, index))
            } else {
                joins = !isParted && (isLabelRest(index, of: last, labels: body) || isHalfLine(last, index))
            }
            if joins { groups[groups.count - 1].append(index) } else { groups.append([index]) }
        }
        return groups.map { cells($0.map { lines[$0].words }, edges, isHead: false) }
    }

    /// A label line without figures that the label of the row `row` goes on from.
    private func isLabelRest(_ line: Int, _ row: Int, _ labels: Range<Int>) -> Bool {
        guard lines[line].fields.count == 1, let label = lines[row].fields.first?.first,
            let own = lines[line].words.last,
            let start = lines[line].words.first, !label.isFigure,
            abs(label.box.x0 - start.box.x0) < 0.8 * own.size, lines[row].baseLine - lines[line].baseLine < 2 * own.size
        else { return false }
        let widest = lines[labels].compactMap { $0.fields.first?.last?.box.x1 }.max() ?? own.box.x1
        return widest - own.box.x1 < 1.2 * own.size
    }

    /// Lines nearer than lines of one cell can be: a label of two lines with its figures at the middle.
    private func isHalfLine(_ one: Int, _ other: Int) -> Bool {
        lines[other].baseLine - lines[one].baseLine < 0.95 * min(lines[one].size, lines[other].size)
    }

    // MARK: Head

    /// The head as one row, or as two where a word stands over several columns.
    private func head(_ range: Range<Int>, _ bands: [Band], _ edges: [Double]) -> [[PageTable.Cell]] {
        guard !range.isEmpty else { return [] }
        let spans = lines[range].map { line in line.fields.map { ($0, span($0, line, bands, edges)) } }
        guard let upper = spans.firstIndex(where: { $0.contains { $0.1.count > 1 } }), upper + 1 < spans.count else {
            return [cells(lines[range].map(\.words), edges, isHead: true)]
        }
        // Which columns stand under a word over several: those of its span.
        var groups: [(columns: Range<Int>, text: PrintedText)] = []
        for (field, columns) in spans[upper] where columns.count > 1 {
            var text = PrintedText()
            text.append(PageLine(field).glyphs, page: page, frame: frame)
            groups.append((columns, text))
        }
        let taken = Set(groups.flatMap(\.columns))
        let rest = lines[range].enumerated().map { offset, line in
            offset == upper
                ? spans[upper].filter { $0.1.count == 1 }.flatMap(\.0) : line.words
        }
        let single = cells(rest, edges, isHead: true)
        var first = groups.map { PageTable.Cell(columns: $0.columns, text: $0.text, isHead: true) }
        var second: [PageTable.Cell] = []
        for var cell in single {
            if taken.contains(cell.columns.lowerBound) {
                second.append(cell)
            } else {
                cell.rowSpan = 2
                first.append(cell)
            }
        }
        first.sort { $0.columns.lowerBound < $1.columns.lowerBound }
        return [first, second]
    }

    /// The columns that a field of the head stands over: those of a short rule under it, else those that it reaches or
    /// between which it stands.
    private func span(_ field: [PageWord], _ line: PageLine, _ bands: [Band], _ edges: [Double]) -> Range<Int> {
        let x0 = field.map(\.box.x0).min() ?? 0
        let x1 = field.map(\.box.x1).max() ?? 0
        let middle = (x0 + x1) / 2
        let rule = rules.first {
            $0.at > line.baseLine - 1 && $0.at < line.baseLine + 1.6 * line.size && $0.from < x0 + 2 && $0.to > x1 - 2
                && $0.length < 0.8 * (edges[edges.count - 1] - edges[0])
        }
        let reach = rule.map { ($0.from, $0.to) } ?? (x0, x1)
        let own = bands.indices.filter {
            min(reach.1, bands[$0].x1) - max(reach.0, bands[$0].x0) > 0.3 * min(bands[$0].x1 - bands[$0].x0, x1 - x0)
        }
        if let first = own.first, let last = own.last, last > first { return first..<last + 1 }
        for index in bands.indices.dropLast() where bands[index].x1 < middle && middle < bands[index + 1].x0 {
            // Amid the gap of two columns of figures, not the head of a column that is set apart from its figures.
            let gap = bands[index + 1].x0 - bands[index].x1
            if index > 0, abs(middle - (bands[index].x1 + bands[index + 1].x0) / 2) < 0.2 * gap {
                return index..<index + 2
            }
        }
        let column = own.first ?? min(max(0, edges.partitionPoint { $0 <= middle } - 1), edges.count - 2)
        return column..<column + 1
    }
}
