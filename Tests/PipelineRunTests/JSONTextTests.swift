import Testing

@testable import PipelineRun

struct JSONTextTests {
    @Test func whatRunJSONHoldsIsRead() throws {
        let text = #"{ "a\n\"\\\u0001": [1, -20, "公报"], "b": {}, "c": [] }"#
        let value = try #require(JSONText(Array(text.utf8)))
        #expect(value["a\n\"\\\u{1}"]?.array == [.integer(1), .integer(-20), .text("公报")])
        #expect(value["b"] == .object([:]))
        #expect(value["c"]?.array == [])
    }

    @Test(arguments: [
        "", "{", "[1,", "[1,]", "{\"a\" 1}", "{\"a\":1,}", "\"open", "\"\\u12\"", "\"\\x\"", "\"a\nb\"", "1 2", "-",
        "{1:2}",
        "[1}", "\"\\ud800\"",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(JSONText(Array(text.utf8)) == nil)
    }

    @Test func depthIsBounded() {
        #expect(JSONText(Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
    }
}
