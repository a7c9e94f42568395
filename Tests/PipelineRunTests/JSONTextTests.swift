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

    /// As programs write them that write ASCII alone, and as RFC 8259 has them.
    @Test(arguments: [
        (#""\ud83d\ude00\u516c\b\f\/""#, JSONText.text("😀公\u{8}\u{C}/")), ("1.50", .number(1.5)),
        ("-2e3", .number(-2000)),
        ("0", .integer(0)), ("-0.5E-1", .number(-0.05)),
        ("100000000000000000000", .number(100_000_000_000_000_000_000)),
        ("true", .boolean(true)), ("[false,null]", .array([.boolean(false), .null])),
    ])
    func allOfJSONIsRead(_ text: String, _ value: JSONText) {
        #expect(JSONText(Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "", "{", "[1,", "[1,]", "{\"a\" 1}", "{\"a\":1,}", "\"open", "\"\\u12\"", "\"\\x\"", "\"a\nb\"", "1 2", "-",
        "{1:2}",
        "[1}", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "01", "1.", ".5", "+1", "1e", "tru", "nul", "NaN",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(JSONText(Array(text.utf8)) == nil)
    }

    @Test func depthIsBounded() {
        #expect(JSONText(Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
    }
}
