/// A document's title as ``Provenance/documentTitle`` has it: `…关于印发《…方案》的通知（乌海政发〔2023〕11号）`.
public struct DocumentTitle: Sendable, Hashable {
    /// 乌海政发〔2023〕11号; `nil` where none is printed.
    public let number: String?
    /// What the document hands down, the words between 印发 and 的通知; else its title without the number.
    public let subject: String

    public init(_ text: String) {
        let open = text.hasSuffix("号）") ? text.lastIndex(of: "（") : nil
        number = open.map { String(text[$0...].dropFirst().dropLast()) }
        let title = Array(text[..<(open ?? text.endIndex)])
        let start = Self.end(of: "印发", in: title)
        let end = Self.start(ofLast: "的通知", in: title)
        guard let start, let end, start < end else {
            subject = String(title)
            return
        }
        subject = String(title[start..<end].filter { $0 != "《" && $0 != "》" })
    }

    private static func end(of word: String, in text: [Character]) -> Int? {
        let word = Array(word)
        return text.indices.first { text[$0...].starts(with: word) }.map { $0 + word.count }
    }

    private static func start(ofLast word: String, in text: [Character]) -> Int? {
        text.indices.last { text[$0...].starts(with: word) }
    }
}
