public import SourceText

/// The words of Pipelines/common/rotated-words.csv: column headers of rotated tables, and how cells
/// of each kind of column begin and end.
public struct RotatedLexicon: Sendable {
    /// What the cells of a column are.
    public enum CellKind: String, Sendable, Hashable, CaseIterable {
        case number, span, text, name, person, organisation, deadline, period, category, money, remark
        /// A header that stands over the ones after it.
        case over
        /// Words of a row that sums the others.
        case total
        /// No column: what the name of a place ends with.
        case area
    }

    public private(set) var headers = WordTrie<CellKind>()
    /// Words that go on with the name before them and begin none.
    public private(set) var continuations = WordTrie<Bool>()
    /// Words behind a header word that make it part of a title: 重点任务清单.
    public private(set) var titleEnds = WordTrie<Bool>()
    /// The areas whose names open names of projects and units.
    public var areas = AreaTable()
    /// What may stand before a table's title with a number: 附件2.
    public private(set) var annexes = WordTrie<Bool>()
    /// What a table's unit follows: 单位：
    public private(set) var unitLabels: [String] = []
    private var openings: [CellKind: WordTrie<Bool>] = [:]
    private var endings: [CellKind: WordTrie<Bool>] = [:]
    private var values: [CellKind: WordTrie<Bool>] = [:]

    public init() {}

    /// Reads `rotated-words.csv`: `role,kind,word`.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["role", "kind", "word"], problems: &problems)
        for row in table.rows {
            guard let kind = CellKind(rawValue: row("kind")) else {
                problems.append(table.problem(row, "the kind ‘\(row("kind"))’ is unknown"))
                continue
            }
            if !add(row("word"), role: row("role"), kind: kind) {
                problems.append(table.problem(row, "the role ‘\(row("role"))’ is unknown"))
            }
        }
    }

    private mutating func add(_ word: String, role: String, kind: CellKind) -> Bool {
        switch role {
        case "header": headers.insert(word, kind)
        case "opening": openings[kind, default: WordTrie()].insert(word, true)
        case "annex": annexes.insert(word, true)
        case "unit-line": unitLabels.append(word)
        case "title-end": titleEnds.insert(word, true)
        case "continuation": continuations.insert(word, true)
        case "ending": endings[kind, default: WordTrie()].insert(word, true)
        case "value": values[kind, default: WordTrie()].insert(word, true)
        default: return false
        }
        return true
    }

    /// Words with which a cell of this kind begins.
    public func openings(of kind: CellKind) -> WordTrie<Bool> { openings[kind] ?? WordTrie() }
    /// Words with which a cell of this kind ends.
    public func endings(of kind: CellKind) -> WordTrie<Bool> { endings[kind] ?? WordTrie() }
    /// Words that are whole cells of this kind.
    public func values(of kind: CellKind) -> WordTrie<Bool> { values[kind] ?? WordTrie() }
}
