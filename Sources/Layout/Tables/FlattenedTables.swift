import PipelineDefinition
import SourceText
import StatisticalModel

/// Finds the tables that page text prints column by column, and joins their pages.
struct FlattenedTables {
    private let file: SourceFile
    private let lines: [SourceLine]
    private let read: TableLines
    private let lexicon: TableLexicon
    private var known: Set<String> = []
    private var tables: [[FlattenedPiece]] = []
    private var taken: [ClosedRange<Int>] = []

    /// The longest piece, in lines of text: pages hold fewer.
    private static let longestPiece = 1500

    static func recover(
        _ file: SourceFile, lines: [SourceLine], read: TableLines, lexicon: TableLexicon
    ) -> (tables: [RecoveredTable], taken: [ClosedRange<Int>]) {
        var finder = FlattenedTables(file: file, lines: lines, read: read, lexicon: lexicon)
        finder.findPieces()
        finder.findUnnumberedPieces()
        let tables = finder.tables.map { FlattenedTableBuilder(file: file, lexicon: lexicon, pieces: $0).table() }
        return (tables, finder.taken)
    }

    private mutating func findPieces() {
        let words = OrdinalHeaders(lexicon)
        var index = 0
        while index < lines.count {
            guard lines[index].role == .text, words.match(file.bytes, lines[index].range) else {
                index += 1
                continue
            }
            let region = region(from: index, words: words)
            guard region.count > 2, var piece = FlattenedPieceReader(lexicon: lexicon, known: known).read(region) else {
                index += 1
                continue
            }
            addTitle(to: &piece, region: region)
            index = piece.lines.upperBound
            settle(&piece, region: region, words: words)
            taken.append(piece.lines)
            known.formUnion(piece.signature)
            place(piece)
        }
    }

    /// Tables without row numbers, among the lines that no other table has.
    private mutating func findUnnumberedPieces() {
        var free = Array(repeating: true, count: lines.count)
        for line in taken.joined() { free[line - 1] = false }
        var pageEnd = 0
        var index = 0
        while index < lines.count {
            guard lines[index].role == .text, free[index] else {
                index += 1
                continue
            }
            guard couldHoldTable(from: index, free: free, &pageEnd) else {
                index = pageEnd
                continue
            }
            let region = freeRegion(from: index, free: free)
            guard
                let piece = EqualColumns(region, lexicon: lexicon, known: known).read()
                    ?? FlattenedPieceReader(lexicon: lexicon, known: known).readWords(region)
            else {
                index = max(index + 1, region.last?.number ?? 0)
                continue
            }
            index = piece.lines.upperBound
            add(piece, region: region)
        }
    }

    private mutating func add(_ piece: FlattenedPiece, region: [TableLine]) {
        var piece = piece
        addTitle(to: &piece, region: region)
        taken.append(piece.lines)
        known.formUnion(piece.signature)
        if piece.title == nil, let last = tables.last?.last, last.ordinalHeader == nil,
            last.signature == piece.signature
        {
            tables[tables.count - 1].append(piece)
        } else {
            tables.append([piece])
        }
    }

    /// A cell of one line is no longer, in bytes: twenty characters.
    private static let longestCell = 60
    /// A head, a name and a value.
    private static let fewestCells = 3

    /// A quick look at the lines from `start` to the end of its page, before each is read as a cell: prose has few that
    /// are as short. `end` is the page's, or where a table stands.
    private func couldHoldTable(from start: Int, free: [Bool], _ end: inout Int) -> Bool {
        var count = 0
        end = start
        for line in lines[start...] where line.role == .text {
            if line.page != lines[start].page || !free[line.number - 1] { break }
            if line.range.count <= Self.longestCell { count += 1 }
            if count >= Self.fewestCells { return true }
            end = line.number
        }
        end = max(end, start + 1)
        return false
    }

    /// The free lines from `start` to the end of its page.
    private func freeRegion(from start: Int, free: [Bool]) -> [TableLine] {
        var result: [TableLine] = []
        for line in lines[start...] where line.role == .text {
            if line.page != lines[start].page || !free[line.number - 1] || result.count >= Self.longestPiece { break }
            result.append(read[line, after: result.last])
        }
        return result
    }

    /// Reads the doubtful one of two pieces that number on again, with the other's headers known.
    private mutating func settle(_ piece: inout FlattenedPiece, region: [TableLine], words: OrdinalHeaders) {
        guard piece.firstNumber > 1, piece.title == nil, let table = tables.indices.last,
            let last = tables[table].last, last.lastNumber + 1 == piece.firstNumber, last.signature != piece.signature,
            last.isDoubtful || piece.isDoubtful
        else { return }
        if last.isDoubtful {
            let before = last.ordinalHeader.map { self.region(from: $0.number - 1, words: words) } ?? []
            let reader = FlattenedPieceReader(lexicon: lexicon, known: Set(piece.signature))
            guard var again = reader.read(before), again.signature == piece.signature else { return }
            (again.title, again.unit, again.group) = (last.title, last.unit, last.group)
            let end = max(again.lines.upperBound, last.lines.upperBound)
            again.lines = last.lines.lowerBound...end
            tables[table][tables[table].count - 1] = again
            if let place = taken.lastIndex(of: last.lines) { taken[place] = again.lines }
        } else if let again = FlattenedPieceReader(lexicon: lexicon, known: Set(last.signature)).read(region),
            again.signature == last.signature
        {
            piece = again
        }
    }

    /// The lines from an ordinal header to the end of its page, the next such header or the next caption.
    private func region(from start: Int, words: OrdinalHeaders) -> [TableLine] {
        var result: [TableLine] = []
        for line in lines[start...] where line.role == .text {
            let isFirst = line.number == start + 1
            if !isFirst, line.page != lines[start].page || words.match(file.bytes, line.range) { break }
            let next = read[line, after: result.last]
            if !isFirst, TableTitle.isCaption(next, lexicon: lexicon) || result.count >= Self.longestPiece { break }
            result.append(next)
        }
        return result
    }

    private mutating func addTitle(to piece: inout FlattenedPiece, region: [TableLine]) {
        var before = textLines(before: piece.lines.lowerBound, count: 4)
        var first = piece.lines.lowerBound
        if let line = before.first, let label = lexicon.prefix(of: line.text, as: .unitLine) {
            piece.unit = String(line.text.dropFirst(label.count))
            first = line.number
            before.removeFirst()
        }
        if let line = before.first, TableTitle.isTitle(line, lexicon: lexicon) {
            var text = file.text(in: line.range)
            first = line.number
            // A title of two lines: the second follows the first without a blank line.
            if line.isGlued, !line.startsPage, before.count > 1, before[1].scalars.count <= 40 {
                text = file.text(in: before[1].range) + text
                first = before[1].number
            }
            piece.title = TableTitle(text: text, lines: first...line.number)
        }
        var last = piece.lines.upperBound
        if piece.title == nil, piece.firstNumber == 1, let after = region.first(where: { $0.number > last }),
            TableTitle.isTitle(after, lexicon: lexicon), region.last?.number == after.number
        {
            piece.title = TableTitle(text: file.text(in: after.range), lines: after.number...after.number)
            last = after.number
        }
        if let title = piece.title, piece.firstNumber > 1, TableTitle.isContinuation(title.text, lexicon: lexicon) {
            piece.title = nil
        }
        piece.lines = first...last
    }

    /// The nearest text lines of the same page before `number`, nearest first.
    private func textLines(before number: Int, count: Int) -> [TableLine] {
        var result: [TableLine] = []
        var index = number - 2
        while index >= 0, result.count < count, number - index < 20 {
            if lines[index].page != lines[number - 1].page { break }
            if taken.last?.contains(index + 1) ?? false { break }
            if lines[index].role == .text { result.append(read[lines[index]]) }
            index -= 1
        }
        return result
    }

    /// Adds the piece to the table that it continues: the same headers, the next number, no title of its own.
    private mutating func place(_ piece: FlattenedPiece) {
        guard piece.firstNumber > 1, piece.title == nil else { return tables.append([piece]) }
        var piece = piece
        let before = tables.last?.last { $0.ordinalHeader != nil && $0.lastNumber + 1 == piece.firstNumber }
        piece.group = before?.lastGroup ?? ""
        if let index = tables.lastIndex(where: { continues($0, piece) }) {
            tables[index].append(piece)
        } else {
            tables.append([piece])
        }
    }

    private func continues(_ table: [FlattenedPiece], _ piece: FlattenedPiece) -> Bool {
        guard let last = table.last, last.total == nil else { return false }
        return last.lastNumber + 1 == piece.firstNumber && last.signature == piece.signature
    }
}

/// The words that head a column of row numbers, for a quick look at every line of a file.
struct OrdinalHeaders {
    private var words: Set<[UInt8]> = []
    private var longest = 0

    init(_ lexicon: TableLexicon) {
        words = Set(lexicon.words(.ordinal).map { Array($0.utf8) })
        longest = words.map(\.count).max() ?? 0
    }

    func match(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= longest + 4, !range.isEmpty else { return false }
        return words.contains(bytes[range].filter { $0 != 0x20 })
    }
}
