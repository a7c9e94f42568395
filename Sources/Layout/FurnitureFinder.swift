import PipelineDefinition
import SourceText

/// Page numbers, running heads and noise among the lines of a bulletin.
///
/// A page number is known by its frame (`·· 2`, `— 3 —`, `第3页`). A running head is a line of a
/// gazette's name and issue (`某市人民政府公报2023·1`), a line of words that layout.csv names
/// (`政府文件 ··97`), or a line framed by signs that repeats.
struct FurnitureFinder {
    let file: SourceFile
    let lexicon: LayoutLexicon
    let measures: [LineMeasure]

    func mark(_ lines: inout [SourceLine]) {
        var repeated: [[UInt8]: [Int]] = [:]
        for index in lines.indices where lines[index].role == .text {
            let range = lines[index].range
            if isFurniture(range, measures[index]) {
                lines[index].role = .furniture
            } else if measures[index].characters <= 40, isHeadLike(range) {
                repeated[letters(of: range), default: []].append(index)
            }
        }
        for (_, indices) in repeated where indices.count >= 2 {
            for index in indices { lines[index].role = .furniture }
        }
        // Rotated pages carry the same heads, printed the usual way round.
        for index in lines.indices where lines[index].role == .rotated && lines[index].range.count > 3 {
            if isFurniture(lines[index].range, measures[index]) || isHeadLike(lines[index].range) {
                lines[index].role = .furniture
            }
        }
        markBarePageNumbers(&lines)
        markPageIndices(&lines)
        markRepeatedEdges(&lines)
        markRaisedDigits(&lines)
    }

    /// A raised 2 or 3 that a converter set on a line above its unit: `μg/m ，` on the next line has lost it.
    private func markRaisedDigits(_ lines: inout [SourceLine]) {
        for index in lines.indices where lines[index].role == .text && lines[index].range.count == 1 {
            let digit = file.bytes[lines[index].range.lowerBound]
            guard digit == UInt8(ascii: "2") || digit == UInt8(ascii: "3") else { continue }
            let below = lines[(index + 1)...].prefix(2).first { $0.role == .text }
            if let below, holdsBareMetre(below.range) { lines[index].role = .furniture }
        }
    }

    /// `m` and a blank before a mark: where the raised digit stood.
    private func holdsBareMetre(_ range: Range<Int>) -> Bool {
        let bytes = file.bytes
        return range.contains { index in
            guard bytes[index] == UInt8(ascii: "m"), index + 2 < range.upperBound, bytes[index + 1] == 0x20 else {
                return false
            }
            var next = index + 2
            while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
            return next < range.upperBound && bytes.scalar(at: next).value.isClosingMark
        }
    }

    /// `[5]`, `[2] [3]`, `①`: raised marks of foot-notes that a converter set on lines of their own.
    private func isNoteMark(_ range: Range<Int>) -> Bool {
        let bytes = file.bytes
        var index = range.lowerBound
        while index < range.upperBound {
            let blank = PageScanner.blankLength(bytes, at: index, end: range.upperBound)
            if blank > 0 {
                index += blank
                continue
            }
            let scalar = bytes.scalar(at: index)
            if (0x2460...0x2473).contains(scalar.value) {
                index += scalar.length
                continue
            }
            guard bytes[index] == UInt8(ascii: "["),
                let close = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "]")),
                bareNumber(index + 1..<close).map({ $0 < 100 }) == true
            else { return false }
            index = close + 1
        }
        return true
    }

    /// A line of words that opens or closes four pages or more is a running head; its first standing may be the title.
    private func markRepeatedEdges(_ lines: inout [SourceLine]) {
        var edges: [[UInt8]: [Int]] = [:]
        var last: Int?
        func add(_ index: Int) {
            let measure = measures[index]
            if lines[index].role == .text, measure.ideographs >= 6, measure.characters <= 40 {
                edges[letters(of: lines[index].range), default: []].append(index)
            }
        }
        for index in lines.indices where lines[index].role == .text {
            if lines[index].startsPage {
                if let last { add(last) }
                add(index)
            }
            last = index
        }
        for (_, indices) in edges where Set(indices.map { lines[$0].page }).count >= 4 {
            for index in indices.dropFirst() { lines[index].role = .furniture }
        }
    }

    private func isFurniture(_ range: Range<Int>, _ measure: LineMeasure) -> Bool {
        if measure.mongolian > 0, measure.mongolian * 2 >= measure.characters { return true }
        guard measure.characters <= 24 else { return false }
        return isFramedPageNumber(range) || isRunningWord(range) || isNoteMark(range)
    }

    /// `·· 2`, `··13`, `- 4 -`, `— 5 —`, `•6•`, `第7页`, `第 7 页 共 9 页`: signs and one number, nothing else.
    private func isFramedPageNumber(_ range: Range<Int>) -> Bool {
        let bytes = file.bytes
        var (digits, groups, frames, inDigits) = (0, 0, 0, false)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
                if !inDigits { groups += 1 }
                inDigits = true
                index += 1
                continue
            }
            inDigits = false
            guard let length = Self.frameLength(bytes, at: index, end: range.upperBound) else { return false }
            if length.isFrame { frames += 1 }
            index += length.bytes
        }
        guard groups == 1 || (groups == 2 && frames >= 3), digits <= 5 * groups else { return false }
        // `-3` is a number; a frame stands on both sides, or is a dot.
        return frames >= 2 || (frames == 1 && bytes[range.lowerBound] == 0xC2)
    }

    private static func frameLength(_ bytes: [UInt8], at index: Int, end: Int) -> (bytes: Int, isFrame: Bool)? {
        let blank = PageScanner.blankLength(bytes, at: index, end: end)
        if blank > 0 { return (blank, false) }
        if bytes[index] == UInt8(ascii: "-") { return (1, true) }
        if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xB7 { return (2, true) }
        for sign in frameSigns where bytes[index] == sign[0] && index + sign.count <= end {
            if bytes[index..<index + sign.count].elementsEqual(sign) { return (sign.count, true) }
        }
        return nil
    }

    private static let frameSigns = ["—", "–", "－", "─", "•", "・", "●", "■", "第", "页", "共"].map { Array($0.utf8) }

    /// Words that layout.csv calls a running head, alone or with a page number behind or before.
    private func isRunningWord(_ range: Range<Int>) -> Bool {
        var rest = range
        while let shorter = strippedOfPageNumber(rest), shorter != rest { rest = shorter }
        guard !rest.isEmpty,
            let match = lexicon.words(.runningHead).longestMatch(
                in: file.bytes, at: rest.lowerBound, limit: rest.upperBound)
        else { return false }
        // A heading of a contents page or of the gazette stands alone; the head repeats with signs or a number.
        return match.length == rest.count
    }

    /// The range without a digit or a frame sign at either end.
    private func strippedOfPageNumber(_ range: Range<Int>) -> Range<Int>? {
        guard !range.isEmpty else { return nil }
        let bytes = file.bytes
        let first = bytes[range.lowerBound]
        if (0x30...0x39).contains(first) { return range.lowerBound + 1..<range.upperBound }
        if let frame = Self.frameLength(bytes, at: range.lowerBound, end: range.upperBound) {
            return range.lowerBound + frame.bytes..<range.upperBound
        }
        let last = bytes[range.upperBound - 1]
        if (0x30...0x39).contains(last) || last == 0x20 { return range.lowerBound..<range.upperBound - 1 }
        for length in [2, 3] where range.count >= length {
            let start = range.upperBound - length
            if let frame = Self.frameLength(bytes, at: start, end: range.upperBound), frame.bytes == length {
                return range.lowerBound..<start
            }
        }
        return range
    }

    /// A gazette's name followed by its issue, or a line that begins and ends with a frame sign.
    private func isHeadLike(_ range: Range<Int>) -> Bool {
        let bytes = file.bytes
        guard range.count >= 9, bytes[range.lowerBound] != UInt8(ascii: "#") else { return false }
        if let frame = Self.frameLength(bytes, at: range.lowerBound, end: range.upperBound), frame.isFrame,
            bytes[range.lowerBound] != UInt8(ascii: "-"), range.count > 6,
            bytes[range.upperBound - 3..<range.upperBound].elementsEqual(
                bytes[range.lowerBound..<range.lowerBound + 3])
        {
            return true
        }
        return endsWithGazetteIssue(range)
    }

    private func endsWithGazetteIssue(_ range: Range<Int>) -> Bool {
        guard let name = gazetteName(range) else { return false }
        // …统计公报 without an issue is a title, which may be printed twice.
        if name.upperBound == range.upperBound, lexicon.ends(.titleEnd, Array(file.bytes[range])) { return false }
        return isIssue(name.upperBound..<range.upperBound)
    }

    /// The name of a gazette that the line begins with: `某市人民政府公报`.
    private func gazetteName(_ range: Range<Int>) -> Range<Int>? {
        let gazettes = lexicon.words(.gazette)
        for index in range where file.bytes[index] >= 0xE0 {
            if let match = gazettes.longestMatch(in: file.bytes, at: index, limit: range.upperBound) {
                return range.lowerBound..<index + match.length
            }
        }
        return nil
    }

    /// The running head of a rotated margin: the gazette's name, a character a line, some of them lost.
    func markVerticalHeads(_ lines: inout [SourceLine]) {
        guard let name = nameInRunningHeads(lines) else { return }
        let filled = lines.indices.filter { lines[$0].role != .blank }
        for (place, index) in filled.enumerated() where isCharacter(name[name.count - 1], lines[index]) {
            var (first, next) = (place, name.count - 2)
            while first > 0, next >= 0 {
                let above = lines[filled[first - 1]]
                guard let match = (0...next).last(where: { isCharacter(name[$0], above) }) else { break }
                (first, next) = (first - 1, match - 1)
            }
            guard place - first >= 4 else { continue }
            for found in filled[first...place] { lines[found].role = .furniture }
        }
    }

    private func isCharacter(_ character: Range<Int>, _ line: SourceLine) -> Bool {
        line.range.count == character.count
            && file.bytes[line.range].elementsEqual(file.bytes[character])
    }

    /// The characters of the gazette's name as the horizontal running heads print it.
    private func nameInRunningHeads(_ lines: [SourceLine]) -> [Range<Int>]? {
        for line in lines where line.role != .blank && (12...90).contains(line.range.count) {
            guard let name = gazetteName(line.range), name.upperBound < line.range.upperBound,
                isIssue(name.upperBound..<line.range.upperBound)
            else { continue }
            var characters: [Range<Int>] = []
            var index = name.lowerBound
            while index < name.upperBound {
                let length = file.bytes.scalar(at: index).length
                characters.append(index..<index + length)
                index += length
            }
            return characters
        }
        return nil
    }

    /// Digits, dots and the words of an issue, nothing else: `2023·1`, `2023年第5期（总第80期）`.
    private func isIssue(_ range: Range<Int>) -> Bool {
        let bytes = file.bytes
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] < 0x80 || bytes[index] == 0xC2 {
                let isLetter = (bytes[index] | 0x20) >= 0x61 && (bytes[index] | 0x20) <= 0x7A
                if isLetter { return false }
                index += bytes[index] == 0xC2 ? 2 : 1
                continue
            }
            guard
                let word = Self.issueWords.longestMatch(in: bytes, at: index, limit: range.upperBound)
                    ?? lexicon.words(.runningHead).longestMatch(in: bytes, at: index, limit: range.upperBound)
            else { return false }
            index += word.length
        }
        return true
    }

    private static let issueWords = WordTrie<Bool>(
        ["年", "第", "期", "总", "号", "月", "（", "）", "•", "・", "■", "●", "　", "—", "增刊"].map { ($0, true) })

    /// The line without digits and blanks: what a running head repeats.
    private func letters(of range: Range<Int>) -> [UInt8] {
        file.bytes[range].filter { !(0x30...0x39).contains($0) && $0 != 0x20 }
    }

    /// Bare numbers that close or open the pages and count with them, on three pages running.
    private func markBarePageNumbers(_ lines: inout [SourceLine]) {
        var candidates: [(page: Int, value: Int, index: Int)] = []
        var last: Int?
        for index in lines.indices where lines[index].role != .blank {
            if lines[index].startsPage, let last, let value = bareNumber(lines[last].range) {
                candidates.append((lines[last].page, value, last))
            }
            last = index
        }
        var start = 0
        for position in candidates.indices {
            let isLast = position + 1 == candidates.count
            let goesOn =
                !isLast && candidates[position + 1].page > candidates[position].page
                && candidates[position + 1].page - candidates[position].page
                    == candidates[position + 1].value - candidates[position].value
            if goesOn { continue }
            if position - start >= 2 {
                for candidate in candidates[start...position] { lines[candidate.index].role = .furniture }
            }
            start = position + 1
        }
    }

    /// `03/17`, `04/17`: lines of a page's place among as many, which rise through the file.
    private func markPageIndices(_ lines: inout [SourceLine]) {
        var places: [Int: [(value: Int, index: Int)]] = [:]
        for index in lines.indices where lines[index].role == .text && (3...7).contains(lines[index].range.count) {
            let range = lines[index].range
            guard let slash = file.bytes[range].firstIndex(of: UInt8(ascii: "/")),
                let value = bareNumber(range.lowerBound..<slash), let count = bareNumber(slash + 1..<range.upperBound),
                value <= count, count > 2
            else { continue }
            places[count, default: []].append((value, index))
        }
        for (_, found) in places
        where found.count >= 2 && zip(found, found.dropFirst()).allSatisfy({ $0.value < $1.value }) {
            for place in found { lines[place.index].role = .furniture }
        }
    }

    private func bareNumber(_ range: Range<Int>) -> Int? {
        guard (1...4).contains(range.count) else { return nil }
        var value = 0
        for byte in file.bytes[range] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
