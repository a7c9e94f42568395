import SourceText

/// Characters that stand together: what a gap of half a character or a blank does not part.
struct PageWord {
    var glyphs: [Glyph]
    var box: PageBox
    var baseLine: Double
    var size: Double
    var isFigure: Bool
    /// The blank character that stands before it.
    var blank: Glyph?

    init(_ glyphs: [Glyph], behind blank: Glyph? = nil) {
        self.glyphs = glyphs
        self.blank = blank
        box = glyphs.dropFirst().reduce(glyphs[0].box) { $0.union($1.box) }
        size = glyphs.map(\.size).max() ?? 1
        baseLine = glyphs[0].baseLine
        isFigure = FigureWord.isFigure(glyphs)
    }

    var middle: Double { (box.x0 + box.x1) / 2 }

    /// The box without the empty halves of brackets and quotation marks at its ends, which reach into a gutter.
    var ink: PageBox {
        var result = box
        if let first = glyphs.first, first.width > 0.8 * first.size, "“‘（《〈【〔「『".unicodeScalars.contains(first.scalar) {
            result.x0 += first.width / 2
        }
        if let last = glyphs.last, last.width > 0.8 * last.size, "”’）》〉】〕」』，。、；：".unicodeScalars.contains(last.scalar) {
            result.x1 -= last.width / 2
        }
        return result
    }
}

/// A line of a column of text: words from the left.
struct PageLine {
    var words: [PageWord]
    var box: PageBox
    var size: Double
    var baseLine: Double

    init(_ words: [PageWord]) {
        self.words = words
        box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
        // A few large characters do not make a line large.
        let sizes = words.map { ($0.size, $0.glyphs.count) }.sorted { $0.0 < $1.0 }
        let half = sizes.reduce(0) { $0 + $1.1 } / 2
        var count = 0
        size =
            sizes.first {
                count += $0.1
                return count > half
            }?.0 ?? sizes[0].0
        baseLine = words.max { $0.glyphs.count < $1.glyphs.count }?.baseLine ?? words[0].baseLine
    }

    var glyphs: [Glyph] { words.flatMap { ($0.blank.map { [$0] } ?? []) + $0.glyphs } }

    /// A gap as wide as 15 characters, or two as wide as 5, part its words.
    var isSetApart: Bool {
        let gaps = zip(words, words.dropFirst()).map { ($1.box.x0 - $0.box.x1) / size }
        return gaps.contains { $0 > 15 } || gaps.filter { $0 > 5 }.count > 1
    }

    /// Words between gaps wider than a character: the fields of a row that no rules part.
    var fields: [[PageWord]] {
        var result: [[PageWord]] = []
        for word in words {
            if let last = result.last?.last, word.box.x0 - last.box.x1 < max(word.size, last.size) {
                result[result.count - 1].append(word)
            } else {
                result.append([word])
            }
        }
        return result
    }
}

/// Characters to words and words to lines.
enum TextLines {
    /// Items whose base lines are as near as a third of a character, group by group from the top.
    static func cluster<Item>(_ items: [Item], baseLine: (Item) -> Double, size: (Item) -> Double) -> [[Item]] {
        let sorted = items.indices.sorted { (baseLine(items[$0]), $0) < (baseLine(items[$1]), $1) }
        var result: [[Item]] = []
        var start = -Double.infinity
        var height = 0.0
        for index in sorted {
            let item = items[index]
            if baseLine(item) - start > 0.35 * max(min(height, size(item)), 4) {
                result.append([])
                (start, height) = (baseLine(item), size(item))
            }
            height = max(height, size(item))
            result[result.count - 1].append(item)
        }
        return result
    }

    /// The words of a page, line by line; `gap` parts any two characters, in ems.
    static func words(_ glyphs: [Glyph], gap most: Double = 0.45) -> [PageWord] {
        var result: [PageWord] = []
        for line in cluster(glyphs, baseLine: { $0.baseLine }, size: { $0.size }) {
            var open: [Glyph] = []
            var blank: Glyph?
            var before: Glyph?
            let usual = PrintedText.usualGap(line)
            func flush() {
                if !open.isEmpty { result.append(PageWord(open, behind: before)) }
                open = []
            }
            for glyph in withoutDoubles(line.sorted { ($0.box.x0, $0.box.x1) < ($1.box.x0, $1.box.x1) }) {
                if PrintedText.isBlank(glyph.scalar) {
                    blank = glyph
                    continue
                }
                if let last = open.last {
                    let gap = (glyph.box.x0 - last.box.x1) / max(last.size, glyph.size)
                    // Columns of figures may stand close; digits touch, or stand in a rhythm that is as wide.
                    let isFigure = FigureWord.isPart(glyph.scalar) && gap > 0.15 && gap > 2 * usual
                    if gap > most || isFigure || blank != nil && gap > 0.2 { flush() }
                }
                if open.isEmpty { before = blank }
                open.append(glyph)
                blank = nil
            }
            flush()
        }
        return result
    }

    /// Without what is printed twice to look bold.
    static func withoutDoubles(_ line: [Glyph]) -> [Glyph] {
        var result: [Glyph] = []
        for glyph in line {
            let isDouble = result.suffix(3).contains {
                $0.scalar == glyph.scalar && abs($0.box.x0 - glyph.box.x0) < 0.15 * glyph.size
                    && abs($0.baseLine - glyph.baseLine) < 0.15 * glyph.size
            }
            if !isDouble || PrintedText.isBlank(glyph.scalar) { result.append(glyph) }
        }
        return result
    }

    /// The words of one column as lines from the top; small raised words go to the line that they stand at.
    static func lines(_ words: [PageWord]) -> [PageLine] {
        var groups = cluster(words, baseLine: { $0.baseLine }, size: { $0.size })
        var index = 0
        while index < groups.count {
            let own = groups[index].map(\.size).max() ?? 0
            // A raised mark stands before its line in the order from the top, a lowered one behind it.
            for other in [index + 1, index - 1] where groups.indices.contains(other) {
                let size = groups[other].map(\.size).max() ?? 0
                let shift = (groups[other].first?.baseLine ?? 0) - (groups[index].first?.baseLine ?? 0)
                guard own < 0.78 * size, shift > -0.35 * size, shift < 0.75 * size,
                    groups[index].allSatisfy({ small in
                        groups[other].contains {
                            abs(small.box.x0 - $0.box.x1) < 0.5 * size || abs($0.box.x0 - small.box.x1) < 0.5 * size
                        }
                    })
                else { continue }
                groups[other] += groups[index]
                groups.remove(at: index)
                index -= 1
                break
            }
            index += 1
        }
        return groups.map { PageLine($0.sorted { ($0.box.x0, $0.box.x1) < ($1.box.x0, $1.box.x1) }) }
    }
}
