import Foundation
import TestSupport
import Testing

/// Golden files under Tests/PublishingTests/Golden: a missing one fails; `RECORD=1` writes them on purpose.
enum Golden {
    static func compare(_ text: String, with name: String) throws {
        let file = URL(filePath: ProjectFolder.root + "/Tests/PublishingTests/Golden/" + name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let expected = try? String(contentsOf: file, encoding: .utf8)
        #expect(expected == text, "\(name) differs, or is missing; RECORD=1 writes it anew")
    }
}
