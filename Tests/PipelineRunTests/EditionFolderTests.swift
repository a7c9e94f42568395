import Foundation
import SourceText
import Testing

@testable import PipelineRun

@Suite struct EditionFolderTests {
    private let output = NSTemporaryDirectory() + "gongbao-edition-\(UUID().uuidString)"

    private func content(_ name: String) throws -> String {
        String(decoding: try FileBytes.read("\(output)/\(name)"), as: UTF8.self)
    }

    private func edition(_ text: String) throws -> EditionFolder {
        let folder = try EditionFolder(output: output, name: "2024")
        try folder.write(Array(text.utf8), to: "progress.csv")
        try folder.write(Array(text.utf8), to: "tables/1.csv")
        return folder
    }

    @Test func nothingShowsUntilItIsPublished() throws {
        defer { try? FileManager.default.removeItem(atPath: output) }
        let folder = try edition("one")
        #expect(!FileBytes.exists("\(output)/2024"))
        try folder.publish()
        #expect(try content("2024/progress.csv") == "one")
        #expect(try content("2024/tables/1.csv") == "one")
        #expect(try FileBytes.list(output) == ["2024"])
    }

    @Test func aNewEditionTakesTheOldOnesPlaceWhole() throws {
        defer { try? FileManager.default.removeItem(atPath: output) }
        try edition("one").publish()
        let next = try EditionFolder(output: output, name: "2024")
        try next.write(Array("two".utf8), to: "progress.csv")
        #expect(try content("2024/progress.csv") == "one")
        try next.publish()
        #expect(try content("2024/progress.csv") == "two")
        #expect(!FileBytes.exists("\(output)/2024/tables"))
        #expect(try FileBytes.list(output) == ["2024"])
    }

    @Test func anAbandonedEditionLeavesTheOldOne() throws {
        defer { try? FileManager.default.removeItem(atPath: output) }
        try edition("one").publish()
        try edition("two").abandon()
        #expect(try content("2024/progress.csv") == "one")
        #expect(try FileBytes.list(output) == ["2024"])
    }

    @Test func whatAKilledRunLeftIsRemoved() throws {
        defer { try? FileManager.default.removeItem(atPath: output) }
        _ = try edition("killed")
        let next = try EditionFolder(output: output, name: "2024")
        try next.publish()
        #expect(try FileBytes.list("\(output)/2024").isEmpty)
    }

    @Test func anOutputThatCannotBeMadeIsAnError() {
        #expect(throws: FileError.self) { try EditionFolder(output: "/proc/none", name: "2024") }
    }
}
