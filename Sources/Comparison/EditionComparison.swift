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
        let oldGroups = RowGroups(old.rows)
        let newGroups = RowGroups(new.rows)
        result.findings += oldGroups.duplicates(.old, old.rows) + newGroups.duplicates(.new, new.rows)

        let rule = RowRule(settings: settings)
        var isPaired = [Bool](repeating: false, count: old.rows.count)
        for (key, newIndices) in newGroups.inOrder {
            let oldIndices = oldGroups.indices(of: key)
            for (oldIndex, newIndex) in pairs(oldIndices, newIndices, old.rows, new.rows) {
                guard let oldIndex else {
                    result.changes.append(RowDifference(.new, old: nil, new: new.rows[newIndex]))
                    continue
                }
                isPaired[oldIndex] = true
                rule.compare(old.rows[oldIndex], new.rows[newIndex], into: &result)
            }
        }
        for (index, row) in old.rows.enumerated() where !isPaired[index] {
            result.changes.append(RowDifference(.gone, old: row, new: nil))
        }
        return result
    }

    private static func pairs(
        _ old: [Int], _ new: [Int], _ oldRows: [IndicatorRow], _ newRows: [IndicatorRow]
    ) -> [(old: Int?, new: Int)] {
        if new.count == 1, old.count <= 1 { return [(old.first, new[0])] }
        return DuplicatePairing.pairs(old, new, oldRows, newRows)
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
