/// Whether a deadline's words say no more than its date: 2024年6月底 does not, 长期推进 does.
enum TaskDeadlineText {
    private static let words: Set<Character> = ["年", "月", "日", "底", "末", "前", " "]

    static func isPlain(_ text: String) -> Bool {
        text.allSatisfy { $0.isNumber || words.contains($0) }
    }
}
