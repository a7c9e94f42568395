import PipelineDefinition
import SourceText

/// A text line as table recovery sees it: folded (half-width, no blanks) with what its shape tells.
struct TableLine: Sendable {
    let number: Int
    let range: Range<Int>
    let startsPage: Bool
    /// True where the line follows another directly: two header lines of one cell, or an empty column.
    let isGlued: Bool
    /// The folded text: full-width ASCII made half-width, every dash `-`, no blanks.
    let text: String
    let scalars: [Unicode.Scalar]
    /// As printed, without the blanks that justify the line.
    let printed: String
    /// In half-width columns, blanks of justified lines left out.
    let width: Int
    /// True where blanks stand between ideographs: a justified line, which the text goes on after.
    let isStretched: Bool
    let kind: CellKind
    let signs: LineSigns
    /// True where a word that ends cells stands across the end of the line before: 人民政|府.
    private(set) var completesWord = false

    init(_ line: SourceLine, in file: SourceFile, lexicon: TableLexicon) {
        number = line.number
        range = line.range
        startsPage = line.startsPage
        isGlued = !line.followsBlank
        let folded = Self.fold(file.text(in: line.range))
        scalars = folded.scalars
        width = folded.width
        isStretched = folded.isStretched
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        self.text = String(text)
        printed = CellText.placed(file, line.range).string
        kind = CellKind(scalars)
        signs = LineSigns(self.text, scalars, lexicon: lexicon)
    }

    /// Reads `line` as the one after `before`.
    init(_ line: SourceLine, after before: TableLine?, in file: SourceFile, lexicon: TableLexicon) {
        self.init(line, in: file, lexicon: lexicon)
        // A line of nothing but U+FFFD has no scalars.
        guard let before, kind == .text, before.kind == .text, !scalars.isEmpty else { return }
        let head = before.scalars.suffix(8)
        completesWord = (1...min(6, scalars.count)).contains { length in
            var text = String.UnicodeScalarView(head)
            text.append(contentsOf: scalars.prefix(length))
            let word = lexicon.suffix(of: String(text), as: .cellEnd)
            return word.map { $0.unicodeScalars.count > length } ?? false
        }
    }

    /// Brackets opened and not closed in the line; negative where more are closed.
    var bracketBalance: Int { signs.bracketBalance }

    /// 2025年 and other years: heads rather than cells.
    var isYear: Bool { kind == .span && scalars.last == "年" }

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

    /// Half-width text without blanks, for comparing headers and words.
    static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: fold(text).scalars)
        return String(result)
    }

    private static func fold(_ text: String) -> (scalars: [Unicode.Scalar], width: Int, isStretched: Bool) {
        var scalars: [Unicode.Scalar] = []
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
