import PipelineDefinition
import SourceText

/// A line cut at its blanks: `  原煤    万吨   3021.4    6.2` has four fields.
///
/// Blanks inside a word part nothing: 项 目 is 项目, 2025 年 is 2025年.
struct FieldLine {
    /// What a field can be, by its own shape: 3021.4 is a value, 2025年 a year, all else a word.
    enum Shape { case word, value, year }

    struct Field {
        var range: Range<Int>
        /// The printed columns where a Chinese character takes two, and where it takes one as some programs print.
        var wide: Range<Int>
        var narrow: Range<Int>
        /// Columns of blanks before the field.
        var gap: Int
        var line: TableLine
        var shape: Shape

        var isWord: Bool { shape == .word }
        var isValue: Bool { shape == .value }
    }

    let number: Int
    let page: Int
    let followsBlank: Bool
    let fields: [Field]

    init(_ file: SourceFile, _ line: SourceLine, lexicon: TableLexicon) {
        number = line.number
        page = line.page
        followsBlank = line.followsBlank
        fields = Self.pieces(file, line, lexicon: lexicon).map { piece in
            var part = line
            part.range = piece.range
            let read = TableLine(part, in: file, lexicon: lexicon)
            return Field(
                range: piece.range, wide: piece.wide, narrow: piece.narrow, gap: piece.gap, line: read,
                shape: Self.shape(read))
        }
    }

    /// The line's text without blanks.
    var text: String { fields.map(\.line.text).joined() }
    var hasValue: Bool { fields.contains(where: \.isValue) }
    /// True where a sentence ends in the line or goes on after it.
    var isOfProse: Bool {
        fields.contains {
            $0.line.scalars.contains("。") || $0.line.scalars.contains("·") && $0.line.text.contains("···")
                || $0.line.scalars.contains(";") && $0.isWord
        }
            || fields.last.map { $0.line.scalars.last == "," } ?? false
            || fields.contains { $0.isWord && $0.line.scalars.first == "," }
    }

    /// A quick look at bytes: two fields or more and no end of a sentence.
    static func couldBeHead(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= 400 else { return false }
        var hasGap = false
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 0x09 || bytes[index] == 0x7C || bytes[index] == UInt8(ascii: "<") { return false }
            // 。 and ，
            if bytes[index] == 0xE3, index + 2 < range.upperBound, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 {
                return false
            }
            if bytes[index] == 0xEF, index + 2 < range.upperBound, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x8C {
                return false
            }
            if PageScanner.blankLength(bytes, at: index, end: range.upperBound) > 0 { hasGap = true }
            index += 1
        }
        return hasGap
    }

    private static func shape(_ line: TableLine) -> Shape {
        switch line.kind {
        case .number, .dash: return .value
        case .quantity: return line.scalars.count <= 14 && !line.signs.isClass ? .value : .word
        case .span: return line.isYear ? .year : .value
        case .text, .bracket, .labelled: return line.text == "×" ? .value : .word
        }
    }

    // MARK: cutting

    private struct Piece {
        var range: Range<Int>
        var wide: Range<Int>
        var narrow: Range<Int>
        var gap: Int
        /// Nothing but single ideographs that blanks part.
        var isSpelled: Bool
    }

    private static func pieces(_ file: SourceFile, _ line: SourceLine, lexicon: TableLexicon) -> [Piece] {
        let bytes = file.bytes
        var pieces: [Piece] = []
        var (wide, narrow, gap) = (0, 0, 0)
        var open: Piece?
        var index = file.lineStarts[line.number - 1]
        while index < line.range.upperBound {
            let blank = PageScanner.blankLength(bytes, at: index, end: line.range.upperBound)
            if blank > 0 {
                if let piece = open { pieces.append(piece) }
                if open != nil { gap = 0 }
                open = nil
                gap += blank == 3 ? 2 : 1
                (wide, narrow) = (wide + (blank == 3 ? 2 : 1), narrow + 1)
                index += blank
                continue
            }
            let scalar = bytes.scalar(at: index)
            let width = scalar.value >= 0x1100 ? 2 : 1
            if open == nil {
                let isSingle = (0x4E00...0x9FFF).contains(scalar.value)
                open = Piece(
                    range: index..<index, wide: wide..<wide, narrow: narrow..<narrow, gap: gap, isSpelled: isSingle)
                gap = 0
            } else {
                open?.isSpelled = false
            }
            (wide, narrow) = (wide + width, narrow + 1)
            index += scalar.length
            if let piece = open {
                open?.range = piece.range.lowerBound..<index
                open?.wide = piece.wide.lowerBound..<wide
                open?.narrow = piece.narrow.lowerBound..<narrow
            }
        }
        if let piece = open { pieces.append(piece) }
        return merged(pieces, file, lexicon)
    }

    /// The pieces with those joined that are one word: 合 计, 2025 年, 2023年 12月底.
    private static func merged(_ pieces: [Piece], _ file: SourceFile, _ lexicon: TableLexicon) -> [Piece] {
        var result: [Piece] = []
        for (index, piece) in pieces.enumerated() {
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            guard let last = result.last, isOneWord(last, piece, before: next, file, lexicon) else {
                result.append(piece)
                continue
            }
            result[result.count - 1].range = last.range.lowerBound..<piece.range.upperBound
            result[result.count - 1].wide = last.wide.lowerBound..<piece.wide.upperBound
            result[result.count - 1].narrow = last.narrow.lowerBound..<piece.narrow.upperBound
        }
        return result
    }

    private static func isOneWord(
        _ left: Piece, _ right: Piece, before next: Piece?, _ file: SourceFile, _ lexicon: TableLexicon
    ) -> Bool {
        if left.isSpelled, right.isSpelled, right.gap <= 8 {
            // 收 入 支 出 are two heads, 收 入 合 计 is one.
            let ahead = right.range.lowerBound..<(next?.range.upperBound ?? right.range.upperBound)
            return
                !([left.range, ahead].allSatisfy { lexicon.contains(CellText.placed(file, $0).string, as: .side) })
        }
        guard right.gap <= 2 else { return false }
        let (before, after) = (file.bytes[left.range], file.bytes[right.range])
        let trailing = before.reversed().prefix { UInt32($0).isDigit }.count
        if trailing > 0, startsDate(after, lexicon) {
            return trailing == 4 || trailing <= 2 && after.count <= 9
        }
        guard right.gap == 1, before.count >= 3, startsDate(before.suffix(3), lexicon) else { return false }
        let digits = after.prefix { UInt32($0).isDigit }
        return !digits.isEmpty && digits.count <= 2 && startsDate(after.dropFirst(digits.count), lexicon)
    }

    /// 年, 月, 日 at the beginning.
    private static func startsDate(_ bytes: ArraySlice<UInt8>, _ lexicon: TableLexicon) -> Bool {
        lexicon.prefix(of: String(decoding: bytes.prefix(3), as: UTF8.self), as: .dateSign) != nil
    }
}
