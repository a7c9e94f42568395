import Spreadsheet

/// Where a page has to begin, so that no heading of rows is the last of a page.
///
/// Spreadsheets scale a sheet to the page's width, and how wide its columns are depends on the fonts that are installed:
/// a digit of Calibri, the file's font, takes 5.25 points, of what LibreOffice takes in its place 7.15, and then a page
/// holds a third more rows. So the pages are counted in both ways, and a heading that would be the last in either, or
/// nearly so, begins a page; every page that is begun here is the same in both.
struct PageBreaks {
    /// Points of what stands over the rows: title, note and header, and what further pages repeat of it.
    struct Heads {
        let first: Double
        let further: Double
    }

    /// A way of measuring a page: points of the table that it holds.
    private let capacities: [Double]
    private let heads: Heads

    /// By how many points of the table a page may hold more or less than is reckoned.
    private static let doubt = 8.0

    /// A4 and A3 on their side or upright, without the margins of ``Sheet/setUpPrint(_:)``, in points.
    private static func room(_ setup: PrintSetup) -> (width: Double, height: Double) {
        let (short, long): (Double, Double) =
            switch setup.paper {
            case .a4: (595.3, 841.9)
            case .a3: (841.9, 1190.6)
            }
        return setup.isLandscape ? (long - 72, short - 72) : (short - 72, long - 72)
    }

    /// Points that columns of these widths take: Excel counts pixels of a screen, five of them around the digits.
    private static let measures: [@Sendable ([Double]) -> Double] = [
        { widths in widths.reduce(0) { $0 + (($1 * 7).rounded() + 5) * 0.75 } },
        { widths in widths.reduce(0) { $0 + ($1 + 5 / 7) * 7.15 } },
    ]

    init(_ setup: PrintSetup, widths: [Double], heads: Heads) {
        let room = Self.room(setup)
        // A sheet is scaled by whole percents, and never enlarged.
        capacities = Self.measures.map { measure in
            room.height / min(1, (room.width / measure(widths) * 100).rounded(.down) / 100)
        }
        self.heads = heads
    }

    /// Those of `headings` that begin a page; `rows` are the heights of all rows, in points.
    ///
    /// Of all ways to break the fewest pages are taken, those of both measures together: a break that suits one leaves
    /// a page of the other half empty, and an earlier heading may suit both.
    func before(_ headings: [Int], rows: [Double]) -> [Int] {
        let starts = [0] + headings.filter { $0 > 0 && $0 < rows.count }
        var best = [Plan](repeating: Plan(), count: starts.count + 1)
        for index in starts.indices.reversed() {
            let options = runs(from: index, starts: starts, rows: rows).map { run in
                Plan(pages: best[run.end].pages + run.pages, breaks: best[run.end].breaks + 1, next: run.end)
            }
            // Of equal ones the last break: its page is the fullest.
            best[index] = options.reversed().min { ($0.pages, $0.breaks) < ($1.pages, $1.breaks) } ?? Plan()
        }
        var breaks: [Int] = []
        var index = best[0].next
        while index < starts.count, index > 0 {
            breaks.append(starts[index])
            index = best[index].next
        }
        return breaks
    }

    /// How the rows from a place on are best divided.
    private struct Plan {
        var pages = 0
        var breaks = 0
        /// The start of the next page that is begun; behind the last start at the end.
        var next = 0
    }

    /// No run of rows without a break is looked at for more pages than these, if it may end before.
    private static let longest = 6

    /// The ends of runs that begin a page at a start and hold no heading at a page's foot, with the pages that they take.
    private func runs(from start: Int, starts: [Int], rows: [Double]) -> [(end: Int, pages: Int)] {
        var runs: [(end: Int, pages: Int)] = []
        var used = capacities.map { _ in start == 0 ? heads.first : heads.further }
        var pages = capacities.map { _ in 1 }
        var next = start + 1
        for row in starts[start]..<rows.count {
            let height = rows[row]
            if next < starts.count, row == starts[next] {
                runs.append((next, pages.reduce(0, +)))
                next += 1
                let needed = height + (row + 1 < rows.count ? rows[row + 1] : 0)
                let isLast = zip(capacities, used).contains { capacity, used in
                    used + height <= capacity + Self.doubt && used + needed > capacity - Self.doubt
                }
                if isLast || pages.contains(where: { $0 > Self.longest }) { return runs }
            }
            for (way, capacity) in capacities.enumerated() {
                if used[way] + height > capacity {
                    used[way] = heads.further
                    pages[way] += 1
                }
                used[way] += height
            }
        }
        return runs + [(starts.count, pages.reduce(0, +))]
    }
}
