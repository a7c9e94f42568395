import Testing

@testable import Publishing

/// The parser's sentences in Chinese, and the language of a user.
struct UsageWordsTests {
    private func chinese(_ text: String) -> String { UsageWords(ReportWords(.chinese)).translated(text) }

    @Test(arguments: [
        ("Error: Unknown option '--bulletin'. Did you mean '--bulletins'?", "错误：未知选项“--bulletin”；是否指“--bulletins”？"),
        ("Error: Unknown option '--hlep'", "错误：未知选项“--hlep”"),
        ("Error: Missing expected argument '<id>'", "错误：缺少参数“<id>”"),
        ("Error: Missing value for '--as-of <as-of>'", "错误：选项“--as-of <as-of>”缺少值"),
        ("Error: Unexpected argument 'extra'", "错误：多余的参数“extra”"),
        (
            "Error: The value 'fr' is invalid for '--language <language>'. Please provide one of 'zh' and 'en'.",
            "错误：“fr”不能用于选项“--language <language>”；可用的有“zh”和“en”"
        ),
        ("Error: The value '2026-13-01' is invalid for '--as-of <as-of>'", "错误：“2026-13-01”不能用于选项“--as-of <as-of>”"),
        ("Error: --within: give days, 0 or more.", "错误：--within：请给出天数，0或以上"),
        ("Usage: gongbao report <options>", "用法：gongbao report <options>"),
        ("  See 'gongbao report --help' for more information.", "  详见“gongbao report --help”。"),
        ("  --a <a>   甲。 (values: zh, en;\n            default: zh)\n", "  --a <a>   甲。（可用：zh, en；默认：zh）\n"),
        ("  --a <a>   甲。 (default:\n            Pipelines)", "  --a <a>   甲。（默认：Pipelines）"),
        ("OPTIONS:\n  -h, --help\n", "选项：\n  -h, --help\n"), ("Error: something else", "错误：something else"), ("", ""),
    ])
    func theParserSpeaksChinese(_ english: String, _ expected: String) {
        #expect(chinese(english) == expected)
        #expect(UsageWords(ReportWords(.english)).translated(english) == english)
    }

    /// A row needs as many holes in one language as in the other.
    @Test func everySentenceHasItsHoles() {
        for key in ReportWordTable.keys(of: "usage.") + ReportWordTable.keys(of: "console.") {
            let holes = [ReportWords(.chinese)(key), ReportWords(.english)(key)].map {
                $0.split(separator: "{}", omittingEmptySubsequences: false).count
            }
            #expect(holes[0] == holes[1], "\(key)")
        }
    }

    private func language(_ arguments: [String], _ environment: [String: String]) -> ReportLanguage {
        ReportLanguage.ofUser(arguments: arguments) { environment[$0] }
    }

    @Test func theUserIsSpokenToAsAskedOrAsTheEnvironmentSays() {
        #expect(language(["gongbao"], ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(language(["gongbao"], ["LANG": "C.UTF-8"]) == .english)
        #expect(language(["gongbao"], [:]) == .english)
        #expect(language(["gongbao"], ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"]) == .english)
        #expect(language(["gongbao"], ["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "C"]) == .chinese)
        #expect(language(["gongbao", "report", "--language", "en"], ["LANG": "zh_CN.UTF-8"]) == .english)
        #expect(language(["gongbao", "report", "--language=zh"], [:]) == .chinese)
        #expect(language(["gongbao", "report", "--language", "fr"], [:]) == .english)
        #expect(language(["gongbao", "report", "--language"], ["LANG": "zh_CN"]) == .chinese)
    }
}
