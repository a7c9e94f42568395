import SourceText
import Testing

@Suite struct ByteSearchTests {
    @Test func beginningsAndEndingsAreComparedByBytes() {
        for (text, word, begins, ends) in [
            ("粮食总产量", "粮食", true, false), ("粮食总产量", "产量", false, true), ("产量", "产量", true, true),
            ("产量", "总产量", false, false), ("", "量", false, false), ("产量", "", true, true),
        ] {
            #expect(text.begins(with: word) == begins)
            #expect(text.ends(with: word) == ends)
            #expect(text.begins(with: Array(word.utf8)) == begins)
            #expect(text.ends(with: Array(word.utf8)) == ends)
            #expect(text[...].begins(with: Array(word.utf8)) == begins)
            #expect(text[...].ends(with: Array(word.utf8)) == ends)
        }
    }

    @Test func bytesAreCutOffAtEitherEnd() {
        #expect("净增床位".withoutFirst(6) == "床位")
        #expect("净增床位".withoutLast(6) == "净增")
        #expect("床位".withoutLast(0) == "床位")
        #expect("床位".withoutFirst(6).isEmpty)
    }
}
