import Comparison
import Testing

@Suite struct DisplayWidthTests {
    @Test(
        arguments: [
            ("", 0), ("abc", 3), ("完成率", 6), ("65岁及以上", 10), ("（％）", 6), ("e\u{301}", 1), ("—…", 2), ("𠮷", 2),
        ])
    func width(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func padding() {
        #expect(DisplayWidth.padded("完成", to: 6) == "完成  ")
        #expect(DisplayWidth.padded("95", to: 4, atStart: true) == "  95")
        #expect(DisplayWidth.padded("完成率", to: 4) == "完成率")
    }

    @Test func truncationNeverCutsACharacterInTwo() {
        #expect(DisplayWidth.truncated("养老服务床位", to: 8) == "养老服…")
        #expect(DisplayWidth.truncated("养老服务", to: 8) == "养老服务")
    }
}
