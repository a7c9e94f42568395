public import SourceText
public import StatisticalModel

/// The heads under which a ratio of several parts stands, and the name of each part (collective-heads.csv).
///
/// 三次产业结构 9.0:44.9:46.1 gives 第一产业占比, 第二产业占比 and 第三产业占比; 中职与普高招生比 4.5:5.5 gives
/// 中职招生占比 and 普高招生占比.
public struct CollectiveHeads: Sendable {
    private var heads = WordTrie<[String]>()
    private var joiners = WordTrie<Bool>()
    private var endings = WordTrie<Bool>()
    /// Each entry's own example: the tests read them.
    public private(set) var examples: [LexiconExample] = []

    public init() {}

    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "role", "members", "example"], problems: &problems)
        for row in table.rows {
            let members = row("members").split(separator: "|").map { String($0) }
            switch row("role") {
            case "head" where members.count > 1: heads.insert(row("word"), members)
            case "joiner": joiners.insert(row("word"), true)
            case "ending": endings.insert(row("word"), true)
            default:
                problems.append(table.problem(row, "no role ‘\(row("role"))’ with these members"))
                continue
            }
            examples.append(
                LexiconExample(path: table.path, line: row.line, word: row("word"), example: row("example")))
        }
    }

    /// The parts of a ratio under `name` as shares in percent, each with its name.
    ///
    /// `nil` where the name tells no part from another, or the parts are not those of a whole: they must come to 100 or
    /// to 10, printed precision aside. Parts of 100 stay as printed.
    public func shares(of parts: [DecimalNumber], under name: String) -> [(name: String, value: DecimalNumber)]? {
        guard parts.count > 1, let values = Self.percent(parts), let names = members(of: name, count: parts.count)
        else {
            return nil
        }
        return zip(names, values).map { ($0, $1) }
    }

    private static func percent(_ parts: [DecimalNumber]) -> [DecimalNumber]? {
        let sum = parts.reduce(DecimalNumber(0)) { $0.adding($1) ?? 0 }
        if sum >= 99, sum <= 101 { return parts }
        guard sum >= DecimalNumber(significand: 99, exponent: -1), sum <= DecimalNumber(significand: 101, exponent: -1)
        else { return nil }
        return parts.map { $0.shifted(by: 1) }
    }

    private func members(of name: String, count: Int) -> [String]? {
        let bytes = Array(name.utf8)
        var end = bytes.count
        // The longest ending: 结构比 before 比.
        for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
            if let match = endings.longestMatch(in: bytes, at: start), start + match.length == bytes.count {
                end = start
                break
            }
        }
        guard end < bytes.count else { return nil }
        for start in 0..<end where bytes[start] & 0xC0 != 0x80 {
            guard let match = heads.longestMatch(in: bytes, at: start, limit: end), match.value.count == count else {
                continue
            }
            let before = String(decoding: bytes[..<start], as: UTF8.self)
            let after = String(decoding: bytes[start + match.length..<end], as: UTF8.self)
            return match.value.map { "\(before)\($0)\(after)占比" }
        }
        return count == 2 ? joined(Array(bytes[..<end])) : nil
    }

    /// 中职与普高招生: two words of one length, and what both share.
    private func joined(_ bytes: [UInt8]) -> [String]? {
        for start in bytes.indices where bytes[start] & 0xC0 != 0x80 && start > 0 {
            guard let match = joiners.longestMatch(in: bytes, at: start) else { continue }
            let second = start + match.length
            guard second + start < bytes.count, bytes[second + start] & 0xC0 != 0x80 else { return nil }
            let shared = String(decoding: bytes[(second + start)...], as: UTF8.self)
            let names = [bytes[..<start], bytes[second..<second + start]].map { String(decoding: $0, as: UTF8.self) }
            return names.map { "\($0)\(shared)占比" }
        }
        return nil
    }
}
