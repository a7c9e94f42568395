import SourceText

/// The page turned so that most of its text runs to the right, and the way back to the page as it is shown.
struct PageFrame {
    let direction: Glyph.Direction
    let width: Double
    let height: Double

    /// Turns `page` by the way in which most of its characters run.
    static func turn(_ page: inout PageContent) -> PageFrame {
        var counts: [Glyph.Direction: Int] = [:]
        for glyph in page.glyphs where !PrintedText.isBlank(glyph.scalar) { counts[glyph.direction, default: 0] += 1 }
        let most = Glyph.Direction.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? .right
        let frame = PageFrame(direction: most, width: page.width, height: page.height)
        // What runs another way is a stamp, a side heading or the page number of a turned sheet.
        page.glyphs.removeAll { $0.direction != most }
        guard most != .right else { return frame }
        for index in page.glyphs.indices {
            let glyph = page.glyphs[index]
            page.glyphs[index].box = frame.read(glyph.box)
            page.glyphs[index].baseLine = frame.readBaseLine(glyph.baseLine)
        }
        page.rulings = page.rulings.map(frame.read)
        if most != .left { swap(&page.width, &page.height) }
        return frame
    }

    func read(_ box: PageBox) -> PageBox {
        switch direction {
        case .right: box
        case .left: PageBox(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
        case .down: PageBox(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
        case .up: PageBox(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
        }
    }

    /// The way back: a box of the turned page on the page as it is shown.
    func shown(_ box: PageBox) -> PageBox {
        switch direction {
        case .right: box
        case .left: PageBox(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
        case .down: PageBox(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
        case .up: PageBox(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
        }
    }

    private func readBaseLine(_ at: Double) -> Double {
        switch direction {
        case .right, .up: at
        case .left: height - at
        case .down: width - at
        }
    }

    private func read(_ ruling: Ruling) -> Ruling {
        let isAcross = ruling.axis == .horizontal
        let box = read(
            isAcross
                ? PageBox(x0: ruling.from, y0: ruling.at, x1: ruling.to, y1: ruling.at)
                : PageBox(x0: ruling.at, y0: ruling.from, x1: ruling.at, y1: ruling.to))
        return box.x1 - box.x0 >= box.y1 - box.y0
            ? Ruling(.horizontal, at: box.y0, from: box.x0, to: box.x1)
            : Ruling(.vertical, at: box.x0, from: box.y0, to: box.y1)
    }
}
