/// What makes two rows the same figure: indicator, area, year, kind, unit and qualifier; the indicator is its code, or
/// its name where it has none.
///
/// Keys are numbered from 0 in the order in which they come. All stand behind each other in one array of bytes: a key of
/// its own for each row would cost more than the join. The hash goes over bytes too, since hashing a String of Chinese
/// text normalises it first.
struct RowKeys {
    private var bytes: [UInt8] = []
    /// Where the bytes of each key begin, and where the last ends.
    private var starts = [0]
    private var hashes: [Int] = []
    /// Open addressing: a key's number, or -1; a power of two, at most half full.
    private var table: [Int]

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        table = [Int](repeating: -1, count: size)
        bytes.reserveCapacity(64 * capacity / 2)
        starts.reserveCapacity(capacity + 1)
        hashes.reserveCapacity(capacity)
    }

    /// The number of the row's key, a new one where no row before had it. Not for more rows than the capacity.
    mutating func slot(of row: IndicatorRow) -> Int {
        let start = bytes.count
        append(row.code.isEmpty ? row.name : row.code)
        append(row.area)
        append(row.year)
        append(row.kind)
        append(row.unit)
        append(row.qualifier)
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[start...])) }
        let hash = hasher.finalize()
        var place = hash & (table.count - 1)
        while table[place] >= 0 {
            let slot = table[place]
            if hashes[slot] == hash, isEqual(slot, from: start) {
                bytes.removeLast(bytes.count - start)
                return slot
            }
            place = (place + 1) & (table.count - 1)
        }
        table[place] = hashes.count
        hashes.append(hash)
        starts.append(bytes.count)
        return hashes.count - 1
    }

    private mutating func append(_ field: String) {
        bytes.append(contentsOf: field.utf8)
        bytes.append(0x1F)
    }

    private func isEqual(_ slot: Int, from start: Int) -> Bool {
        let key = starts[slot]..<starts[slot + 1]
        return key.count == bytes.count - start && bytes[key].elementsEqual(bytes[start...])
    }
}
