/// The rows of two tables under their keys: a hash join that hashes each row once.
struct RowJoin {
    /// The rows of one table: by key the first row's index, or -1, and the few further ones.
    struct Side {
        fileprivate(set) var first: [Int] = []
        fileprivate(set) var further: [Int: [Int]] = [:]

        fileprivate mutating func insert(_ index: Int, slot: Int) {
            if first[slot] < 0 { first[slot] = index } else { further[slot, default: []].append(index) }
        }

        func indices(at slot: Int) -> [Int] {
            first[slot] < 0 ? [] : [first[slot]] + (further[slot] ?? [])
        }
    }

    private(set) var old = Side()
    private(set) var new = Side()
    /// The keys of the new table in the order of their first rows.
    private(set) var newSlots: [Int] = []

    init(old oldRows: [IndicatorRow], new newRows: [IndicatorRow]) {
        var keys = RowKeys(capacity: oldRows.count + newRows.count)
        for index in oldRows.indices { old.insert(index, slot: slot(of: oldRows[index], &keys)) }
        for index in newRows.indices {
            let slot = slot(of: newRows[index], &keys)
            if new.first[slot] < 0 { newSlots.append(slot) }
            new.insert(index, slot: slot)
        }
    }

    private mutating func slot(of row: IndicatorRow, _ keys: inout RowKeys) -> Int {
        let slot = keys.slot(of: row)
        if slot == old.first.count {
            old.first.append(-1)
            new.first.append(-1)
        }
        return slot
    }
}
