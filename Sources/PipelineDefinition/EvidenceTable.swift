public import SourceText
public import StatisticalModel

/// How much each speaker weighs for a figure's year and kind: Pipelines/common/evidence.csv.
///
/// Weights double from the farthest to the nearest, so that a near word outweighs all that stand farther away;
/// only neighbours in the order can turn a decision together.
public struct EvidenceTable: Sendable {
    public enum Question: String, Sendable, Hashable, CaseIterable {
        case year, kind
    }

    private var weights = CodeTable<Question, CodeTable<EvidenceSpeaker, Int>>()
    public private(set) var examples: [LexiconExample] = []

    public init() {}

    /// Reads `speaker,question,weight,example`.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["speaker", "question", "weight", "example"], problems: &problems)
        for row in table.rows {
            guard let speaker = EvidenceSpeaker(rawValue: row("speaker")),
                let question = Question(rawValue: row("question")), let weight = Int(row("weight")), weight > 0
            else {
                problems.append(
                    table.problem(row, "‘\(row("speaker"))’ for ‘\(row("question"))’ is no speaker's weight"))
                continue
            }
            weights[question, default: CodeTable()][speaker] = weight
            examples.append(
                LexiconExample(path: path, line: row.line, word: row("speaker"), example: row("example")))
        }
    }

    /// 0 for a speaker that the file does not name: it then decides nothing.
    public func weight(of speaker: EvidenceSpeaker, for question: Question) -> Int {
        weights[question]?[speaker] ?? 0
    }
}
