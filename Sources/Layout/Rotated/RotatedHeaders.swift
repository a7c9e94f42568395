import PipelineDefinition
import SourceText

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
