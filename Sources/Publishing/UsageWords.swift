/// What the parser of arguments and the readers of definition files say, in the user's language.
///
/// They have no other than English: their sentences are rows of the table, `usage.…` and `problem.…`, in English as they
/// say them, and what stands at the `{}` is taken over: `Unknown option '--hlep'` is 未知选项“--hlep”,
/// `unknown unit ‘人次数’; did you mean ‘人次’?` is 未知的计量单位“人次数”；是否指“人次”？
public struct UsageWords: Sendable {
    private struct Sentence: Sendable {
        /// What stands between the holes.
        let english: [String]
        let chinese: String

        /// False where a hole is its first part.
        var begins: Bool { english.first?.isEmpty == false }
    }

    private let sentences: [Sentence]
    private let words: ReportWords

    public init(_ words: ReportWords) {
        self.words = words
        let english = ReportWords(.english)
        // Those that begin with words first, and of them the longer ones: of one that begins like another the rest is to
        // be translated too.
        sentences = (ReportWordTable.keys(of: "usage.") + ReportWordTable.keys(of: "problem.")).map { key in
            Sentence(english: Self.parts(english(key)), chinese: ReportWords(.chinese)(key))
        }.sorted { left, right in
            let (first, second) = (left.english.joined().utf8.count, right.english.joined().utf8.count)
            guard left.begins == right.begins else { return left.begins }
            return first > second
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
    }

    /// Each line by itself; lines that the table does not know stay as they are.
    public func translated(_ text: String) -> String {
        guard words.language == .chinese else { return text }
        var lines: [String] = []
        for next in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // The parser breaks a line within `(default: Pipelines)` too.
            if let last = lines.last, let open = last.lastIndex(of: "("), !last[open...].contains(")"),
                ["(default", "(values"].contains(where: last[open...].hasPrefix)
            {
                lines[lines.count - 1] = last + " " + next.drop { $0 == " " }
            } else {
                lines.append(String(next))
            }
        }
        return lines.map { line($0[...]) }.joined(separator: "\n")
    }

    private func line(_ line: Substring) -> String {
        let indent = line.prefix { $0 == " " }
        let text = line.dropFirst(indent.count)
        for sentence in sentences {
            if let values = Self.values(in: text, sentence.english) {
                return indent + words.fill(sentence.chinese, values.map { self.line($0[...]) })
            }
        }
        return String(line)
    }

    /// What stands in the holes; `nil` for another sentence.
    private static func values(in text: Substring, _ parts: [String]) -> [String]? {
        guard let first = parts.first, text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        guard parts.count > 1 else { return rest.isEmpty ? [] : nil }
        var values: [String] = []
        for (index, part) in parts.dropFirst().enumerated() {
            if index == parts.count - 2 {
                guard rest.hasSuffix(part) else { return nil }
                values.append(String(rest.dropLast(part.count)))
                return values
            }
            let split = rest.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
            guard split.count == 2 else { return nil }
            values.append(String(split[0]))
            rest = split[1]
        }
        return values
    }
}
