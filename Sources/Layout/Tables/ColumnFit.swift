/// What the lines of one column come to as the cells of a known number of rows.
struct ColumnFit {
    enum Outcome {
        /// The lines of each row's cell, and of the total row's.
        case assigned([Range<Int>], total: Range<Int>?)
        /// Fewer values than rows, or two ways as likely: the text does not tell which row has which.
        case unassigned
        /// A header without any cell.
        case empty
    }

    let cost: Double
    let outcome: Outcome
    /// True where the values are figures: only those have totals.
    let isNumeric: Bool

    /// The same lines without rows, where it is not sure that they are one column's.
    func unless(_ isDoubtful: Bool) -> ColumnFit {
        guard isDoubtful, case .assigned = outcome else { return self }
        return ColumnFit(cost: cost, outcome: .unassigned, isNumeric: isNumeric)
    }

    func adding(_ more: Double) -> ColumnFit { ColumnFit(cost: cost + more, outcome: outcome, isNumeric: isNumeric) }
}

/// Fits lines to rows: exactly, with wrapped cells, with two values in one cell, or not at all.
struct ColumnFitter {
    let rows: Int
    let hasTotal: Bool

    private static let doubt = 1.0
    /// How many blank cells are thought of where cells wrap.
    private static let mostBlanks = 3
    /// What must speak for each blank cell where lines wrap, and where there are as many lines as rows.
    private static let blankEvidence = (wrapped: 3.0, even: 5.0)

    /// Whether nothing speaks for fewer cells than lines: one that wraps, and a blank one.
    static func areWhole(_ lines: [TableLine]) -> Bool {
        let fit = ColumnFitter(rows: lines.count, hasTotal: false).fit(lines[...])
        return if case .assigned = fit.outcome { true } else { false }
    }

    func fit(_ lines: ArraySlice<TableLine>) -> ColumnFit {
        let lines = Array(lines)
        guard !lines.isEmpty else { return ColumnFit(cost: 4, outcome: .empty, isNumeric: false) }
        let values = lines.count { $0.kind.isValue || $0.signs.isClosed }
        let isAtomic = values * 10 >= lines.count * 7
        let figures = lines.count { $0.kind.isNumeric }
        let isNumeric = isAtomic && figures > 0 && lines.count { $0.couldBeFigure } * 2 > lines.count
        if lines.count < rows {
            let cost = isAtomic ? 4 + 0.1 * Double(rows - lines.count) : 6 + 0.3 * Double(rows - lines.count)
            return ColumnFit(cost: cost, outcome: .unassigned, isNumeric: isNumeric)
                .adding(strangers(lines, isAtomic: isAtomic))
        }
        return assign(lines, isNumeric: isNumeric).adding(strangers(lines, isAtomic: isAtomic))
    }

    /// Words among values: few are cells (明显增长); the first one is rather a header of the second level.
    private func strangers(_ lines: [TableLine], isAtomic: Bool) -> Double {
        guard lines.count > 1 else { return 0 }
        let isStranger = lines.map { $0.kind == .text && !$0.signs.isClosed }
        if isStranger[0],
            !lines[0].scalars.contains(where: CellBoundary.isDigit) || lines[0].scalars.contains(CellKind.yearSign),
            lines.dropFirst().allSatisfy(\.couldBeFigure)
        {
            return 14
        }
        return isAtomic ? Double(isStranger.count { $0 }) : 0
    }

    private func assign(_ lines: [TableLine], isNumeric: Bool) -> ColumnFit {
        let cut = SequenceCut(evidence: JoinEvidence(lines).borders, cells: max(0, rows - Self.mostBlanks)...rows + 1)
        let plain = cut.best(rows).map(-)
        var withTotal = isNumeric && hasTotal ? cut.best(rows + 1).map(-) : nil
        if withTotal != nil, unitsDiffer(lines) { withTotal? += 6 }
        if let withTotal, withTotal <= plain ?? .infinity {
            return outcome(cut, lines, cells: rows + 1, cost: withTotal, rival: plain, isNumeric: isNumeric)
        }
        guard let plain else { return ColumnFit(cost: 20, outcome: .unassigned, isNumeric: isNumeric) }
        return outcome(cut, lines, cells: rows, cost: plain, rival: withTotal, isNumeric: isNumeric)
    }

    private func outcome(
        _ cut: SequenceCut, _ lines: [TableLine], cells: Int, cost: Double, rival: Double?, isNumeric: Bool
    ) -> ColumnFit {
        // The margin takes longest to tell.
        guard rival.map({ $0 - cost >= Self.doubt }) ?? true,
            !hasBlank(cut, lines: lines.count, cells: cells, cost: cost), cut.margin(cells) >= Self.doubt
        else {
            return ColumnFit(cost: cost / 2 + 2, outcome: .unassigned, isNumeric: isNumeric)
        }
        let ranges = cut.cells(cells)
        return ColumnFit(
            cost: cost / 2,
            outcome: .assigned(Array(ranges.prefix(rows)), total: cells > rows ? ranges.last : nil),
            isNumeric: isNumeric)
    }

    /// True where fewer cells than rows explain the lines far better: a cell is blank and another one wraps.
    private func hasBlank(_ cut: SequenceCut, lines: Int, cells: Int, cost: Double) -> Bool {
        let evidence = lines == cells ? Self.blankEvidence.even : Self.blankEvidence.wrapped
        return (1...Self.mostBlanks).contains { blanks in
            guard cells > blanks, let fewer = cut.best(cells - blanks).map(-) else { return false }
            return cost - fewer > evidence * Double(blanks)
        }
    }

    /// A total of tonnes and kilowatt-hours is none.
    private func unitsDiffer(_ lines: [TableLine]) -> Bool {
        var units: Set<String> = []
        for line in lines where line.kind == .quantity || line.kind == .labelled {
            guard let digit = line.scalars.lastIndex(where: CellBoundary.isDigit), !line.text.contains("(") else {
                continue
            }
            var unit = String.UnicodeScalarView()
            for scalar in line.scalars[(digit + 1)...] where !"万亿千百以上下".unicodeScalars.contains(scalar) {
                unit.append(scalar)
            }
            units.insert(String(unit))
        }
        return units.count > 1
    }
}
