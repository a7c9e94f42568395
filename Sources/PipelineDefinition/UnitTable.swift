public import SourceText
public import StatisticalModel

/// The units of Pipelines/common/units.csv: how they are printed, and what they come to.
///
/// A printed unit is an optional multiplier (万, 亿, 万亿, 千, 百万 …), a unit word, and for compounds
/// a `/` and a second unit: 万吨/年, 克/千瓦时.
public struct UnitTable: Sendable {
    /// A unit word and what it stands for: 吉瓦 is 10⁶ 千瓦.
    public struct Entry: Sendable {
        public let unit: UnitOfMeasure
        /// True for words that are units only after a number (个, 年, 天).
        public let isCounter: Bool
        /// Characters that make another word of it: 成 before 员 and 立 is no share, 折 before 算 no cut.
        let notBefore: [[UInt8]]
    }

    public private(set) var words = WordTrie<Entry>()
    /// The same for every table, so that one without words costs nothing.
    public let multipliers = Self.powersOfTen

    private static let powersOfTen = WordTrie<Int>(
        [
            ("百", 2), ("千", 3), ("万", 4), ("十万", 5), ("百万", 6), ("千万", 7), ("亿", 8), ("十亿", 9), ("百亿", 10), ("千亿", 11),
            ("万亿", 12), ("万万", 8), ("萬", 4), ("億", 8), ("萬億", 12), ("百萬", 6), ("千萬", 7),
        ])

    /// The UN/ECE Recommendation 20 codes of base units, where it has one; units of counting are `C62` (one).
    public private(set) var codes: [UnitCode: String] = [:]

    /// The English name of each unit word; a word without one has none.
    public private(set) var englishNames: [String: String] = [:]

    /// The unit words in the order of the file.
    private var names: [String] = []

    /// What a unit that nobody knows may have meant, as a message's end; see ``NearestName/hint(for:among:)``.
    public func hint(for unit: String) -> String {
        let hint = NearestName.hint(for: unit, among: names)
        return hint.isEmpty ? "; units stand in common/units.csv" : hint
    }

    /// For a unit the smaller ones that may follow it, and what part of it each is: 角 and 分 behind 元.
    private var partsOfUnits: [String: WordTrie<DecimalNumber>] = [:]

    /// A kind of units that come to each other, and how much of the kind's own unit one of them is: 公顷 is 15 亩.
    public struct Kind: Sendable {
        public var name: String
        public var factor: DecimalNumber
    }

    /// The kinds of base units.
    private var kinds: [String: Kind] = [:]

    public init() {}

    /// What a base unit comes to beside others of its kind, each part of a compound by itself: 千克/亩 is 0.001 of
    /// `mass/area`. A unit of no kind is alone in its dimension, or the same as the others there (家 and 个); `nil` for
    /// an unknown one.
    public func kind(of unit: UnitCode) -> Kind? {
        var whole: Kind?
        for part in unit.name.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
            let alone = resolve(part).map { Kind(name: $0.dimension, factor: 1) }
            guard let own = kinds[part] ?? alone else { return nil }
            guard let before = whole else {
                whole = own
                continue
            }
            guard let factor = before.factor.divided(by: own.factor, decimals: Self.decimalsOfKind) else { return nil }
            whole = Kind(name: "\(before.name)/\(own.name)", factor: factor.canonical)
        }
        return whole
    }
    /// A microgram the mu is 10^-12 tonnes; behind that a share of a share is lost.
    private static let decimalsOfKind = 18

    /// The smaller units that may stand behind a figure in `unit` (125元5角); `nil` for nearly all.
    public func parts(of unit: String) -> WordTrie<DecimalNumber>? { partsOfUnits[unit] }

    /// Reads `units.csv`: `word,base,factor,dimension,counter,not-before,parts,kind` and further columns that other
    /// readers use.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["word", "base", "factor", "dimension"], problems: &problems)
        for row in table.rows {
            guard let factor = DecimalNumber(row("factor")) else {
                problems.append(table.problem(row, "the factor ‘\(row("factor"))’ is no number"))
                continue
            }
            let unit = UnitOfMeasure(base: UnitCode(row("base")), factor: factor, dimension: row("dimension"))
            let notBefore = row("not-before").split(separator: "|").map { Array($0.utf8) }
            names.append(row("word"))
            words.insert(row("word"), Entry(unit: unit, isCounter: row("counter") == "yes", notBefore: notBefore))
            for part in row("parts").split(separator: "|") {
                let pair = part.split(separator: "=")
                guard pair.count == 2, let share = DecimalNumber(pair[1]) else {
                    problems.append(table.problem(row, "the part ‘\(part)’ is not of the form 角=0.1"))
                    continue
                }
                partsOfUnits[row("word"), default: WordTrie()].insert(String(pair[0]), share)
            }
            if !row("kind").isEmpty { addKind(row("kind"), of: unit, row, table, &problems) }
            addCode(row("unece"), of: unit)
            if !row("english").isEmpty { englishNames[row("word")] = row("english") }
        }
    }

    /// `area=15`: fifteen of the kind's own unit.
    private mutating func addKind(
        _ text: String, of unit: UnitOfMeasure, _ row: DefinitionTable.Row, _ table: DefinitionTable,
        _ problems: inout [Diagnostic]
    ) {
        let pair = text.split(separator: "=")
        guard pair.count == 2, let factor = DecimalNumber(pair[1]), factor > 0, unit.factor == 1 else {
            return problems.append(
                table.problem(row, "the kind ‘\(text)’ is not of the form area=15, on the row of a base unit"))
        }
        kinds[unit.base.name] = Kind(name: String(pair[0]), factor: factor)
    }

    /// A row of another size than its base names a unit of its own: 吉瓦's code is not that of 千瓦.
    private mutating func addCode(_ code: String, of unit: UnitOfMeasure) {
        guard unit.factor == 1 else { return }
        let known = codes[unit.base] ?? "C62"
        if !code.isEmpty, known == "C62" {
            codes[unit.base] = code
        } else if unit.dimension == "count" {
            codes[unit.base] = known
        }
    }

    /// The unit printed as `text`; `nil` where a part of it is unknown.
    public func resolve(_ text: String) -> UnitOfMeasure? {
        let bytes = Array(text.utf8)
        guard let match = match(in: bytes, at: 0), match.length == bytes.count else { return nil }
        return match.unit
    }

    /// The longest printed unit, compounds included, that starts at `offset`.
    public func match(in bytes: [UInt8], at offset: Int) -> (length: Int, unit: UnitOfMeasure, isCounter: Bool)? {
        guard let first = simple(in: bytes, at: offset) else { return nil }
        let slash = UInt8(ascii: "/")
        guard offset + first.length < bytes.count, bytes[offset + first.length] == slash else { return first }
        var length = first.length
        var unit = first.unit
        while offset + length + 1 < bytes.count, bytes[offset + length] == slash,
            let next = simple(in: bytes, at: offset + length + 1)
        {
            length += 1 + next.length
            let factor = unit.factor.divided(by: next.unit.factor, decimals: 12)?.canonical ?? unit.factor
            unit = UnitOfMeasure(
                base: UnitCode("\(unit.base)/\(next.unit.base)"), factor: factor,
                dimension: "\(unit.dimension)/\(next.unit.dimension)")
        }
        return (length, unit, first.isCounter)
    }

    private func simple(in bytes: [UInt8], at offset: Int) -> (length: Int, unit: UnitOfMeasure, isCounter: Bool)? {
        let plain = word(in: bytes, at: offset)
        if let multiplier = multipliers.longestMatch(in: bytes, at: offset) {
            let rest = word(in: bytes, at: offset + multiplier.length)
            guard
                multiplier.length + (rest?.length ?? 0) > plain?.length ?? 0
                    || multiplier.length >= plain?.length ?? 0
            else { return plain.map { ($0.length, $0.entry.unit, $0.entry.isCounter) } }
            let base = rest?.entry.unit ?? UnitOfMeasure(base: UnitCode(""), dimension: "number")
            let factor = base.factor.shifted(by: multiplier.value)
            return (
                multiplier.length + (rest?.length ?? 0),
                UnitOfMeasure(base: base.base, factor: factor, dimension: base.dimension),
                rest?.entry.isCounter ?? false
            )
        }
        return plain.map { ($0.length, $0.entry.unit, $0.entry.isCounter) }
    }

    /// The longest unit word at `offset` that no character behind it makes another word.
    private func word(in bytes: [UInt8], at offset: Int) -> (length: Int, entry: Entry)? {
        guard let match = words.longestMatch(in: bytes, at: offset) else { return nil }
        let next = offset + match.length
        for character in match.value.notBefore where next + character.count <= bytes.count {
            if bytes[next..<next + character.count].elementsEqual(character) { return nil }
        }
        return (match.length, match.value)
    }
}
