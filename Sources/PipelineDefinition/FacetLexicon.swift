public import SourceText

/// What is said of a thing counted or measured, besides its name: the columns of a name once it is taken apart.
///
/// 城镇居民人均可支配收入实际增长 has the head 居民可支配收入, the settlement urban, per-unit person, price-basis real and
/// change growth. The raw values stand in facets.csv, facet-defaults.csv and facet-rules.csv.
public enum NameFacet: String, Sendable, Hashable, Comparable, CaseIterable {
    case area, settlement
    case areaScope = "area-scope"
    case population, group
    case enterpriseScope = "enterprise-scope"
    case method, setting, grade, stage
    case priceBasis = "price-basis"
    /// The denominator of a share.
    case of
    case measure, ownership, sector, kind
    case tradeFlow = "trade-flow"
    case tradeMode = "trade-mode"
    case perUnit = "per-unit"
    case change, period, comparison

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The tables that take names of indicators apart: facets.csv, synonyms.csv, facet-defaults.csv, facet-rules.csv.
///
/// Words are folded as names are (``NameFolding``), but keep a leading 全市: it is a facet here.
public struct FacetLexicon: Sendable {
    /// Where in a name a word counts.
    public enum Condition: Sendable, Hashable {
        case start, end, startOrEnd, whole
        case before([[UInt8]])
        case notBefore([[UInt8]])
        case after([[UInt8]])
        case notAfter([[UInt8]])
    }

    /// What a word of facets.csv means.
    public enum Meaning: Sendable, Hashable {
        /// Part of the head, whatever shorter words in it mean: 建成区, 城镇化.
        case keep
        /// Says nothing of what is measured: 全年, 完成.
        case frame
        /// Divides a share into numerator and denominator: 占.
        case divider
        case facet(NameFacet, String)
    }

    public struct Word: Sendable, Hashable {
        public let meaning: Meaning
        let conditions: [Condition]
    }

    /// What becomes of a word of synonyms.csv.
    public enum Replacement: Sendable, Hashable {
        case same
        /// A near word: names that differ in it are asked (煤炭 and 原煤).
        case near
        /// A verb before its object is turned round: 生产汽车 to 汽车产量.
        case turned
    }

    public struct Synonym: Sendable, Hashable {
        public let canonical: [UInt8]
        public let replacement: Replacement
        let conditions: [Condition]
    }

    /// A facet that names leave out, since it goes without saying: settlement urban of 失业率.
    public struct Default: Sendable, Hashable {
        public enum Trait: Sendable, Hashable {
            case word([UInt8])
            case facet(NameFacet, String)
        }

        public let traits: [Trait]
        public let facet: NameFacet
        public let value: String
    }

    /// What a facet means that one of two names leaves out.
    public enum Silence: Sendable, Hashable {
        /// Nothing printed tells: ask. The values named are never left out, so that they contradict.
        case unsaid(neverLeftOut: Set<String>)
        /// A value of its own: 企业 are all firms.
        case value(String)
    }

    private var facets = WordTrie<[Word]>()
    private var synonyms = WordTrie<[Synonym]>()
    public private(set) var defaults: [Default] = []
    /// By facet; the few of them are compared faster than hashed.
    private var silences: [(facet: NameFacet, silence: Silence)] = []
    /// What a share is called that 占 states: the first word of its facet (占比).
    public private(set) var shareWord: [UInt8] = []
    /// Behind what a word at the end of a name may stand: 占比, 增长.
    private var closings = WordTrie<Bool>()
    /// What is better when it is smaller: 死亡率, 能耗.
    private var smallerIsBetter = WordTrie<Bool>()
    /// Each entry's own example, which the tests read.
    public private(set) var examples: [LexiconExample] = []

    public init() {}

    /// Reads the four files of `folder`; the words around names of `frame` count too where facets.csv is silent of them.
    public init(folder: String, frame: NameFrame = NameFrame(), problems: inout [Diagnostic]) {
        readFacets("\(folder)/facets.csv", &problems)
        readSynonyms("\(folder)/synonyms.csv", &problems)
        readDefaults("\(folder)/facet-defaults.csv", &problems)
        readRules("\(folder)/facet-rules.csv", &problems)
        for (words, condition) in [(frame.leads, Condition.start), (frame.tails, .end)] {
            for word in words where facets.value(of: word) == nil {
                facets.insert(bytes: word, [Word(meaning: .frame, conditions: [condition])])
            }
        }
    }

    public var isEmpty: Bool { facets.isEmpty }

    public func silence(of facet: NameFacet) -> Silence {
        silences.last { $0.facet == facet }?.silence ?? .unsaid(neverLeftOut: [])
    }

    /// `name` folded as the words of the tables are.
    public static func fold(_ name: String, units: UnitTable = UnitTable()) -> [UInt8] {
        NameFolding.bytes(of: name, units: units, keepsPrefix: true)
    }

    /// Whether less is better of what `name`, folded, measures: 5岁以下儿童死亡率.
    public func isBetterSmaller(_ name: [UInt8]) -> Bool {
        name.indices.contains { smallerIsBetter.longestMatch(in: name, at: $0) != nil }
    }

    // MARK: Words at a place

    /// The meanings of the longest word at `offset` that counts there, and its length in bytes.
    public func meanings(in name: [UInt8], at offset: Int) -> (length: Int, words: [Word])? {
        longest(facets, in: name, at: offset) { $0.conditions }
    }

    /// The synonym for the longest word at `offset` that has one there.
    public func synonym(in name: [UInt8], at offset: Int) -> (length: Int, synonym: Synonym)? {
        longest(synonyms, in: name, at: offset) { $0.conditions }.map { ($0.length, $0.words[0]) }
    }

    private func longest<Entry>(
        _ trie: WordTrie<[Entry]>, in name: [UInt8], at offset: Int, conditions: (Entry) -> [Condition]
    ) -> (length: Int, words: [Entry])? {
        var limit = name.count
        while let found = trie.longestMatch(in: name, at: offset, limit: limit) {
            let range = offset..<offset + found.length
            let counting = found.value.filter { entry in
                conditions(entry).allSatisfy { holds($0, in: name, at: range) }
            }
            if !counting.isEmpty { return (found.length, counting) }
            limit = range.upperBound - 1
        }
        return nil
    }

    private func holds(_ condition: Condition, in name: [UInt8], at range: Range<Int>) -> Bool {
        switch condition {
        case .start: range.lowerBound == 0
        case .end: isEnd(range.upperBound, of: name)
        case .startOrEnd: range.lowerBound == 0 || range.upperBound == name.count
        case .whole: range == 0..<name.count
        case .before(let words): words.contains { Self.starts(name, at: range.upperBound, with: $0) }
        case .notBefore(let words): !words.contains { Self.starts(name, at: range.upperBound, with: $0) }
        case .after(let words): words.contains { Self.ends(name, at: range.lowerBound, with: $0) }
        case .notAfter(let words): !words.contains { Self.ends(name, at: range.lowerBound, with: $0) }
        }
    }

    private func isEnd(_ offset: Int, of name: [UInt8]) -> Bool {
        offset == name.count || closings.longestMatch(in: name, at: offset) != nil
    }

    private static func starts(_ name: [UInt8], at offset: Int, with word: [UInt8]) -> Bool {
        name.count - offset >= word.count && name[offset..<offset + word.count].elementsEqual(word)
    }

    private static func ends(_ name: [UInt8], at offset: Int, with word: [UInt8]) -> Bool {
        offset >= word.count && name[offset - word.count..<offset].elementsEqual(word)
    }
}

// MARK: - Reading

extension FacetLexicon {
    /// `facet,word,value,scope,example`.
    private mutating func readFacets(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["facet", "word", "value", "scope", "example"], optional: [], problems: &problems)
        for row in table.rows {
            let word = Self.fold(row("word"))
            examples.append(LexiconExample(path: path, line: row.line, word: row("word"), example: row("example")))
            if row("facet") == "closing" {
                closings.insert(bytes: word, true)
                continue
            }
            if row("facet") == "smaller-is-better" {
                smallerIsBetter.insert(bytes: word, true)
                continue
            }
            guard let meaning = meaning(of: row, table, &problems) else { continue }
            if meaning == .facet(.measure, "share"), shareWord.isEmpty { shareWord = word }
            let entry = Word(meaning: meaning, conditions: conditions(of: row, table, &problems).conditions)
            facets.insert(bytes: word, (facets.value(of: word) ?? []) + [entry])
        }
    }

    private func meaning(
        of row: DefinitionTable.Row, _ table: DefinitionTable, _ problems: inout [Diagnostic]
    ) -> Meaning? {
        switch row("facet") {
        case "keep": return .keep
        case "frame": return .frame
        case "divider": return .divider
        default: break
        }
        guard let facet = NameFacet(rawValue: row("facet")) else {
            let hint = NearestName.hint(for: row("facet"), among: NameFacet.allCases.map(\.rawValue))
            problems.append(table.problem(row, column: "facet", "unknown facet ‘\(row("facet"))’\(hint)"))
            return nil
        }
        // 全社会 before most names says no more than 全市.
        return row("value").isEmpty ? .frame : .facet(facet, row("value"))
    }

    /// `word,canonical,scope,example`.
    private mutating func readSynonyms(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["word", "canonical", "scope", "example"], optional: [], problems: &problems)
        for row in table.rows {
            let word = Self.fold(row("word"))
            examples.append(LexiconExample(path: path, line: row.line, word: row("word"), example: row("example")))
            let scope = conditions(of: row, table, &problems)
            let entry = Synonym(
                canonical: Self.fold(row("canonical")), replacement: scope.replacement, conditions: scope.conditions)
            synonyms.insert(bytes: word, (synonyms.value(of: word) ?? []) + [entry])
        }
    }

    /// `head,facet,value,example,reason`; the head's parts joined by `+` are words or `facet=value`.
    private mutating func readDefaults(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["head", "facet", "value", "example", "reason"], optional: [], problems: &problems)
        for row in table.rows {
            guard let facet = NameFacet(rawValue: row("facet")) else {
                problems.append(table.problem(row, column: "facet", "unknown facet ‘\(row("facet"))’"))
                continue
            }
            let traits = row("head").split(separator: "+").map { part -> Default.Trait in
                let sides = part.split(separator: "=").map(String.init)
                if sides.count == 2, let facet = NameFacet(rawValue: sides[0]) { return .facet(facet, sides[1]) }
                return .word(Self.fold(String(part)))
            }
            defaults.append(Default(traits: traits, facet: facet, value: row("value")))
        }
    }

    /// `facet,missing,never-left-out,reason`.
    private mutating func readRules(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["facet", "missing", "never-left-out", "reason"], optional: [], problems: &problems)
        for row in table.rows {
            guard let facet = NameFacet(rawValue: row("facet")) else {
                problems.append(table.problem(row, column: "facet", "unknown facet ‘\(row("facet"))’"))
                continue
            }
            let isUnsaid = row("missing") == "unsaid"
            let silence: Silence =
                isUnsaid ? .unsaid(neverLeftOut: Set(row.list("never-left-out"))) : .value(row("missing"))
            silences.append((facet, silence))
        }
    }

    /// Conditions of the column `scope`, separated by spaces: `any`, `start end`, `before:床位|托位`, `ask` …
    private func conditions(
        of row: DefinitionTable.Row, _ table: DefinitionTable, _ problems: inout [Diagnostic]
    ) -> (conditions: [Condition], replacement: Replacement) {
        var conditions: [Condition] = []
        var replacement = Replacement.same
        for part in row("scope").split(separator: " ") {
            let sides = part.split(separator: ":", maxSplits: 1)
            let words = sides.count == 2 ? sides[1].split(separator: "|").map { Self.fold(String($0)) } : []
            switch sides.first.map(String.init) {
            case "any": break
            case "ask": replacement = .near
            case "turn": replacement = .turned
            case "start": conditions.append(.start)
            case "end": conditions.append(.end)
            case "whole": conditions.append(.whole)
            case "before" where !words.isEmpty: conditions.append(.before(words))
            case "not-before" where !words.isEmpty: conditions.append(.notBefore(words))
            case "after" where !words.isEmpty: conditions.append(.after(words))
            case "not-after" where !words.isEmpty: conditions.append(.notAfter(words))
            default: problems.append(table.problem(row, column: "scope", "unknown scope ‘\(part)’"))
            }
        }
        if conditions.contains(.start), conditions.contains(.end) {
            conditions.removeAll { $0 == .start || $0 == .end }
            conditions.append(.startOrEnd)
        }
        return (conditions, replacement)
    }
}
