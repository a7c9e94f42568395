public import SourceText

/// The characters of Chinese numerals (numerals.csv), looked up by Unicode scalar.
public struct NumeralLexicon: Sendable {
    public enum Sign: Sendable, Hashable {
        case digit(Int)
        /// 十 is 1, 百 2, 千 3, 万 4, 亿 8.
        case power(Int)
        case half, point, minus
    }

    private var signs: [UInt32: Sign] = [:]
    /// The signs once more, and for each scalar of the basic plane the one it is: 0 for none, else its place and one.
    private var places = [UInt8](repeating: 0, count: 65536)
    private var signsByPlace: [Sign] = []

    public init() {}

    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "value", "role"], problems: &problems)
        for row in table.rows {
            guard let scalar = row("word").unicodeScalars.first, let sign = Self.sign(row) else {
                problems.append(table.problem(row, "the numeral ‘\(row("word"))’ has no known role or value"))
                continue
            }
            signs[scalar.value] = sign
            if scalar.value < 65536, signsByPlace.count < 255 {
                signsByPlace.append(sign)
                places[Int(scalar.value)] = UInt8(signsByPlace.count)
            }
        }
    }

    public subscript(scalar: UInt32) -> Sign? {
        guard scalar < 65536 else { return signs[scalar] }
        let place = places[Int(scalar)]
        return place > 0 ? signsByPlace[Int(place) - 1] : nil
    }
    /// All scalars that may stand in a Chinese numeral.
    public var scalars: [UInt32] { signs.keys.sorted() }

    private static func sign(_ row: DefinitionTable.Row) -> Sign? {
        switch row("role") {
        case "digit": Int(row("value")).map { .digit($0) }
        case "power": Int(row("value")).map { .power($0) }
        case "half": .half
        case "point": .point
        case "minus": .minus
        default: nil
        }
    }
}
