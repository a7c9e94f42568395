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
        try EditionFolder.writeFile([1], path: "\(output)/.2023.new/progress.csv")
        let next = try EditionFolder(output: output, name: "2024")
        try next.publish()
        #expect(try FileBytes.list("\(output)/2024").isEmpty)
        #expect(try FileBytes.list(output) == ["2024"])
    }

    @Test func filesThatDifferAreNamed() throws {
        defer { try? FileManager.default.removeItem(atPath: output) }
        try edition("one").publish()
        #expect(try edition("one").changedFiles.isEmpty)
        let next = try EditionFolder(output: output, name: "2024")
        try next.write(Array("two".utf8), to: "progress.csv")
        try next.write(Array("one".utf8), to: "tables/2.csv")
        #expect(next.changedFiles == ["progress.csv", "tables/1.csv", "tables/2.csv"])
    }

    @Test func anOutputThatCannotBeMadeIsAnError() {
        #expect(throws: FileError.self) { try EditionFolder(output: "/proc/none", name: "2024") }
    }
}
