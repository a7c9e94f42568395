import PipelineDefinition
import SourceText
import StatisticalModel

/// Finds the tables that text prints row after row, one cell a line under heads one a line.
struct RowwiseTables {
    private let file: SourceFile
    private let lines: [SourceLine]
    private let read: TableLines
    private let lexicon: TableLexicon
    private let judge: HeaderJudge

    static func recover(
        _ file: SourceFile, lines: [SourceLine], read: TableLines, lexicon: TableLexicon
    ) -> [RecoveredTable] {
        RowwiseTables(
            file: file, lines: lines, read: read, lexicon: lexicon, judge: HeaderJudge(lexicon: lexicon, known: [])
        ).tables()
    }

    private static let longest = 1500

    private func tables() -> [RecoveredTable] {
        var tables: [RecoveredTable] = []
        var index = 0
        while index < lines.count {
            let found = table(from: index)
            if let found { tables.append(found) }
            index = found?.lastLine ?? index + 1
        }
        return tables
    }

    /// The table whose first head is line `start`, by the kinds of its lines alone.
    private func table(from start: Int) -> RecoveredTable? {
        guard lines[start].role == .text, lines[start].range.count <= 60, couldBePeriodic(start) else { return nil }
        let first = read[lines[start]]
        guard !TableTitle.isTitle(first, lexicon: lexicon) || judge.couldHeadNames(first),
            !judge.isBase(first), isMarked(start),
            let region = cells(from: start, limit: Self.longest),
            let reader = PeriodicRows(region, judge: judge), reader.isByRows
        else { return nil }
        if first.scalars.count >= Self.shortestTitle, !judge.isHeadOfRow(first),
            let own = PeriodicRows(Array(region.dropFirst()), judge: judge), isTitle(over: own, not: reader)
        {
            return nil
        }
        let columns = reader.heads.map { head in
            RecoveredTable.Column(
                levels: head.map { region[$0].map(\.printed).joined() }, text: placed(head.flatMap { region[$0] }[...]),
                line: region[head[0].lowerBound].number)
        }
        var group = ""
        let rows = reader.rows.map { row in
            var cells = row.map { cell in
                cell.map { RecoveredTable.Cell(placed(region[$0])) } ?? RecoveredTable.Cell(isUnassigned: true)
            }
            let name = row[0] ?? 0..<0
            let isTotal = lexicon.contains(region[name.lowerBound].text, as: .total)
            if isTotal { group = "" }
            let own = cells.count > 1 ? group : ""
            if cells.count == 1 { group = region[name].map(\.printed).joined() }
            while cells.count < columns.count { cells.append(RecoveredTable.Cell()) }
            return RecoveredTable.Row(kind: isTotal ? .total : .item, cells: cells, group: own)
        }
        let notes = reader.rows.filter { $0.contains(nil) }.map { row in
            let number = region[row[0]?.lowerBound ?? 0]
            return TableNote.unassignedRow(head: number.printed, line: number.number, isOneLine: false)
        }
        return table(columns, rows, lines[start].number...region[reader.end - 1].number, notes: notes)
    }

    /// True where the rows read better without the line that was taken for their first head: it is a title that is none
    /// by its words, and the last head is left over as a label, labels stand under it, or the last cell is left over.
    private func isTitle(over own: PeriodicRows, not reader: PeriodicRows) -> Bool {
        if !own.isByRows { return own.end + 1 >= reader.end }
        return !own.opensWithLabel && !own.heads[0][0].isEmpty
            && (own.heads.count == reader.heads.count - (reader.opensWithLabel ? 0 : 1) || own.end + 1 > reader.end)
    }

    /// In characters: a shorter line is a head.
    private static let shortestTitle = 9

    /// True where a title, the line of a unit or the end of a sentence stands directly over `start`, or with a bracket
    /// between, （2024年）, or a title that is none by its words; a short line there is the table's first head.
    private func isMarked(_ start: Int) -> Bool {
        let over = lines[..<start].reversed().lazy.filter { $0.role == .text }.prefix(2)
        for line in over {
            let line = read[line]
            if judge.couldHeadNames(line) { return false }
            if line.scalars.last == "。" || TableTitle.isTitle(line, lexicon: lexicon)
                || lexicon.prefix(of: line.text, as: .unitLine) != nil
            {
                return true
            }
            if line.kind != .bracket, line.scalars.count < Self.shortestTitle { return false }
        }
        return over.isEmpty
    }

    /// A quick look at bytes: no figure stands over line `start`, three lines of words from it on, then figures.
    private func couldBePeriodic(_ start: Int) -> Bool {
        func isFigure(_ line: SourceLine) -> Bool {
            let first = file.bytes[line.range.lowerBound]
            return line.range.count <= 20 && (UInt32(first).isDigit || first == UInt8(ascii: "-"))
        }
        // 2023年预算数 may be a head.
        func isOfYear(_ line: SourceLine) -> Bool {
            line.range.count > 6 && file.bytes[line.range].prefix { UInt32($0).isDigit }.count == 4
        }
        if let over = lines[..<start].last(where: { $0.role != .blank && $0.role != .furniture }), over.role == .text,
            isFigure(over), !isOfYear(over)
        {
            return false
        }
        var (count, figures) = (0, 0)
        for line in lines[start...] where line.role == .text {
            if isFigure(line) {
                if count < 3, !isOfYear(line), read[line].isCellOfFigures { return false }
                figures += 1
            } else if line.range.count > 100 {
                break
            }
            count += 1
            if count == PeriodicRows.sample { break }
        }
        return figures >= 3
    }

    /// The next text lines that can be cells, to the next caption.
    private func cells(from start: Int, limit: Int) -> [TableLine]? {
        var result: [TableLine] = []
        for line in lines[start...] where line.role == .text {
            guard result.count < limit, line.range.count <= 150 else { break }
            let next = read[line, after: result.last]
            if TableTitle.isCaption(next, lexicon: lexicon) { break }
            result.append(next)
        }
        return result.count > 3 ? result : nil
    }

    private func placed(_ lines: ArraySlice<TableLine>) -> PlacedText { CellText.placed(file, lines.map(\.range)) }

    private func table(
        _ columns: [RecoveredTable.Column], _ rows: [RecoveredTable.Row], _ range: ClosedRange<Int>, notes: [TableNote]
    ) -> RecoveredTable {
        let over = LineTitle(file: file, lines: lines, lexicon: lexicon).lines(over: range.lowerBound)
        return RecoveredTable(
            form: .flattened, title: over.title, columns: columns, rows: rows, unit: over.unit, notes: notes,
            pieces: [over.first...range.upperBound])
    }
}
