import StatisticalModel
import Testing

@testable import Publishing

@Suite struct CalendarFileTests {
    private func lines(_ report: EditionReport) -> [String] {
        let file = CalendarFile.file(report, words: ReportWords(report.language))
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.hasSuffix("\r\n"))
        // "\r\n" is one character.
        return text.split(separator: "\r\n").map(String.init)
    }

    @Test func linesAreFoldedBetweenCharacters() {
        let exact = String(repeating: "a", count: 75)
        #expect(String(decoding: CalendarFile.folded(exact), as: UTF8.self) == exact + "\r\n")
        #expect(String(decoding: CalendarFile.folded(exact + "b"), as: UTF8.self) == exact + "\r\n b\r\n")
        // 25 characters of three bytes fit, then 24 behind the blank.
        let chinese = String(repeating: "市", count: 50)
        let folded = String(decoding: CalendarFile.folded(chinese), as: UTF8.self).split(separator: "\r\n")
        #expect(folded.map(\.utf8.count) == [75, 73, 4])
    }

    @Test func textIsEscaped() {
        #expect(CalendarFile.escaped("a;b,c\\d\ne\u{7}") == "a\\;b\\,c\\\\d\\ne")
    }

    @Test func openTargetsEndWithTheirYear() {
        let lines = lines(SampleReport.report())
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let starts = lines.filter { $0.hasPrefix("DTSTART") }
        #expect(starts.contains("DTSTART;VALUE=DATE:20251231"))
        #expect(starts.count == lines.filter { $0 == "BEGIN:VEVENT" }.count)
        let identities = lines.filter { $0.hasPrefix("UID:") }
        #expect(Set(identities).count == identities.count)
        #expect(lines.filter { $0.hasPrefix("DTSTAMP:") }.allSatisfy { $0 == "DTSTAMP:20231231T000000Z" })
    }
}
