public import SourceText

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

    /// What the name of a project ends with: 项目, 工程.
    public private(set) var projectEndings = WordTrie<Bool>()

    public init() {}

    /// Reads `list-columns.csv`: `word,field`, the field `project-end` for words that close a project's name.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "field"], problems: &problems)
        for row in table.rows {
            if row("field") == "project-end" {
                projectEndings.insert(row("word"), true)
                continue
            }
            guard let field = Field(rawValue: row("field")) else {
                problems.append(table.problem(row, "the field ‘\(row("field"))’ is unknown"))
                continue
            }
            words.insert(row("word"), field)
        }
    }

    /// The field of the longest word in `header`; of equals the last.
    public func field(of header: String) -> Field? {
        let bytes = Array(header.utf8)
        var best: (length: Int, field: Field)?
        for start in bytes.indices {
            guard let match = words.longestMatch(in: bytes, at: start), match.length >= best?.length ?? 0 else {
                continue
            }
            best = (match.length, match.value)
        }
        return best?.field
    }
}
