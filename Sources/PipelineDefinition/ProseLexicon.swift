public import SourceText
import StatisticalModel

/// The words of Pipelines/common by which prose is read, in one trie, and the Chinese numerals.
///
/// A word without a part to play (附近, 比例) is there to keep a shorter one (近, 比) from being read inside it.
public struct ProseLexicon: Sendable {
    public private(set) var words = WordTrie<Lexeme>()
    public private(set) var numerals = NumeralLexicon()
    /// Each entry's own example with its file and line: the tests read them.
    public private(set) var examples: [LexiconExample] = []
    /// How the names of units of government end (局, 支行): a closing bracket of nothing but such names is a duty.
    public private(set) var unitEndings: [String] = []
    /// What a unit does, as the words behind its name in a closing bracket say.
    public enum Duty: String, Sendable, Hashable {
        case lead, responsible, cooperating
    }

    /// 牵头, 按职责分工负责, 配合.
    public private(set) var duties: [(word: String, duty: Duty)] = []
    private var merged: [String: Lexeme] = [:]

    public init() {}

    /// Reads the word lists of `folder` (Pipelines/common).
    public init(folder: String, problems: inout [Diagnostic]) {
        readComparators("\(folder)/comparators.csv", &problems)
        readChanges("\(folder)/change-words.csv", &problems)
        readKinds("\(folder)/kinds.csv", &problems)
        readPeriods("\(folder)/periods.csv", &problems)
        readClauseWords("\(folder)/clause-words.csv", &problems)
        readTraps("\(folder)/traps.csv", &problems)
        numerals = NumeralLexicon(path: "\(folder)/numerals.csv", problems: &problems)
        for word in merged.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            if let lexeme = merged[word] { words.insert(word, lexeme) }
        }
    }

    private mutating func add(_ row: DefinitionTable.Row, in table: DefinitionTable, _ change: (inout Lexeme) -> Void) {
        change(&merged[row("word"), default: Lexeme()])
        examples.append(
            LexiconExample(path: table.path, line: row.line, word: row("word"), example: row("example")))
    }

    private mutating func readComparators(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["word", "position", "comparator", "reach", "order", "example"], problems: &problems)
        for row in table.rows {
            let code = row("comparator")
            guard let comparator = Comparator(rawValue: code) else {
                let known = Comparator.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(table.problem(row, "the comparator ‘\(code)’ is none of \(known)"))
                continue
            }
            add(row, in: table) {
                $0.comparator = comparator
                $0.yieldsToLater = row("order") == "yields"
                $0.roles.insert(
                    row("position") == "after"
                        ? .comparatorAfter : row("reach") == "adjacent" ? .comparatorAdjacent : .comparatorBefore)
            }
        }
    }

    private mutating func readChanges(_ path: String, _ problems: inout [Diagnostic]) {
        let parts: [String: LexemeRoles] = [
            "change": .change, "change-object": [.change, .changesObject], "change-adjacent": [.change, .beforeFigure],
            "change-noun": .changeNoun, "to": .level,
            "increment": .increment, "from": .from, "from-adjacent": [.from, .beforeFigure],
            "base": .base, "base-last": [.base, .baseLastYear],
        ]
        read(path, parts, &problems) { lexeme, row in
            if let direction = Int(row("direction")), direction != 0 { lexeme.direction = direction }
        }
    }

    private mutating func readPeriods(_ path: String, _ problems: inout [Diagnostic]) {
        let parts: [String: LexemeRoles] = [
            "year": .relativeYear, "same-year": [.relativeYear, .sameYear],
            "part-year": [.relativeYear, .sameYear, .partOfYear], "now": .now, "fixed": .fixedYear,
            "plan-end": .planEnd, "year-before": [.relativeYear, .yearBefore], "name-before": .yearNameBefore,
            "name-behind": .yearNameBehind, "plan-behind": .planNameBehind,
        ]
        read(path, parts, &problems) { lexeme, row in
            lexeme.offset = Int(row("offset")) ?? 0
            lexeme.span = Int(row("span")) ?? 0
            let months = row("months").split(separator: "-").compactMap { Int($0) }
            if months.count == 2, months[0] <= months[1] { lexeme.months = months[0]...months[1] }
        }
    }

    private mutating func readClauseWords(_ path: String, _ problems: inout [Diagnostic]) {
        let parts: [String: LexemeRoles] = [
            "lead": .lead, "lead-first": .leadFirst, "tail": .tail, "ofwhich": .ofWhich, "scope": .scope,
            "scope-year": .scope, "share": .share, "each": .each, "per": .per, "per-name": [], "keep": [],
            "plain": [], "responsible": .responsible, "cooperating": .cooperating, "lead-unit": .leadUnit,
            "deadline": .deadline, "completion": .completion, "awaits-purpose": .awaitsPurpose,
            "continuation": .continuation, "continuation-head": .continuationHead, "aside": .aside,
            "name-end": .nameEnd, "action": .action, "done": .done, "done-verb": .doneVerb,
            "aside-ending": .asideEnding,
        ]
        read(path, parts, &problems) { _, _ in }
    }

    private mutating func readTraps(_ path: String, _ problems: inout [Diagnostic]) {
        read(path, ["word": [], "name": .name, "per": .per], &problems) { _, _ in }
    }

    private mutating func read(
        _ path: String, _ parts: [String: LexemeRoles], _ problems: inout [Diagnostic],
        _ change: (inout Lexeme, DefinitionTable.Row) -> Void
    ) {
        let table = DefinitionTable(path: path, required: ["word", "role", "example"], problems: &problems)
        for row in table.rows {
            if row("role") == "unit-ending" {
                unitEndings.append(row("word"))
                continue
            }
            if row("role").hasPrefix("duty-"), let duty = Duty(rawValue: String(row("role").dropFirst(5))) {
                duties.append((row("word"), duty))
                continue
            }
            guard let roles = parts[row("role")] else {
                problems.append(table.problem(row, "the role ‘\(row("role"))’ is unknown"))
                continue
            }
            add(row, in: table) {
                $0.roles.formUnion(roles)
                change(&$0, row)
            }
        }
    }

    private mutating func readKinds(_ path: String, _ problems: inout [Diagnostic]) {
        let scopes: [String: LexemeRoles] = [
            "clause": .clauseKind, "sentence": [.clauseKind, .sentenceKind], "heading": .headingKind,
            "title": .titleKind, "cue": .kindCue, "earlier": [.clauseKind, .kindOfEarlier],
            "heading-opening": .headingOpening, "heading-state": .headingState,
            "paragraph": [.clauseKind, .sentenceKind, .paragraphKind], "label": .labelKind,
        ]
        let table = DefinitionTable(path: path, required: ["word", "scope", "kind", "example"], problems: &problems)
        for row in table.rows {
            guard let scope = scopes[row("scope")] else {
                problems.append(table.problem(row, "the scope ‘\(row("scope"))’ is unknown"))
                continue
            }
            add(row, in: table) {
                $0.roles.insert(scope)
                $0.kind = StatementKind(rawValue: row("kind"))
                if let status = ObservationStatus(rawValue: row("status")) { $0.status = status }
            }
        }
    }
}

/// The example that an entry of a word list must bring, and where it stands.
public struct LexiconExample: Sendable, Hashable {
    public let path: String
    public let line: Int
    public let word: String
    public let example: String
}
