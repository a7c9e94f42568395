import PipelineDefinition

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
