/// How much speaks for two lines being one wrapped cell (positive) or two cells (negative).
///
/// The evidence is of three sorts: what the words at the break tell (an open bracket, 和 at the
/// end, 委员会 at the beginning), what the widths tell (a line that had room for the next word was
/// not wrapped), and what the column's other cells look like (the same beginnings and ends).
struct JoinEvidence {
    private typealias Points = JoinPoints

    private let lines: [TableLine]
    /// The width of the widest line.
    private let width: Int
    /// Two-character beginnings of lines, with how often they come.
    private var heads: [UInt64: Int] = [:]
    /// True where most lines end as complete cells do: one that does not goes on.
    private let mostEnd: Bool
    /// True where cells are sentences: one that has no full stop goes on.
    private let isOfSentences: Bool

    init(_ lines: some Collection<TableLine>) {
        self.lines = Array(lines)
        width = lines.map(\.width).max() ?? 0
        mostEnd = lines.count { $0.signs.endsCell } * 2 >= lines.count
        isOfSentences = lines.count(where: Self.endsSentence) * 4 >= lines.count
        for line in lines where line.scalars.count > 2 {
            heads[Self.word(line.scalars.prefix(2)), default: 0] += 1
        }
    }

    /// True where the lines end as wrapped ones do: some have a full stop at the end, and others have none.
    static func isWrapped(_ lines: [TableLine]) -> Bool {
        let ends = lines.count(where: endsSentence)
        return ends > 0 && ends < lines.count
    }

    /// Evidence at the beginning of each line; there is none at the first.
    var borders: [Double] { lines.indices.map { $0 == 0 ? 0 : join(at: $0) } }

    /// Evidence for joining line `index` to the line before it.
    func join(at index: Int) -> Double {
        let (before, after) = (lines[index - 1], lines[index])
        if let values = pairEvidence(at: index) ?? valueEvidence(before, after) { return values }
        return openEvidence(before, after) + widthEvidence(before, after) + shapeEvidence(before, after)
    }

    /// Evidence between two labelled figures: those of one cell have brackets of their own, in the same order in
    /// every cell.
    private func pairEvidence(at index: Int) -> Double? {
        guard lines[index - 1].kind == .labelled, lines[index].kind == .labelled else { return nil }
        guard let first = Self.bracket(of: lines[index - 1]), let second = Self.bracket(of: lines[index]),
            first != second
        else { return Points.labelsApart }
        var (together, reversed, apart) = (0, 0, 0)
        for place in lines.indices.dropFirst() {
            guard let before = Self.bracket(of: lines[place - 1]), let after = Self.bracket(of: lines[place]) else {
                continue
            }
            switch (before, after) {
            case (first, second): together += 1
            case (second, first): reversed += 1
            default: if before == first || before == second || after == first || after == second { apart += 1 }
            }
        }
        return together > reversed && (together > 1 || apart == 0) ? Points.labelsTogether : Points.labelsApart
    }

    /// Evidence between two lines of which at least one is a value by itself.
    private func valueEvidence(_ before: TableLine, _ after: TableLine) -> Double? {
        if before.bracketBalance > 0 { return nil }
        if after.kind == .bracket { return Points.bracket }
        let atomic = isAtomic(before) && isAtomic(after)
        if atomic { return Points.twoValues }
        // A unit or another listed value is a cell of its own, but % after digits.
        if after.signs.isClosed, !before.signs.isDangling,
            before.scalars.last.map({ !CellBoundary.isDigit($0) }) ?? true
        {
            return Points.listedValue
        }
        if isAtomic(before), before.kind != .labelled, !beginsOpen(after) { return Points.afterValue }
        return after.kind == .number && !before.signs.isDangling && !isCut(before, after) ? Points.number : nil
    }

    private func beginsOpen(_ line: TableLine) -> Bool {
        line.signs.neverBegins
    }

    private func isAtomic(_ line: TableLine) -> Bool {
        line.kind.isValue || line.signs.isClosed
    }

    private func openEvidence(_ before: TableLine, _ after: TableLine) -> Double {
        var evidence = 0.0
        if before.bracketBalance > 0 { evidence += Points.openBracket }
        if let last = before.scalars.last {
            if before.signs.isDangling { evidence += Points.dangling }
            if CellBoundary.isDigit(last), after.signs.beginsUnit {
                evidence += Points.unit
            }
            if isCut(before, after) { evidence += Points.cutNumber }
        }
        if after.signs.neverBegins { evidence += Points.neverBegins }
        if after.scalars.count == 1, after.kind == .text { evidence += Points.lone }
        if before.isStretched { evidence += Points.stretched }
        if after.signs.beginsContinuation, heads[Self.head(after), default: 0] < 2 {
            evidence += Points.beginsContinuation
        }
        if after.signs.isContinuation { evidence += Points.continuation }
        if after.completesWord { evidence += Points.cutWord }
        return evidence
    }

    /// True where a number goes on in the next line, for whose digits there was no room: 设床位6|00张.
    private func isCut(_ before: TableLine, _ after: TableLine) -> Bool {
        let digits = after.scalars.prefix(while: CellBoundary.isDigit).count
        return digits > 0 && before.kind == .text && before.scalars.last.map(CellBoundary.isDigit) ?? false
            && before.width + digits >= width
    }

    private func widthEvidence(_ before: TableLine, _ after: TableLine) -> Double {
        guard width > 0 else { return 0 }
        if before.bracketBalance > 0 { return 0 }
        // A justified line fills the column, whatever its characters come to.
        if before.isStretched { return Points.full }
        let first = after.scalars.first.map { TableLine.isWide($0) ? 2 : 1 } ?? 0
        if before.width + after.width <= width { return Points.roomForAll }
        if before.width + first + 1 >= width { return Points.full }
        // A line ends where the next character has no room.
        if before.width * 2 < width { return before.width * 4 < width ? Points.roomForAll : Points.halfEmpty }
        return before.width * 4 >= width * 3 ? Points.nearlyFull : -Points.nearlyFull
    }

    private func shapeEvidence(_ before: TableLine, _ after: TableLine) -> Double {
        let endsCell = before.signs.endsCell && !after.completesWord
        var evidence = endsCell ? Points.endsCell : mostEnd ? Points.endsUnlikeMost : Points.endsNoCell
        if isOfSentences { evidence = Self.endsSentence(before) ? Points.sentence : Points.noSentence }
        if after.signs.endsCell, !endsCell { evidence += Points.endsBehind }
        // The rest of a full line may begin as cells do.
        if mostEnd, !endsCell, before.width + 3 >= width { return evidence }
        if after.scalars.count > 2, heads[Self.head(after), default: 0] > 1 { evidence += Points.recurs }
        if after.signs.beginsCell { evidence += Points.beginsCell }
        if after.scalars.prefix(2) == before.scalars.prefix(2) { evidence += Points.beginsAlike }
        return evidence
    }

    /// （哈密基地） of 7.2（哈密基地）
    private static func bracket(of line: TableLine) -> ArraySlice<Unicode.Scalar>? {
        guard line.kind == .labelled, line.scalars.last == ")" else { return nil }
        return line.scalars.lastIndex(of: "(").map { line.scalars[$0...] }
    }

    private static func endsSentence(_ line: TableLine) -> Bool { line.scalars.last == "。" }

    private static func head(_ line: TableLine) -> UInt64 { word(line.scalars.prefix(2)) }

    private static func word(_ scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
        scalars.reduce(0) { $0 << 32 | UInt64($1.value) }
    }
}

/// Characters that tell where cells end.
enum CellBoundary {
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
}
