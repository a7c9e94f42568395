import PipelineDefinition
import SourceText

/// A page with its headers found: the characters of each column.
struct RotatedFrame {
    var page: RotatedPage
    var headers: [RotatedHeader]
    /// Characters before the first header: title, unit and running head.
    var lead: Range<Int>

    init(page: RotatedPage, headers: [RotatedHeader]) {
        self.page = page
        self.headers = headers
        lead = 0..<(headers.first?.range.lowerBound ?? page.text.count)
    }

    func header(_ word: String) -> RotatedHeader? { headers.first { $0.word == word } }

    /// The characters under a header, up to the next one.
    func segment(_ word: String) -> Range<Int>? {
        guard let position = headers.firstIndex(where: { $0.word == word }) else { return nil }
        let end = position + 1 < headers.count ? headers[position + 1].range.lowerBound : page.text.count
        return headers[position].range.upperBound..<end
    }
}

/// Pages that carry the same headers in the same order: one table.
struct RotatedRun {
    var words: [String]
    var kinds: [RotatedLexicon.CellKind]
    var frames: [RotatedFrame]
    private var pages: [(page: RotatedPage, candidates: [RotatedHeader])]

    /// Stretches without headers close behind a page: text of the table whose column is not printed.
    private(set) var leftovers: [RotatedPage] = []

    /// Splits the pages of a bulletin into tables; pages without headers come back by themselves.
    static func group(
        _ pages: [RotatedPage], finder: RotatedHeaderFinder
    ) -> (runs: [RotatedRun], unread: [RotatedPage]) {
        var runs: [RotatedRun] = []
        var unread: [RotatedPage] = []
        for page in pages.flatMap({ parts(of: $0, finder: finder) }) {
            let candidates = finder.candidates(in: page.text)
            if let merged = runs.last?.lastPage(with: page, candidates) {
                let headers = finder.candidates(in: merged.text)
                runs[runs.count - 1].replaceLast(with: merged, headers)
            } else if runs.last?.goesOn(with: page, candidates, annexes: finder.lexicon.annexes) == true {
                runs[runs.count - 1].pages.append((page, candidates))
            } else if let run = RotatedRun(page: page, candidates) {
                runs.append(run)
            } else if let last = runs.last?.lastLine, page.lines.lowerBound - last <= farthest {
                runs[runs.count - 1].leftovers.append(page)
            } else {
                unread.append(page)
            }
        }
        return (runs.map { $0.laidOut() }, unread)
    }

    /// How many lines, furniture and damaged ones, may lie between two pages of a table.
    private static let farthest = 60

    private var lastLine: Int? { (leftovers.last ?? pages.last?.page)?.lines.upperBound }

    /// Pages whose border no sign marks: the headers begin again from the first one.
    private static func parts(of page: RotatedPage, finder: RotatedHeaderFinder) -> [RotatedPage] {
        let candidates = finder.candidates(in: page.text)
        guard let first = candidates.first else { return [page] }
        let restarts = candidates.indices.filter { candidates[$0].word == first.word }
        var borders = [0]
        for (position, start) in restarts.enumerated().dropFirst() {
            let before = Set(candidates[restarts[position - 1]..<start].map(\.word))
            let end = position + 1 < restarts.count ? restarts[position + 1] : candidates.count
            let after = Set(candidates[start..<end].map(\.word))
            if after.count >= 2, before.intersection(after).count * 2 > before.count {
                borders.append(candidates[start].range.lowerBound)
            }
        }
        guard borders.count > 1 else { return [page] }
        return borders.enumerated().map { position, start in
            let end = position + 1 < borders.count ? borders[position + 1] : page.text.count
            let text = page.text.part(start..<end)
            let lines = (text.lines.first ?? page.lines.lowerBound)...(text.lines.last ?? page.lines.upperBound)
            return RotatedPage(text: text, lines: lines, page: page.page)
        }
    }

    private init?(page: RotatedPage, _ candidates: [RotatedHeader]) {
        var seen = Set<String>()
        let headers = candidates.filter { seen.insert($0.word).inserted }
        guard headers.count >= 2 else { return nil }
        words = headers.map(\.word)
        kinds = headers.map(\.kind)
        frames = []
        pages = [(page, candidates)]
    }

    private mutating func replaceLast(with page: RotatedPage, _ candidates: [RotatedHeader]) {
        pages[pages.count - 1] = (page, candidates)
        if pages.count == 1, let run = RotatedRun(page: page, candidates) { self = run }
    }

    /// The last page with `page` behind it, where `page` is but its torn-off end: close by, and with no header
    /// that the last page has already.
    private func lastPage(with page: RotatedPage, _ candidates: [RotatedHeader]) -> RotatedPage? {
        guard let last = pages.last, page.lines.lowerBound - last.page.lines.upperBound <= 8 else { return nil }
        let had = Set(RotatedHeaderFinder.chain(last.candidates, order: words).map(\.word))
        let places = candidates.compactMap { words.firstIndex(of: $0.word) }
        let lastPlace = had.compactMap { words.firstIndex(of: $0) }.max() ?? -1
        guard places.allSatisfy({ $0 > lastPlace }), places.count == candidates.count else { return nil }
        if candidates.isEmpty, page.text.count > 240 { return nil }
        var merged = last.page
        merged.text.append(page.text)
        merged.lines = last.page.lines.lowerBound...page.lines.upperBound
        return merged
    }

    /// True for a further page of this table: half of the headers in order, or row numbers that go on.
    private func goesOn(
        with page: RotatedPage, _ candidates: [RotatedHeader], annexes: WordTrie<Bool>
    ) -> Bool {
        guard let last = pages.last, page.lines.lowerBound - last.page.lines.upperBound <= Self.farthest else {
            return false
        }
        if annexes.longestMatch(in: page.text.text.bytes, at: 0) != nil { return false }
        let chain = RotatedHeaderFinder.chain(candidates, order: words)
        if chain.count >= 2, chain.count * 2 >= words.count { return true }
        guard chain.count >= 1, kinds.first == .number, let before = lastNumber(last.page, last.candidates),
            let next = firstNumber(page, candidates)
        else { return false }
        return next == before + 1
    }

    private func lastNumber(_ page: RotatedPage, _ candidates: [RotatedHeader]) -> Int? {
        numbers(page, candidates).last
    }

    private func firstNumber(_ page: RotatedPage, _ candidates: [RotatedHeader]) -> Int? {
        numbers(page, candidates).first
    }

    private func numbers(_ page: RotatedPage, _ candidates: [RotatedHeader]) -> [Int] {
        let frame = RotatedFrame(page: page, headers: candidates)
        guard let word = words.first, let segment = frame.segment(word) else { return [] }
        return RotatedNumberColumn(text: page.text, totals: WordTrie()).rowHeads(in: segment).compactMap(\.number)
    }

    /// A page may have lost its first header or the first character of it: 号 3 4 5, or 3 4 5, for 序号 3 4 5.
    private func adoptLostHeader(_ frame: inout RotatedFrame) {
        guard let first = words.first, kinds.first == .number, frame.headers.first?.word != first,
            let tail = first.last, !frame.lead.isEmpty
        else { return }
        let hasTail = frame.page.text.string(0..<1) == String(tail)
        guard hasTail || frame.page.text.isDigit(0) || countsRows(frame) else { return }
        let end = hasTail ? 1 : 0
        frame.headers.insert(RotatedHeader(word: first, kind: .number, range: 0..<end, wordEnd: end), at: 0)
        frame.lead = 0..<0
    }

    /// True where the words before the first header end with row numbers in order, on a page that opens no table.
    private func countsRows(_ frame: RotatedFrame) -> Bool {
        guard frame.page.lines != pages.first?.page.lines else { return false }
        let heads = RotatedNumberColumn(text: frame.page.text, totals: WordTrie()).rowHeads(in: frame.lead)
        let numbers = heads.compactMap(\.number)
        return numbers.count > 1 && heads.last?.range.upperBound == frame.lead.upperBound
            && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// The table with the headers that stand on most pages, in the order of the page that has most of them.
    ///
    /// Body text can hold a header word by chance, and a page can have lost some.
    private func laidOut() -> RotatedRun {
        var counts: [String: Int] = [:]
        for page in pages { for word in Set(page.candidates.map(\.word)) { counts[word, default: 0] += 1 } }
        let orders = pages.map { page in
            var seen = Set<String>()
            return page.candidates.filter { header in
                // A count of rows may stop half-way; other headers stand on most pages.
                let needed = header.kind == .number ? 1 : pages.count / 2
                return (counts[header.word] ?? 0) > min(needed, pages.count - 1) && seen.insert(header.word).inserted
            }
        }
        var run = self
        if let best = orders.indices.max(by: {
            orders[$0].count < orders[$1].count || (orders[$0].count == orders[$1].count && $0 > $1)
        }) {
            run.words = orders[best].map(\.word)
            run.kinds = orders[best].map(\.kind)
        }
        run.frames = pages.map { page in
            var frame = RotatedFrame(
                page: page.page, headers: RotatedHeaderFinder.chain(page.candidates, order: run.words))
            run.adoptLostHeader(&frame)
            return frame
        }
        run.dropStrayBrackets()
        return run
    }

    /// A bracket that stands behind a header on some pages only is the end of a cell from the page before.
    private mutating func dropStrayBrackets() {
        for word in words {
            let headers = frames.compactMap { $0.header(word) }
            guard headers.contains(where: { $0.range.upperBound == $0.wordEnd }) else { continue }
            for page in frames.indices {
                for index in frames[page].headers.indices where frames[page].headers[index].word == word {
                    let header = frames[page].headers[index]
                    frames[page].headers[index].range = header.range.lowerBound..<header.wordEnd
                }
            }
        }
    }
}

/// A column header on a rotated page.
struct RotatedHeader {
    /// The word of rotated-words.csv, the key under which pages are compared.
    var word: String
    var kind: RotatedLexicon.CellKind
    /// Characters of the header, a bracket behind it included.
    var range: Range<Int>
    /// Where the word ends and the bracket begins.
    var wordEnd: Int
}

/// Finds the headers of a page: words of a closed vocabulary at places where cells may begin and end.
struct RotatedHeaderFinder {
    let lexicon: RotatedLexicon

    /// All places that may be headers, in order; body text can repeat one.
    func candidates(in text: RotatedText) -> [RotatedHeader] {
        var found: [RotatedHeader] = []
        var index = 0
        while index < text.count {
            if text.mayBegin[index] || index == 0, let header = header(at: index, in: text) {
                found.append(header)
                index = header.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func header(at index: Int, in text: RotatedText) -> RotatedHeader? {
        guard let match = lexicon.headers.longestMatch(in: text.text.bytes, at: text.starts[index]),
            let length = text.characters(at: index, bytes: match.length)
        else { return nil }
        let wordEnd = index + length
        var end = wordEnd
        let word = text.string(index..<end)
        if let bracket = bracketEnd(at: end, in: text), mayEnd(at: bracket, in: text) { end = bracket }
        guard mayEnd(at: end, in: text) else { return nil }
        if end < text.count, lexicon.titleEnds.longestMatch(in: text.text.bytes, at: text.starts[end]) != nil {
            return nil
        }
        return RotatedHeader(word: word, kind: match.value, range: index..<end, wordEnd: wordEnd)
    }

    private func mayEnd(at index: Int, in text: RotatedText) -> Bool {
        index == text.count || text.mayBegin[index] || (text.isDigit(index) && !text.opensToken[index])
    }

    /// The end of a bracket of words, such as （亿元） or （新建项目/续建项目）; numbers in brackets begin cells.
    private func bracketEnd(at index: Int, in text: RotatedText) -> Int? {
        guard text.isCharacter(index, "（") else { return nil }
        for end in index + 1..<min(text.count, index + 16) where text.isCharacter(end, "）") {
            let inner = index + 1..<end
            let isNumber = inner.allSatisfy {
                text.isDigit($0) || text.isIdeograph($0)
            }
            return isNumber ? nil : end + 1
        }
        return nil
    }

    /// The candidates that stand in the order of `words`, as many as possible, the earliest of equals.
    static func chain(_ candidates: [RotatedHeader], order words: [String]) -> [RotatedHeader] {
        let ranks = candidates.map { words.firstIndex(of: $0.word) }
        var length = [Int](repeating: 0, count: candidates.count)
        var previous = [Int](repeating: -1, count: candidates.count)
        for index in candidates.indices {
            guard let rank = ranks[index] else { continue }
            length[index] = 1
            for before in 0..<index {
                guard let other = ranks[before], other < rank, length[before] + 1 > length[index] else { continue }
                length[index] = length[before] + 1
                previous[index] = before
            }
        }
        guard var index = length.indices.max(by: { length[$0] < length[$1] || (length[$0] == length[$1] && $0 > $1) }),
            length[index] > 0
        else { return [] }
        var chain: [RotatedHeader] = []
        while index >= 0 {
            chain.append(candidates[index])
            index = previous[index]
        }
        return chain.reversed()
    }
}
