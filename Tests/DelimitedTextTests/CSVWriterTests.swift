import DelimitedText
import Testing

struct CSVWriterTests {
    private func written(_ fields: [String]) -> String {
        var writer = CSVWriter(header: ["h"])
        writer.write(fields)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func fieldsAreQuotedOnlyWhereTheyMustBe() {
        #expect(written(["甲", "a,b", "say \"x\"", "1\n2", ""]) == "h\n甲,\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("+1+1", "'+1+1"), ("-x", "'-x"), ("\t=1", "'\t=1"), ("-12.5", "-12.5"),
        ("+3", "+3"), ("-3%", "-3%"), ("-1,200.5‰", "-1,200.5‰"), ("－３％", "－３％"), ("-3%+1", "'-3%+1"), ("－x", "'－x"),
        ("＝1+1", "'＝1+1"), ("＠x", "'＠x"), ("\u{202E}=1", "'\u{202E}=1"), ("\u{FEFF}\u{200E}@x", "'\u{FEFF}\u{200E}@x"),
        ("\u{200E}甲", "\u{200E}甲"), ("“甲”", "“甲”"), ("-", "-"), ("a=1", "a=1"), ("", ""),
    ])
    func whatASpreadsheetWouldRunIsGuarded(_ field: String, _ expected: String) {
        #expect(CSVWriter.guarded(field) == expected)
    }

    /// Repeatable random fields of the characters that matter come back as they were.
    @Test(arguments: 0..<200)
    func whatIsWrittenIsReadBack(_ seed: Int) throws {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = ["a", "表", "\"", ",", "\n", "\r\n", " ", "=", "1", "'", "😀"]
        let rows = (0...next(6)).map { _ in
            // The first field is never empty: a row of one empty field is a blank line, which readers pass over.
            ["x"] + (0..<next(5)).map { _ in (0..<next(6)).map { _ in alphabet[next(alphabet.count)] }.joined() }
        }
        var writer = CSVWriter(header: ["h"])
        for row in rows { writer.write(row) }
        let records = try CSVReader.records(writer.bytes).dropFirst()
        #expect(records.map(\.fields) == rows.map { $0.map(CSVWriter.guarded) })
    }
}
