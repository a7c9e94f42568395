/// How much speaks for two lines being one wrapped cell (positive) or two cells (negative).
///
/// The evidence is of three sorts: what the words at the break tell (an open bracket, 和 at the
/// end, 委员会 at the beginning), what the widths tell (a line that had room for the next word was
/// not wrapped), and what the column's other cells look like (the same beginnings and ends).
struct JoinEvidence {
    private let lines: [TableLine]
    /// The width of the widest line.
    private let width: Int
    /// Two-character beginnings of lines, with how often they come.
    private var heads: [UInt64: Int] = [:]

    init(_ lines: some Collection<TableLine>) {
        self.lines = Array(lines)
        width = lines.map(\.width).max() ?? 0
        for line in lines where line.scalars.count > 2 {
            heads[Self.word(line.scalars.prefix(2)), default: 0] += 1
        }
    }

    /// Evidence for joining line `index` to the line before it.
    func join(at index: Int) -> Double {
        let (before, after) = (lines[index - 1], lines[index])
        if let values = valueEvidence(before, after) { return values }
        return openEvidence(before, after) + widthEvidence(before, after) + shapeEvidence(before, after)
    }

    /// Evidence between two lines of which at least one is a value by itself.
    private func valueEvidence(_ before: TableLine, _ after: TableLine) -> Double? {
        if before.bracketBalance > 0 { return nil }
        if after.kind == .bracket { return 9 }
        let atomic = isAtomic(before) && isAtomic(after)
        if before.kind == .labelled, after.kind == .labelled { return -3 }
        if atomic { return -9 }
        // A unit or another listed value is a cell of its own, but % after digits.
        if after.signs.isClosed, !before.signs.isDangling,
            before.scalars.last.map({ !CellBoundary.isDigit($0) }) ?? true
        {
            return -4
        }
        if isAtomic(before), before.kind != .labelled, !beginsOpen(after) { return -4 }
        return after.kind == .number && !before.signs.isDangling ? -3 : nil
    }

    private func beginsOpen(_ line: TableLine) -> Bool {
        line.scalars.first.map { CellBoundary.neverBegins.contains($0) } ?? false
    }

    private func isAtomic(_ line: TableLine) -> Bool {
        line.kind.isValue || line.signs.isClosed
    }

    private func openEvidence(_ before: TableLine, _ after: TableLine) -> Double {
        var evidence = 0.0
        if before.bracketBalance > 0 { evidence += 14 }
        if let last = before.scalars.last {
            if before.signs.isDangling { evidence += 7 }
            if CellBoundary.isDigit(last), let first = after.scalars.first, CellBoundary.beginsUnit(first) {
                evidence += 4
            }
        }
        if let first = after.scalars.first, CellBoundary.neverBegins.contains(first) { evidence += 9 }
        if after.scalars.count == 1, after.kind == .text { evidence += 8 }
        if before.isStretched { evidence += 5 }
        if after.signs.beginsContinuation, heads[Self.head(after), default: 0] < 2 {
            evidence += 4
        }
        if after.signs.isContinuation { evidence += 5 }
        return evidence
    }

    private func widthEvidence(_ before: TableLine, _ after: TableLine) -> Double {
        guard width > 0 else { return 0 }
        if before.bracketBalance > 0 { return 0 }
        // A justified line fills the column, whatever its characters come to.
        if before.isStretched { return 3 }
        let first = after.scalars.first.map { TableLine.isWide($0) ? 2 : 1 } ?? 0
        if before.width + after.width <= width { return -5 }
        if before.width + first + 1 >= width { return 3 }
        return before.width * 4 >= width * 3 ? 0.5 : -0.5
    }

    private func shapeEvidence(_ before: TableLine, _ after: TableLine) -> Double {
        var evidence = 0.0
        if before.signs.endsCell { evidence -= 4 } else { evidence += 2 }
        if after.signs.endsCell, !before.signs.endsCell { evidence += 1 }
        if after.scalars.count > 2, heads[Self.head(after), default: 0] > 1 { evidence -= 1.5 }
        if after.signs.beginsCell { evidence -= 2.5 }
        if after.scalars.prefix(2) == before.scalars.prefix(2) { evidence -= 3 }
        return evidence
    }

    private static func head(_ line: TableLine) -> UInt64 { word(line.scalars.prefix(2)) }

    private static func word(_ scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
        scalars.reduce(0) { $0 << 32 | UInt64($1.value) }
    }
}

/// Characters that tell whether text may end or begin with them.
enum CellBoundary {
    static let neverBegins: Set<Unicode.Scalar> = [
        ")", "》", "”", "、", ",", "。", ";", ":", "/", "%", "×",
    ]
    private static let unitBeginnings: Set<Unicode.Scalar> = [
        "万", "亿", "千", "百", "吨", "个", "公", "平", "立", "人", "元", "米", "座", "张", "户", "台", "套", "亩", "%", "k", "M",
        "G",
    ]

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
    static func beginsUnit(_ scalar: Unicode.Scalar) -> Bool { unitBeginnings.contains(scalar) }
}
