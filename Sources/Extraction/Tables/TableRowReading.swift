import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// One row of an indicator table, ready to give the statements of its cells.
struct TableRowReading {
    private let row: RecoveredTable.Row
    private let number: Int
    private let context: TableContext
    /// By the column of names; none where the row names nothing: a blank, merged or unassigned cell is never filled
    /// by guessing.
    private var names: [Int: RowName] = [:]
    /// What the title names, for a table whose rows are areas.
    private let subject: IndicatorName?
    private let areaMention: String?

    /// A row's name with that of the row it is a part of.
    private struct RowName {
        var own: IndicatorName
        var whole: IndicatorName?
    }

    init(_ row: RecoveredTable.Row, number: Int, context: TableContext) {
        self.row = row
        self.number = number
        self.context = context
        let columns = context.columns
        var area = columns.area.flatMap { $0 < row.cells.count ? row.cells[$0].string : nil } ?? ""
        // 全市合计 is 全市.
        if let total = context.library.tables.suffix(of: area, as: .total), total.count < area.count {
            area.removeLast(total.count)
        }
        areaMention = area.isEmpty ? nil : area
        // 地区 | 2025年目标: the title names what is measured.
        let usesTitle = row.kind != .total && columns.name == nil && !area.isEmpty
        subject =
            usesTitle && !context.subject.isEmpty
            ? IndicatorName(Array(context.subject.utf8), bracketsAreUnits: false, library: context.library) : nil
        guard row.kind != .total else { return }
        for (column, outline) in context.outlines where column < row.cells.count {
            let entry = outline.entries[number - 1]
            guard !entry.name.isEmpty else { continue }
            names[column] = RowName(
                own: IndicatorName(entry.name, bracketsAreUnits: context.bracketsAreUnits, library: context.library),
                // 其中：增值税 under 合计 is of the table, not of a thing called 合计.
                whole: entry.parent.flatMap {
                    context.table.rows[$0].kind == .total
                        ? nil
                        : IndicatorName(
                            outline.entries[$0].name, bracketsAreUnits: context.bracketsAreUnits,
                            library: context.library)
                })
        }
    }

    private func name(of column: Int) -> IndicatorName? {
        if context.isOfYears {
            let words = context.columns.words(of: column)
            return words.isEmpty
                ? nil : IndicatorName(Array(words.utf8), bracketsAreUnits: false, library: context.library)
        }
        guard let found = context.columns.name(for: column).flatMap({ names[$0] }) else {
            // 地区 | 生产总值 | 财政收入: the heads name what is measured.
            let words = context.columns.words(of: column)
            guard subject != nil, context.headsName, !words.isEmpty else { return subject }
            return IndicatorName(Array(words.utf8), bracketsAreUnits: false, library: context.library)
        }
        var name = found.own
        if let whole = found.whole {
            if name.unit == nil { name.unit = whole.unit }
            if !Self.standsAlone(name.text, beside: whole.text) {
                name.part = name.text
                name.text = whole.text
            }
        }
        return name
    }

    /// Whether a part's name says by itself what it is: 境内存款 beside 存款余额, not 铁路 beside 货物运输总量.
    private static func standsAlone(_ part: String, beside whole: String) -> Bool {
        let (part, whole) = (Array(part.unicodeScalars), Array(whole.unicodeScalars))
        guard part.count > 1, whole.count > 1 else { return false }
        let pairs = Set(zip(whole, whole.dropFirst()).map { "\($0)\($1)" })
        return zip(part, part.dropFirst()).contains { pairs.contains("\($0)\($1)") }
    }

    /// The time of a column, or the row's own year.
    private func time(of column: Int) -> TableTime.Reading? {
        guard var time = context.times[column] else { return nil }
        if context.isOfYears, let name = context.columns.name,
            let year = DateReader.years(in: row.cells[name].text.bytes, at: 0)
        {
            (time.year, time.period, time.origin) = (Year(year.first), nil, .header)
            // A plan's table may begin with the years before it.
            if time.kind == .target, context.columns.readings[column].kind == nil {
                time.kind = context.time.kind(in: Year(year.first))
            }
        }
        return time
    }

    /// The statements of the cell in `column`.
    func statements(column: Int, cell: RecoveredTable.Cell) -> [CellStatement] {
        guard let time = time(of: column), !cell.isUnassigned, !cell.text.isEmpty,
            let name = name(of: column) ?? totalName(of: column)
        else { return [] }
        var result: [CellStatement] = []
        for (index, part) in cell.parts.enumerated() {
            for quantity in CellReader.quantities(in: part.bytes, library: context.library) {
                guard quantity.parts.isEmpty else {
                    result += shares(
                        of: quantity, named: name, in: part, index: index, cell: cell, column: column, time)
                    continue
                }
                result.append(
                    statement(of: quantity, named: name, in: part, index: index, cell: cell, column: column, time))
            }
        }
        if result.isEmpty, let words = words(of: cell, time) {
            result.append(statement(words: words, named: name, cell: cell, column: column, time))
        }
        return result
    }

    // MARK: names

    /// 合计 under 产值 in a table about 能源产业产值 is 能源产业产值合计.
    private func totalName(of column: Int) -> IndicatorName? {
        guard row.kind == .total else { return nil }
        let words = context.columns.readings[column].words
        let label = row.cells.first { !$0.text.isEmpty && NumeralReader.groups(in: $0.text.bytes).isEmpty }?.string
        var subject = context.subject
        if !words.isEmpty, subject.ends(with: words) { subject.removeLast(words.count) }
        guard !subject.isEmpty || !words.isEmpty else { return nil }
        return IndicatorName(
            Array("\(subject)\(words)\(label ?? "合计")".utf8), bracketsAreUnits: false, library: context.library)
    }

    /// The indicator's name and qualifier: 煤炭 under 产量 is 煤炭产量; 煤制油500万吨 in it is 煤制油产量.
    private func names(_ name: IndicatorName, words own: String, column: Int) -> (indicator: String, qualifier: String)
    {
        let header = context.isOfYears || subject != nil && context.headsName ? "" : context.columns.words(of: column)
        guard row.kind != .total else { return (name.text, own) }
        let usesOwnName = !own.isEmpty && !header.isEmpty && !own.begins(with: "每")
        let base = usesOwnName ? own : name.text
        let indicator = header.isEmpty || base.ends(with: header) ? base : base + header
        return (indicator, usesOwnName ? "" : own)
    }

    // MARK: statements

    /// 三次产业结构 with 9.0:44.9:46.1: a share for each part; none where the name tells no part from another.
    private func shares(
        of quantity: CellQuantity, named name: IndicatorName, in part: PlacedText, index: Int,
        cell: RecoveredTable.Cell, column: Int, _ time: TableTime.Reading
    ) -> [CellStatement] {
        let (indicator, _) = names(name, words: quantity.words, column: column)
        let shares = context.library.collectives.shares(of: quantity.parts, under: indicator) ?? []
        return zip(shares, quantity.numerals).map { share, numeral in
            var single = quantity
            (single.value, single.unit, single.numerals, single.parts) = (share.value, "%", [numeral], [])
            var result = statement(
                of: single, named: name, in: part, index: index, cell: cell, column: column, time)
            result.statement.indicator = share.name
            return result
        }
    }

    private func statement(
        of quantity: CellQuantity, named name: IndicatorName, in part: PlacedText, index: Int,
        cell: RecoveredTable.Cell, column: Int, _ time: TableTime.Reading
    ) -> CellStatement {
        let (indicator, own) = names(name, words: quantity.words, column: column)
        var statement = common(name, indicator: indicator, cell: cell, column: column, time)
        statement.qualifier = [name.part, own, quantity.note].filter { !$0.isEmpty }.joined(separator: "；")
        statement.comparator = quantity.comparator
        statement.quantity = Quantity(
            value: quantity.value, upper: quantity.upper,
            unit: unit(of: quantity, name: name, indicator: indicator, column: column))
        // [14] beside 能耗降低 is the fall over the plan's years.
        let isWholeFall = quantity.measure == .increment && name.measure == .change
        if quantity.measure != .level, !isWholeFall {
            statement.measure = quantity.measure
            statement.changeDirection = quantity.changeDirection
        }
        statement.numeralRanges = quantity.numerals.flatMap { part.sourceRanges(of: $0) }
        setLines(of: &statement, statement.numeralRanges)
        statement.provenance.rule =
            row.kind == .total ? .tableTotal : cell.parts.count > 1 ? .tableSplitCell : .tableValue
        return CellStatement(statement: statement, part: index, numerals: quantity.numerals)
    }

    private func statement(
        words: String, named name: IndicatorName, cell: RecoveredTable.Cell, column: Int, _ time: TableTime.Reading
    ) -> CellStatement {
        let indicator = names(name, words: "", column: column).indicator
        var statement = common(name, indicator: indicator, cell: cell, column: column, time)
        statement.qualifier = name.part
        statement.wording = words
        setLines(of: &statement, cell.text.sourceRanges(of: 0..<cell.text.bytes.count))
        statement.provenance.rule = .tableWords
        return CellStatement(statement: statement, part: 0, numerals: [])
    }

    private func common(
        _ name: IndicatorName, indicator: String, cell: RecoveredTable.Cell, column: Int, _ time: TableTime.Reading
    ) -> Statement {
        let head = context.columns.readings[column]
        let isChange = head.has(.change) && name.measure == .level
        var statement = Statement(
            provenance: provenance(cell: cell, column: column), source: .table, indicator: indicator, kind: time.kind,
            measure: isChange ? .change : name.measure, quantity: nil, year: time.year, yearOrigin: time.origin,
            period: time.period, baseYear: head.baseYear, changeDirection: isChange ? 1 : name.changeDirection,
            attribute: attribute, responsible: units(context.columns.responsible), areaMention: areaMention)
        statement.leadUnit = units(context.columns.lead)
        statement.cooperating = units(context.columns.cooperating)
        return statement
    }

    private func provenance(cell: RecoveredTable.Cell, column: Int) -> Provenance {
        let file = context.layout.file
        let shownName = context.columns.name.flatMap { $0 < row.cells.count ? row.cells[$0].text : nil }
        let head = column < context.table.columns.count ? context.table.columns[column].name : ""
        let words = [shownName?.quotation(of: file) ?? "", areaMention ?? "", head, cell.text.quotation(of: file)]
        let quote = words.filter { !$0.isEmpty }.joined(separator: "｜")
        var place = Provenance(
            bulletin: file.name, document: context.table.document, documentTitle: context.documentTitle,
            line: context.table.firstLine, lineEnd: context.table.lastLine, table: context.name, row: number,
            column: column + 1, quote: quote, rule: .tableValue)
        place.headings = context.headings
        return place
    }

    private func setLines(of statement: inout Statement, _ sources: [Range<Int>]) {
        guard let first = sources.first, let last = sources.last else { return }
        statement.provenance.line = context.layout.file.line(at: first.lowerBound)
        statement.provenance.lineEnd = context.layout.file.line(at: max(first.lowerBound, last.upperBound - 1))
    }

    // MARK: what stands beside the figure

    /// The cell's unit, else that of the unit column, the name, the head, the table: the nearest one.
    private func unit(of quantity: CellQuantity, name: IndicatorName, indicator: String, column: Int) -> String {
        guard quantity.unit.isEmpty || quantity.unitIsMultiplier else { return quantity.unit }
        let isChange = context.columns.readings[column].has(.change)
        // 年均增速[累计]: [30] is a sum in the row's own unit, not a growth.
        let sumUnit = isChange && quantity.measure == .increment ? unitColumn(column) ?? name.unit : nil
        let outer =
            sumUnit ?? context.columns.readings[column].unit ?? (isChange ? "%" : nil) ?? unitColumn(column) ?? name
            .unit
            ?? context.table.unit.map { context.library.unit(of: indicator, among: $0) } ?? ""
        let whole = quantity.unit + outer
        return quantity.unitIsMultiplier && context.library.units.resolve(whole) == nil ? quantity.unit : whole
    }

    private func unitColumn(_ value: Int) -> String? {
        guard let column = context.columns.unit(for: value), column < row.cells.count else { return nil }
        let text = row.cells[column].text.bytes
        return text.isEmpty || context.library.headers.noValue.value(of: text) != nil ? nil : row.cells[column].string
    }

    private var attribute: TargetAttribute? {
        guard let column = context.columns.attribute, column < row.cells.count else { return nil }
        let text = row.cells[column].string
        if text.contains("约束") { return .binding }
        return text.contains("预期") ? .expected : nil
    }

    private func units(_ columns: [Int]) -> String {
        columns.filter { $0 < row.cells.count }.map { row.cells[$0].string }
            .filter { !$0.isEmpty && context.library.headers.noValue.value(of: $0.utf8) == nil }
            .joined(separator: "、")
    }

    /// A target in words; `nil` for a dash, a date and whatever is no target.
    private func words(of cell: RecoveredTable.Cell, _ time: TableTime.Reading) -> String? {
        guard time.kind == .target, context.library.headers.noValue.value(of: cell.text.bytes) == nil else {
            return nil
        }
        return cell.string
    }
}

extension PipelineLibrary {
    /// 人 for 每千人技术人员数 among 张、人, 亿元 for 存款余额 among 亿元、%: the unit that a table of several says once
    /// for all; blank where the name does not tell which.
    fileprivate func unit(of indicator: String, among printed: String) -> String {
        let several = printed.split { "、，,；;/".contains($0) }.map { $0.filter { $0 != " " } }
        guard several.count > 1, units.resolve(printed) == nil, several.allSatisfy({ units.resolve($0) != nil }) else {
            return printed
        }
        if let unit = names.unitNoun(of: indicator) {
            return several.first { units.resolve($0)?.base.name == unit } ?? ""
        }
        let others = several.filter { units.resolve($0)?.dimension != "share" }
        return others.count == 1 ? others[0] : ""
    }
}
