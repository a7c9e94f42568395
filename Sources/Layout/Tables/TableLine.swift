import PipelineDefinition
import SourceText

/// A text line as table recovery sees it: folded (half-width, no blanks) with what its shape tells.
///
/// Copies share what was read. What only tables ask, the words' signs and the print, is read when it is asked for: most
/// lines that are looked at are none of a table.
struct TableLine {
    private let shape: Shape
    /// To the line before it, where the two are read as lines of one table.
    private var seam: Seam?

    private final class Shape {
        let line: SourceLine
        let file: SourceFile
        let lexicon: TableLexicon
        let scalars: [Unicode.Scalar]
        let width: Int
        let isStretched: Bool
        let kind: CellKind
        /// 与上年持平
        private static let longestUnchanged = 5
        private(set) lazy var text = String(scalars: scalars)
        private(set) lazy var printed = CellText.placed(file, line.range).string
        private(set) lazy var signs = LineSigns(text, scalars, lexicon: lexicon)

        init(_ line: SourceLine, in file: SourceFile, lexicon: TableLexicon) {
            self.line = line
            self.file = file
            self.lexicon = lexicon
            (scalars, width, isStretched) = TableLine.fold(file.text(in: line.range))
            let kind = CellKind(scalars)
            let isShort = kind == .text && scalars.count <= Self.longestUnchanged
            self.kind = isShort && lexicon.contains(String(scalars: scalars), as: .unchanged) ? .dash : kind
        }
    }

    private final class Seam {
        let before: Shape
        let after: Shape
        private(set) lazy var completesWord: Bool = {
            // A line of nothing but U+FFFD has no scalars.
            guard after.kind == .text, before.kind == .text, !after.scalars.isEmpty else { return false }
            let head = before.scalars.suffix(8)
            return (1...min(6, after.scalars.count)).contains { length in
                let text = String(scalars: head + after.scalars.prefix(length))
                let word = after.lexicon.suffix(of: text, as: .cellEnd)
                return word.map { $0.unicodeScalars.count > length } ?? false
            }
        }()

        init(_ before: Shape, _ after: Shape) {
            self.before = before
            self.after = after
        }
    }

    init(_ line: SourceLine, in file: SourceFile, lexicon: TableLexicon) {
        shape = Shape(line, in: file, lexicon: lexicon)
    }

    fileprivate func following(_ line: TableLine?) -> TableLine {
        var result = self
        result.seam = line.map { Seam($0.shape, shape) }
        return result
    }

    var number: Int { shape.line.number }
    var range: Range<Int> { shape.line.range }
    var startsPage: Bool { shape.line.startsPage }
    /// True where the line follows another directly: two header lines of one cell, or an empty column.
    var isGlued: Bool { !shape.line.followsBlank }
    /// The folded text: full-width ASCII made half-width, every dash `-`, no blanks.
    var text: String { shape.text }
    var scalars: [Unicode.Scalar] { shape.scalars }
    /// As printed, without the blanks that justify the line.
    var printed: String { shape.printed }
    /// In half-width columns, blanks of justified lines left out.
    var width: Int { shape.width }
    /// True where blanks stand between ideographs: a justified line, which the text goes on after.
    var isStretched: Bool { shape.isStretched }
    var kind: CellKind { shape.kind }
    var signs: LineSigns { shape.signs }

    /// True where a word that ends cells stands across the end of the line before: 人民政|府.
    var completesWord: Bool { seam?.completesWord ?? false }

    /// Brackets opened and not closed in the line; negative where more are closed.
    var bracketBalance: Int { signs.bracketBalance }

    /// 2025年 and other years: heads rather than cells.
    var isYear: Bool { kind == .span && scalars.last == CellKind.yearSign }

    /// A figure, a dash, or four digits that may as well be a year: 2064.
    var couldBeFigure: Bool { kind.isFigure || kind == .span && scalars.count == 4 }

    /// The line is one value of a row: a figure, a dash or a date, but no class of age and no head of a year.
    var isCellOfFigures: Bool {
        switch kind {
        case .number, .dash: true
        case .quantity: scalars.count <= 12 && !signs.isClass
        case .span: !isYear
        case .labelled, .bracket, .text: false
        }
    }

    static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x1100 }

    /// The lines of each cell: a bracket, what goes on while one is open, and what `isRest` belong to the line before.
    static func cells(_ lines: [TableLine], isRest: (TableLine) -> Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var balance = 0
        for (index, line) in lines.enumerated() {
            if balance > 0 || line.kind == .bracket || isRest(line), let last = result.last, last.count < 4 {
                result[result.count - 1] = last.lowerBound..<index + 1
                balance += line.bracketBalance
            } else {
                result.append(index..<index + 1)
                balance = line.bracketBalance
            }
        }
        return result
    }

    /// Half-width text without blanks, for comparing headers and words.
    static func folded(_ text: String) -> String {
        String(scalars: fold(text).scalars)
    }

    private static func fold(_ text: String) -> (scalars: [Unicode.Scalar], width: Int, isStretched: Bool) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        var (width, gaps, pendingGap) = (0, 0, false)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09, 0xA0, 0x3000, 0xFFFD: pendingGap = true
            default:
                width += isWide(scalar) ? 2 : 1
                if pendingGap, let last = scalars.last, isWide(last) || isWide(scalar) { gaps += 1 }
                pendingGap = false
                scalars.append(halfWidth(scalar))
            }
        }
        return (scalars, width, gaps >= 1)
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF5E, 0x301C, 0x2010...0x2015, 0x2212: "-"
        case 0xFF01...0xFF5D: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }
}

/// The lines of a file as tables see them: each is read once, however many forms of tables look at it.
final class TableLines {
    private let file: SourceFile
    private let lexicon: TableLexicon
    private var read: [TableLine?]

    init(_ file: SourceFile, count: Int, lexicon: TableLexicon) {
        self.file = file
        self.lexicon = lexicon
        read = Array(repeating: nil, count: count)
    }

    /// The line of a file's lines as they are, whose range nobody cut.
    subscript(line: SourceLine) -> TableLine {
        if let known = read[line.number - 1] { return known }
        let new = TableLine(line, in: file, lexicon: lexicon)
        read[line.number - 1] = new
        return new
    }

    /// The line as the one after `before`.
    subscript(line: SourceLine, after before: TableLine?) -> TableLine {
        self[line].following(before)
    }
}

/// What the words of a line tell about where cells begin and end.
struct LineSigns: Sendable {
    /// Brackets opened and not closed in the line; negative where more are closed.
    let bracketBalance: Int
    /// A value of a closed vocabulary.
    let isClosed: Bool
    /// The line is, or begins with, what only the second line of a cell begins with.
    let isContinuation: Bool
    let beginsContinuation: Bool
    let beginsCell: Bool
    let beginsUnit: Bool
    /// The line begins with what no cell does: it is the rest of one.
    let neverBegins: Bool
    let endsCell: Bool
    /// The line ends with 和, 、 or another sign that the cell goes on.
    let isDangling: Bool
    /// A whole number or two that name a class rather than measure: 0-17岁, 1月.
    let isClass: Bool

    init(_ text: String, _ scalars: [Unicode.Scalar], lexicon: TableLexicon) {
        bracketBalance = scalars.reduce(0) { $0 + ($1 == "(" || $1 == "《" ? 1 : $1 == ")" || $1 == "》" ? -1 : 0) }
        isClosed = lexicon.contains(text, as: .closed)
        isContinuation = lexicon.contains(text, as: .continuation)
        beginsContinuation = lexicon.prefix(of: text, as: .continuation) != nil
        beginsCell = lexicon.prefix(of: text, as: .cellStart) != nil
        beginsUnit = lexicon.prefix(of: text, as: .unitStart) != nil
        neverBegins = lexicon.prefix(of: text, as: .neverStart) != nil
        let isClosing = bracketBalance == 0 && (scalars.last == ")" || scalars.last == "。")
        endsCell = isClosing || lexicon.suffix(of: text, as: .cellEnd) != nil
        let classEnd = lexicon.suffix(of: text, as: .classEnd)?.unicodeScalars.count ?? 0
        isClass =
            scalars.first.map(CellBoundary.isDigit) ?? false && !scalars.contains(".") && classEnd > 0
            && (scalars.count <= 3 || scalars.contains("-") || classEnd > 1)
        // A dash alone is a cell.
        isDangling = scalars.count > 1 && lexicon.suffix(of: text, as: .dangling) != nil
    }
}

/// Which of a run of lines have a property, and how many of them between two places.
struct LineMarks {
    /// For each place how many lines before it have the property.
    private var before = [0]

    init(_ lines: [TableLine], _ hasProperty: (TableLine) -> Bool) {
        before.reserveCapacity(lines.count + 1)
        var count = 0
        for line in lines {
            if hasProperty(line) { count += 1 }
            before.append(count)
        }
    }

    subscript(place: Int) -> Bool { place + 1 < before.count && before[place] < before[place + 1] }

    func count(_ range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }
}
