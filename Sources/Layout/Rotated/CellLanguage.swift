import Glibc
import Reading
import SourceText

/// What the prose of the bulletin and the known cells of a column teach of how its cells are spelt: which characters
/// begin a cell, which follow each other inside, and after which it ends.
///
/// An interpolated trigram model: the sightings of three characters, backed by those of two and one. What a page
/// taught itself is left out where it is judged (`page`), or each wrong cut would confirm itself.
struct CellLanguage {
    /// Sightings of one, two and three characters in a row.
    struct Counts {
        private(set) var sightings: [UInt64: Double] = [:]
        private(set) var total = 0.0

        fileprivate func count(_ key: UInt64) -> Double { sightings[key] ?? 0 }

        mutating func add(_ key: UInt64, _ count: Double) { sightings[key, default: 0] += count }

        init() {}

        /// Counts in running text what `columns` hold: the rest of a bulletin's prose is asked for by nobody.
        ///
        /// - Parameter prose: signs without blanks and line ends.
        init(prose: [UInt32], askedBy columns: some Sequence<[UInt32]>) {
            var asked = Set<UInt64>()
            for column in columns { CellLanguage.each(of: column) { asked.insert($0) } }
            // A bit for each key, by its hash: most of the prose's keys cost one look.
            var filter = [UInt64](repeating: 0, count: 1 << 14)
            func bit(_ key: UInt64) -> (word: Int, mask: UInt64) {
                let hash = (key &* 0x9E37_79B9_7F4A_7C15) >> 44
                return (Int(hash >> 6), 1 << (hash & 63))
            }
            for key in asked {
                let (word, mask) = bit(key)
                filter[word] |= mask
            }
            CellLanguage.each(of: prose) { key in
                let (word, mask) = bit(key)
                if filter[word] & mask != 0, asked.contains(key) { sightings[key, default: 0] += 1 }
            }
            total = Double(prose.count)
        }

        mutating func add(_ other: Learned) { for (key, count) in other { add(key, count) } }
    }

    /// Sightings in their order, so that sums come out the same on every run.
    typealias Learned = [(key: UInt64, count: Double)]

    /// Stand for the border before and behind a cell; no text holds them.
    private static let (begin, end): (UInt32, UInt32) = (1, 2)
    /// Marks the sightings of what stands before something.
    private static let context: UInt32 = 3

    /// Every digit counts as 0: which number stands in a cell tells nothing of its border.
    static func sign(_ scalar: UInt32) -> UInt32 {
        (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar) ? 0x30 : scalar
    }

    /// The keys of one, two and three characters in a row.
    private static func each(of text: [UInt32], _ body: (UInt64) -> Void) {
        var (before, last): (UInt32, UInt32) = (0, 0)
        for scalar in text {
            body(key(scalar))
            if last != 0 { body(key(last, scalar)) }
            if before != 0 { body(key(before, last, scalar)) }
            (before, last) = (last, scalar)
        }
    }

    private static func key(_ one: UInt32) -> UInt64 { UInt64(one) }
    private static func key(_ one: UInt32, _ two: UInt32) -> UInt64 { key(one) << 21 | UInt64(two) }
    private static func key(_ one: UInt32, _ two: UInt32, _ three: UInt32) -> UInt64 {
        key(one, two) << 21 | UInt64(three)
    }

    let prose: Counts
    /// What known cells teach.
    private(set) var cells = Counts()
    /// What each open page's cells teach, as far as they are likely.
    private(set) var pages: [Counts]

    init(prose: Counts, pages: Int) {
        self.prose = prose
        self.pages = Array(repeating: Counts(), count: pages)
    }

    /// A known cell.
    mutating func learn(_ cell: ArraySlice<UInt32>) {
        cells.add(Self.sightings(cell) { $0 == cell.startIndex || $0 == cell.endIndex ? 1 : 0 })
    }

    /// A page's column, of which `borders` tells how likely each place is the border of two cells.
    mutating func learn(_ text: [UInt32], borders: [Double], page: Int) {
        let learned = Self.sightings(text[...]) { borders[$0] }
        pages[page].add(learned)
        cells.add(learned)
    }

    private static func sightings(_ text: ArraySlice<UInt32>, border: (Int) -> Double) -> Learned {
        var learned: Learned = []
        for place in text.indices {
            let opens = border(place)
            if opens > 0.01 {
                learned.append((key(begin), opens))
                learned.append((key(begin, text[place]), opens))
                if place + 1 < text.endIndex { learned.append((key(begin, text[place], text[place + 1]), opens)) }
            }
            guard place > text.startIndex else { continue }
            let closes = border(place + 1)
            func add(_ next: UInt32, _ count: Double) {
                guard count > 0.01 else { return }
                let (before, last) = (text[place - 1], text[place])
                learned.append((key(before, last, next), count))
                learned.append((key(last, next), count))
                learned.append((key(next), count))
                learned.append((key(context, before, last), count))
                learned.append((key(context, last), count))
                learned.append((key(context), count))
            }
            add(end, closes)
            if place + 1 < text.endIndex { add(text[place + 1], 1 - closes) }
        }
        return learned
    }

    private func count(_ key: UInt64, _ page: Int?) -> Double {
        max(0, cells.count(key) - (page.map { pages[$0].count(key) } ?? 0)) * RotatedWeights.cellCount
    }

    private func share(_ scalar: UInt32, _ page: Int?) -> Double {
        let prosaic = scalar == Self.end ? RotatedWeights.ends : prose.count(Self.key(scalar))
        return (count(Self.key(scalar), page) + prosaic * RotatedWeights.proseShare + 0.05)
            / (count(Self.key(Self.context), page) + prose.total * RotatedWeights.proseShare
                + RotatedWeights.backOff.one)
    }

    private func share(_ scalar: UInt32, after last: UInt32, _ page: Int?) -> Double {
        let whole = count(Self.key(Self.context, last), page) + prose.count(Self.key(last))
        return
            (count(Self.key(last, scalar), page) + prose.count(Self.key(last, scalar))
            + RotatedWeights.backOff.two * share(scalar, page)) / (whole + RotatedWeights.backOff.two)
    }

    private func share(_ scalar: UInt32, after before: UInt32, _ last: UInt32, _ page: Int?) -> Double {
        let whole = count(Self.key(Self.context, before, last), page) + prose.count(Self.key(before, last))
        return
            (count(Self.key(before, last, scalar), page) + prose.count(Self.key(before, last, scalar))
            + RotatedWeights.backOff.three * share(scalar, after: last, page)) / (whole + RotatedWeights.backOff.three)
    }

    /// For each place of a page's column, in nats: what speaks for a cell that begins there, and for one that ends before
    /// it, each against text that goes on.
    func borders(of text: [UInt32], page: Int?) -> (begins: [Double], ends: [Double]) {
        var begins = [Double](repeating: 0, count: text.count)
        var ends = [Double](repeating: 0, count: text.count + 1)
        let starts = count(Self.key(Self.begin), page)
        func inside(_ place: Int) -> Double {
            place < 2 ? 0 : log(share(text[place], after: text[place - 2], text[place - 1], page))
        }
        for place in text.indices {
            let first = text[place]
            let one = count(Self.key(Self.begin, first), page)
            var begin = log((one + 4 * share(first, page)) / (starts + 4))
            if place + 1 < text.count {
                let two = count(Self.key(Self.begin, first, text[place + 1]), page)
                begin += log((two + 2 * share(text[place + 1], after: first, page)) / (one + 2))
                begin -= inside(place + 1)
            }
            begins[place] = begin - inside(place)
            let before = place > 0 ? text[place - 1] : Self.begin
            ends[place + 1] = log(share(Self.end, after: before, first, page))
        }
        return (begins, ends)
    }
}
