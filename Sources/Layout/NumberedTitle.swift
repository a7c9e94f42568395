import PipelineDefinition

/// The lines of the title that stands over a document number, or under one that stands first.
struct NumberedTitle {
    let lines: [TextLine]
    /// True for the lines of heads before.
    let isHead: [Bool]
    let lexicon: LayoutLexicon

    /// The lines over a number that are its title: they end like one, or hold 关于.
    func above(_ index: Int) -> Range<Int>? {
        let range = start(above: index)..<index
        guard let last = range.last else { return nil }
        let isTitle =
            lexicon.ends(.titleEnd, lines[last].bytes)
            || lexicon.contains(.titleStart, in: lines[range.lowerBound].bytes)
        return isTitle ? range : nil
    }

    /// The title under a number that stands first.
    func below(_ index: Int) -> Range<Int>? {
        for end in index + 1..<max(index + 1, min(lines.count, index + 6)) {
            let line = lines[end]
            if line.endsSentence || line.marker != nil || line.bytes.count > 240 { return nil }
            guard lexicon.ends(.titleEnd, line.bytes) else { continue }
            // `…行动计划 | （2023—2025年）的通知`
            let next = end + 1 < lines.count ? lines[end + 1] : line
            let isOpen = end + 1 < lines.count && next.bytes.scalar(at: 0).value == UInt32(scalar: "（")
            return index + 1..<(isOpen && !next.endsSentence && lexicon.ends(.titleEnd, next.bytes) ? end + 2 : end + 1)
        }
        return nil
    }

    /// The first line of the title that ends above `index`.
    private func start(above index: Int) -> Int {
        let lowest = max(0, index - 6)
        var start = index
        while start > lowest, !isHead[start - 1] {
            let line = lines[start - 1]
            if line.endsSentence || line.marker != nil || DocumentDate.ofLine(line.bytes) != nil { break }
            start -= 1
            if line.markdownLevel > 0 || lexicon.contains(.titleStart, in: line.bytes) {
                let beginsWithIssuer = !lexicon.starts(.titleStart, line.bytes)
                if !beginsWithIssuer, start > lowest, lexicon.ends(.issuer, lines[start - 1].bytes) { start -= 1 }
                return start
            }
            if line.startsPage { return start }
        }
        return index - start <= 3 ? start : index - 1
    }
}
