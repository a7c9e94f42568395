public import SourceText

/// Makes the text of a document from its pages as they come: page numbers and running heads left out, tables that go on
/// over pages as one, lines joined to paragraphs.
///
/// A page is kept as its lines and tables; its characters are let go.
public struct PageAssembler: Sendable {
    /// No table goes on below more lines than these.
    private static let mostLeadingLines = 6

    private var pages: [PageLayout] = []

    public init() {}

    public mutating func add(_ page: PageContent) { pages.append(PageLayout(page)) }

    /// The text of all pages; the reason where there is none.
    public consuming func text(of form: FileForm) throws(BulletinSourceError) -> CanonicalText {
        let findings = PageFinding.summary(pages.flatMap(\.findings))
        guard pages.contains(where: { !$0.blocks.isEmpty }) else {
            if case .source(let error)? = findings.first?.code { throw error }
            throw .noText(form)
        }
        var result = canonicalText()
        result.findings = findings
        return result
    }

    private mutating func canonicalText() -> CanonicalText {
        PageFurniture.remove(from: &pages)
        widenColumns()
        let blocks = joinTables()
        var result = CanonicalText()
        var paragraph: (text: PrintedText, last: PageLayout.Line, page: Int)?
        func flush() {
            guard let open = paragraph else { return }
            open.text.write(to: &result)
            result.append("\n".utf8, at: nil)
            paragraph = nil
        }
        for (page, block) in blocks {
            switch block {
            case .table(let table):
                flush()
                table.write(to: &result)
                for text in table.unassigned {
                    text.write(to: &result)
                    result.append("\n".utf8, at: nil)
                }
            case .line(let line):
                if var open = paragraph, Self.goesOn(open.last, line, isSamePage: open.page == page) {
                    open.text.append(line.text)
                    paragraph = (open.text, line, page)
                } else {
                    flush()
                    paragraph = (line.text, line, page)
                }
            }
        }
        flush()
        return result
    }

    /// A column of a few lines does not show its width: it has that of the pages around it.
    private mutating func widenColumns() {
        var lefts: [Double] = []
        var rights: [Double] = []
        for page in pages {
            let lines = page.blocks.compactMap { if case .line(let line) = $0, line.column == 0 { line } else { nil } }
            guard lines.count >= 8,
                page.blocks.allSatisfy({ if case .line(let line) = $0 { line.column == 0 } else { true } })
            else { continue }
            lefts.append(lines[0].left)
            rights.append(lines[0].right)
        }
        guard !lefts.isEmpty else { return }
        let (left, right) = (lefts.sorted()[lefts.count / 2], rights.sorted()[rights.count / 2])
        for page in pages.indices {
            let lines = pages[page].blocks.filter { if case .line = $0 { true } else { false } }
            guard lines.count < 8 else { continue }
            for block in pages[page].blocks.indices {
                guard case .line(var line) = pages[page].blocks[block] else { continue }
                line.left = min(line.left, left)
                line.right = max(line.right, right)
                line.isWidthKnown = true
                pages[page].blocks[block] = .line(line)
            }
        }
    }

    /// All blocks with the index of their page; a table at the head of a page goes on with one at the foot of the last.
    private func joinTables() -> [(page: Int, block: PageLayout.Block)] {
        var result: [(page: Int, block: PageLayout.Block)] = []
        /// The lines above the table that stands last.
        var leading: [[UInt8]] = []
        for (number, page) in pages.enumerated() {
            var blocks = page.blocks[...]
            if let last = result.last, case .table(var open) = last.block, last.page + 1 == number {
                let lines = blocks.prefix { if case .line = $0 { true } else { false } }
                if lines.count < blocks.count, lines.count <= Self.mostLeadingLines,
                    case .table(let next) = blocks[blocks.startIndex + lines.count], open.goesOn(in: next),
                    lines.allSatisfy({
                        if case .line(let line) = $0 { Self.isRepeated(line.key, leading) } else { false }
                    })
                {
                    open.append(next)
                    result[result.count - 1] = (number, .table(open))
                    blocks = blocks.dropFirst(lines.count + 1)
                }
            }
            for block in blocks {
                // At the head of the next column of a page a table goes on under the same head.
                if case .table(let next) = block, let last = result.last, last.page == number,
                    case .table(var open) = last.block, next.box.x0 > open.box.x1, open.goesOn(in: next),
                    open.words(0) == next.words(0)
                {
                    open.append(next)
                    result[result.count - 1] = (number, .table(open))
                    continue
                }
                if case .table = block {
                    leading = result.suffix(Self.mostLeadingLines).reversed().prefix {
                        if case .line = $0.block { true } else { false }
                    }.compactMap { if case .line(let line) = $0.block { line.key } else { nil } }
                }
                result.append((number, block))
            }
        }
        return result
    }

    /// Whether a line above a table repeats one above the table that goes on, but for a sign or two (`续表`), or is such a
    /// sign alone.
    private static func isRepeated(_ line: [UInt8], _ leading: [[UInt8]]) -> Bool {
        let isShort = line.count <= 12 && !line.contains { (0x30...0x39).contains($0) }
        return isShort
            || leading.contains { known in
                guard line.count >= known.count, line.count - known.count <= 9 else { return false }
                let head = zip(line, known).prefix { $0 == $1 }.count
                let tail = zip(line.reversed(), known.reversed()).prefix { $0 == $1 }.count
                return head + tail >= known.count
            }
    }

    /// Whether `next` goes on with the paragraph of `last`: `last` left no room for what `next` begins with, and `next`
    /// is not set in.
    private static func goesOn(_ last: PageLayout.Line, _ next: PageLayout.Line, isSamePage: Bool) -> Bool {
        guard last.isWidthKnown, abs(last.size - next.size) < 0.12 * max(last.size, next.size) else { return false }
        let isSameColumn = isSamePage && last.column == next.column
        if isSameColumn, next.baseLine - last.baseLine > last.reach || next.baseLine <= last.baseLine {
            return false
        }
        // A head in the middle goes on in the next line where no room was left at both of its sides.
        let isCentered = abs(last.box.x0 - last.left - (last.right - last.box.x1)) < 0.6 * last.size
        if isCentered, last.box.x0 - last.left > 0.5 * last.size || next.box.x0 - next.left > 2.6 * next.size {
            let isNextCentered = abs(next.box.x0 - next.left - (next.right - next.box.x1)) < 1.5 * next.size
            let room = last.right - last.left - (last.box.x1 - last.box.x0)
            return isNextCentered && room < next.headWidth + 0.35 * last.size
        }
        let isIndented = next.box.x0 - next.left > 0.9 * next.size
        let isFull = last.box.x1 + next.headWidth > last.right - 0.35 * last.size
        // A line that is set in at both sides is a head, full or not.
        let isHead = last.box.x0 - last.left > 2.6 * last.size && last.right - last.box.x1 > 0.5 * last.size
        return isFull && !isIndented && !isHead
    }
}

/// Page numbers and running heads: lines at the edge of pages that go on from page to page.
enum PageFurniture {
    private struct Candidate {
        var page: Int
        var block: Int
        /// From the nearer edge, the upper one positive.
        var at: Double
        var mask: [UInt8]
        var number: Int?
    }

    /// So much of the height at each edge may hold furniture.
    private static let margin = 0.14

    static func remove(from pages: inout [PageLayout]) {
        let candidates = pages.indices.flatMap { Self.candidates(pages[$0], $0) }
        var groups: [[UInt8]: [Candidate]] = [:]
        for candidate in candidates { groups[candidate.mask, default: []].append(candidate) }
        var drop: [Int: Set<Int>] = [:]
        for (mask, group) in groups {
            let isBare = mask.allSatisfy { !isWord($0) }
            for candidate in group {
                let alike = group.filter { abs($0.at - candidate.at) < 6 && $0.page != candidate.page }
                let counts =
                    candidate.number.map { number in
                        alike.contains { $0.number.map { $0 - number } == $0.page - candidate.page }
                    } ?? false
                let isHead =
                    alike.count >= 2 && candidate.number == nil
                    || alike.count >= 2 && alike.allSatisfy { $0.number == candidate.number }
                if counts || isMasthead(pages[candidate.page], candidate.block)
                    || isHead && !leadsTable(pages[candidate.page], candidate.block)
                    || isBare && candidate.number != nil && isAlone(pages[candidate.page], candidate.block)
                {
                    drop[candidate.page, default: []].insert(candidate.block)
                }
            }
        }
        for (page, blocks) in drop {
            pages[page].blocks = pages[page].blocks.indices.filter { !blocks.contains($0) }.map {
                pages[page].blocks[$0]
            }
        }
    }

    /// The lines at the edges of a page.
    private static func candidates(_ page: PageLayout, _ index: Int) -> [Candidate] {
        page.blocks.indices.compactMap { block in
            guard case .line(let line) = page.blocks[block], line.text.bytes.count < 200 else { return nil }
            let isTop = line.box.y1 < margin * page.height
            let isFoot = line.box.y0 > (1 - margin) * page.height
            guard isTop || isFoot else { return nil }
            var mask: [UInt8] = []
            var number: Int?
            for byte in line.key {
                if (0x30...0x39).contains(byte) {
                    if mask.last != 0x30 { mask.append(0x30) }
                    // The first figure counts: 第 3 页 共 20 页.
                    if mask.firstIndex(of: 0x30) == mask.count - 1 {
                        number = min(99_999, (number ?? 0) * 10 + Int(byte - 0x30))
                    }
                } else {
                    mask.append(byte)
                }
            }
            // Odd pages and even ones are set to different sides.
            return Candidate(
                page: index, block: block, at: isTop ? line.box.y0 : line.box.y1 - page.height - 1, mask: mask,
                number: number)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte >= 0xE3 && byte < 0xEF
    }

    /// A line that stands over a table on its page, few lines between them.
    private static func leadsTable(_ page: PageLayout, _ block: Int) -> Bool {
        page.blocks[block...].prefix(4).contains { if case .table = $0 { true } else { false } }
    }

    /// The line at the very head of a newspaper's page: part, editors, date and number of the page set far apart.
    private static func isMasthead(_ page: PageLayout, _ block: Int) -> Bool {
        guard case .line(let line) = page.blocks[block], line.box.y1 < 0.06 * page.height else { return false }
        return line.isSetApart && !leadsTable(page, block)
    }

    /// A number alone at the foot or the head, apart from all other text.
    private static func isAlone(_ page: PageLayout, _ block: Int) -> Bool {
        guard case .line(let line) = page.blocks[block] else { return false }
        return page.blocks.indices.allSatisfy { other in
            guard other != block else { return true }
            let box: PageBox =
                switch page.blocks[other] {
                case .line(let line): line.box
                case .table(let table): table.box
                }
            return box.y0 > line.box.y1 + 0.6 * line.size || box.y1 < line.box.y0 - 0.6 * line.size
        }
    }
}
