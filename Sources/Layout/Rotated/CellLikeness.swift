import PipelineDefinition
import Reading
import SourceText

/// How much a stretch of a column looks like one cell of its kind.
///
/// Points are whole numbers: a cell that begins and ends as its kind does earns some, a border that
/// cuts a bracket, leaves a comma behind or joins two names loses more. Only differences count.
struct CellLikeness {
    private let text: RotatedText
    private let segment: Range<Int>
    private let kind: RotatedLexicon.CellKind
    private let lexicon: RotatedLexicon
    private let words: CellWords
    private let width: LineWidth?
    private let endings: WordTrie<Bool>
    private let openings: WordTrie<Bool>
    private let areaEndings: WordTrie<Bool>
    private var begin: [Int] = []
    private var end: [Int] = []
    private var depth: [Int] = []
    /// Borders inside that look like the end of one cell and the begin of the next, summed from the left.
    private var seams: [Int] = []
    /// True where a name opens within the next three characters: what stands before it is the end of another.
    private var opensSoon: [Bool] = []
    /// Places inside where a name may open with an area, summed from the left.
    private var areaOpenings: [Int] = []
    /// True where the column has a sentence end for each row, so that cells are taken to be sentences.
    private var endsSentences = false
    /// True unless there are just as many sentence ends as rows.
    private var hasSpareSentences = false
    /// True where the recurring end of the cells recurs less often than there are rows: some cells are merged.
    private(set) var suspectsMerging = false
    /// Width in half characters before each place of the segment.
    private var halves: [Int] = []
    /// Places of characters that close a line, and the room that may stay empty behind them.
    private var lineEnds: [(place: Int, slack: Int)] = []
    /// How many of them stand before each place of the segment.
    private var lineEndsBefore: [Int] = []
    /// Points of the lines up to each line end; empty where lines tell nothing of cells.
    private var lineSums: [Int] = []

    init(
        _ text: RotatedText, _ segment: Range<Int>, kind: RotatedLexicon.CellKind, lexicon: RotatedLexicon,
        words: CellWords, rows: Int, width: LineWidth?, isOpen: Bool = false
    ) {
        self.width = width
        self.text = text
        self.segment = segment
        self.kind = kind
        self.lexicon = lexicon
        self.words = words
        endings = lexicon.endings(of: kind)
        openings = lexicon.openings(of: kind)
        areaEndings = lexicon.endings(of: .area)
        measureBrackets()
        measureLines()
        sumLines()
        readSentenceEnds(rows: rows, isOpen: isOpen)
        end = (0...segment.count).map { endPoints(at: segment.lowerBound + $0) }
        begin = (0...segment.count).map { beginPoints(at: segment.lowerBound + $0) }
        rewardRecurringOpening(rows: rows)
        if kind == .organisation {
            rewardRecurringEnding(rows: rows)
            findOpenings()
        }
        sumSeams()
        borders = findBorders()
    }

    /// True where no name ends inside at a place where another could begin.
    var isSeamless: Bool {
        segment.dropFirst().allSatisfy { !text.mayBegin[$0] || end[$0 - segment.lowerBound] <= 0 }
    }

    /// Where cells may be cut; sentences only where one ends or a line closes, if the column is long.
    private(set) var borders: [Int] = []

    private func findBorders() -> [Int] {
        let all = [segment.lowerBound] + segment.dropFirst().filter { text.mayBegin[$0] } + [segment.upperBound]
        if endsSentences {
            return all.filter {
                $0 == segment.lowerBound || $0 == segment.upperBound || end[$0 - segment.lowerBound] > 0
            }
        }
        guard width == nil, all.count > 48, kind == .text || kind == .remark else { return all }
        return all.filter { $0 == segment.lowerBound || $0 == segment.upperBound || end[$0 - segment.lowerBound] > -1 }
    }

    /// How many points every other place of a border must cost for it to be certain.
    ///
    /// Where there are more sentence ends than rows, one weak sign does not tell which of them end cells.
    var margin: Int {
        kind == .text || kind == .remark
            ? (hasSpareSentences ? CellPoints.Margin.spareSentences : CellPoints.Margin.sentences)
            : CellPoints.Margin.names
    }

    /// How many points a true cell earns at least: with fewer, the column may hold one cell less.
    var leastGain: Int {
        switch kind {
        case .person, .category: CellPoints.LeastGain.value
        case .deadline, .period: CellPoints.LeastGain.date
        case .organisation, .name, .remark: CellPoints.LeastGain.name
        default: CellPoints.LeastGain.text
        }
    }

    /// True where sentences end just as often as rows do.
    var hasSentenceForEachRow: Bool { endsSentences && !hasSpareSentences }

    /// The longest cell, in characters, that is worth a look.
    var limit: Int {
        switch kind {
        case .person: CellPoints.Longest.person
        case .deadline, .period: CellPoints.Longest.date
        case .category: CellPoints.Longest.category
        case .name: CellPoints.Longest.name
        case .organisation: CellPoints.Longest.organisation
        default: Int.max
        }
    }

    func isBalanced(_ cell: Range<Int>) -> Bool {
        depth[cell.lowerBound - segment.lowerBound] == depth[cell.upperBound - segment.lowerBound]
    }

    /// True where a comma, a closing bracket or the end of a sentence stands.
    func cannotBegin(_ index: Int) -> Bool {
        let first = text.bytes(index..<index + 1)
        return Self.joining.value(of: first) != nil || Self.closing.value(of: first) != nil
            || Self.sentenceEnd.value(of: first) != nil
    }

    /// True behind a comma or an opening bracket.
    func cannotEnd(_ index: Int) -> Bool {
        let last = text.bytes(index - 1..<index)
        return Self.joining.value(of: last) != nil || Self.opening.value(of: last) != nil
    }

    /// Points of the cell from character `first` to before `last`.
    func points(_ first: Int, _ last: Int) -> Int {
        let (low, high) = (first - segment.lowerBound, last - segment.lowerBound)
        var points = begin[low] + end[high]
        if depth[low] != depth[high] { points += CellPoints.cutBracket }
        points += linePoints(first, last)
        switch kind {
        case .organisation:
            points += CellPoints.seam * (seams[max(low, high - 1)] - seams[low])
            if last - first < 3 { points += CellPoints.shortOrganisation }
            if begin[low] <= 0, opensSoon[low] { points += CellPoints.opensSoon }
            points +=
                words.familiarity(of: first..<last, most: CellPoints.Familiar.name)
                + words.edgePoints(of: first..<last)
        case .name:
            if last - first < 3 { points += CellPoints.short }
            // The next place opens a name of its own.
            if areaOpenings[high] > areaOpenings[low + 1], begin[low] <= 0 { points += CellPoints.nextOpens }
            points += words.familiarity(of: first..<last, most: CellPoints.Familiar.name)
        case .person: points += personPoints(first, last)
        case .category:
            let isValue = lexicon.values(of: .category).value(of: text.bytes(first..<last)) != nil
            points +=
                (isValue ? CellPoints.listedValue : 0)
                + words.familiarity(of: first..<last, most: CellPoints.Familiar.value)
                + (last - first < 2 ? CellPoints.short : 0)
        case .deadline, .period:
            points += isDate(first, last) ? CellPoints.date : -CellPoints.date
        default:
            if last - first < 4 { points += CellPoints.short }
        }
        return points
    }

    /// A line that closes inside a cell is full; one that is not closes the cell or a paragraph of it. The cell's last
    /// line may have any width.
    private func linePoints(_ first: Int, _ last: Int) -> Int {
        guard !lineSums.isEmpty else { return 0 }
        let start = first - segment.lowerBound
        let (next, end) = (lineEndsBefore[start], lineEndsBefore[last - 1 - segment.lowerBound])
        guard next < end else { return 0 }
        return linePoints(from: start, to: next) + lineSums[end] - lineSums[next + 1]
    }

    /// Points of the line from a place of the segment to the end of a line.
    private func linePoints(from start: Int, to lineEnd: Int) -> Int {
        guard let width else { return 0 }
        let distance = halves[lineEnds[lineEnd].place + 1 - segment.lowerBound] - halves[start]
        guard !width.isOpen(distance) else { return 0 }
        let points = width.points(distance, slack: lineEnds[lineEnd].slack)
        return points > 0 ? min(CellPoints.fullLine, points) : CellPoints.openLine
    }

    private mutating func sumLines() {
        guard width != nil, kind != .person, kind != .category, kind != .deadline, kind != .period else { return }
        lineSums = [0]
        var start = 0
        for index in lineEnds.indices {
            lineSums.append(lineSums[index] + linePoints(from: start, to: index))
            start = lineEnds[index].place + 1 - segment.lowerBound
        }
    }

    private func personPoints(_ first: Int, _ last: Int) -> Int {
        guard (first..<last).allSatisfy({ text.text.bytes[text.starts[$0]] >= 0xE4 }) else {
            return CellPoints.noPerson
        }
        let length =
            switch last - first {
            case 2, 3: CellPoints.Person.usual
            case 4: CellPoints.Person.four
            case 5, 6: CellPoints.Person.long
            default: CellPoints.Person.unlike
            }
        // A line that closes inside a name of a few characters closes the name.
        let seam = (first..<last - 1).contains { text.closesLine[$0] } ? CellPoints.closedPerson : 0
        return length + seam
            + words.familiarity(of: first..<last, most: CellPoints.Familiar.value)
    }

    // MARK: borders

    private mutating func measureBrackets() {
        depth = [0]
        var level = 0
        for index in segment {
            if Self.opening.value(of: text.bytes(index..<index + 1)) != nil { level += 1 }
            if Self.closing.value(of: text.bytes(index..<index + 1)) != nil { level -= 1 }
            depth.append(level)
        }
    }

    private mutating func measureLines() {
        halves = [0]
        for index in segment {
            halves.append(halves[halves.count - 1] + LineWidth.width(index, text))
            lineEndsBefore.append(lineEnds.count)
            if text.closesLine[index] {
                lineEnds.append((index, LineWidth.slack(after: index, text, segment)))
            }
        }
    }

    private func endPoints(at index: Int) -> Int {
        guard index > segment.lowerBound else { return 0 }
        let last = text.bytes(index - 1..<index)
        if Self.joining.value(of: last) != nil || Self.opening.value(of: last) != nil {
            return CellPoints.badEnd
        }
        let closes = text.closesLine[index - 1]
        switch kind {
        case .text, .remark, .span:
            if endsSentence(index) { return CellPoints.sentenceEnd + (closes ? CellPoints.lineEnd : 0) }
            return endsSentences ? CellPoints.insideSentence : closes ? 0 : -CellPoints.lineEnd
        case .organisation, .name:
            return (endsWord(at: index) ? CellPoints.nameEnd : CellPoints.noNameEnd) + (closes ? CellPoints.lineEnd : 0)
        default: return closes ? CellPoints.lineEnd : 0
        }
    }

    private func endsSentence(_ index: Int) -> Bool { text.endsSentence(index, from: segment.lowerBound) }

    /// True where a word of the kind's endings ends before `index`, a bracket behind it left out.
    private func endsWord(at index: Int) -> Bool {
        var index = index
        if text.isCharacter(index - 1, "）") {
            var open = index - 1
            while open > segment.lowerBound, !text.isCharacter(open, "（") { open -= 1 }
            if open > segment.lowerBound { index = open }
        }
        for length in 1...5 where index - length >= segment.lowerBound {
            guard endings.value(of: text.bytes(index - length..<index)) != nil else { continue }
            // 委 of 委员会 ends nothing.
            let longest = endings.longestMatch(
                in: text.text.bytes, at: text.starts[index - length], limit: text.starts[segment.upperBound])
            if longest?.length == text.starts[index] - text.starts[index - length] { return true }
        }
        return false
    }

    private func beginPoints(at index: Int) -> Int {
        guard index < segment.upperBound else { return 0 }
        let first = text.bytes(index..<index + 1)
        if Self.joining.value(of: first) != nil || Self.closing.value(of: first) != nil
            || Self.sentenceEnd.value(of: first) != nil
        {
            return CellPoints.badBegin
        }
        if kind == .organisation || kind == .name, text.isCharacter(index, "（") {
            return CellPoints.bracketBegins
        }
        if kind == .name || kind == .organisation, continues(index) { return CellPoints.continues }
        if kind == .name || kind == .organisation, opensWithArea(index) {
            return CellPoints.opens
        }
        return openings.longestMatch(in: text.text.bytes, at: text.starts[index]) != nil ? CellPoints.opens : 0
    }

    /// True before a word that goes on with the name before it, and behind the first sign of 等市直各单位.
    private func continues(_ index: Int) -> Bool {
        if lexicon.continuations.longestMatch(in: text.text.bytes, at: text.starts[index]) != nil { return true }
        guard index > segment.lowerBound else { return false }
        let before = lexicon.continuations.longestMatch(in: text.text.bytes, at: text.starts[index - 1])
        return before.map { text.starts[index - 1] + $0.length > text.starts[index] } ?? false
    }

    /// 伊金霍洛旗…, 东胜区…: a known area, or an unknown one of three characters.
    private func opensWithArea(_ index: Int) -> Bool {
        if let known = lexicon.areas.lengthOfName(in: text.text.bytes, at: text.starts[index]), known > 6 {
            return true
        }
        guard index + 2 < segment.upperBound, kind == .name || !text.isCharacter(index + 2, "市"),
            openings.longestMatch(in: text.text.bytes, at: text.starts[index + 1]) == nil
        else { return false }
        return areaEndings.value(of: text.bytes(index + 2..<index + 3)) != nil
    }

    /// - Parameter isOpen: the last cell goes on over the page break.
    private mutating func readSentenceEnds(rows: Int, isOpen: Bool) {
        let ends = segment.dropFirst().count { text.mayBegin[$0] && endsSentence($0) }
        let closes = isOpen || endsSentence(segment.upperBound)
        hasSpareSentences = ends != rows - 1 || !closes
        endsSentences = kind == .text && closes && ends >= rows - 1
    }

    /// Cells that each begin with the same words (各旗区人民政府 …, 正在 …): the words recur once for each row.
    private mutating func rewardRecurringOpening(rows: Int) {
        let shortest: Int
        switch kind {
        case .organisation, .name: shortest = 3
        case .remark: shortest = 2
        case .text: shortest = 4
        default: return
        }
        guard rows > 1, segment.count >= shortest * rows else { return }
        for length in stride(from: min(12, segment.count / rows), through: shortest, by: -1) {
            let opening = text.bytes(segment.lowerBound..<segment.lowerBound + length)
            let places = segment.filter {
                text.mayBegin[$0] && $0 + length <= segment.upperBound
                    && text.bytes($0..<$0 + length).elementsEqual(opening)
            }
            guard places.count == rows else { continue }
            for place in places { begin[place - segment.lowerBound] += CellPoints.recurring }
            return
        }
    }

    /// Cells that each end with the same words (…，各旗区人民政府).
    private mutating func rewardRecurringEnding(rows: Int) {
        guard rows > 1, segment.count >= 4 * rows else { return }
        let ending = text.bytes(segment.upperBound - 4..<segment.upperBound)
        let places = (segment.lowerBound + 4...segment.upperBound).filter {
            ($0 == segment.upperBound || text.mayBegin[$0]) && text.bytes($0 - 4..<$0).elementsEqual(ending)
        }
        if places.count == rows {
            for place in places { end[place - segment.lowerBound] += CellPoints.recurring }
        } else if places.count < rows, places.count * 2 >= rows, places.count >= 3 {
            // Lists that all end alike, but too few of them.
            suspectsMerging = segment.count { Self.joining.value(of: text.bytes($0..<$0 + 1)) != nil } >= rows
        }
    }

    private mutating func findOpenings() {
        opensSoon = [Bool](repeating: false, count: segment.count + 1)
        for place in begin.indices.dropFirst()
        where begin[place] >= CellPoints.opens && text.mayBegin[segment.lowerBound + place] {
            for before in max(0, place - 3)..<place { opensSoon[before] = true }
        }
    }

    private mutating func sumSeams() {
        seams = [0]
        for offset in 0..<segment.count {
            let index = segment.lowerBound + offset
            let isSeam = offset > 0 && text.mayBegin[index] && end[offset] > 0 && begin[offset] > 0
            seams.append(seams[offset] + (isSeam ? 1 : 0))
        }
        if kind == .name {
            areaOpenings = [0]
            for index in segment {
                areaOpenings.append(
                    areaOpenings[index - segment.lowerBound] + (text.mayBegin[index] && opensWithArea(index) ? 1 : 0))
            }
        }
        // seams[k] counts borders at offsets below k, so a cell's own first border is not inside it.
        seams = seams.indices.map { $0 < segment.count ? seams[min($0 + 1, segment.count)] : seams[segment.count] }
    }

    // MARK: dates

    /// 2024年6月底, 2023年-2025年, 长期坚持.
    private func isDate(_ first: Int, _ last: Int) -> Bool {
        let bytes = text.bytes(first..<last)
        if lexicon.values(of: .deadline).value(of: bytes) != nil { return true }
        // Most cells begin with no year, and their bytes are copied only behind this look.
        guard let head = bytes.first, UTF8Scanning.isDigit(head) || head >= 0xE3 else { return false }
        return isDate(Array(bytes))
    }

    /// One date, or in a column of periods several with dashes between, and nothing else.
    private func isDate(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while let (date, end) = DateReader.read(in: bytes, at: index), date.first != nil {
            // A span is a period's, never a day's.
            guard date.last == nil || kind == .period else { return false }
            if end == bytes.count { return true }
            guard kind == .period, let next = DateReader.rangeSign(in: bytes, at: end) else { return false }
            index = next
        }
        return false
    }

    static let opening = WordTrie<Bool>(["（", "《", "“", "〔", "(", "「"].map { ($0, true) })
    static let closing = WordTrie<Bool>(["）", "》", "”", "〕", ")", "」"].map { ($0, true) })
    static let joining = WordTrie<Bool>(["，", "、", "：", "；", ",", "-", "—", "～", "·", "/"].map { ($0, true) })
    static let sentenceEnd = WordTrie<Bool>(["。", "！"].map { ($0, true) })
}
