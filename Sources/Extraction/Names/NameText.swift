import PipelineDefinition
import Reading
import StatisticalModel

/// The text of a name: its words without what only joins them to figures.
struct NameText {
    let bytes: [UInt8]
    let list: TokenList
    /// Longer names are cut from the left: a name is no sentence.
    private static let limit = 150

    /// The words in `range`, without verbs of level inside, bracketed figures and spaces between Chinese characters.
    func text(_ range: Range<Int>, tokens first: Int, _ last: Int) -> String {
        guard !range.isEmpty else { return "" }
        var lower = range.lowerBound
        if range.count > Self.limit {
            lower = range.upperBound - Self.limit
            while lower < range.upperBound, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        }
        var result: [UInt8] = []
        var index = first
        var position = lower
        while index < last, index < list.tokens.count {
            let token = list.tokens[index]
            defer { index += 1 }
            guard token.range.lowerBound >= position, token.range.upperBound <= range.upperBound else { continue }
            guard let hole = hole(index, token) else { continue }
            append(position..<token.range.lowerBound, to: &result)
            position = min(max(hole, position), range.upperBound)
        }
        append(position..<range.upperBound, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// 地区生产总值[2]: the mark of a footnote.
    private func isFootnote(_ index: Int) -> Bool {
        guard bytes[index] == 0x5B || bytes[index] == 0x5D || UTF8Scanning.isDigit(bytes[index]) else { return false }
        var open = index
        while open > 0, UTF8Scanning.isDigit(bytes[open]) || bytes[open] == 0x5D { open -= 1 }
        var close = open + 1
        guard bytes[open] == 0x5B else { return false }
        while close < bytes.count, UTF8Scanning.isDigit(bytes[close]) { close += 1 }
        return close < bytes.count && bytes[close] == 0x5D && close > open + 1
    }

    /// Where the text goes on behind token `index` if it is no part of a name.
    private func hole(_ index: Int, _ token: ProseToken) -> Int? {
        if case .mark(.open) = token.kind, let close = list.partners[index],
            (index..<close).contains(where: { list.quantity($0) != nil })
        {
            return list.tokens[close].range.upperBound
        }
        // 收入（同口径）: in a bracket of its own the word tells two figures apart.
        if index > 0, index + 1 < list.tokens.count, list.mark(index - 1) == .open, list.mark(index + 1) == .close,
            list.roles(index).contains(.aside), list.tokens[index - 1].range.upperBound == token.range.lowerBound
        {
            return nil
        }
        let roles = list.roles(index)
        let isVerb = roles.contains(.level) && token.range.count > 3
        if index + 1 < list.tokens.count, list.quantity(index + 1) != nil,
            list.tokens[index + 1].range.lowerBound == token.range.upperBound
        {
            return nil
        }
        if isVerb || !roles.isDisjoint(with: [.comparatorBefore, .share, .aside, .done]) {
            return token.range.upperBound
        }
        return nil
    }

    private func append(_ range: Range<Int>, to result: inout [UInt8]) {
        guard !range.isEmpty else { return }
        for index in range where !isFootnote(index) && (bytes[index] != 0x20 || isBetweenLetters(index)) {
            result.append(bytes[index])
        }
    }

    private func isBetweenLetters(_ index: Int) -> Bool {
        index > 0 && index + 1 < bytes.count && bytes[index - 1] < 0x80 && bytes[index + 1] < 0x80
    }

    /// `range` without spaces and list marks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            if Self.isEdge(bytes[start]) {
                start += 1
                continue
            }
            guard let length = Self.edge(bytes, start) else { break }
            start += length
        }
        while end > start {
            if Self.isEdge(bytes[end - 1]) {
                end -= 1
                continue
            }
            guard end - 3 >= start, Self.edge(bytes, end - 3) != nil else { break }
            end -= 3
        }
        return start..<max(start, end)
    }

    /// A space, an asterisk, a slash between two figures, a sign.
    private static func isEdge(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x2A || byte == 0x2F || byte == 0x2D || byte == 0x2B
    }

    /// The length of 、 ， ： ； 。, a dash (——税收收入) or a wide space at `offset`.
    private static func edge(_ bytes: [UInt8], _ offset: Int) -> Int? {
        guard offset + 3 <= bytes.count else { return nil }
        switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
        case (0xE3, 0x80, 0x80...0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A...0x9B), (0xE2, 0x80, 0x94): return 3
        default: return nil
        }
    }
}
