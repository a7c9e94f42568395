/// Pairs rows that share a key, as figures of several bulletins do that contradict each other.
///
/// Equal rows pair first, then those of equal figure, then of one source and measure, then of one
/// measure, then what is left in order. Each step is a hash join, so that a table of one key stays linear.
enum DuplicatePairing {
    private static let likenesses: [@Sendable (IndicatorRow) -> [String]] = [
        { [$0.value, $0.upper, $0.measure, $0.comparator, $0.deadline, $0.lamp, $0.status, $0.source, $0.quote] },
        { [$0.value, $0.measure, $0.comparator] },
        { [$0.source, $0.measure] },
        { [$0.measure] },
        { _ in [] },
    ]

    static func pairs(
        _ old: [Int], _ new: [Int], _ oldRows: [IndicatorRow], _ newRows: [IndicatorRow]
    ) -> [(old: Int?, new: Int)] {
        var free = old
        var partner: [Int: Int] = [:]
        for likeness in likenesses where !free.isEmpty && partner.count < new.count {
            // Reversed, so that the last of a list is the first in the table.
            var waiting = Dictionary(grouping: free.reversed()) { likeness(oldRows[$0]) }
            for index in new where partner[index] == nil {
                partner[index] = waiting[likeness(newRows[index])]?.popLast()
            }
            let taken = Set(partner.values)
            free.removeAll { taken.contains($0) }
        }
        return new.map { (partner[$0], $0) }
    }
}
