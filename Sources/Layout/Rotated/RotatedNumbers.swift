import PipelineDefinition
import SourceText

/// What the number column of a page says of a row: an item with its number, or a total.
struct RotatedRowHead {
    var kind: RecoveredRowKind
    /// Characters of the number or of the word of the total.
    var range: Range<Int>
    var number: Int?
    /// The number that is missing before this row, by the numbers around it.
    var lostNumber: Int?
    /// The label over the row, where one stands before it.
    var label: Range<Int>?

    enum RecoveredRowKind { case item, total }
}

/// Reads the column 序号: numbers with blanks between, group labels and totals among them.
struct RotatedNumberColumn {
    let text: RotatedText
    let totals: WordTrie<Bool>

    func rowHeads(in segment: Range<Int>) -> [RotatedRowHead] {
        var heads: [RotatedRowHead] = []
        var label: Range<Int>?
        for word in words(in: segment) {
            if let number = number(word) {
                heads.append(RotatedRowHead(kind: .item, range: word, number: number, label: label))
                label = nil
            } else {
                label = (label?.lowerBound ?? word.lowerBound)..<word.upperBound
                if let total = totalWord(at: word.upperBound, from: label!.lowerBound) {
                    let before = label!.lowerBound..<total.lowerBound
                    heads.append(
                        RotatedRowHead(kind: .total, range: total, number: nil, label: before.isEmpty ? nil : before))
                    label = nil
                }
            }
        }
        return heads
    }

    /// Runs of characters between places where cells may begin.
    private func words(in segment: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = segment.lowerBound
        for index in segment where index > start && text.mayBegin[index] {
            words.append(start..<index)
            start = index
        }
        if start < segment.upperBound { words.append(start..<segment.upperBound) }
        return words
    }

    private func number(_ word: Range<Int>) -> Int? {
        guard word.count <= 4, word.allSatisfy({ text.isDigit($0) }) else { return nil }
        return text.bytes(word).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// 合计 as a word of its own at the end of a label: not inside a bracket.
    private func totalWord(at end: Int, from start: Int) -> Range<Int>? {
        guard end - start >= 2, totals.value(of: text.bytes(end - 2..<end)) != nil else { return nil }
        guard end - 2 > start else { return end - 2..<end }
        return text.isCharacter(end - 3, "）") || text.mayBegin[end - 2] && !isInsideBracket(end - 2, from: start)
            ? end - 2..<end : nil
    }

    private func isInsideBracket(_ index: Int, from start: Int) -> Bool {
        var level = 0
        for place in start..<index {
            if text.isCharacter(place, "（") { level += 1 }
            if text.isCharacter(place, "）") { level -= 1 }
        }
        return level > 0
    }
}

/// Finds （1）, （2） … in order inside a column of text: the begins of its cells.
struct NumberedCells {
    let text: RotatedText

    struct Start {
        var place: Int
        var number: Int
    }

    /// The longest chain of numbers in order; one or two may be lost, and the count may begin again at 1.
    func starts(in segment: Range<Int>) -> [Start] {
        let found = candidates(in: segment)
        guard !found.isEmpty else { return [] }
        var best = [Int](repeating: 0, count: found.count)
        var previous = [Int](repeating: -1, count: found.count)
        for index in found.indices {
            best[index] = found[index].place == segment.lowerBound ? 4 : 1
            for before in 0..<index {
                guard let gain = gain(found[before].number, found[index].number) else { continue }
                if best[before] + gain > best[index] { (best[index], previous[index]) = (best[before] + gain, before) }
            }
        }
        var index = best.indices.max { best[$0] < best[$1] || (best[$0] == best[$1] && $0 > $1) } ?? 0
        var chain: [Start] = []
        while index >= 0 {
            chain.append(found[index])
            index = previous[index]
        }
        return chain.reversed()
    }

    private func gain(_ before: Int, _ after: Int) -> Int? {
        switch after - before {
        case 1: 4
        case 2, 3: 1
        default: after == 1 ? 1 : nil
        }
    }

    private func candidates(in segment: Range<Int>) -> [Start] {
        var found: [Start] = []
        for index in segment where text.isCharacter(index, "（") || text.isCharacter(index, "(") {
            guard let (number, end) = text.number(at: index + 1, limit: segment.upperBound), end < segment.upperBound,
                text.isCharacter(end, "）") || text.isCharacter(end, ")")
            else { continue }
            let opensCell = text.mayBegin[index] || index == segment.lowerBound || followsSentence(index)
            if opensCell { found.append(Start(place: index, number: number)) }
        }
        return found
    }

    private func followsSentence(_ index: Int) -> Bool {
        CellLikeness.sentenceEnd.value(of: text.bytes(index - 1..<index)) != nil
    }
}
