import PipelineDefinition
import SourceText
import StatisticalModel

/// Finds the documents of a gazette and the lines of their heads.
///
/// A document number alone on a line is the anchor. Its title stands above it; the notice that hands
/// the plan down (`各旗区人民政府：…印发给你们` to the date) and the plan's own title may follow at once, or,
/// on a page of two columns, only at the page's end, in the middle of a sentence that the column break cut.
struct DocumentHeadFinder {
    /// A document and, for each of its head's lines, that line's index among the text lines.
    struct Head {
        var document: BulletinDocument
        var firstIndex: Int
        var numberIndex: Int?
        var hasNotice = false
        var isStray = false
    }

    let lines: [TextLine]
    let lexicon: LayoutLexicon
    let isWrapped: Bool
    private(set) var heads: [Head] = []
    /// True for the lines of heads.
    private(set) var isHead: [Bool]
    /// Names in 《》 and title subjects of the current document: lines equal to them are its inner titles.
    private var names: [[UInt8]] = []

    init(lines: [TextLine], lexicon: LayoutLexicon, isWrapped: Bool) {
        self.lines = lines
        self.lexicon = lexicon
        self.isWrapped = isWrapped
        isHead = Array(repeating: false, count: lines.count)
    }

    mutating func find() {
        var index = 0
        while index < lines.count {
            if let number = DocumentNumber.parse(lines[index].bytes), standsAlone(after: number.length, index) {
                openNumbered(at: index, number: number)
            } else if opensUnnumbered(index) {
                open(
                    Head(
                        document: BulletinDocument(
                            title: lines[index].text.string, firstLine: lines[index].number, lastLine: 0),
                        firstIndex: index))
                isHead[index] = true
            } else if case let length = addresseeLength(at: index), length > 0 {
                index = takeNotice(from: index, length: length)
                continue
            } else if let count = innerTitleLength(at: index) {
                for offset in 0..<count { isHead[index + offset] = true }
                index += count
                continue
            }
            index += 1
        }
        moveStartsToBodies()
    }

    // MARK: - Numbers and titles

    /// Nothing but a date may follow the number.
    private func standsAlone(after length: Int, _ index: Int) -> Bool {
        let bytes = lines[index].bytes
        return length == bytes.count || DocumentNumber.date(bytes, from: length)?.end == bytes.count
    }

    private mutating func openNumbered(at index: Int, number: (text: String, length: Int)) {
        let first = titleStart(above: index)
        guard first < index else { return }
        var title: [UInt8] = []
        for line in lines[first..<index] { title += line.bytes }
        var document = BulletinDocument(
            title: String(decoding: title, as: UTF8.self), number: number.text, firstLine: lines[first].number,
            lastLine: 0)
        document.issuer = issuer(in: title)
        document.date = DocumentNumber.date(lines[index].bytes, from: number.length)?.date
        for line in first...index { isHead[line] = true }
        open(Head(document: document, firstIndex: first, numberIndex: index))
        names = quotedNames(title) + [subject(of: title)].compactMap { $0 }
    }

    private mutating func open(_ head: Head) {
        heads.append(head)
        names = []
    }

    /// The first line of the title that ends above `index`.
    private func titleStart(above index: Int) -> Int {
        let lowest = max(0, index - 6)
        var start = index
        while start > lowest, !isHead[start - 1] {
            let line = lines[start - 1]
            if line.endsSentence || line.marker != nil { break }
            start -= 1
            if line.markdownLevel > 0 || contains(.titleStart, in: line.bytes) {
                let beginsWithIssuer = !starts(.titleStart, line.bytes)
                if !beginsWithIssuer, start > lowest, ends(.issuer, lines[start - 1].bytes) { start -= 1 }
                return start
            }
            if line.startsPage { return start }
        }
        return index - start <= 3 ? start : index - 1
    }

    /// The words before 关于.
    private func issuer(in title: [UInt8]) -> String? {
        let starts = lexicon.words(.titleStart)
        for index in title.indices where title[index] >= 0xE0 {
            if index > 0, starts.longestMatch(in: title, at: index) != nil {
                return String(decoding: title[0..<index], as: UTF8.self)
            }
        }
        return nil
    }

    /// A short line at a page's head or a Markdown heading that names an issuer and ends like a title.
    private func opensUnnumbered(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.startsPage || (line.markdownLevel > 0 && line.markdownLevel <= 2), line.marker == nil,
            (12...120).contains(line.bytes.count), !line.endsSentence, ends(.titleEnd, line.bytes),
            contains(.issuer, in: line.bytes), !names.contains(where: { $0.firstIndex(of: line.bytes) != nil })
        else { return false }
        // The title above a number is read with the number.
        let next = lines[index + 1..<min(lines.count, index + 6)]
        if next.contains(where: { DocumentNumber.parse($0.bytes) != nil }) { return false }
        return !isWrapped || line.cells <= 48 && index + 1 < lines.count
    }

    // MARK: - Notices

    /// The lines that an addressee takes from `index`, 0 for none: `各旗区人民政府，…各大企事业单位：`, or wrapped.
    private func addresseeLength(at index: Int) -> Int {
        guard !heads.isEmpty, lines[index].marker == nil, contains(.addressee, in: lines[index].bytes) else { return 0 }
        for count in 1...3 where index + count <= lines.count {
            let line = lines[index + count - 1]
            if line.lastScalar == UInt32(scalar: "：") || line.lastScalar == UInt32(scalar: ":") { return count }
            // Further lines are full of names too; a sentence is none.
            if line.endsSentence || line.cells < 24 || !starts(.addressee, lines[index].bytes) { return 0 }
        }
        return 0
    }

    /// Takes the addressee of `length` lines at `start` and the notice under it; returns the index after them.
    ///
    /// An addressee that no notice follows is head as well where a head stands directly above it.
    private mutating func takeNotice(from start: Int, length: Int) -> Int {
        var index = start + length
        var words: [UInt8] = []
        let limit = min(lines.count, index + 8)
        while index < limit, lines[index].marker == nil {
            words += lines[index].bytes
            index += 1
            if lines[index - 1].lastScalar == UInt32(scalar: "。") { break }
        }
        guard contains(.handDown, in: words) else {
            if start > 0, isHead[start - 1] { for line in start..<start + length { isHead[line] = true } }
            return start + length
        }
        for line in start..<index { isHead[line] = true }
        heads[heads.count - 1].hasNotice = true
        names += quotedNames(words)
        return takeSignature(from: index)
    }

    /// The issuer, the date, the mark of publication and the plan's title under a notice.
    private mutating func takeSignature(from start: Int) -> Int {
        var index = start
        let limit = min(lines.count, start + 8)
        while index < limit {
            let bytes = lines[index].bytes
            if let found = DocumentNumber.date(bytes), found.end == bytes.count {
                heads[heads.count - 1].document.date = found.date
            } else if ends(.issuer, bytes), bytes.count <= 90 {
                if heads[heads.count - 1].document.issuer == nil {
                    heads[heads.count - 1].document.issuer = lines[index].text.string
                }
            } else if contains(.publicMark, in: bytes), bytes.count <= 60 {
                // Taken as it is.
            } else if let count = innerTitleLength(at: index) {
                for offset in 0..<count { isHead[index + offset] = true }
                return index + count
            } else {
                break
            }
            isHead[index] = true
            index += 1
        }
        return index
    }

    /// One to four lines from `index` that together are a name of the document's plan.
    private func innerTitleLength(at index: Int) -> Int? {
        guard !names.isEmpty, lines[index].marker == nil else { return nil }
        var words: [UInt8] = []
        for count in 1...4 where index + count <= lines.count {
            words += lines[index + count - 1].bytes
            if names.contains(where: { $0 == words }) { return count }
            if !names.contains(where: { $0.starts(with: words) }) { return nil }
        }
        return nil
    }

    // MARK: - Where documents begin and end

    /// A document whose head stands at its first page's end begins at that page's first line of body;
    /// a head that nothing follows (text goes on with `第三章`) opens no document.
    private mutating func moveStartsToBodies() {
        for position in heads.indices {
            let head = heads[position]
            if isStray(position) { heads[position].isStray = true }
            guard let number = head.numberIndex, head.hasNotice, let body = bodyAbove(head.firstIndex, number) else {
                continue
            }
            heads[position].firstIndex = body
            heads[position].document.firstLine = lines[body].number
        }
        heads.removeAll(where: \.isStray)
    }

    private func isStray(_ position: Int) -> Bool {
        let head = heads[position]
        guard position > 0, !head.hasNotice, let number = head.numberIndex else { return false }
        let next = lines[(number + 1)...].first { $0.marker.map { $0.kind <= .ideograph && $0.kind > .annex } ?? false }
        guard let marker = next?.marker else { return false }
        return marker.value > 1
    }

    /// The first line of the body above a head, where `一、` or `第一章` begins on the head's page after furniture.
    private func bodyAbove(_ first: Int, _ number: Int) -> Int? {
        let page = lines[first].page
        var index = first - 1
        var opening: Int?
        while index >= 0, lines[index].page == page, !isHead[index] {
            if let marker = lines[index].marker, marker.value == 1, marker.kind >= .part, marker.kind <= .ideograph {
                opening = index
            }
            if lines[index].followsFurniture {
                guard let opening, opening - index <= 14 else { return nil }
                return index
            }
            index -= 1
        }
        return nil
    }

    // MARK: - Words

    /// The names in 《》.
    private func quotedNames(_ bytes: [UInt8]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        var index = 0
        while let open = bytes.firstIndex(of: Array("《".utf8), from: index),
            let close = bytes.firstIndex(of: Array("》".utf8), from: open)
        {
            if close - open > 12 { result.append(Array(bytes[open + 3..<close])) }
            index = close + 3
        }
        return result
    }

    /// What a title says is handed down: the words between 印发 and 的通知.
    private func subject(of title: [UInt8]) -> [UInt8]? {
        for verb in ["印发", "下达", "转发", "公布"] {
            guard let start = title.firstIndex(of: Array(verb.utf8)) else { continue }
            let end = title.firstIndex(of: Array("的通知".utf8), from: start) ?? title.count
            let words = Array(title[start + 6..<end])
            if words.count > 12 { return words }
        }
        return nil
    }

    private func contains(_ role: LayoutLexicon.Role, in bytes: [UInt8]) -> Bool {
        let words = lexicon.words(role)
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
            if words.longestMatch(in: bytes, at: index) != nil { return true }
        }
        return false
    }

    private func starts(_ role: LayoutLexicon.Role, _ bytes: [UInt8]) -> Bool {
        lexicon.words(role).longestMatch(in: bytes, at: 0) != nil
    }

    /// True where a word of `role` ends the line, a bracket such as （试行） left aside.
    func ends(_ role: LayoutLexicon.Role, _ bytes: [UInt8]) -> Bool {
        var end = bytes.count
        if end > 3, bytes.lastScalar(before: end) == UInt32(scalar: "）") {
            while end > 0, bytes.lastScalar(before: end) != UInt32(scalar: "（") {
                end -= 1
                while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            }
            end -= 3
        }
        if end > 3, bytes.lastScalar(before: end) == UInt32(scalar: "》") { end -= 3 }
        guard end > 0 else { return false }
        let words = lexicon.words(role)
        for start in max(0, end - 30)..<end where bytes[start] & 0xC0 != 0x80 {
            if let match = words.longestMatch(in: bytes, at: start, limit: end), start + match.length == end {
                return true
            }
        }
        return false
    }
}
