public import SourceText

/// The characters and words by which Ingestion makes text clean: characters.csv and text-repairs.csv.
public struct RepairLexicon: Sendable {
    /// What is to be done about a character; most have none of these.
    public struct Signs: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A traditional character with a simplified one.
        public static let script = Signs(rawValue: 1 << 0)
        /// Stands in traditional text only.
        public static let onlyTraditional = Signs(rawValue: 1 << 1)
        /// Stands in simplified text only.
        public static let onlySimplified = Signs(rawValue: 1 << 2)
        /// A radical that a font prints as the ideograph it is named after: ⽼ for 老.
        public static let radical = Signs(rawValue: 1 << 3)
        /// An invisible character, never read.
        public static let drop = Signs(rawValue: 1 << 4)
        /// A space of another width.
        public static let space = Signs(rawValue: 1 << 5)
        /// A vowel of pinyin with its tone: ā.
        public static let tone = Signs(rawValue: 1 << 6)
        /// ASCII and other characters that a word of text-repairs.csv, markup or a quotation sign may begin with.
        public static let opening = Signs(rawValue: 1 << 7)
    }

    /// What an HTML tag is to the text.
    public enum Tag: Sendable, Hashable {
        /// Dropped: `<span>`.
        case inline
        /// Divides paragraphs, as the element named: `<div>` as `<p>`.
        case block(String)
        /// Dropped with what stands in it: `<script>`.
        case content
    }

    /// For each scalar of the basic plane its ``Signs``.
    private var signs = [UInt8](repeating: 0, count: 65536)
    /// The UTF-8 of what a character becomes.
    private var targets: [UInt32: [UInt8]] = [:]
    /// `nbsp` with the scalar that the entity stands for.
    public private(set) var entities = WordTrie<UInt32>()
    public private(set) var tags: [String: Tag] = [:]
    /// The names of an era with the year before its first.
    public private(set) var eras = WordTrie<Int>()
    /// Words behind 100年 that make it a length of time.
    public private(set) var durations = WordTrie<Bool>()

    public init() {}

    public init(folder: String, problems: inout [Diagnostic]) {
        readCharacters("\(folder)/characters.csv", &problems)
        readWords("\(folder)/text-repairs.csv", &problems)
        for scalar in "<>& ".unicodeScalars { signs[Int(scalar.value)] |= Signs.opening.rawValue }
    }

    /// The signs of a scalar of the basic plane.
    @inline(__always)
    public func signs(of scalar: UInt32) -> Signs { Signs(rawValue: scalar < 65536 ? signs[Int(scalar)] : 0) }

    /// The table behind ``signs(of:)``, for a loop over many characters.
    public var signTable: [UInt8] { signs }

    /// The UTF-8 of the character that stands for `scalar`.
    public func target(of scalar: UInt32) -> [UInt8]? { targets[scalar] }

    // MARK: characters.csv

    private mutating func readCharacters(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["kind", "evidence", "from", "to"], optional: ["note"], problems: &problems)
        let kinds: [String: Signs] = [
            "script": .script, "radical": .radical, "drop": .drop, "space": .space, "tone": .tone,
        ]
        for row in table.rows {
            guard let kind = kinds[row("kind")] else {
                problems.append(table.problem(row, column: "kind", "the kind ‘\(row("kind"))’ is unknown"))
                continue
            }
            let (from, to) = (Self.scalars(row("from")), Self.scalars(row("to")))
            guard to.count == from.count || to.isEmpty, from.allSatisfy({ $0.value < 65536 }) else {
                let message = "\(from.count) characters in ‘from’, \(to.count) in ‘to’: each needs its own"
                problems.append(table.problem(row, column: "to", message))
                continue
            }
            guard let (old, new) = Self.evidence(row("evidence")) else {
                problems.append(
                    table.problem(
                        row, column: "evidence", "expected both, from, to or none, found ‘\(row("evidence"))’"))
                continue
            }
            for (index, scalar) in from.enumerated() {
                add(kind.union(old ? .onlyTraditional : []), scalar)
                guard !to.isEmpty else { continue }
                targets[scalar.value] = Array(String(to[index]).utf8)
                if new { add(.onlySimplified, to[index]) }
            }
        }
    }

    private mutating func add(_ more: Signs, _ scalar: Unicode.Scalar) {
        if scalar.value < 65536 { signs[Int(scalar.value)] |= more.rawValue }
    }

    private static func evidence(_ word: String) -> (from: Bool, to: Bool)? {
        switch word {
        case "both": (true, true)
        case "from": (true, false)
        case "to": (false, true)
        case "none": (false, false)
        default: nil
        }
    }

    /// The characters of a field, written as such or as `U+200B U+200C`.
    private static func scalars(_ field: String) -> [Unicode.Scalar] {
        guard field.hasPrefix("U+") else { return Array(field.unicodeScalars) }
        return field.split(separator: " ").compactMap {
            UInt32($0.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
    }

    // MARK: text-repairs.csv

    private mutating func readWords(_ path: String, _ problems: inout [Diagnostic]) {
        let table = DefinitionTable(
            path: path, required: ["role", "word", "value"], optional: ["example"], problems: &problems)
        for row in table.rows {
            let (word, value) = (row("word"), row("value"))
            switch row("role") {
            case "entity":
                guard let scalar = Self.scalars(value).first else {
                    problems.append(table.problem(row, column: "value", "the entity ‘\(word)’ stands for nothing"))
                    continue
                }
                entities.insert(word, scalar.value)
            case "inline-tag": tags[word] = .inline
            case "block-tag": tags[word] = .block(value)
            case "content-tag": tags[word] = .content
            case "era":
                guard let year = Int(value), let first = word.unicodeScalars.first else {
                    problems.append(table.problem(row, column: "value", "expected the year before the era's first"))
                    continue
                }
                eras.insert(word, year)
                add(.opening, first)
            case "duration": durations.insert(word, true)
            default: problems.append(table.problem(row, column: "role", "the role ‘\(row("role"))’ is unknown"))
            }
        }
    }
}
