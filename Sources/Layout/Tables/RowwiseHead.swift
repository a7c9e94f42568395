import PipelineDefinition

/// The heads of a table that stand one a line before its rows: 序号, 指标, 单位, 2020年, 2025年.
struct RowwiseHead {
    struct Column {
        var lines: [TableLine]
        /// True where years head figures.
        let holdsFigures: Bool
        let isUnit: Bool
        let isOrdinal: Bool
        /// True for 类别, whose cell stands once for several rows.
        let isCategory: Bool
    }

    private(set) var columns: [Column] = []
    /// The index after the last head.
    private(set) var end = 0

    /// Fewer heads in a row are chance.
    private static let fewest = 3

    /// `nil` where `lines` do not begin with three heads or more, one of them of figures, numbers or names.
    init?(_ lines: [TableLine], judge: HeaderJudge) {
        while end < lines.count, let last = Optional(lines[end]) {
            if last.kind == .bracket || judge.lexicon.contains(last.text, as: .measure), isOpen(judge) {
                columns[columns.count - 1].lines.append(last)
            } else if judge.isHeadOfRow(last), !columns.contains(where: { $0.lines[0].text == last.text }) {
                columns.append(Self.column(last, judge))
            } else {
                break
            }
            end += 1
        }
        guard columns.count >= Self.fewest, ordinal != nil || columns.contains(where: \.holdsFigures) else {
            return nil
        }
    }

    /// The columns of figures, where they stand side by side.
    var figures: Range<Int>? {
        guard let first = columns.firstIndex(where: \.holdsFigures),
            let last = columns.lastIndex(where: \.holdsFigures),
            columns[first...last].allSatisfy(\.holdsFigures)
        else { return nil }
        return first..<last + 1
    }

    /// The column of row numbers.
    var ordinal: Int? { columns.firstIndex(where: \.isOrdinal) }

    /// Whether the last head still takes a unit in brackets, or 目标值 under its year.
    private func isOpen(_ judge: HeaderJudge) -> Bool {
        guard let last = columns.last?.lines.last else { return false }
        return last.kind != .bracket && (columns.last?.lines.count == 1 || judge.isYear(last))
    }

    static func column(_ line: TableLine, _ judge: HeaderJudge) -> Column {
        let base = HeaderJudge.base(line.text)
        return Column(
            lines: [line],
            holdsFigures: judge.isYear(line) || judge.lexicon.contains(base, as: .figures),
            isUnit: judge.lexicon.contains(base, as: .unit), isOrdinal: judge.lexicon.contains(line.text, as: .ordinal),
            isCategory: judge.lexicon.contains(base, as: .category))
    }
}

extension RowwiseHead.Column {
    /// Whether `line` alone can be a cell of the column.
    func takes(_ line: TableLine) -> Bool {
        let isValue = line.kind.isValue || line.signs.isClosed
        if holdsFigures { return isValue }
        if isUnit { return line.scalars.count <= 8 && !line.kind.isNumeric && line.kind != .span }
        // A name is no bare figure; other columns hold what they like.
        return isOrdinal ? OrdinalColumn.number(line) != nil : line.scalars.count > 0
    }
}
