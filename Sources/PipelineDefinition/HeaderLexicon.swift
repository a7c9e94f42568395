public import SourceText
public import StatisticalModel

/// The words of Pipelines/common/table-headers.csv: what the head, the title and the cells of a table say.
///
/// `word,place,role,example`: `place` is `header`, `title`, `cell` (the whole cell), or `before` and
/// `after` a number in a cell. Example: `到,header,target,到2025年`.
public struct HeaderLexicon: Sendable {
    /// What a word in a column's head says of the column.
    public enum HeaderRole: String, Sendable, Hashable, CaseIterable {
        case rowNumber = "row-number"
        case name, category, project, unit, attribute, responsible, area, note, deadline, task
        /// Of the responsible units the one that leads; units that help.
        case lead, cooperating
        case actual, target, forecast, reference, change, filler
        /// A level of what the row names, without a word of its own: 绝对数.
        case level
    }

    /// What a word beside a number in a cell says of the number.
    public enum CellRole: String, Sendable, Hashable, CaseIterable {
        case atLeast = "at-least"
        case moreThan = "more-than"
        case atMost = "at-most"
        case lessThan = "less-than"
        case approximately, level, increment, rise, fall

        /// The role of a word that bounds its number so; `nil` for equality and ranges.
        public init?(_ comparator: Comparator) {
            switch comparator {
            case .atLeast: self = .atLeast
            case .moreThan: self = .moreThan
            case .atMost: self = .atMost
            case .lessThan: self = .lessThan
            case .approximately: self = .approximately
            case .equal, .range: return nil
            }
        }

        /// How the word bounds the number; `nil` for words that do not.
        public var comparator: Comparator? {
            switch self {
            case .atLeast: .atLeast
            case .moreThan: .moreThan
            case .atMost: .atMost
            case .lessThan: .lessThan
            case .approximately: .approximately
            case .level, .increment, .rise, .fall: nil
            }
        }
    }

    public private(set) var headers = WordTrie<HeaderRole>()
    /// Words of a table's title that are no part of its subject.
    public private(set) var titleFillers = WordTrie<Bool>()
    /// Words up to which a title tells how its table is parted: 分县区, 各县（市、区）.
    public private(set) var titleLeads = WordTrie<Bool>()
    public private(set) var before = WordTrie<CellRole>()
    public private(set) var after = WordTrie<CellRole>()
    /// Whole cells that state that there is no value.
    public private(set) var noValue = WordTrie<Bool>()

    public init() {}

    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "place", "role", "example"], problems: &problems)
        for row in table.rows where !insert(row("word"), place: row("place"), role: row("role")) {
            problems.append(table.problem(row, "no role ‘\(row("role"))’ at the place ‘\(row("place"))’"))
        }
    }

    /// Adds a word; false where the place or its role is unknown.
    public mutating func insert(_ word: String, place: String, role: String) -> Bool {
        switch place {
        case "header":
            guard let role = HeaderRole(rawValue: role) else { return false }
            headers.insert(word, role)
        case "before", "after":
            guard let role = CellRole(rawValue: role) else { return false }
            if place == "before" { before.insert(word, role) } else { after.insert(word, role) }
        case "title" where role == "lead": titleLeads.insert(word, true)
        case "title" where role == "filler": titleFillers.insert(word, true)
        case "cell" where role == "none": noValue.insert(word, true)
        default: return false
        }
        return true
    }
}
