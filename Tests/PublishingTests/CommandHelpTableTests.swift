import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Each text of the commands' help has its Chinese.
struct CommandHelpTableTests {
    /// What stands in `told(…)` and `help(…)` of the commands' sources, their lines joined.
    private func texts() throws -> [String] {
        let folder = ProjectFolder.root + "/Sources/gongbao"
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        }
        return sources.flatMap { source in
            source.components(separatedBy: "Console.").dropFirst().compactMap { part -> String? in
                guard let call = ["told(", "help("].first(where: part.hasPrefix) else { return nil }
                let rest = part.dropFirst(call.count).drop { $0.isWhitespace }
                let mark = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
                let body = rest.dropFirst(mark.count).components(separatedBy: mark)[0]
                return body.replacingOccurrences(of: "\\\n", with: " ").split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ")
            }
        }
    }

    @Test func everyTextOfTheHelpIsChineseToo() throws {
        let texts = try texts()
        #expect(texts.count > 90)
        // Literal quotation marks of JSON end a one-line literal above; such texts are of several lines.
        for text in texts {
            let found = CommandHelpTable.chinese.keys.contains {
                $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") == text
            }
            #expect(found, "\(text)")
        }
    }

    @Test func aTextIsFoundWhateverItsLines() {
        let english = "Data goes to standard output, messages to standard error."
        #expect(CommandHelpTable.text(english, in: .english) == english)
        #expect(CommandHelpTable.text("Who decides.", in: .chinese) == "决定人。")
        #expect(CommandHelpTable.text("The bulletin,\nor a folder of them.", in: .chinese) == "公报，或存放公报的文件夹。")
        #expect(CommandHelpTable.text("no such text", in: .chinese) == "no such text")
    }
}
