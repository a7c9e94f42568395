public import SourceText
public import StatisticalModel

/// The characters of Chinese numerals, looked up by Unicode scalar.
///
/// The everyday digits and powers are a closed set and stand here; numerals.csv adds formal and traditional ones, and
/// the words that make a numeral vague (几, 余, 上).
public struct NumeralLexicon: Sendable {
    public enum Sign: Sendable, Hashable {
        case digit(Int)
        /// 十 is 1, 百 2, 千 3, 万 4, 亿 8.
        case power(Int)
        case half, point, minus
        /// 两: a digit only at the head of a numeral or before 百 and above; elsewhere a weight.
        case two
        /// 几, 数: some digit before a power (数百), 几 also behind 十 (十几).
        case some
        /// 上 before a power: 上万 is at least one 万.
        case atLeast
    }

    private var signs: [UInt32: Sign] = [:]
    /// The signs once more, and for each scalar of the basic plane the one it is: 0 for none, else its place and one.
    private var places = [UInt8](repeating: 0, count: 65536)
    private var signsByPlace: [Sign] = []
    private var formal: Set<UInt32> = []
    /// 余, 多, 来 behind a numeral, and how they bound it.
    public private(set) var after = WordTrie<Comparator>()
    /// 网上, 基数: words before 百, 千, 万 in which 上 is no bound and 数 no digit.
    public private(set) var notVague: [[UInt8]] = []
    /// 大关, 台阶: words behind a level that a power alone states (突破万亿元大关).
    public private(set) var levelEnds = WordTrie<Bool>()

    /// The everyday digits and powers alone.
    public init() {
        for (value, scalar) in "〇一二三四五六七八九".unicodeScalars.enumerated() { insert(scalar, .digit(value)) }
        for scalar in "零○".unicodeScalars { insert(scalar, .digit(0)) }
        for (scalar, power) in zip("十百千万亿".unicodeScalars, [1, 2, 3, 4, 8]) { insert(scalar, .power(power)) }
    }

    /// The digits of dates, clause numbers and plan names, which need no list.
    public static let everyday = NumeralLexicon()

    public init(path: String, problems: inout [Diagnostic]) {
        self.init()
        let table = DefinitionTable(path: path, required: ["word", "value", "role"], problems: &problems)
        for row in table.rows where !insert(row) {
            problems.append(table.problem(row, "the numeral ‘\(row("word"))’ has no known role or value"))
        }
    }

    private mutating func insert(_ scalar: Unicode.Scalar, _ sign: Sign) {
        signs[scalar.value] = sign
        guard scalar.value < 65536, signsByPlace.count < 255 else { return }
        signsByPlace.append(sign)
        places[Int(scalar.value)] = UInt8(signsByPlace.count)
    }

    /// Takes a row of numerals.csv; false where its role or value is unknown.
    private mutating func insert(_ row: DefinitionTable.Row) -> Bool {
        guard let scalar = row("word").unicodeScalars.first else { return false }
        switch row("role") {
        case "after":
            guard let comparator = Comparator(rawValue: row("value")) else { return false }
            after.insert(row("word"), comparator)
            return true
        case "not-vague":
            notVague.append(Array(row("word").utf8))
            return true
        case "level-end":
            levelEnds.insert(row("word"), true)
            return true
        default:
            guard let sign = Self.sign(row) else { return false }
            insert(scalar, sign)
            if row("role").hasPrefix("formal") { formal.insert(scalar.value) }
            return true
        }
    }

    public subscript(scalar: UInt32) -> Sign? {
        guard scalar < 65536 else { return signs[scalar] }
        let place = places[Int(scalar)]
        return place > 0 ? signsByPlace[Int(place) - 1] : nil
    }
    /// All scalars that may stand in a Chinese numeral.
    public var scalars: [UInt32] { signs.keys.sorted() }

    /// 壹, 拾 and the other signs of cheques: alone they are ordinary characters (大陆, 收拾).
    public func isFormal(_ scalar: UInt32) -> Bool { formal.contains(scalar) }

    private static func sign(_ row: DefinitionTable.Row) -> Sign? {
        switch row("role") {
        case "digit", "formal-digit": Int(row("value")).map { .digit($0) }
        case "power", "formal-power": Int(row("value")).map { .power($0) }
        case "half": .half
        case "point": .point
        case "minus": .minus
        case "two": .two
        case "some": .some
        case "at-least": .atLeast
        default: nil
        }
    }
}
