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

    /// Splits the pages of a bulletin into tables; pages without headers come back by themselves.
    static func group(
        _ pages: [RotatedPage], finder: RotatedHeaderFinder
    ) -> (runs: [RotatedRun], unread: [RotatedPage]) {
        var runs: [RotatedRun] = []
        var unread: [RotatedPage] = []
        for page in pages {
            let candidates = finder.candidates(in: page.text)
            if let last = runs.last, let frame = last.frame(for: page, candidates) {
                runs[runs.count - 1].frames.append(frame)
            } else if let run = RotatedRun(page: page, candidates) {
                runs.append(run)
            } else {
                unread.append(page)
            }
        }
        return (runs.map { $0.withoutStrayHeaders() }, unread)
    }

    private init?(page: RotatedPage, _ candidates: [RotatedHeader]) {
        var seen = Set<String>()
        let headers = candidates.filter { seen.insert($0.word).inserted }
        guard headers.count >= 2 else { return nil }
        words = headers.map(\.word)
        kinds = headers.map(\.kind)
        frames = [RotatedFrame(page: page, headers: headers)]
    }

    /// The page as a further one of this table: at least half of the headers, in order, and no annex begins.
    private func frame(for page: RotatedPage, _ candidates: [RotatedHeader]) -> RotatedFrame? {
        let chain = RotatedHeaderFinder.chain(candidates, order: words)
        guard chain.count >= 2, chain.count * 2 >= words.count else { return nil }
        let lead = page.text.string(0..<min(2, page.text.count))
        if lead == "附件" || lead == "附表" { return nil }
        var frame = RotatedFrame(page: page, headers: chain)
        adoptLostHeader(&frame)
        return frame
    }

    /// A page may have lost the first character of its first header: 号 3 4 5 for 序号 3 4 5.
    private func adoptLostHeader(_ frame: inout RotatedFrame) {
        guard let first = words.first, kinds.first == .number, frame.headers.first?.word != first,
            let tail = first.last, !frame.lead.isEmpty
        else { return }
        let hasTail = frame.page.text.string(0..<1) == String(tail)
        guard hasTail || frame.page.text.isDigit(0) else { return }
        frame.headers.insert(RotatedHeader(word: first, kind: .number, range: 0..<(hasTail ? 1 : 0)), at: 0)
        frame.lead = 0..<0
    }

    /// Body text can hold a header word by chance; a header stands on most pages.
    private func withoutStrayHeaders() -> RotatedRun {
        guard frames.count >= 2 else { return self }
        var run = self
        let kept = words.indices.filter { position in
            frames.count { $0.header(words[position]) != nil } * 2 > frames.count
        }
        run.words = kept.map { words[$0] }
        run.kinds = kept.map { kinds[$0] }
        run.frames = frames.map { frame in
            RotatedFrame(page: frame.page, headers: frame.headers.filter { run.words.contains($0.word) })
        }
        return run
    }
}
