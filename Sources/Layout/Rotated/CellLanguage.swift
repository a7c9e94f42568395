import Glibc
import Reading
import SourceText

/// What the prose of the bulletin and the known cells of a column teach of how its cells are spelt: which characters
/// begin a cell, which follow each other inside, and after which it ends.
///
/// An interpolated trigram model: the sightings of three characters, backed by those of two and one. What a page
/// taught itself is left out where it is judged (`page`), or each wrong cut would confirm itself.
struct CellLanguage {
    /// Sightings of one, two and three characters in a row of running text.
    struct Counts {
        private var numbers = KeyNumbers()
        private var sightings: [Double] = []
        fileprivate private(set) var total = 0.0

        fileprivate func count(_ key: UInt64) -> Double { numbers.known(key).map { sightings[$0] } ?? 0 }

        /// Counts in running text what `columns` hold: the rest of a bulletin's prose is asked for by nobody.
        ///
        /// - Parameter prose: signs without blanks and line ends.
        init(prose: [UInt32], askedBy columns: some Sequence<[UInt32]>) {
            // Most of a bulletin's pairs and threes are asked for by nobody, and most of the others are told at one look:
            // of the keys of a place the last has its number there, which is -1 where there is none.
            var asked = [(key: UInt64, number: Int)](repeating: (0, -1), count: 1 << 17)
            func place(_ key: UInt64) -> Int { Int((key ^ key >> 15 ^ key >> 33) & 0x1FFFF) }
            for column in columns {
                CellLanguage.each(of: column) { key in
                    asked[place(key)] = (key, numbers.number(of: key).number)
                    return true
                }
            }
            sightings = [Double](repeating: 0, count: numbers.count)
            CellLanguage.each(of: prose) { key in
                let last = asked[place(key)]
                guard last.number >= 0, let number = last.key == key ? last.number : numbers.known(key) else {
                    return false
                }
                sightings[number] += 1
                return true
            }
            total = Double(prose.count)
        }
    }

    /// Stand for the border before and behind a cell; no text holds them.
    private static let (beginSign, endSign): (UInt32, UInt32) = (1, 2)
    /// Marks the sightings of what stands before something.
    private static let contextSign: UInt32 = 3
    /// Their numbers as keys.
    private static let (beginKey, endKey, contextKey) = (1, 2, 3)

    /// Every digit counts as 0: which number stands in a cell tells nothing of its border.
    static func sign(_ scalar: UInt32) -> UInt32 {
        (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar) ? 0x30 : scalar
    }

    /// The keys of one, two and three characters in a row; a longer one only where `body` knows the shorter ones in it.
    private static func each(of text: [UInt32], _ body: (UInt64) -> Bool) {
        var (before, last): (UInt32, UInt32) = (0, 0)
        var (knowsLast, knowsPair) = (false, false)
        for scalar in text {
            let knows = body(key(scalar))
            let knowsTwo = knows && knowsLast && body(key(last, scalar))
            if knowsTwo, knowsPair { _ = body(key(before, last, scalar)) }
            (before, last) = (last, scalar)
            (knowsLast, knowsPair) = (knows, knowsTwo)
        }
    }

    private static func key(_ one: UInt32) -> UInt64 { UInt64(one) }
    private static func key(_ one: UInt32, _ two: UInt32) -> UInt64 { key(one) << 21 | UInt64(two) }
    private static func key(_ one: UInt32, _ two: UInt32, _ three: UInt32) -> UInt64 {
        key(one, two) << 21 | UInt64(three)
    }

    /// What an open column asks for at each of its characters, as numbers of keys: they are looked up once.
    struct Column {
        /// A character c behind a and b: what is counted of it, and what stands before something else.
        fileprivate struct Place {
            var (one, two, three) = (0, 0, 0)
            var (beforeOne, beforeTwo) = (0, 0)
            var (begins, beginsTwo) = (0, 0)
            var (ends, endsTwo) = (0, 0)
        }

        fileprivate var places: [Place]
    }

    /// Sightings in their order, so that sums come out the same on every run.
    private typealias Learned = [(key: Int, count: Double)]

    /// The keys that the open columns ask for; of the others nothing need be learned. 0 is the key of nothing.
    private var keys = KeyNumbers()
    /// Sightings in prose by key.
    private var prose: [Double] = [0]
    private let proseTotal: Double
    /// What known cells teach, by key.
    private var cells: [Double] = []
    /// What each open page's cells teach, as far as they are likely.
    private var pages: [Learned]

    /// - Parameter columns: the open columns that are judged.
    init(prose: Counts, columns: [[UInt32]], pages: Int) {
        proseTotal = prose.total
        self.pages = Array(repeating: [], count: pages)
        func ask(_ key: UInt64) -> Int {
            let (number, isNew) = keys.number(of: key)
            if isNew { self.prose.append(prose.count(key)) }
            return number + 1
        }
        for sign in [Self.beginSign, Self.endSign, Self.contextSign] { _ = ask(Self.key(sign)) }
        for text in columns { _ = Self.column(text, ask) }
        cells = [Double](repeating: 0, count: self.prose.count)
    }

    /// The numbers of the keys that ``borders(of:page:)`` wants of a column.
    func column(_ text: [UInt32]) -> Column { Self.column(text) { (keys.known($0) ?? -1) + 1 } }

    private static func column(_ text: [UInt32], _ number: (UInt64) -> Int) -> Column {
        var places: [Column.Place] = []
        for (place, last) in text.enumerated() {
            var own = Column.Place()
            own.one = number(key(last))
            own.beforeOne = number(key(contextSign, last))
            own.begins = number(key(beginSign, last))
            own.ends = number(key(last, endSign))
            if place > 0 {
                let before = text[place - 1]
                own.two = number(key(before, last))
                own.beforeTwo = number(key(contextSign, before, last))
                own.beginsTwo = number(key(beginSign, before, last))
                own.endsTwo = number(key(before, last, endSign))
            }
            if place > 1 { own.three = number(key(text[place - 2], text[place - 1], last)) }
            places.append(own)
        }
        return Column(places: places)
    }

    /// A known cell.
    mutating func learn(_ cell: [UInt32]) {
        for (key, count) in sightings(column(cell), border: { $0 == 0 || $0 == cell.count ? 1 : 0 }) {
            cells[key] += count
        }
    }

    /// A page's column, of which `borders` tells how likely each place is the border of two cells.
    mutating func learn(_ column: Column, borders: [Double], page: Int) {
        let learned = sightings(column) { borders[$0] }
        pages[page] += learned
        for (key, count) in learned { cells[key] += count }
    }

    private func sightings(_ column: Column, border: (Int) -> Double) -> Learned {
        var learned: Learned = []
        // Half of a column's sightings, so that the list grows once.
        learned.reserveCapacity(6 * column.places.count)
        func add(_ key: Int, _ count: Double) {
            if key != 0 { learned.append((key, count)) }
        }
        func addBefore(_ own: Column.Place, _ count: Double) {
            add(own.beforeTwo, count)
            add(own.beforeOne, count)
            add(Self.contextKey, count)
        }
        let places = column.places
        for (place, own) in places.enumerated() {
            let next = place + 1 < places.count ? places[place + 1] : Column.Place()
            let opens = border(place)
            if opens > 0.01 {
                add(Self.beginKey, opens)
                add(own.begins, opens)
                add(next.beginsTwo, opens)
            }
            guard place > 0 else { continue }
            let closes = border(place + 1)
            if closes > 0.01 {
                add(own.endsTwo, closes)
                add(own.ends, closes)
                add(Self.endKey, closes)
                addBefore(own, closes)
            }
            if place + 1 < places.count, 1 - closes > 0.01 {
                add(next.three, 1 - closes)
                add(next.two, 1 - closes)
                add(next.one, 1 - closes)
                addBefore(own, 1 - closes)
            }
        }
        return learned
    }

    /// For each place of a page's column, in nats: what speaks for a cell that begins there, and for one that ends before
    /// it, each against text that goes on.
    func borders(of column: Column, page: Int?) -> (begins: [Double], ends: [Double]) {
        var counts = cells
        if let page {
            for (key, count) in pages[page] { counts[key] -= count }
        }
        func count(_ key: Int) -> Double { max(0, counts[key]) * RotatedWeights.cellCount }
        let backOff = RotatedWeights.backOff
        let whole = count(Self.contextKey) + proseTotal * RotatedWeights.proseShare + backOff.one
        func share(_ key: Int, inProse: Double) -> Double {
            (count(key) + inProse * RotatedWeights.proseShare + 0.05) / whole
        }
        func share(_ key: Int, after last: Int, _ before: Int, backOff: Double, _ shorter: Double) -> Double {
            (count(key) + prose[key] + backOff * shorter) / (count(before) + prose[last] + backOff)
        }
        let ofEnd = share(Self.endKey, inProse: RotatedWeights.ends)
        let starts = count(Self.beginKey)
        let places = column.places
        var begins = [Double](repeating: 0, count: places.count)
        var ends = [Double](repeating: 0, count: places.count + 1)
        // Of the character before: its place, and how likely each character goes on what stands before it.
        var last = Column.Place()
        for (place, own) in places.enumerated() {
            let one = share(own.one, inProse: prose[own.one])
            let two = place > 0 ? share(own.two, after: last.one, last.beforeOne, backOff: backOff.two, one) : one
            let inside =
                place > 1 ? log(share(own.three, after: last.two, last.beforeTwo, backOff: backOff.three, two)) : 0
            let opens = count(own.begins)
            begins[place] += log((opens + 4 * one) / (starts + 4)) - inside
            if place > 0 {
                begins[place - 1] += log((count(own.beginsTwo) + 2 * two) / (count(last.begins) + 2)) - inside
            }
            let endsOne = share(own.ends, after: own.one, own.beforeOne, backOff: backOff.two, ofEnd)
            ends[place + 1] = log(share(own.endsTwo, after: own.two, own.beforeTwo, backOff: backOff.three, endsOne))
            last = own
        }
        return (begins, ends)
    }
}
