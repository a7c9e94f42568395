import SourceText

@testable import BulletinSource

/// A page made of words at places: Han as wide as high, other characters half as wide.
struct PageSketch {
    var content: PageContent

    init(number: Int = 1, width: Double = 595, height: Double = 842) {
        content = PageContent(number: number, width: width, height: height)
    }

    /// Sets `text` so that it begins at `x` on the base line `y`; a blank moves on by a quarter.
    func write(_ text: String, x: Double, y: Double, size: Double = 10) -> PageSketch {
        var result = self
        var x = x
        for scalar in text.unicodeScalars {
            let width =
                scalar == " " ? 0.25 * size : scalar.value < 0x2E80 && scalar.value != 0x2014 ? 0.5 * size : size
            if let glyph = Glyph(scalar, x: x, y: y, along: (width, 0), up: (0, -size)) {
                result.content.glyphs.append(glyph)
            }
            x += width
        }
        return result
    }

    /// A row of cells: words by where they begin.
    func row(_ y: Double, _ cells: KeyValuePairs<Double, String>, size: Double = 10) -> PageSketch {
        cells.reduce(self) { $0.write($1.value, x: $1.key, y: y, size: size) }
    }

    func across(_ y: Double, _ x0: Double, _ x1: Double) -> PageSketch {
        var result = self
        result.content.rulings.append(Ruling(.horizontal, at: y, from: x0, to: x1))
        return result
    }

    func down(_ x: Double, _ y0: Double, _ y1: Double) -> PageSketch {
        var result = self
        result.content.rulings.append(Ruling(.vertical, at: x, from: y0, to: y1))
        return result
    }

    /// Rules of a grid, all of them.
    func grid(_ xs: [Double], _ ys: [Double]) -> PageSketch {
        var result = self
        for y in ys { result = result.across(y, xs[0], xs[xs.count - 1]) }
        for x in xs { result = result.down(x, ys[0], ys[ys.count - 1]) }
        return result
    }

    /// The lines of pages.
    static func lines(_ pages: PageSketch...) throws -> [String] {
        var assembler = PageAssembler()
        for page in pages { assembler.add(page.content) }
        return String(decoding: try assembler.text(of: .pdf).bytes, as: UTF8.self).split(separator: "\n").map(
            String.init)
    }

    var lines: [String] {
        get throws { try Self.lines(self) }
    }
}
