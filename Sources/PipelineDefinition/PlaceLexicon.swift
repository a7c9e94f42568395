public import SourceText

/// The words of Pipelines/common/place-words.csv that tell what a place's name is part of.
///
/// 东胜区 in 东胜区某集团 is a firm's, in 东胜区至乌审旗铁路 the end of a route; 新区 in 新区域 is no place.
public struct PlaceLexicon: Sendable {
    /// What stands anywhere behind a place whose name is part of another's (公司, 铁路).
    public private(set) var owners: [String] = []
    /// What stands directly behind a place that is one end of a route (至, —).
    public private(set) var routes: [String] = []
    /// Longer words that begin with the last character of a place's name (区域, 区间).
    public private(set) var longer = WordTrie<Bool>()
    /// Each entry's own example, which the tests read.
    public private(set) var examples: [LexiconExample] = []

    public init() {}

    /// Reads `place-words.csv`: `word,role,example`.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "role", "example"], problems: &problems)
        for row in table.rows {
            switch row("role") {
            case "owner": owners.append(row("word"))
            case "route": routes.append(row("word"))
            case "longer": longer.insert(row("word"), true)
            default: problems.append(table.problem(row, "the role ‘\(row("role"))’ is unknown"))
            }
            examples.append(
                LexiconExample(path: path, line: row.line, word: row("word"), example: row("example")))
        }
    }
}
