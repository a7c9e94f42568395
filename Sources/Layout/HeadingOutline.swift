import Reading
import StatisticalModel

/// The headings above the place that is being read, outermost first.
struct HeadingOutline {
    private var open: [(rank: Int, block: Int)] = []

    /// The level of a box's or a table's caption, which stands over nothing but the box.
    static let captionLevel = 9

    var blocks: [Int] { open.map(\.block) }

    mutating func restart() { open = [] }

    /// The level of a heading with `marker`: 一、 1, （一） 2, 1. 3, （1） 4, ① 5, under chapters and sections deeper by their levels.
    func level(of marker: ClauseMarker) -> Int {
        switch marker.kind {
        case .annex, .part, .chapter: return 1
        case .section: return 2
        default:
            let above = open.last { $0.rank <= ClauseMarker.Kind.section.rawValue && $0.rank > 0 }
            let base = above.map { $0.rank == ClauseMarker.Kind.section.rawValue ? 2 : 1 } ?? 0
            return base + marker.kind.rawValue - ClauseMarker.Kind.section.rawValue
        }
    }

    /// Closes the headings that a clause of this kind cannot stand under.
    mutating func close(for kind: ClauseMarker.Kind) {
        while let last = open.last, last.rank >= kind.rawValue { open.removeLast() }
    }

    mutating func push(_ kind: ClauseMarker.Kind, block: Int) {
        close(for: kind)
        open.append((kind.rawValue, block))
    }

    /// A Markdown heading without a number stands over everything that follows.
    mutating func pushTitle(block: Int) {
        open = [(-1, block)]
    }
}
