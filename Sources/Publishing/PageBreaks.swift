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
    func before(_ headings: [Int], rows: [Double]) -> [Int] {
        var breaks: [Int] = []
        var used = capacities.map { _ in heads.first }
        var next = headings[...]
        for (row, height) in rows.enumerated() {
            if row == next.first {
                next.removeFirst()
                let needed = height + (row + 1 < rows.count ? rows[row + 1] : 0)
                let isLast = zip(capacities, used).contains { capacity, used in
                    used + height <= capacity + Self.doubt && used + needed > capacity - Self.doubt
                }
                if isLast, row > 0 {
                    breaks.append(row)
                    used = capacities.map { _ in heads.further }
                }
            }
            for (way, capacity) in capacities.enumerated() {
                if used[way] + height > capacity { used[way] = heads.further }
                used[way] += height
            }
        }
        return breaks
    }
}
