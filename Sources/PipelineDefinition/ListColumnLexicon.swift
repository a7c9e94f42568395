public import SourceText
public import StatisticalModel

/// The words of Pipelines/common/list-columns.csv: which column of a task or project list holds what.
public struct ListColumnLexicon: Sendable {
    /// What a column, or a labelled line such as 牵头单位：…, says of a task or project.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case number, task, section, leader, responsible, cooperating, deadline
        case leadUnit = "lead-unit"
        /// A short name (任务名称): the task where no longer text stands beside it, else its section.
        case taskName = "task-name"
        case project, scope, investment, period, owner, state
    }

    public private(set) var words = WordTrie<Field>()

    /// What an investment column's header says of the money's source.
    public private(set) var investmentKinds = WordTrie<InvestmentKind>()

    /// What the name of a project ends with: 项目, 工程.
    public private(set) var projectEndings = WordTrie<Bool>()

    public init() {}

    /// Reads `list-columns.csv`: `word,field`, the field `project-end` for words that close a project's name,
    /// `investment-total` and the like for columns of money whose source is known.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "field"], problems: &problems)
        for row in table.rows {
            if row("field") == "project-end" {
                projectEndings.insert(row("word"), true)
            } else if let kind = Self.investmentKind(row("field")) {
                words.insert(row("word"), .investment)
                investmentKinds.insert(row("word"), kind)
            } else if let field = Field(rawValue: row("field")) {
                words.insert(row("word"), field)
            } else {
                problems.append(table.problem(row, "the field ‘\(row("field"))’ is unknown"))
            }
        }
    }

    private static func investmentKind(_ field: String) -> InvestmentKind? {
        let prefix = "\(Field.investment.rawValue)-"
        return field.hasPrefix(prefix) ? InvestmentKind(rawValue: String(field.dropFirst(prefix.count))) : nil
    }

    /// The field of the longest word in `header`; of equals the last.
    public func field(of header: String) -> Field? { Self.longest(words, in: header) }

    /// The kind of the longest word of money in `header`.
    public func investmentKind(of header: String) -> InvestmentKind {
        Self.longest(investmentKinds, in: header) ?? .other
    }

    private static func longest<Value>(_ words: WordTrie<Value>, in header: String) -> Value? {
        let bytes = Array(header.utf8)
        var best: (length: Int, value: Value)?
        for start in bytes.indices {
            guard let match = words.longestMatch(in: bytes, at: start), match.length >= best?.length ?? 0 else {
                continue
            }
            best = (match.length, match.value)
        }
        return best?.value
    }
}
