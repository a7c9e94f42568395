import SourceText

/// What a page says, in reading order.
struct PageLayout {
    /// A line of prose.
    struct Line {
        var text: PrintedText
        /// On the turned page.
        var box: PageBox
        var size: Double
        var baseLine: Double
        /// The number of the column on its page.
        var column: Int
        /// Where the lines of its column begin and end.
        var left: Double
        var right: Double
        /// Enough lines show where those of the column end.
        var isWidthKnown: Bool
        /// The width of what may not be parted at its start: a figure, a word, a character.
        var headWidth: Double

        /// How far below it a line of the same paragraph can stand.
        var reach: Double

        /// A gap as wide as many characters, or several of a few, part its words.
        var isSetApart: Bool

        /// Without blanks.
        var key: [UInt8] { text.bytes.filter { $0 > 0x20 } }
    }

    enum Block {
        case line(Line)
        case table(PrintedTable)
    }

    var number: Int
    /// Of the turned page.
    var width: Double
    var height: Double
    var blocks: [Block] = []
    var findings: [PageFinding] = []

    /// Reads a page. One whose characters cannot be read gives a finding and no text.
    init(_ content: PageContent) {
        number = content.number
        (width, height) = (content.width, content.height)
        if let finding = PageFinding.illegible(content) {
            findings.append(finding)
            return
        }
        var page = content
        let edge = PageBox(x0: -2, y0: -2, x1: page.width + 2, y1: page.height + 2)
        page.glyphs.removeAll {
            $0.middle < edge.x0 || $0.middle > edge.x1 || $0.box.y1 < edge.y0 || $0.box.y0 > edge.y1
        }
        let frame = PageFrame.turn(&page)
        (width, height) = (page.width, page.height)
        let found = RuledGrid.find(page.rulings)
        let (tables, rest) = gridTables(page.glyphs, found.grids, frame)
        let order = ReadingOrder(words: TextLines.words(rest), tables: tables.map(\.box), rules: found.lone)
        for (index, column) in order.columns().enumerated() {
            add(column, number: index, tables: column.tables.map { tables[$0] }, rules: found.lone, frame)
        }
        if page.glyphs.allSatisfy(\.isHidden), !blocks.isEmpty {
            findings.append(PageFinding(page: number, kind: .recognizedText))
        }
        if blocks.contains(where: { if case .table(let table) = $0 { !table.unassigned.isEmpty } else { false } }) {
            findings.append(PageFinding(page: number, kind: .openCells))
        }
    }

    /// The tables of `grids`, and the characters that are in none.
    private func gridTables(
        _ glyphs: [Glyph], _ grids: [RuledGrid], _ frame: PageFrame
    ) -> ([PrintedTable], [Glyph]) {
        // A frame around the page encloses other grids: the smaller one takes a character first.
        let order = grids.indices.sorted { Self.area(grids[$0].box) < Self.area(grids[$1].box) }
        var inGrid: [[Glyph]] = Array(repeating: [], count: grids.count)
        var owner = Array(repeating: -1, count: glyphs.count)
        for (index, glyph) in glyphs.enumerated() {
            let y = (glyph.box.y0 + glyph.box.y1) / 2
            let own = order.first {
                let box = grids[$0].box
                return box.x0 <= glyph.middle && glyph.middle <= box.x1 && box.y0 <= y && y <= box.y1
            }
            if let own {
                inGrid[own].append(glyph)
                owner[index] = own
            }
        }
        var tables: [PrintedTable] = []
        var isTable = Array(repeating: false, count: grids.count)
        for index in grids.indices {
            guard let table = GridTable(grid: grids[index], page: number, frame: frame).table(inGrid[index]) else {
                continue
            }
            tables.append(table)
            isTable[index] = true
        }
        return (tables, glyphs.indices.filter { owner[$0] < 0 || !isTable[owner[$0]] }.map { glyphs[$0] })
    }

    private static func area(_ box: PageBox) -> Double { (box.x1 - box.x0) * (box.y1 - box.y0) }

    /// Adds the lines and tables of a column from its top.
    private mutating func add(
        _ column: ReadingOrder.Column, number index: Int, tables: [PrintedTable], rules: [Ruling], _ frame: PageFrame
    ) {
        let lines = TextLines.lines(column.words)
        let found = AlignedTables(
            lines: lines, rules: rules.filter { $0.to > column.x0 && $0.from < column.x1 }, page: number, frame: frame
        ).find()
        let long = lines.filter { $0.words.reduce(0) { $0 + $1.glyphs.count } >= 10 }
        let lefts = (long.isEmpty ? lines : long).map(\.box.x0).sorted()
        let rights = (long.isEmpty ? lines : long).map(\.box.x1).sorted()
        // The nearest lines are those within paragraphs.
        let pitches = zip(lines, lines.dropFirst()).filter { abs($0.size - $1.size) < 0.1 * $0.size }
            .map { $1.baseLine - $0.baseLine }.filter { $0 > 0 }.sorted()
        let pitch = pitches.count > 3 ? pitches[pitches.count / 4] : nil
        let usualSize = lines.isEmpty ? 0 : lines.map(\.size).sorted()[lines.count / 2]
        var items: [(y: Double, block: Block)] = []
        for table in tables { items.append((table.box.y0, .table(table))) }
        for table in found { items.append((table.table.box.y0, .table(table.table))) }
        var next = 0
        for (position, line) in lines.enumerated() {
            while next < found.count, found[next].lines.upperBound <= position { next += 1 }
            if next < found.count, found[next].lines.contains(position) { continue }
            var text = PrintedText()
            text.append(line.glyphs, page: number, frame: frame)
            guard !text.isEmpty else { continue }
            let own = Line(
                text: text, box: line.box, size: line.size, baseLine: line.baseLine, column: index,
                left: lefts[lefts.count / 10], right: rights[rights.count - 1 - rights.count / 20],
                isWidthKnown: long.count >= 3, headWidth: Self.headWidth(line.glyphs),
                reach: line.size < 1.15 * usualSize ? pitch.map { 1.35 * $0 } ?? 2.2 * line.size : 2.2 * line.size,
                isSetApart: line.isSetApart)
            items.append((line.box.y0, .line(own)))
        }
        blocks += items.enumerated().sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }.map(
            \.element.block)
    }

    /// The width of the first characters of a line that would have gone up together.
    private static func headWidth(_ glyphs: [Glyph]) -> Double {
        guard let first = glyphs.first(where: { !PrintedText.isBlank($0.scalar) }) else { return 0 }
        var end = first.box.x1
        var last = first
        for glyph in glyphs.drop(while: { PrintedText.isBlank($0.scalar) }).dropFirst() {
            let isClosing = "，。、；：）》”’！？％".unicodeScalars.contains(glyph.scalar)
            let isOpen = "（《“‘〔".unicodeScalars.contains(last.scalar)
            func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
                scalar.isASCII && !PrintedText.isBlank(scalar) || (0x2010...0x2015).contains(scalar.value)
            }
            let isWord = isWordPart(last.scalar) && isWordPart(glyph.scalar)
            guard isClosing || isOpen || isWord, glyph.box.x0 - end < 0.4 * glyph.size else { break }
            end = glyph.box.x1
            last = glyph
        }
        return end - first.box.x0
    }
}

/// What a page cannot tell, or not for certain.
struct PageFinding: Hashable {
    enum Kind: Hashable {
        /// The page shows a picture or drawn outlines and holds no text: a scan.
        case noText
        /// The characters carry no meaning (a font without Unicode values): Chinese comes out as junk, while digits
        /// may look right.
        case illegibleText
        /// The text lies unseen behind a picture: a program for scans has recognized it.
        case recognizedText
        /// The rules of a table leave open which cell a text stands in; the cells are blank.
        case openCells
    }

    /// From 1.
    var page: Int
    var kind: Kind

    /// What `findings` say of a file, kind by kind.
    static func summary(_ findings: [PageFinding]) -> [SourceFinding] {
        func pages(_ kind: Kind) -> [Int] { findings.filter { $0.kind == kind }.map(\.page) }
        var result: [SourceFinding] = []
        let kinds: [(Kind, Diagnostic.Severity, ([Int]) -> FindingCode)] = [
            (.noText, .error, { .source(.scannedPages($0)) }),
            (.illegibleText, .error, { .source(.illegiblePages($0)) }),
            (.recognizedText, .warning, FindingCode.recognizedText),
            (.openCells, .warning, FindingCode.openCells),
        ]
        for (kind, severity, code) in kinds where !pages(kind).isEmpty {
            result.append(SourceFinding(severity, code(pages(kind))))
        }
        return result
    }

    /// Why the text of a page cannot be read, if so.
    static func illegible(_ page: PageContent) -> PageFinding? {
        var shown = 0
        var words = 0
        var junk = 0
        for glyph in page.glyphs where !PrintedText.isBlank(glyph.scalar) {
            shown += 1
            if glyph.scalar.isASCII && !glyph.scalar.properties.isAlphabetic { continue }
            words += 1
            if isJunk(glyph.scalar) { junk += 1 }
        }
        // A page number or a stamp beside the picture of a page is no text of it.
        let share = page.pictureArea / max(1, page.width * page.height)
        if shown == 0 && share > 0.02 || shown < 10 && share > 0.3 || shown < 10 && page.outlineCount > 200 {
            return PageFinding(page: page.number, kind: .noText)
        }
        return junk >= 10 && junk * 10 >= words * 3 ? PageFinding(page: page.number, kind: .illegibleText) : nil
    }

    /// What Chinese bulletins do not print: private and unassigned characters, scripts of other languages, the
    /// replacement character.
    private static func isJunk(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0xA0...0xBF, 0xD7, 0xF7: false
        // ā á ǎ: pinyin.
        case 0xE0...0xFC, 0x100...0x1DC: false
        case 0x391...0x3C9: false
        case 0x2000...0x2BFF: false
        // Radicals, punctuation, bopomofo excepted; brackets, Han, compatibility and fullwidth forms.
        case 0x2E80...0x303F, 0x3200...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: false
        case 0xF900...0xFAFF, 0xFE10...0xFE4F, 0xFF01...0xFF5E, 0xFFE0...0xFFE6, 0x20000...0x323AF: false
        default: true
        }
    }
}
