import PipelineDefinition
import SourceText

/// The heads of a known number of columns out of the lines over the rows.
///
/// One line with a field a column is the plain case. Else 全体居民 over 绝对数 and 增长 makes two levels, aligned
/// heads stand over their columns, and heads cut in lines (2024 年|决算数|2025 年|预算数) are joined again.
struct FieldHeads {
    struct Head {
        /// The fields of each level from the top, as places in the lines.
        var levels: [[FieldLine.Field]]
    }

    let heads: [Head]
    /// False where the lines do not tell which head is whose.
    let isSure: Bool
    /// True where 收入 and 支出 stand over two halves, or every head comes twice.
    let isDouble: Bool

    init(_ lines: [FieldLine], grid: FieldGrid, rows: [FieldLine], lexicon: TableLexicon) {
        isDouble = Self.isDouble(lines, lexicon)
        let found =
            Self.plain(lines, grid) ?? Self.overlaid(lines, grid) ?? Self.repeated(lines, grid) ?? Self.placed(
                lines, grid, rows)
            ?? Self.cut(lines, grid, lexicon)
        heads = found ?? Array(repeating: Head(levels: []), count: grid.width)
        isSure = found != nil
    }

    /// True where words of two sides head the table (收入, 支出), or the head's first word comes again: 项目 … 项目 ….
    static func isDouble(_ lines: [FieldLine], _ lexicon: TableLexicon) -> Bool {
        guard let first = lines.first else { return false }
        if first.fields.count == 2, first.fields.allSatisfy({ lexicon.contains($0.line.text, as: .side) }) {
            return true
        }
        let texts = lines.flatMap { $0.fields.map(\.line.text) }
        return texts.count > 3 && texts.count % 2 == 0 && texts.prefix(texts.count / 2) == texts.suffix(texts.count / 2)
    }

    private static func plain(_ lines: [FieldLine], _ grid: FieldGrid) -> [Head]? {
        guard lines.count == 1, lines[0].fields.count == grid.width else { return nil }
        return lines[0].fields.map { Head(levels: [[$0]]) }
    }

    // MARK: two levels

    /// Aligned lower heads under some of the upper ones: those with none under them stand alone.
    private static func overlaid(_ lines: [FieldLine], _ grid: FieldGrid) -> [Head]? {
        guard lines.count == 2, lines[1].fields.dropFirst().contains(where: { $0.gap > 1 }) else { return nil }
        let (upper, low) = (lines[0].fields, lines[1].fields)
        return [\FieldLine.Field.wide, \.narrow].lazy.compactMap { place -> [Head]? in
            func extent(_ field: FieldLine.Field) -> Range<Int> { field[keyPath: place] }
            let isParent = upper.map { head in low.contains { extent($0).overlaps(extent(head)) } }
            let parents = isParent.count { $0 }
            guard upper.count - parents + low.count == grid.width, parents > 0, low.count % parents == 0,
                low.count > parents
            else { return nil }
            var (heads, next): ([Head], Int) = ([], 0)
            for (index, head) in upper.enumerated() {
                guard isParent[index] else {
                    heads.append(Head(levels: [[head]]))
                    continue
                }
                let own = low[next..<next + low.count / parents]
                next = own.endIndex
                // No child of one head stands under the next.
                if index + 1 < upper.count,
                    own.contains(where: { extent($0).lowerBound >= extent(upper[index + 1]).upperBound })
                {
                    return nil
                }
                heads += own.map { Head(levels: [[head], [$0]]) }
            }
            return heads
        }.first
    }

    /// Lower heads that come again under each upper one: 绝对数, 增长, 绝对数, 增长 under 城镇 and 农村.
    private static func repeated(_ lines: [FieldLine], _ grid: FieldGrid) -> [Head]? {
        guard lines.count > 1, let low = lines.last?.fields, low.count <= grid.width else { return nil }
        let single = grid.width - low.count
        let upper = lines.dropLast().flatMap(\.fields)
        for own in 0..<max(1, low.count / 2) {
            let children = low.dropFirst(own)
            let parents = upper.count - single
            guard parents > 1, children.count % parents == 0, children.count > parents else { continue }
            let period = children.count / parents
            let isPeriodic = children.indices.allSatisfy {
                children[$0].line.text == children[own + ($0 - own) % period].line.text
            }
            guard isPeriodic || own == 0 && lines.count == 2 && single > 0 else { continue }
            // 企业数(个), 营业收入, 利润总额: what has a unit stands alone.
            if own == 0, isPeriodic, lines.count == 2,
                let over = LevelledHeads.over(upper.map(\.line.text)[...], groups: parents)
            {
                return upper.indices.flatMap { place -> [Head] in
                    guard over.contains(place) else { return [Head(levels: [[upper[place]]])] }
                    let first = (place - over.lowerBound) * period
                    return low[first..<first + period].map { Head(levels: [[upper[place]], [$0]]) }
                }
            }
            let (alone, over) = parted(lines.dropLast(), alone: single, parents: parents)
            // Which of the heads over values stands alone, nothing tells.
            guard over.count == parents, !grid.columns.prefix(single).dropFirst().contains(where: \.isOfValues)
            else { continue }
            return (alone + Array(low.prefix(own))).map { Head(levels: [[$0]]) }
                + children.indices.map { Head(levels: [[over[($0 - own) / period]], [children[$0]]]) }
        }
        return nil
    }

    /// The heads that stand alone, and those over others: a line of as many as there are groups.
    private static func parted(
        _ lines: ArraySlice<FieldLine>, alone: Int, parents: Int
    ) -> (alone: [FieldLine.Field], over: [FieldLine.Field]) {
        if let line = lines.first(where: { $0.fields.count == parents }) {
            return (lines.filter { $0.number != line.number }.flatMap(\.fields), line.fields)
        }
        let all = lines.flatMap(\.fields)
        return (Array(all.prefix(alone)), Array(all.dropFirst(alone)))
    }

    // MARK: aligned heads

    /// Heads of several lines, each over its column.
    private static func placed(_ lines: [FieldLine], _ grid: FieldGrid, _ rows: [FieldLine]) -> [Head]? {
        guard lines.contains(where: { $0.fields.dropFirst().contains { $0.gap > 1 } || $0.fields[0].gap > 3 }) else {
            return nil
        }
        return [\FieldLine.Field.narrow, \.wide].lazy.compactMap { placed(lines, grid, rows, by: $0) }.first
    }

    private static func placed(
        _ lines: [FieldLine], _ grid: FieldGrid, _ rows: [FieldLine], by place: KeyPath<FieldLine.Field, Range<Int>>
    ) -> [Head]? {
        var extents = (0..<grid.width).map { column in
            let places = rows.map { $0.fields[column][keyPath: place] }
            let start = places.map(\.lowerBound).min() ?? 0
            return start..<max(start + 1, places.map(\.upperBound).max() ?? 0)
        }
        for line in lines where line.fields.count == grid.width {
            for (column, field) in line.fields.enumerated() {
                let own = field[keyPath: place]
                extents[column] =
                    min(extents[column].lowerBound, own.lowerBound)..<max(extents[column].upperBound, own.upperBound)
            }
        }
        var found: [[FieldLine.Field]] = Array(repeating: [], count: grid.width)
        var parents: [[FieldLine.Field]] = Array(repeating: [], count: grid.width)
        for line in lines {
            for field in line.fields {
                let own = field[keyPath: place]
                let over = extents.indices.filter { extents[$0].overlaps(own) }
                if over.count > 1 {
                    for column in over { parents[column].append(field) }
                } else if let column = over.first ?? nearest(to: own, extents) {
                    found[column].append(field)
                } else {
                    return nil
                }
            }
        }
        guard found.allSatisfy({ !$0.isEmpty }) else { return nil }
        return found.indices.map { Head(levels: parents[$0].map { [$0] } + [found[$0]]) }
    }

    private static func nearest(to place: Range<Int>, _ extents: [Range<Int>]) -> Int? {
        let distances = extents.map { max($0.lowerBound - place.upperBound, place.lowerBound - $0.upperBound) }
        guard let least = distances.min(), least <= 8, distances.count(where: { $0 == least }) == 1 else { return nil }
        return distances.firstIndex(of: least)
    }

    // MARK: heads cut in lines

    /// What speaks for one head (positive) or two between fields: a blank parts heads, a line end may part one.
    private enum Weight {
        /// A blank in a line: the print itself parts them.
        static let blank = -6.0
        /// A line end by itself.
        static let lineEnd = 1.0
        /// 2024年 waits for 决算数.
        static let openYear = 4.0
        /// A year, 比上年, 为预算 begin a head.
        static let headStart = -4.0
        /// 决算数, 预算% end one.
        static let headEnd = -3.0
        static let openBracket = 12.0
    }

    /// The best division of the fields in order into the columns; `nil` where two are as good.
    private static func cut(_ lines: [FieldLine], _ grid: FieldGrid, _ lexicon: TableLexicon) -> [Head]? {
        var fields: [(field: FieldLine.Field, opensLine: Bool)] = []
        // 收入 and 支出 over two halves are no heads of columns.
        let own =
            lines.count > 1 && lines[0].fields.allSatisfy { lexicon.contains($0.line.text, as: .side) }
            ? lines.dropFirst() : lines[...]
        for line in own {
            for (index, field) in line.fields.enumerated() { fields.append((field, index == 0)) }
        }
        guard fields.count >= grid.width, fields.count <= 120 else { return nil }
        // Whole heads of years side by side over more heads are a level of their own.
        if let place = own.firstIndex(where: { isOfYears($0, lexicon) }), place + 1 < own.endIndex,
            own[place...].dropFirst().contains(where: { $0.fields.count > 1 })
        {
            return nil
        }
        let evidence = fields.indices.map { index in
            index == 0
                ? 0
                : Self.evidence(
                    fields[index - 1].field, fields[index].field, opensLine: fields[index].opensLine, lexicon)
        }
        let cut = SequenceCut(evidence: evidence, cells: grid.width...grid.width)
        guard cut.best(grid.width) != nil, cut.margin(grid.width) >= 1 else { return nil }
        return cut.cells(grid.width).map { range in
            Head(levels: [fields[range].map(\.field)])
        }
    }

    /// 2025年执行数, 2026年预算数: heads that are whole in one line.
    private static func isOfYears(_ line: FieldLine, _ lexicon: TableLexicon) -> Bool {
        line.fields.count > 1
            && line.fields.allSatisfy { field in
                field.line.text.prefix(4).allSatisfy(\.isNumber) && field.shape == .word
                    && lexicon.suffix(of: field.line.text, as: .headEnd) != nil
            }
    }

    private static func evidence(
        _ before: FieldLine.Field, _ after: FieldLine.Field, opensLine: Bool, _ lexicon: TableLexicon
    ) -> Double {
        guard opensLine else { return Weight.blank }
        if before.line.bracketBalance > 0 || after.line.kind == .bracket { return Weight.openBracket }
        var evidence = Weight.lineEnd
        if after.shape == .year || after.line.text.begins(with: "20")
            || lexicon.prefix(of: after.line.text, as: .headStart) != nil
        {
            evidence += Weight.headStart
        }
        if before.shape == .year, after.shape != .year { evidence += Weight.openYear }
        if lexicon.suffix(of: before.line.text, as: .headEnd) != nil { evidence += Weight.headEnd }
        return evidence
    }
}
