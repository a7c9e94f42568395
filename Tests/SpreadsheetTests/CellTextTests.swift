import Testing

@testable import Spreadsheet

struct CellTextTests {
    @Test(arguments: [
        ("完成率，％（“不低于”）", "完成率，％（“不低于”）"), ("a\tb\nc", "a\tb\nc"), ("a\u{0}b\u{1F}", "a\u{FFFD}b\u{FFFD}"),
        ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}"), ("\u{FFFD}\u{FFBF}\u{FEFF}", "\u{FFFD}\u{FFBF}\u{FEFF}"), ("", ""),
    ])
    func onlyWhatXMLCannotCarryIsReplaced(_ text: String, _ clean: String) {
        #expect(Array(CellText.clean(text).utf8) == Array(clean.utf8))
    }
}
