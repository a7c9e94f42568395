import PipelineDefinition
import StatisticalModel

/// The rows of a table whose rows are lines, taken one line after another.
///
/// A line of one word waits for the lines after it: it is the rest of a name, the beginning of the next one, a row
/// without values, or no line of the table at all.
struct FieldRows {
    struct Row {
        /// The source of each cell; `nil` for what could not be given to a column.
        var cells: [[Range<Int>]?]
        var group = ""
        var isTotal = false
    }

    private let grid: FieldGrid
    /// Columns of one half where the same heads stand twice side by side; else all.
    private let half: Int
    private let isOrdered: Bool
    /// True where the first column is one of categories, which stand once for several rows.
    private let hasCategory: Bool
    /// True where empty lines stand between the rows too.
    let isLoose: Bool
    private(set) var rows: [Row] = []
    private(set) var notes: [TableNote] = []
    private(set) var fullRows = 0
    private var pending: [FieldLine] = []
    private var group = ""
    private var expected = 1
    /// The widest name so far: a name as wide was cut by the column's edge.
    private var nameWidth = 0
    /// The last word of the last row, where it is no name: the next line may be the rest of it.
    private var tail: TableLine?
    private var tailWidth = 0
    /// The name of the last row, where the row is whole.
    private var lastName: TableLine?
    /// The last field of each column in the last row, and how far each column reaches.
    private var above: [FieldLine.Field?]?
    private var edges: [Int]

    init(grid: FieldGrid, heads: FieldHeads, isOrdered: Bool, hasCategory: Bool, isLoose: Bool) {
        self.hasCategory = hasCategory
        self.isLoose = isLoose
        self.grid = grid
        self.isOrdered = isOrdered
        half = Self.isDouble(grid, heads) ? grid.width / 2 : grid.width
        edges = grid.columns.map(\.place.upperBound)
    }

    /// 收入 | 金额 | 支出 | 金额: the second half has the heads and the kinds of the first.
    private static func isDouble(_ grid: FieldGrid, _ heads: FieldHeads) -> Bool {
        let half = grid.width / 2
        guard grid.width % 2 == 0, half > 1, !grid.columns[0].isOfValues else { return false }
        guard heads.isSure else { return heads.isDouble }
        let texts = heads.heads.map { $0.levels.last?.map(\.line.text).joined() ?? "" }
        return (0..<half).allSatisfy { grid.columns[$0].isOfValues == grid.columns[$0 + half].isOfValues }
            && (1..<half).allSatisfy { grid.columns[$0].isOfValues && texts[$0] == texts[$0 + half] }
    }

    /// The columns of ``FieldHeads`` that head the rows' cells.
    var headColumns: Range<Int> { 0..<half }
    var isPending: Bool { !pending.isEmpty }
    private var isDouble: Bool { half < grid.width }

    // MARK: taking lines

    /// Whether `line` can belong to the table.
    mutating func take(_ line: FieldLine, _ judge: HeaderJudge) -> Bool {
        if isNumberRow(line) { return true }
        if isDouble { return takeDouble(line, judge) }
        if goOn(line) { return true }
        let layout = grid.layout(line) ?? (hasCategory ? grid.underCategory(line.fields) : nil)
        if line.isOfProse, layout == nil || line.fields.count != grid.width { return false }
        let hasOrder = isOrdered && line.fields.count > 1 && OrdinalColumn.number(line.fields[0].line) == expected
        // A name and its unit without values are a row too.
        let isWhole = line.fields.count == grid.width || grid.words > 1 && line.fields.count == grid.words
        if let layout, line.hasValue || isWhole && (hasOrder || !isOrdered) {
            if beginsProse(line) { return false }
            append(layout.map { $0.map { line.fields[$0].map(\.range) } ?? [] }, of: line, judge)
            above = layout.map { place in place.map { line.fields[$0.upperBound - 1] } }
            return true
        }
        if line.hasValue || hasOrder {
            // Under an empty line prose may stand.
            guard !line.followsBlank || isLoose || hasOrder, line.fields.count > 1 || line.fields[0].isWord,
                line.fields.count <= grid.width + 4, !beginsProse(line)
            else { return false }
            appendUnsure(line, judge)
            return true
        }
        return wait(line, judge)
    }

    /// 1 2 3 4 under the heads, or the formula of a column: 3=2/1.
    private func isNumberRow(_ line: FieldLine) -> Bool {
        guard rows.isEmpty, line.fields.count > 2 else { return false }
        let numbers = line.fields.compactMap { OrdinalColumn.number($0.line) }
        return numbers.count == line.fields.count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
    }

    private func beginsProse(_ line: FieldLine) -> Bool {
        zip(line.fields, line.fields.dropFirst()).contains { before, after in
            before.isValue && after.isWord && line.fields.count != grid.width
                && after.line.scalars.contains { [",", ";", "。"].contains($0) }
                || before.isValue && after.isWord && after.line.signs.beginsUnit && after.line.scalars.contains(",")
        }
    }

    private mutating func wait(_ line: FieldLine, _ judge: HeaderJudge) -> Bool {
        guard line.fields.count <= 2, !line.isOfProse, line.fields[0].line.scalars.count <= 36,
            pending.count < 60, !judge.isNote(line.fields[0].line),
            judge.lexicon.prefix(of: line.fields[0].line.text, as: .caption) == nil
        else { return false }
        if pending.isEmpty, line.fields.count == 1, let tail, !rows.isEmpty,
            let last = rows[rows.count - 1].cells[half - 1],
            goesOn(tail, line.fields[0].line, width: tailWidth)
        {
            rows[rows.count - 1].cells[half - 1] = last + [line.fields[0].range]
            self.tail = line.fields[0].line
            return true
        }
        pending.append(line)
        return true
    }

    // MARK: rows

    private mutating func append(_ cells: [[Range<Int>]], of line: FieldLine, _ judge: HeaderJudge) {
        var cells = cells
        let name = grid.name
        if line.fields.count == grid.width { fullRows += 1 }
        if let field = line.fields.first(where: { cells[name].first == $0.range }) {
            nameWidth = max(nameWidth, field.line.width)
            cells[name] = namesBefore(field.line) + cells[name]
        } else if cells[name].isEmpty {
            cells[name] = namesBefore(nil)
        }
        add(cells.map { $0 }, judge, texts: line.fields.prefix(2).map(\.line.text))
        lastName = line.fields.first { cells[name].last == $0.range }?.line
        guard half - 1 > name, let last = line.fields.last, last.isWord, cells[half - 1].last == last.range else {
            return
        }
        tail = last.line
        tailWidth = max(tailWidth, last.line.width)
    }

    private mutating func add(_ cells: [[Range<Int>]?], _ judge: HeaderJudge, texts: [String]) {
        let isTotal = texts.contains { judge.lexicon.contains($0, as: .total) }
        if isTotal { group = "" }
        tail = nil
        above = nil
        lastName = nil
        rows.append(Row(cells: cells, group: group, isTotal: isTotal))
        expected += 1
    }

    /// A row whose values could stand in several columns: its name, and blanks with a note.
    private mutating func appendUnsure(_ line: FieldLine, _ judge: HeaderJudge) {
        var cells: [[Range<Int>]?] = Array(repeating: nil, count: half)
        let first = line.fields[0]
        if isOrdered {
            cells[0] = [first.range]
            _ = namesBefore(nil)
        } else if first.isWord {
            for column in 0..<grid.name { cells[column] = [] }
            let name = namesBefore(first.line) + [first.range]
            // It may be a category as well as the name.
            cells[grid.name] = hasCategory ? nil : name
            nameWidth = max(nameWidth, first.line.width)
        } else {
            cells[grid.name] = namesBefore(nil)
        }
        notes.append(.unassignedRow(head: first.line.printed, line: line.number, isOneLine: true))
        add(cells, judge, texts: line.fields.prefix(2).map(\.line.text))
    }

    // MARK: cells over several lines

    /// Whether the line's words go on with cells of the row over it: each stands in under one that its column cut.
    private mutating func goOn(_ line: FieldLine) -> Bool {
        guard pending.isEmpty, !line.followsBlank, !rows.isEmpty, let above, let layout = grid.continuation(line) else {
            return false
        }
        var ends = above
        var unsure: [Int] = []
        for (column, place) in layout.enumerated() {
            guard let place else { continue }
            let rest = line.fields[place.lowerBound]
            if let before = ends[column], isCut(before, before: rest, in: column) {
                ends[column] = line.fields[place.upperBound - 1]
            } else {
                // It may as well begin the cell of the row below.
                unsure.append(column)
            }
        }
        if !unsure.isEmpty, let name = rows[rows.count - 1].cells[grid.name], !name.isEmpty {
            for column in unsure { rows[rows.count - 1].cells[column] = nil }
            notes.append(.unassignedRow(head: above[grid.name]?.line.printed ?? "", line: line.number, isOneLine: true))
        }
        for (column, place) in layout.enumerated() {
            guard let place, let cell = rows[rows.count - 1].cells[column] else { continue }
            rows[rows.count - 1].cells[column] = cell + line.fields[place].map(\.range)
            if let last = ends[column] { edges[column] = max(edges[column], last.wide.upperBound) }
        }
        self.above = ends
        tail = nil
        return true
    }

    /// Whether the field could not hold the first sign of `rest`, or its words wait for more.
    private func isCut(_ field: FieldLine.Field, before rest: FieldLine.Field, in column: Int) -> Bool {
        let line = field.line
        if line.scalars.last == "。" { return false }
        if line.bracketBalance > 0 || line.signs.isDangling || rest.line.signs.neverBegins { return true }
        return field.wide.upperBound + Self.unbroken(rest.line) > max(edges[column], rest.wide.upperBound)
    }

    /// The width of what no line end cuts at the line's beginning: 9300 of 9300人.
    private static func unbroken(_ line: TableLine) -> Int {
        let narrow = line.scalars.prefix { !TableLine.isWide($0) }.count
        return narrow > 0 ? narrow : line.scalars.isEmpty ? 0 : 2
    }

    // MARK: names over several lines

    /// Whether the line is the rest of the numbered name in the row over it: 3.新建居住区配套养老设|施达标率.
    private func isRest(_ line: FieldLine, of name: TableLine) -> Bool {
        guard line.fields.count == 1, !line.followsBlank, OrdinalColumn.opens(name) else { return false }
        let rest = line.fields[0].line
        return !OrdinalColumn.opens(rest) && goesOn(name, rest)
    }

    /// The waiting lines that begin the name of the row at hand; the others become rows of their own.
    private mutating func namesBefore(_ name: TableLine?) -> [Range<Int>] {
        defer { pending = [] }
        var joined: [FieldLine] = []
        var next = name
        var waiting = pending
        for line in pending { nameWidth = max(nameWidth, line.fields[0].line.width) }
        while let line = waiting.last, line.fields.count == 1 {
            if let next, !goesOn(line.fields[0].line, next) { break }
            joined.insert(line, at: 0)
            next = line.fields[0].line
            waiting.removeLast()
        }
        settle(waiting)
        return joined.flatMap { $0.fields.map(\.range) }
    }

    /// Whether `after` is the rest of the name that `before` begins.
    private func goesOn(_ before: TableLine, _ after: TableLine, width: Int? = nil) -> Bool {
        if before.bracketBalance > 0 || before.signs.isDangling || after.signs.neverBegins { return true }
        if after.bracketBalance < 0 || after.signs.isContinuation { return true }
        let first = after.scalars.first.map { TableLine.isWide($0) ? 2 : 1 } ?? 0
        return before.width >= 20 && before.width + first > width ?? nameWidth && !OrdinalColumn.opens(after)
    }

    /// Waiting lines that no row takes: rows without values, which label the rows after them.
    private mutating func settle(_ lines: [FieldLine]) {
        var lines = lines
        while let line = lines.first, let last = lastName, isRest(line, of: last) {
            rows[rows.count - 1].cells[grid.name]?.append(line.fields[0].range)
            lines.removeFirst()
        }
        lastName = nil
        var open: [FieldLine] = []
        for (index, line) in lines.enumerated() {
            open.append(line)
            let next = index + 1 < lines.count ? lines[index + 1] : nil
            if let next, next.fields.count == 1, goesOn(line.fields[0].line, next.fields[0].line) { continue }
            addWords(open)
            open = []
        }
    }

    private mutating func addWords(_ lines: [FieldLine]) {
        var cells: [[Range<Int>]?] = Array(repeating: [], count: half)
        // Words of two columns are a row whose other cells are blank, and nothing tells which.
        if grid.words > 1, !isDouble, let line = lines.first(where: { $0.fields.count > 1 }),
            !OrdinalColumn.opens(line.fields[0].line)
        {
            notes.append(
                .unassignedRow(head: line.fields[0].line.printed, line: line.number, isOneLine: lines.count == 1))
            rows.append(Row(cells: Array(repeating: nil, count: half), group: group))
            return
        }
        let ranges = lines.flatMap { $0.fields.map(\.range) }
        cells[grid.name] = ranges
        group = lines.map { $0.fields.map(\.line.printed).joined() }.joined()
        // Between numbered rows it is a label and no row.
        if isOrdered { return }
        rows.append(Row(cells: cells, group: ""))
    }

    /// The page's last lines of words: rows without values, unless they are a title.
    mutating func endPage() {
        let lines = pending
        pending = []
        settle(lines)
    }

    /// How many of the waiting lines at the table's end are rows without values.
    mutating func finish(_ judge: HeaderJudge) -> Int {
        var kept: [FieldLine] = []
        for line in pending {
            let field = line.fields[0]
            // A row at the end stands directly under the others and is no heading.
            if line.fields.count != 1 || line.followsBlank || judge.beginsProse(field.line) { break }
            if field.line.width > max(nameWidth, 12) || judge.lexicon.suffix(of: field.line.text, as: .titleEnd) != nil
            {
                break
            }
            kept.append(line)
        }
        pending = []
        settle(kept)
        return kept.count
    }

    // MARK: two halves side by side

    /// Each half of the line as a row: a name, then its values.
    private mutating func takeDouble(_ line: FieldLine, _ judge: HeaderJudge) -> Bool {
        if line.isOfProse || beginsProse(line) { return false }
        // × stands for no value in a half that is shorter than the other.
        let fields = line.fields.filter { $0.line.text != "×" }
        guard line.hasValue || fields.count == 2 else { return wait(line, judge) }
        if line.fields.count == grid.width { fullRows += 1 }
        var index = 0
        var isFirst = true
        while index < fields.count {
            var name: FieldLine.Field?
            if fields[index].isWord {
                name = fields[index]
                index += 1
            } else if !isFirst {
                return false
            }
            let start = index
            while index < fields.count, !fields[index].isWord { index += 1 }
            appendHalf(name, Array(fields[start..<index]), line, judge, isFirst: isFirst)
            isFirst = false
        }
        return true
    }

    private mutating func appendHalf(
        _ name: FieldLine.Field?, _ values: [FieldLine.Field], _ line: FieldLine, _ judge: HeaderJudge, isFirst: Bool
    ) {
        var cells: [[Range<Int>]?] = Array(repeating: [], count: half)
        if let name { nameWidth = max(nameWidth, name.line.width) }
        cells[0] = (isFirst ? namesBefore(name?.line) : []) + (name.map { [$0.range] } ?? [])
        if let layout = values.isEmpty ? [] : grid.half(values) {
            for (column, place) in layout.enumerated() {
                cells[column + 1] = place.map { [values[$0.lowerBound].range] } ?? []
            }
        } else {
            for column in 1..<half { cells[column] = nil }
            notes.append(.unassignedRow(head: (name ?? values[0]).line.printed, line: line.number, isOneLine: true))
        }
        add(cells, judge, texts: [name?.line.text ?? ""])
    }
}
