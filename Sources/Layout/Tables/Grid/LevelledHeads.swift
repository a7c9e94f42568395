/// Heads of two levels in the order of the print: 县区, 营业收入, 利润总额, then 累计, 增长 as often as there are groups.
enum LevelledHeads {
    private static let groups = 2...6

    /// The ways to read heads of two levels at the beginning of `texts`: the places of each column's levels, and the
    /// place after the last head.
    static func all(_ texts: [String]) -> [(heads: [[Int]], end: Int)] {
        var found: [(heads: [[Int]], end: Int)] = []
        for end in texts.indices {
            for groups in Self.groups {
                // The longest part that comes again so often.
                let longest = (end - groups - 1) / groups
                guard longest > 0 else { continue }
                for length in (1...longest).reversed() {
                    let low = end - groups * length
                    guard length > 1, (low..<end - length).allSatisfy({ texts[$0] == texts[$0 + length] }),
                        let over = over(texts[..<low], groups: groups)
                    else { continue }
                    let heads = (0..<low).flatMap { place -> [[Int]] in
                        guard over.contains(place) else { return [[place]] }
                        let first = low + (place - over.lowerBound) * length
                        return (first..<first + length).map { [place, $0] }
                    }
                    found.append((heads, end))
                    break
                }
            }
        }
        return found
    }

    /// Which of the upper heads stand over others: all but the first, or those without a unit where all else but the
    /// first have one (企业数（个） stands alone); `nil` where nothing tells.
    static func over(_ upper: ArraySlice<String>, groups: Int) -> Range<Int>? {
        let places = upper.indices.dropFirst()
        let bare = places.filter { upper[$0].utf8.last != UInt8(ascii: ")") }
        if places.count == groups { return places.startIndex..<places.endIndex }
        guard bare.count == groups, let first = bare.first, let last = bare.last, last - first + 1 == groups else {
            return nil
        }
        return first..<last + 1
    }
}
