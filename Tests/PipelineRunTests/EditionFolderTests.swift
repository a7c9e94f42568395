import Foundation
import SourceText
import Testing

@testable import PipelineRun

/// Editions in a temporary output folder, which goes with the suite's instance.
final class EditionFolderTests {
    private let root = NSTemporaryDirectory() + "gongbao-edition-\(UUID().uuidString)"
    private var output: String { root + "/out" }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func content(_ name: String) throws -> String {
        String(decoding: try FileBytes.read("\(output)/\(name)"), as: UTF8.self)
    }

    private func write(_ text: String, to name: String) throws {
        try EditionFolder.writeFile(Array(text.utf8), path: "\(root)/\(name)")
    }

    private func edition(_ text: String, name: String = "2024") throws -> EditionFolder {
        let folder = try EditionFolder(output: output, name: name)
        try folder.write(Array(text.utf8), to: "progress.csv")
        try folder.write(Array(text.utf8), to: "tables/1.csv")
        try folder.write(Array("{\"settings\": {\"as_of\": \"2024\"}}".utf8), to: "run.json")
        return folder
    }

    private func editions() throws -> [String] { try FileBytes.list(output).filter { KeptEdition(folder: $0) == nil } }
    private func kept() throws -> [String] { try KeptEdition.all(in: output).map(\.folder) }

    @Test func nothingShowsUntilItIsPublished() throws {
        let folder = try edition("one")
        #expect(!FileBytes.exists("\(output)/2024"))
        try folder.publish()
        #expect(try content("2024/progress.csv") == "one")
        #expect(try content("2024/tables/1.csv") == "one")
        #expect(try FileBytes.list(output) == ["2024"])
    }

    @Test func aNewEditionTakesTheOldOnesPlaceWhole() throws {
        try edition("one").publish()
        let next = try edition("two")
        try next.write([], to: "more.csv")
        #expect(try content("2024/progress.csv") == "one")
        try next.publish()
        #expect(try content("2024/progress.csv") == "two")
        #expect(FileBytes.exists("\(output)/2024/more.csv"))
        #expect(try editions() == ["2024"])
    }

    @Test func anAbandonedEditionLeavesTheOldOne() throws {
        try edition("one").publish()
        try edition("two").abandon()
        #expect(try content("2024/progress.csv") == "one")
        #expect(try FileBytes.list(output) == ["2024"])
    }

    /// Who asks for an end takes the staging folder away while files are still written.
    @Test func aStagingFolderThatIsGoneIsNotMadeAgain() throws {
        let folder = try edition("one")
        try FileManager.default.removeItem(atPath: folder.stagingPath)
        for name in ["progress.csv", "tables/2.csv"] {
            #expect(throws: FileError.self) { try folder.write([], to: name) }
        }
        #expect(!FileBytes.exists(folder.stagingPath))
    }

    @Test func replacedEditionsAreKeptTheNewestFirstAndSoMany() throws {
        for text in ["one", "two", "three", "four"] { try edition(text).publish(keep: 2) }
        #expect(try kept().map { try content("\($0)/progress.csv") } == ["three", "two"])
        try edition("five").publish(keep: 2)
        #expect(try kept().map { try content("\($0)/progress.csv") } == ["four", "three"])
        try edition("six").publish(keep: 0)
        #expect(try kept() == [])
    }

    @Test func whatOthersPutIntoAnEditionIsKeptForGood() throws {
        try edition("one").publish()
        try write("typed", to: "out/2024/progress.csv")
        try write("laid beside", to: "out/2024/notes/会议.txt")
        let next = try edition("two")
        #expect(next.foreignFiles == ["notes/会议.txt", "progress.csv"])
        let (edited, warnings) = try next.publish(keep: 0)
        let folder = try #require(edited).folder
        #expect(warnings.isEmpty)
        #expect(try content("\(folder)/progress.csv") == "typed")
        #expect(try content("\(folder)/notes/会议.txt") == "laid beside")
        try edition("three").publish(keep: 0)
        #expect(try kept() == [folder])
    }

    /// An edition of an older gongbao tells nothing of what was written: all of it may be somebody's.
    @Test func anEditionWithoutItsRecordIsKeptForGood() throws {
        try edition("one").publish()
        try FileManager.default.removeItem(atPath: "\(output)/2024/SHA256SUMS")
        #expect(try edition("two").publish(keep: 0).edited != nil)
        #expect(try kept().count == 1)
    }

    @Test func whatOthersLaidBesideIsNoDifference() throws {
        try edition("one").publish()
        try write("x", to: "out/2024/notes.txt")
        let next = try edition("one")
        #expect(next.changedFiles == [])
        #expect(next.foreignFiles == ["notes.txt"])
    }

    @Test func whatAKilledRunLeftIsRemoved() throws {
        _ = try edition("killed")
        _ = try edition("killed", name: "2023")
        try edition("two").publish()
        #expect(try content("2024/progress.csv") == "two")
        #expect(try FileBytes.list(output) == ["2024"])
    }

    /// As a kill between the exchange and the renaming leaves it: the staging folder's record names another folder.
    @Test func aReplacedEditionThatAKilledRunLeftIsKept() throws {
        try edition("one").publish()
        try write("typed", to: "out/2024/progress.xlsx")
        _ = try edition("two")
        try FileManager.default.moveItem(atPath: "\(output)/.2024.new", toPath: "\(output)/moved")
        try FileManager.default.moveItem(atPath: "\(output)/2024", toPath: "\(output)/.2024.new")
        try FileManager.default.moveItem(atPath: "\(output)/moved", toPath: "\(output)/2024")
        try edition("three").publish()
        #expect(try kept().map { try content("\($0)/progress.csv") } == ["two", "one"])
        #expect(try content("\(try kept()[1])/progress.xlsx") == "typed")
        #expect(try editions() == ["2024"])
    }

    /// Folders that look like staging and that no run made.
    @Test func whatOthersCalledLikeStagingStays() throws {
        try write("mine", to: "out/.2023.new/letter.txt")
        try write("mine", to: "out/.2024.new/letter.txt")
        try write("0:0\n", to: "out/.2024.new.own")
        try edition("one").publish()
        #expect(try content(".2023.new/letter.txt") == "mine")
        #expect(try content(".2024.new/letter.txt") == "mine")
        #expect(try content("2024/progress.csv") == "one")
    }

    @Test func noLinkIsFollowed() throws {
        try write("gold", to: "outside/gold.txt")
        try edition("one").publish()
        for link in ["2024/linked", "2024/tables/up", ".2024.new", ".2023.new"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(output)/\(link)", withDestinationPath: "\(root)/outside")
        }
        for text in ["two", "three", "four"] { try edition(text).publish(keep: 0) }
        #expect(try FileBytes.list("\(root)/outside") == ["gold.txt"])
        #expect(try kept().count == 1)
        try FileManager.default.createSymbolicLink(atPath: "\(output)/2030", withDestinationPath: "\(root)/outside")
        #expect(throws: FileError(path: "\(output)/2030", cause: .link)) { try edition("five", name: "2030") }
    }

    @Test func onlyAnEditionOrAnEmptyFolderIsReplaced() throws {
        try write("letter", to: "out/letters/letter.txt")
        try write("{}", to: "out/other/run.json")
        try write("file", to: "out/file")
        for name in ["letters", "other", "file"] {
            #expect(throws: FileError(path: "\(output)/\(name)", cause: .notAnEdition)) {
                try edition("one", name: name)
            }
        }
        try FileManager.default.createDirectory(atPath: "\(output)/empty", withIntermediateDirectories: true)
        try edition("one", name: "empty").publish()
        #expect(try content("empty/progress.csv") == "one")
        #expect(try FileBytes.list(output) == ["empty", "file", "letters", "other"])
    }

    @Test(arguments: [
        ("history.sqlite", true), ("history.sqlite-journal", true), ("2024.kept-2026-11-27", true), (".x", true),
        ("a/b", true), ("", true), ("2024", false), ("history", false), ("2024.kept", false), ("试点", false),
    ])
    func namesOfOtherThingsAreReserved(name: String, isReserved: Bool) {
        #expect(EditionFolder.isReserved(name) == isReserved)
    }

    @Test(arguments: [
        ("2024.kept-2026-11-27", "2024", 1), ("2024.kept-2026-11-27.12", "2024", 12),
        ("a.kept-2026-11-27.kept-2026-11-28", "a.kept-2026-11-27", 1),
    ])
    func keptEditionsAreKnownByTheirNames(folder: String, edition: String, number: Int) {
        #expect(KeptEdition(folder: folder)?.edition == edition)
        #expect(KeptEdition(folder: folder)?.number == number)
    }

    @Test(arguments: ["2024", "2024.kept-", "2024.kept-2026-11-2", "2024.kept-2026-11-27.x", ".kept-2026-11-27"])
    func otherNamesAreOfNoKeptEdition(folder: String) {
        #expect(KeptEdition(folder: folder) == nil)
    }

    @Test func aRestoreExchangesAndASecondUndoesIt() throws {
        for text in ["one", "two"] { try edition(text).publish() }
        #expect(try EditionFolder.restore(try #require(KeptEdition.all(in: output).first), in: output) == [])
        #expect(try content("2024/progress.csv") == "one")
        #expect(try kept().map { try content("\($0)/progress.csv") } == ["two"])
        _ = try EditionFolder.restore(try #require(KeptEdition.all(in: output).first), in: output)
        #expect(try content("2024/progress.csv") == "two")
        try FileManager.default.removeItem(atPath: "\(output)/2024")
        _ = try EditionFolder.restore(try #require(KeptEdition.all(in: output).first), in: output)
        #expect(try content("2024/progress.csv") == "one")
        #expect(try kept() == [])
    }

    @Test func filesThatDifferAreNamed() throws {
        try edition("one").publish()
        #expect(try edition("one").changedFiles.isEmpty)
        let next = try edition("two")
        try next.write(Array("one".utf8), to: "tables/2.csv")
        #expect(next.changedFiles == ["progress.csv", "tables/1.csv", "tables/2.csv"])
    }

    @Test func theOutputCheckTellsWhatIsNotAsItWasWritten() throws {
        for text in ["one", "two"] { try edition(text).publish() }
        func found() throws -> [String] {
            try OutputCheck(output: output).diagnostics.map { "\($0.severity) \($0.path.dropFirst(output.count + 1))" }
        }
        #expect(try found() == [])
        try write("x", to: "out/2024/progress.csv")
        try write("x", to: "out/2024/notes.txt")
        try FileManager.default.removeItem(atPath: "\(output)/\(try kept()[0])/tables/1.csv")
        try FileManager.default.createDirectory(atPath: "\(output)/.2024.new", withIntermediateDirectories: true)
        #expect(
            try found() == [
                "warning 2024/notes.txt", "error 2024/progress.csv", "error \(try kept()[0])/tables/1.csv",
                "warning .2024.new",
            ])
        #expect(try OutputCheck(output: output).editions == 2)
    }

    @Test func anOutputThatCannotBeMadeIsAnError() {
        #expect(throws: FileError.self) { try EditionFolder(output: "/proc/none", name: "2024") }
    }
}
