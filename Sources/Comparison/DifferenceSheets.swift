/// A comparison as sheets of plain text, for whoever draws a workbook of it.
public struct DifferenceSheets: Sendable {
    /// A difference: its kind and severity for the colour, and its cells in words, in the order of ``headers``.
    public struct Row: Sendable, Hashable {
        public let kind: DifferenceKind
        public let severity: ChangeSeverity?
        public let cells: [String]
    }

    public let language: ComparisonLanguage
    /// 版本对比：2023 → 2024
    public let title: String
    /// How many rows there are, how many the same and how many changed.
    public let summary: String
    public let headers: [String]
    /// 变化, and its rows, kind by kind.
    public let changesName: String
    public let changes: [Row]
    /// 文字与来源: changes that leave the figure as it is.
    public let wordingName: String
    public let wordingChanges: [Row]
    /// 表格问题, each in a sentence.
    public let findingsName: String
    public let findings: [String]
    /// Said where nothing differs.
    public let sameText: String

    public init(
        _ difference: EditionDifference, old: String, new: String, language: ComparisonLanguage = .chinese
    ) {
        let words = DifferenceWords(language: language)
        self.language = language
        title = words.title(old, new)
        summary = words.counts(difference)
        headers = words.headers
        changesName = words.changes
        changes = Self.rows(difference.changes, words)
        wordingName = words.wording
        wordingChanges = Self.rows(difference.wordingChanges, words)
        findingsName = words.findings
        findings = difference.findings.map(words.describe)
        sameText = words.same
    }

    private static func rows(_ differences: [RowDifference], _ words: DifferenceWords) -> [Row] {
        let byKind = Dictionary(grouping: differences, by: \.kind)
        return DifferenceKind.allCases.flatMap { kind in
            (byKind[kind] ?? []).map { item in
                Row(kind: kind, severity: item.change?.severity, cells: DifferenceReport.cells(item, words))
            }
        }
    }
}
