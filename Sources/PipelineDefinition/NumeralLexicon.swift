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

    public init() {}

    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "value", "role"], problems: &problems)
        for row in table.rows {
            guard let scalar = row("word").unicodeScalars.first, let sign = Self.sign(row) else {
                problems.append(table.problem(row, "the numeral ‘\(row("word"))’ has no known role or value"))
                continue
            }
            signs[scalar.value] = sign
        }
    }

    public subscript(scalar: UInt32) -> Sign? { signs[scalar] }
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
