import PipelineDefinition
import SourceText
import StatisticalModel

/// A line whose cells blanks part: 1 地区生产总值 亿元 563 760.
struct SpacedRow {
    /// The source of each cell.
    let fields: [Range<Int>]
    let lines: [TableLine]
    let number: Int

    init(_ file: SourceFile, _ line: SourceLine, lexicon: TableLexicon) {
        number = line.number
        fields = Self.fields(file.bytes, line.range)
        lines = fields.map { field in
            var part = line
            part.range = field
            return TableLine(part, in: file, lexicon: lexicon)
        }
    }

    /// A quick look: three short fields or more, none parted by a TAB.
    static func couldBeHead(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard !bytes[range].contains(0x09) else { return false }
        let fields = fields(bytes, range)
        return fields.count >= 3 && fields.allSatisfy { $0.count <= 36 }
    }

    /// What blanks part: wide gaps where there are any, else every blank.
    private static func fields(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [(field: Range<Int>, gap: Int)] = []
        var (start, index, gap) = (range.lowerBound, range.lowerBound, 0)
        while index < range.upperBound {
            let blank = PageScanner.blankLength(bytes, at: index, end: range.upperBound)
            guard blank > 0 else {
                index += 1
                continue
            }
            let end = index
            gap = 0
            while index < range.upperBound,
                case let more = PageScanner.blankLength(bytes, at: index, end: range.upperBound), more > 0
            {
                gap += more
                index += more
            }
            if end > start { parts.append((start..<end, gap)) }
            start = index
        }
        if start < range.upperBound { parts.append((start..<range.upperBound, 0)) }
        guard parts.dropLast().contains(where: { $0.gap > 1 }) else { return parts.map(\.field) }
        var wide: [Range<Int>] = []
        var isOpen = false
        for part in parts {
            if isOpen, let last = wide.last {
                wide[wide.count - 1] = last.lowerBound..<part.field.upperBound
            } else {
                wide.append(part.field)
            }
            isOpen = part.gap == 1
        }
        return wide
    }

    /// This row where all its fields are heads, three or more, with numbers or figures among them.
    func head(_ judge: HeaderJudge) -> SpacedRow? {
        guard lines.count >= 3, lines.allSatisfy(judge.isHeadOfRow), Set(lines.map(\.text)).count == lines.count else {
            return nil
        }
        let columns = lines.map { RowwiseHead.column($0, judge) }
        return columns.contains { $0.isOrdinal || $0.holdsFigures } ? self : nil
    }
}

/// Reads the rows under a head of as many fields.
struct SpacedRows {
    struct Row {
        var cells: [Range<Int>?]
        var group: String
        var isTotal: Bool
    }

    private let columns: [RowwiseHead.Column]
    private let lexicon: TableLexicon
    private(set) var rows: [Row] = []
    private(set) var notes: [TableNote] = []
    private var group = ""
    private var expected = 1

    init(head: SpacedRow, lexicon: TableLexicon) {
        let judge = HeaderJudge(lexicon: lexicon, known: [])
        columns = head.lines.map { RowwiseHead.column($0, judge) }
        self.lexicon = lexicon
    }

    /// Whether `line` belongs to the table: a row, a label over rows, or a numbered row that cannot be divided.
    mutating func read(_ line: SpacedRow, _ judge: HeaderJudge) -> Bool {
        let ordinal = columns.firstIndex(where: \.isOrdinal)
        if line.fields.count == columns.count, zip(columns, line.lines).allSatisfy({ $0.takes($1) }) {
            append(line.fields, line)
        } else if ordinal == 0, OrdinalColumn.number(line.lines[0]) == expected, line.fields.count > 1 {
            let blank: [Range<Int>?] = Array(repeating: nil, count: columns.count - 1)
            append([line.fields[0]] + blank, line)
            notes.append(.unassignedRow(head: line.lines[0].printed, line: line.number, isOneLine: true))
        } else if line.fields.count == 1, line.lines[0].scalars.count <= 16, line.lines[0].kind == .text,
            !judge.beginsProse(line.lines[0]), !line.lines[0].scalars.contains("。")
        {
            group = line.lines[0].printed
        } else {
            return false
        }
        return true
    }

    private mutating func append(_ cells: [Range<Int>?], _ line: SpacedRow) {
        let isTotal = line.lines.prefix(2).contains { lexicon.contains($0.text, as: .total) }
        rows.append(Row(cells: cells, group: isTotal ? "" : group, isTotal: isTotal))
        expected += 1
    }
}
