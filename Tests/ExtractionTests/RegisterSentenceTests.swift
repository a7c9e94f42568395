import Foundation
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// Sentences of ours in the registers of many cities' documents, each with all statements that it must give.
///
/// `Tests/Fixtures/register-sentences.txt`: `@title … @date … @heading …` sets the document for what follows; then
/// `sentence|indicator|comparator|value|unit|year|kind|measure`, and `+|indicator|…` for each further statement of
/// the sentence, in its order. Equality: a statement too many fails like one too few.
@Suite struct RegisterSentenceTests {
    struct Example: Sendable, CustomStringConvertible {
        var title = ""
        var date: CalendarDate?
        var heading: String?
        var sentence = ""
        var wanted: [String] = []
        var description: String { sentence }
    }

    static let examples: [Example] = {
        var frame = Example()
        var result: [Example] = []
        let path = ProjectFolder.root + "/Tests/Fixtures/register-sentences.txt"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("@") {
                frame = Example()
                for field in line.split(separator: "@") {
                    let words = field.split(separator: " ", maxSplits: 1)
                    let value = words.count > 1 ? trimmed(words[1]) : ""
                    switch words.first {
                    case "title": frame.title = value
                    case "date": frame.date = CalendarDate(iso: value)
                    default: frame.heading = value
                    }
                }
                continue
            }
            let fields = line.split(separator: "|", maxSplits: 1)
            guard fields.count == 2 else { continue }
            if fields[0] == "+", !result.isEmpty {
                result[result.count - 1].wanted.append(String(fields[1]))
                continue
            }
            frame.sentence = String(fields[0])
            frame.wanted = [String(fields[1])]
            result.append(frame)
        }
        return result
    }()

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    @Test func thereAreEnough() {
        #expect(Self.examples.count >= 120)
    }

    @Test(arguments: examples) func sentenceGivesItsStatements(_ example: Example) {
        let found = ProseFixture.extract(
            example.sentence, title: example.title, date: example.date, heading: example.heading
        ).statements.map(Self.line)
        #expect(found == example.wanted, "\(example.sentence)\n\(found.joined(separator: "\n"))")
    }

    private static func line(_ statement: Statement) -> String {
        let value = statement.quantity.map { "\($0.value)|\($0.unit)" } ?? "|"
        let year = statement.year?.description ?? ""
        return "\(statement.indicator)|\(statement.comparator.rawValue)|\(value)|\(year)|\(statement.kind)|"
            + "\(statement.measure)"
    }
}
