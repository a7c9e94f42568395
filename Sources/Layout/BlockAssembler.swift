import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Lines of text to blocks: paragraphs joined, headings with their level, each under its headings and document.
struct BlockAssembler {
    private let body: [TextLine]
    private let documents: [BulletinDocument]
    private let lexicon: LayoutLexicon
    private var breaks: ParagraphBreaks
    private var outline = HeadingOutline()
    private(set) var blocks: [TextBlock] = []
    private(set) var claims: [NumeralClaim] = []
    /// The clause number of each block.
    private var markers: [ClauseMarker?] = []
    private var document = 0

    init(body: [TextLine], isWrapped: Bool, documents: [BulletinDocument], lexicon: LayoutLexicon) {
        self.body = body
        self.documents = documents
        self.lexicon = lexicon
        breaks = ParagraphBreaks(lines: body, isWrapped: isWrapped)
    }

    /// Reads all lines; `heads` are lines of document heads and captions of tables, which become blocks of their own.
    mutating func assemble(heads: [TextLine]) {
        var start = 0
        var nextHead = 0
        for index in body.indices {
            let isLast = index + 1 == body.count
            guard isLast || opensDocument(index + 1) || breaks.breaks(before: index + 1) else { continue }
            while nextHead < heads.count, heads[nextHead].number < body[start].number {
                appendHead(heads[nextHead])
                nextHead += 1
            }
            appendParagraph(start...index)
            start = index + 1
        }
        for head in heads[nextHead...] { appendHead(head) }
        makeListItems()
    }

    private func opensDocument(_ index: Int) -> Bool {
        let next = documentIndex(of: body[index].number)
        return next != documentIndex(of: body[index - 1].number)
    }

    private func documentIndex(of line: Int) -> Int {
        var (low, high) = (0, documents.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if documents[middle].firstLine <= line { low = middle } else { high = middle }
        }
        return low
    }

    private mutating func enterDocument(of line: Int) {
        let next = documentIndex(of: line)
        guard next != document else { return }
        document = next
        outline.restart()
        breaks.restart()
    }

    private mutating func appendHead(_ line: TextLine) {
        enterDocument(of: line.number)
        let isCaption = line.captionLength > 0
        blocks.append(
            TextBlock(
                role: isCaption ? .heading(level: HeadingOutline.captionLevel) : .documentHead, text: line.text,
                document: document, headings: isCaption ? outline.blocks : [], line: line.number,
                lineEnd: line.number))
        markers.append(nil)
        if !isCaption {
            claims += StructureClaims.ofDocumentHead(line.text)
        } else if let claim = StructureClaims.ofMarker(line.text, length: line.captionLength) {
            claims.append(claim)
        }
    }

    private mutating func appendParagraph(_ range: ClosedRange<Int>) {
        let first = body[range.lowerBound]
        enterDocument(of: first.number)
        let marker = breaks.marker(ofParagraphAt: range.lowerBound)
        let text = joined(range)
        let role = role(of: text, marker, first, lineCount: range.count)
        if let marker {
            outline.close(for: marker.kind)
            if let claim = StructureClaims.ofMarker(text, length: marker.length) { claims.append(claim) }
        } else if let claim = StructureClaims.ofMarker(text, length: first.captionLength) {
            claims.append(claim)
        }
        blocks.append(
            TextBlock(
                role: role, text: text, markerLength: marker?.length ?? first.bulletLength, document: document,
                headings: outline.blocks, line: first.number, lineEnd: body[range.upperBound].number))
        markers.append(marker)
        guard case .heading = role else { return }
        if let marker {
            outline.push(marker.kind, block: blocks.count - 1)
        } else if first.markdownLevel > 0 {
            outline.pushTitle(block: blocks.count - 1)
        }
    }

    private func role(
        of text: PlacedText, _ marker: ClauseMarker?, _ first: TextLine, lineCount: Int
    ) -> TextBlock.Role {
        let bytes = text.bytes
        if first.captionLength > 0 { return .heading(level: HeadingOutline.captionLevel) }
        if lexicon.words(.note).longestMatch(in: bytes, at: 0) != nil { return .note }
        guard !bytes.containsSentenceEnd, bytes.count <= 180 else { return .paragraph }
        if let marker {
            let end = bytes.lastScalar(before: bytes.count)
            let goesOn = end == UInt32(scalar: "，") || end == UInt32(scalar: "、")
            return marker.kind == .article || goesOn ? .paragraph : .heading(level: outline.level(of: marker))
        }
        if first.markdownLevel > 0 { return .heading(level: 1) }
        return .paragraph
    }

    /// The lines as one text; a space only between Latin words that a line end parted.
    private func joined(_ range: ClosedRange<Int>) -> PlacedText {
        var text = body[range.lowerBound].text
        for index in range.dropFirst() {
            let next = body[index].text
            if let left = text.bytes.last, let right = next.bytes.first, UInt32(left).isLatinLetter,
                UInt32(right).isLatinLetter
            {
                let end = text.sourceOffset(at: text.bytes.count)
                text.append(0x20, source: end..<end)
            }
            text.append(next)
        }
        return text
    }

    /// A numbered line that no text stands under is an item of a list, not a heading.
    private mutating func makeListItems() {
        var next: ClauseMarker?
        var nextIsBlock = false
        for index in blocks.indices.reversed() {
            if case .documentHead = blocks[index].role { continue }
            let marker = markers[index]
            if case .heading = blocks[index].role, let marker, marker.kind >= .number {
                if !nextIsBlock || next.map({ $0.kind <= marker.kind }) ?? false { blocks[index].role = .paragraph }
            }
            next = marker
            nextIsBlock = true
        }
    }
}
