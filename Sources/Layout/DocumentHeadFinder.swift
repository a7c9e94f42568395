import PipelineDefinition
import Reading
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

    let file: SourceFile
    let lines: [TextLine]
    let lexicon: LayoutLexicon
    let isWrapped: Bool
    private(set) var heads: [Head] = []
    /// True for the lines of heads.
    private(set) var isHead: [Bool]
    /// The lines of titles and numbers, to which no table has a claim.
    private(set) var titleLines: [Int] = []
    /// Names in 《》 and title subjects of the current document: lines equal to them are its inner titles.
    private var names: [[UInt8]] = []

    init(file: SourceFile, lines: [TextLine], lexicon: LayoutLexicon, isWrapped: Bool) {
        self.file = file
        self.lines = lines
        self.lexicon = lexicon
        self.isWrapped = isWrapped
        isHead = Array(repeating: false, count: lines.count)
    }

    /// Finds all heads; `site` says what a site's index table tells of the one document under it.
    mutating func find(_ site: SiteChrome) {
        scan(0..<lines.count)
        settleStarts()
        let front = heads.first?.firstIndex ?? lines.count
        if heads.isEmpty || holdsText(front) { openSole(upTo: front, site) }
        openNewspaperItems()
    }

    private mutating func scan(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            if let number = DocumentNumber.parse(lines[index].bytes), standsAlone(after: number.length, index) {
                index = max(index, openNumbered(at: index, number: number))
            } else if opensUnnumbered(index) {
                let title = lines[index].text.string
                open(
                    Head(
                        document: BulletinDocument(title: title, firstLine: lines[index].number, lastLine: 0),
                        firstIndex: index))
                isHead[index] = true
            } else {
                let inner = takeInnerHead(at: index)
                let next = inner > index ? inner : openTitlePage(at: index)
                if next > index {
                    index = next
                    continue
                }
            }
            index += 1
        }
    }

    /// A newspaper's items stand between and after the documents that it prints.
    private mutating func openNewspaperItems() {
        let items = NewspaperItems(lines, isHead: isHead, lexicon: lexicon, isWrapped: isWrapped).items
        guard let first = items.first else { return }
        let date = lines[..<min(first.lines.lowerBound, 12)].lazy.compactMap { DocumentDate.inMasthead($0) }.first
        for item in items {
            var title = item.headline.reduce(into: "") { $0 += lines[$1].text.string }
            var register = DocumentRegister.news
            // A headline that ends like a title is the title of a plan that the paper prints.
            if let line = item.headline.last, ends(.titleEnd, lines[line].bytes) {
                register = DocumentTitle.register(of: Array(title.utf8), lexicon: lexicon) ?? .news
            }
            if title.isEmpty { title = lines[item.lines.lowerBound].text.string(upTo: 60) }
            let document = BulletinDocument(
                title: title, date: date, register: register, firstLine: lines[item.lines.lowerBound].number,
                lastLine: 0)
            for line in item.headline { isHead[line] = true }
            heads.append(Head(document: document, firstIndex: item.lines.lowerBound))
        }
        heads.sort { $0.firstIndex < $1.firstIndex }
        // What stands before the first item without a sentence is a masthead, no document.
        let masthead = lines[..<first.lines.lowerBound]
        if heads.count > 1, heads[0].firstIndex == 0, heads[0].numberIndex == nil, heads[1].document.register != nil,
            !masthead.contains(where: \.endsSentence)
        {
            heads.removeFirst()
        }
    }

    /// Opens the document of a title page that follows a closed sentence; returns the index after it.
    ///
    /// A signature looks much the same (a list of annexes, the issuer, the date): only a title that
    /// names the session it was read to is taken for one.
    private mutating func openTitlePage(at index: Int) -> Int {
        guard index > 0, lines[index - 1].endsSentence || isHead[index - 1], !starts(.annex, lines[index].bytes),
            let page = TitlePage(lines, from: index, lexicon: lexicon), page.namesSession
        else { return index }
        var document = BulletinDocument(title: page.title, firstLine: lines[index].number, lastLine: 0)
        (document.issuer, document.date) = (page.issuer, page.date)
        document.year = DocumentTitle.year(in: Array(page.title.utf8)) ?? page.date?.year
        for line in page.lines { isHead[line] = true }
        titleLines += page.lines
        open(Head(document: document, firstIndex: index))
        return page.lines.upperBound
    }

    /// Takes the notice or the plan's title that begins at `index`; returns `index` where neither does.
    private mutating func takeInnerHead(at index: Int) -> Int {
        let length = heads.isEmpty ? 0 : Addressee.length(at: index, of: lines, lexicon: lexicon)
        if length > 0 { return takeNotice(from: index, length: length) }
        if isBareNotice(index) { return takeNotice(from: index, length: 0) }
        guard let count = innerTitleLength(at: index) else { return index }
        for offset in 0..<count { isHead[index + offset] = true }
        return index + count
    }

    /// True where the lines before the first head are text of their own: neither a cover nor a contents page.
    private func holdsText(_ front: Int) -> Bool {
        var sentences = 0
        for line in lines[0..<front] {
            if line.bytes.count <= 12, starts(.contents, line.bytes) { return false }
            if line.endsSentence, line.cells >= 30 { sentences += 1 }
        }
        return sentences >= 3
    }

    /// The document of a file, or of the part before `front`, that shows no document number.
    private mutating func openSole(upTo front: Int, _ site: SiteChrome) {
        let later = heads
        var start = 0
        while start < front, isHead[start] { start += 1 }
        let sole = SoleDocument(start..<front, of: lines, in: file, lexicon: lexicon, isWrapped: isWrapped, site: site)
        heads = [Head(document: sole.document, firstIndex: 0)]
        heads[0].document.number = site.number
        heads[0].document.source = site.source
        heads[0].document.date = site.date ?? sole.document.date
        let title = Array(sole.document.title.utf8)
        heads[0].document.issuer =
            site.issuer ?? sole.document.issuer ?? DocumentTitle.issuer(in: title, lexicon: lexicon)
        names = DocumentTitle.names(in: title)
        titleLines += sole.head
        for index in sole.head { isHead[index] = true }
        var index = 0
        while index < front { index = max(index + 1, isHead[index] ? 0 : takeInnerHead(at: index)) }
        heads += later
    }

    // MARK: - Numbers and titles

    /// Nothing but a date may follow the number.
    private func standsAlone(after length: Int, _ index: Int) -> Bool {
        let bytes = lines[index].bytes
        return length == bytes.count || DocumentNumber.date(bytes, from: length)?.end == bytes.count
    }

    /// Opens the document of the number at `index`; returns the last line of its head.
    private mutating func openNumbered(at index: Int, number: (text: String, length: Int)) -> Int {
        let titles = NumberedTitle(lines: self.lines, isHead: isHead, lexicon: lexicon)
        guard let lines = titles.above(index) ?? titles.below(index) else { return index }
        let first = min(lines.lowerBound, index)
        let title = lines.flatMap { self.lines[$0].bytes }
        var document = BulletinDocument(
            title: String(decoding: title, as: UTF8.self), number: number.text, firstLine: self.lines[first].number,
            lastLine: 0)
        document.issuer = DocumentTitle.issuer(in: title, lexicon: lexicon)
        document.date = DocumentNumber.date(self.lines[index].bytes, from: number.length)?.date
        let last = max(index, lines.upperBound - 1)
        for line in first...last { isHead[line] = true }
        titleLines += first...last
        open(Head(document: document, firstIndex: first, numberIndex: index))
        names = DocumentTitle.names(in: title)
        return last
    }

    private mutating func open(_ head: Head) {
        heads.append(head)
        names = []
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

    // MARK: - Where documents begin

    /// A document whose head stands at its first page's end begins at that page's first line of body;
    /// a head that nothing follows (text goes on with `第三章`) opens no document.
    private mutating func settleStarts() {
        for position in heads.indices {
            let head = heads[position]
            if isStray(head, at: position) { heads[position].isStray = true }
            guard let number = head.numberIndex, head.hasNotice, let body = bodyAbove(head.firstIndex, number) else {
                continue
            }
            heads[position].firstIndex = body
            heads[position].document.firstLine = lines[body].number
        }
        heads.removeAll(where: \.isStray)
    }

    private func isStray(_ head: Head, at position: Int) -> Bool {
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

    // MARK: - Notices

    /// True for a notice without an addressee, directly under its title: `《…》已经…审议通过，现予公布。`
    private func isBareNotice(_ index: Int) -> Bool {
        guard index > 0, isHead[index - 1], !heads.isEmpty, !names.isEmpty,
            lines[index].bytes.scalar(at: 0).value == UInt32(scalar: "《") || starts(.handDown, lines[index].bytes)
        else { return false }
        let words = lines[index..<min(lines.count, index + 4)].flatMap(\.bytes)
        let end = words.firstIndex(of: Array("。".utf8)) ?? words.count
        return contains(.handDown, in: Array(words[..<end]))
            && DocumentTitle.quotedNames(words).contains { names.contains($0) }
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
        names += DocumentTitle.quotedNames(words)
        return takeSignature(from: index)
    }

    /// The issuer, the date, the mark of publication and the plan's title under a notice.
    private mutating func takeSignature(from start: Int) -> Int {
        var index = start
        let limit = min(lines.count, start + 8)
        while index < limit {
            let bytes = lines[index].bytes
            if isDate(bytes) {
                heads[heads.count - 1].document.date = DocumentDate.ofLine(bytes)
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

    /// Takes the issuer and the date under a document's last sentence, among the lines that no table holds.
    mutating func takeClosings(among body: [Int]) {
        var position = 0
        for (above, index) in zip(body, body.dropFirst()) where !isHead[index] && isDate(lines[index].bytes) {
            guard TitlePage.isOrgan(lines[above], lexicon) else { continue }
            while position + 1 < heads.count, heads[position + 1].firstIndex <= index { position += 1 }
            isHead[above] = true
            isHead[index] = true
            guard position < heads.count else { return }
            if heads[position].document.date == nil {
                heads[position].document.date = DocumentDate.ofLine(lines[index].bytes)
            }
            if heads[position].document.issuer == nil {
                heads[position].document.issuer = lines[above].text.string
            }
        }
    }

    private func isDate(_ bytes: [UInt8]) -> Bool { DocumentDate.ofLine(bytes) != nil }

    private func contains(_ role: LayoutLexicon.Role, in bytes: [UInt8]) -> Bool { lexicon.contains(role, in: bytes) }
    private func starts(_ role: LayoutLexicon.Role, _ bytes: [UInt8]) -> Bool { lexicon.starts(role, bytes) }
    private func ends(_ role: LayoutLexicon.Role, _ bytes: [UInt8]) -> Bool { lexicon.ends(role, bytes) }
}
