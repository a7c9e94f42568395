/// The rows of a table by key, in the order in which the keys first appear.
struct RowGroups {
    private var slots: [RowKey: Int] = [:]
    private var keys: [RowKey] = []
    private var first: [Int] = []
    /// The further rows of keys that several rows share: few, so most keys cost no array.
    private var further: [Int: [Int]] = [:]

    init(_ rows: [IndicatorRow]) {
        slots.reserveCapacity(rows.count)
        keys.reserveCapacity(rows.count)
        first.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            let key = RowKey(row)
            if let slot = slots[key] {
                further[slot, default: []].append(index)
            } else {
                slots[key] = keys.count
                keys.append(key)
                first.append(index)
            }
        }
    }

    var inOrder: some Sequence<(RowKey, [Int])> {
        keys.indices.lazy.map { (keys[$0], indices(at: $0)) }
    }

    func indices(of key: RowKey) -> [Int] {
        slots[key].map(indices) ?? []
    }

    private func indices(at slot: Int) -> [Int] { [first[slot]] + (further[slot] ?? []) }

    func duplicates(_ side: TableFinding.Side, _ rows: [IndicatorRow]) -> [TableFinding] {
        further.sorted { $0.key < $1.key }.map { slot, others in
            .duplicateKey(side, row: rows[first[slot]], count: others.count + 1)
        }
    }
}
