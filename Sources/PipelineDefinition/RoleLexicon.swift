public import SourceText

/// A word of Pipelines/common/role-words.csv: what it writes into a name, and which way it points.
public struct RoleWord: Sendable, Hashable {
    /// What the word does to the quantity beside it.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// 高于 before what a figure is held against; 比 … 快 around it.
        case gapVerb = "gap-verb"
        case gapOpening = "gap-opening"
        /// 与 … 相比 around the level that others are held against.
        case comparedWith = "compared-with"
        case gapEnd = "gap-end"
        /// 全省, 平均水平 before the bracket with what others came to (比全省（17.3%）高).
        case others
        /// 规划实施以来 behind a five-year plan: since its first year, as 以来 alone says.
        case planSince = "plan-since"
        /// 昨天 before the bracket with its day of the month.
        case dayWord = "day-word"
        /// 与 directly before a year that others are held against, but not at the end of 合同.
        case baseJoin = "base-join"
        case endsInBaseJoin = "ends-in-base-join"
        /// What a figure in any unit may be held against (目标, 平均).
        case gapBase = "gap-base"
        /// Words of the base that its name leaves out at either end (年初, 平均水平).
        case baseLead = "base-lead"
        case baseTail = "base-tail"
        /// 完成 … 预算 before a share of a plan.
        case planVerb = "plan-verb"
        /// 占 also where no 的 stands before the share (占年计划68%).
        case planVerbBare = "plan-verb-bare"
        case plan
        /// 任务 ends the name of what is to be done: what comes behind tells how much of it was.
        case plannedNoun = "planned-noun"
        /// What is measured of so many things (率); a sum only where it changes (产值).
        case measured
        case measuredChange = "measured-change"
        case average
        /// 部分 behind a share: which part is spoken of.
        case portion
        /// 配套 before the second capacity of a project; 年产 before either.
        case joint, yearly
        /// 建成投产 behind a thing (项目) tells how far it is, not what it is.
        case stage, thing
        /// 根据 opens words that say how, not what.
        case adverbial
        /// 一批 before the size of each of them.
        case batch
        /// 县 behind a number of places, of each of which something is said.
        case placeNoun = "place-noun"
        /// 均 behind them.
        case every
        case extentEnd = "extent-end"
        case membership, enumerated
        /// 入选 … 首批 before the number of those to which one belongs.
        case entered
        case firstOf = "first-of"
        /// 按 … 计算 around what figures are reckoned by.
        case reckonedBy = "reckoned-by"
        case reckoned
        /// 给予 behind the share of something by which it is given.
        case granted
        case textPart = "text-part"
        case textCounter = "text-counter"
        case textUnit = "text-unit"
        case attendance, term, running, since
        case ranking
        case rankUnit = "rank-unit"
        case rankBefore = "rank-before"
        /// 配备 under an obligation (每, 应) states what is asked for.
        case provision, obligation
        /// Nouns that say the figure before them once more (目标, 增速).
        case restating
        case alternative
        /// 对 opens a clause about those for whom what follows holds; 且 joins one condition to the next.
        case condition
        case conditionJoin = "condition-join"
        /// 依次是 leads to a list of what the figures behind it are of, 最大 to what those are ranked by.
        case enumerating, superlative
        /// 对符合 opens several clauses of conditions, until one says what is given (给予).
        case conditionOpening = "condition-opening"
        /// 后 ends what a time is counted from, not what takes that time.
        case after
        /// 高度 between a count and the size of what is counted (6个高度4米以下的项目).
        case sizeNoun = "size-noun"
        /// 超额完成 before a figure that is a target's: what it says was reached.
        case attained
        /// 季度 behind a bare 个 is a time.
        case spanNoun = "span-noun"
        /// 亿级 ends what the name of a class begins with.
        case classEnding = "class-ending"
        /// 增速: what is held against a target where the figure before was a change.
        case rate
        /// 快于, 慢于: it is a rate that is held against something.
        case paced
        /// 的 between a base and its noun.
        case of
        /// Units and words beside a figure that states nothing: 8折, 含3个, 5个方面, 24小时前, 以女性为100.
        case priceUnit = "price-unit"
        case containing, excluding, aspect, ahead, basis
        /// What people are counted in.
        case personUnit = "person-unit"
        /// 每 before so many of something: what follows is reckoned by them.
        case perCount = "per-count"
        /// 是指: the sentence says what a word means, and its figures are part of that.
        case definition
        /// 系数 at the end of a name: its figures have no unit.
        case unitless
        /// The name of what a unit's dimension measures (面积 of `area`).
        case dimension
    }

    public let bytes: [UInt8]
    public let name: String
    public let direction: Int
}

/// The words by which the role of a quantity is known, the longest of each part first.
///
/// An object, since every reader of a sentence asks it: a value would be copied for each.
public final class RoleLexicon: Sendable {
    /// The words of a part, and by which characters they begin and end: most places of a text are left with one look.
    private struct Words {
        var words: [RoleWord] = []
        var openings = CharacterSieve()
        var endings = CharacterSieve()

        mutating func append(_ word: RoleWord) {
            words.append(word)
            openings.insertOpening(of: word.bytes)
            endings.insertEnding(of: word.bytes)
        }

        func first(in bytes: [UInt8], at offset: Int, limit: Int) -> RoleWord? {
            guard openings.mayOpen(at: offset, in: bytes) else { return nil }
            return words.first { word in
                offset + word.bytes.count <= limit
                    && bytes[offset..<offset + word.bytes.count].elementsEqual(word.bytes)
            }
        }
    }

    private let parts: CodeTable<RoleWord.Part, Words>
    /// Each entry's own example, which the tests read.
    public let examples: [LexiconExample]
    /// The word that stands for a rate of change in a name (增速).
    public let rate: String

    public init() {
        (parts, examples, rate) = (CodeTable(), [], "")
    }

    /// Reads `role-words.csv`: `word,role,name,direction,example`.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["word", "role", "name", "direction", "example"], problems: &problems)
        var parts = CodeTable<RoleWord.Part, Words>()
        var examples: [LexiconExample] = []
        for row in table.rows {
            guard let part = RoleWord.Part(rawValue: row("role")) else {
                problems.append(table.problem(row, "the role ‘\(row("role"))’ is unknown"))
                continue
            }
            parts[part, default: Words()].append(
                RoleWord(
                    bytes: Array(row("word").utf8), name: row("name"), direction: Int(row("direction")) ?? 0))
            examples.append(
                LexiconExample(path: path, line: row.line, word: row("word"), example: row("example")))
        }
        for part in RoleWord.Part.allCases { parts[part]?.words.sort { $0.bytes.count > $1.bytes.count } }
        self.parts = parts
        self.examples = examples
        rate = parts[.rate]?.words.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    /// The longest word of `part` that begins at `offset`.
    public func word(_ part: RoleWord.Part, in bytes: [UInt8], at offset: Int, limit: Int) -> RoleWord? {
        parts[part]?.first(in: bytes, at: offset, limit: limit)
    }

    /// The longest word of `part` that ends at `end` and begins at `start` or behind it.
    public func word(_ part: RoleWord.Part, in bytes: [UInt8], before end: Int, from start: Int) -> RoleWord? {
        guard let words = parts[part], words.endings.mayEnd(at: end, in: bytes) else { return nil }
        return words.words.first { word in
            end - word.bytes.count >= start && bytes[end - word.bytes.count..<end].elementsEqual(word.bytes)
        }
    }

    /// True where `text` is a word of `part`.
    public func holds(_ part: RoleWord.Part, _ text: String) -> Bool {
        parts[part]?.words.contains { $0.bytes.count == text.utf8.count && text.begins(with: $0.bytes) } == true
    }

    /// True where `text` ends with a word of `part`.
    public func ends(_ text: String, with part: RoleWord.Part) -> Bool {
        parts[part]?.words.contains { text.ends(with: $0.bytes) } == true
    }

    /// True where `text` begins with a word of `part`.
    public func starts(_ text: String, with part: RoleWord.Part) -> Bool {
        parts[part]?.words.contains { text.begins(with: $0.bytes) } == true
    }

    /// The word of `part` that writes `name`.
    public func word(_ part: RoleWord.Part, named name: String) -> String? {
        parts[part]?.words.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Where in `range` the last word of `part` begins, looked for from its end.
    public func last(_ part: RoleWord.Part, in bytes: [UInt8], _ range: Range<Int>) -> (at: Int, word: RoleWord)? {
        guard let words = parts[part] else { return nil }
        var index = range.upperBound
        while index > range.lowerBound {
            index -= 1
            if bytes[index] & 0xC0 == 0x80 { continue }
            if let word = words.first(in: bytes, at: index, limit: range.upperBound) { return (index, word) }
        }
        return nil
    }

    /// True where 与 or 同 before `offset` joins a year that others are held against: 与2020年相比; no such word stands
    /// in 合同2020年.
    public func joinsBase(before offset: Int, in bytes: [UInt8]) -> Bool {
        word(.baseJoin, in: bytes, before: offset, from: 0) != nil
            && word(.endsInBaseJoin, in: bytes, before: offset, from: 0) == nil
    }
}
