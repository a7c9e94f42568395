/// Compares the indicators of two editions by key, in one pass over each: a hash join.
public enum EditionComparison {
    /// What `new` has that `old` has not, and the other way round, and what changed in the rows of both.
    public static func compare(
        old: IndicatorTable, new: IndicatorTable, settings: ComparisonSettings = ComparisonSettings()
    ) -> EditionDifference {
        var result = EditionDifference()
        result.oldCount = old.rows.count
        result.newCount = new.rows.count
        result.findings = columnFindings(old.columns, new.columns)
        let join = RowJoin(old: old.rows, new: new.rows)
        result.findings += duplicates(join, old.rows, new.rows)

        let rule = RowRule(settings: settings)
        var isPaired = [Bool](repeating: false, count: old.rows.count)
        func take(_ oldIndex: Int?, _ newIndex: Int) {
            guard let oldIndex else {
                result.changes.append(RowDifference(.new, old: nil, new: new.rows[newIndex]))
                return
            }
            isPaired[oldIndex] = true
            rule.compare(old.rows[oldIndex], new.rows[newIndex], into: &result)
        }
        for slot in join.newSlots {
            if join.old.further[slot] == nil, join.new.further[slot] == nil {
                let old = join.old.first[slot]
                take(old < 0 ? nil : old, join.new.first[slot])
            } else {
                let (olds, news) = (join.old.indices(at: slot), join.new.indices(at: slot))
                for (old, new) in DuplicatePairing.pairs(olds, news, old.rows, new.rows) { take(old, new) }
            }
        }
        for index in old.rows.indices where !isPaired[index] {
            result.changes.append(RowDifference(.gone, old: old.rows[index], new: nil))
        }
        return result
    }

    /// In the order of the old table, then in that of the new one.
    private static func duplicates(
        _ join: RowJoin, _ oldRows: [IndicatorRow], _ newRows: [IndicatorRow]
    ) -> [TableFinding] {
        let slots = Set(join.old.further.keys).union(join.new.further.keys).map { slot in
            (old: join.old.indices(at: slot), new: join.new.indices(at: slot))
        }
        let places = slots.map { ($0.old.first ?? oldRows.count + ($0.new.first ?? 0), $0) }
        return places.sorted { $0.0 < $1.0 }.map { place, rows in
            let row = place < oldRows.count ? oldRows[place] : newRows[place - oldRows.count]
            return .duplicateKey(row, old: rows.old.count, new: rows.new.count)
        }
    }

    private static func columnFindings(_ old: [String], _ new: [String]) -> [TableFinding] {
        guard !old.isEmpty || !new.isEmpty else { return [] }
        let (oldNames, newNames) = (Set(old), Set(new))
        let keys: [WritableKeyPath<IndicatorRow, String>] = [\.area, \.year, \.kind, \.unit, \.qualifier]
        let missing = IndicatorRow.columns.filter { column in keys.contains { $0 == column.field } }.flatMap { column in
            [(TableFinding.Side.old, oldNames), (.new, newNames)].filter { $0.1.isDisjoint(with: column.names) }
                .map { TableFinding.keyColumnMissing($0.0, column.names[0]) }
        }
        return new.filter { !oldNames.contains($0) }.map { .columnNew($0) }
            + old.filter { !newNames.contains($0) }.map { .columnGone($0) } + missing
    }
}
