import SourceText

/// How wide the lines of a column are, seen from the characters that close a line.
///
/// Widths count half characters: an ASCII digit 1, an ideograph 2. Where a line holds an odd number
/// of raw lines its last one stands alone; in between some lines end unseen, so the distance of two
/// seen ends is a multiple of the width, less what a number or a comma that may not be cut pushes over.
struct LineWidth {
    let halves: Int

    /// The width that explains most distances inside `segments`; `nil` where none explains enough of them.
    static func estimate(_ segments: [(text: RotatedText, range: Range<Int>)]) -> LineWidth? {
        var distances: [(halves: Int, slack: Int)] = []
        for (text, range) in segments { collect(text, range, into: &distances) }
        guard distances.count >= 4 else { return nil }
        var best: (halves: Int, points: Int)?
        for halves in 6...96 {
            let width = LineWidth(halves: halves)
            var points = 0
            for distance in distances { points += width.points(distance.halves, slack: distance.slack) }
            if points > best?.points ?? 0 { best = (halves, points) }
        }
        guard let best, best.points >= 3 * distances.count / 2, best.points >= 12 else { return nil }
        return LineWidth(halves: best.halves)
    }

    private static func collect(
        _ text: RotatedText, _ range: Range<Int>, into distances: inout [(halves: Int, slack: Int)]
    ) {
        var width = 0
        for index in range {
            width += Self.width(index, text)
            guard text.closesLine[index] else { continue }
            distances.append((width, slack(after: index, text, range)))
            width = 0
        }
    }

    static func width(_ index: Int, _ text: RotatedText) -> Int { text.text.bytes[text.starts[index]] < 0x80 ? 1 : 2 }

    /// How much of the line may stay empty because what follows cannot be cut: a number, or a comma that pulls its word.
    static func slack(after index: Int, _ text: RotatedText, _ range: Range<Int>) -> Int {
        var (next, width) = (index + 1, 0)
        while next < range.upperBound, text.text.bytes[text.starts[next]] < 0x80, width < 12 {
            width += 1
            next += 1
        }
        return max(2, width)
    }

    /// True where the distance is one or more full lines; each unseen line end on the way adds room.
    func fits(_ distance: Int, slack: Int) -> Bool {
        var lines = 1
        while lines <= 3 {
            if distance >= lines * halves - slack - 2 * (lines - 1), distance <= lines * (halves + 1) { return true }
            lines += 1
        }
        return false
    }

    /// True where too many lines lie between two seen ends to tell anything.
    func isOpen(_ distance: Int) -> Bool { distance > 5 * halves / 2 }

    /// Wide lines are hit by chance less often than narrow ones, so a hit tells more.
    func points(_ distance: Int, slack: Int) -> Int {
        if isOpen(distance) { return 0 }
        guard fits(distance, slack: slack) else { return -1 }
        let chance = slack + 2 + (distance / halves)
        return halves >= 8 * chance ? 5 : halves >= 4 * chance ? 4 : halves >= 2 * chance ? 2 : 1
    }
}
