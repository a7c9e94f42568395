import Foundation
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// Finding the statement of an id.
final class StatementSearchTests {
    private static let text = "平川市2024年工作要点\n\n到2025年，登记环节由5个压缩至2个。\n"
    private let folder = NSTemporaryDirectory() + "gongbao-search-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Beside an edition that read the text as plan.txt, and a folder of bulletins with `files`.
    private func search(_ id: String, edition: String? = nil, files: [String: String]) async throws -> StatementSearch {
        let digest = SHA256Digest(of: Array(Self.text.utf8))
        let run = """
            {"settings": {"as_of": "2024-12-31"}, "inputs": [{"name": "plan.txt", "digest": "sha256:\(digest)"}]}
            """
        try EditionFolder.writeFile(Array(run.utf8), path: "\(folder)/out/2024/run.json")
        for (name, text) in files { try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/in/\(name)") }
        return await StatementSearch(
            StatementID(id), below: ["\(folder)/in"],
            edition: try EditionEntry.of(StatementID(id), edition: edition, output: "\(folder)/out"),
            reader: BulletinReader(library: ProjectFolder.library), language: .english)
    }

    @Test func theBulletinOfTheEditionIsExplainedWithoutARemark() async throws {
        let found = try await search("plan:3.2", files: ["plan.txt": Self.text, "other.txt": Self.text + "一。\n"])
        #expect(found.explanation?.text.hasPrefix("plan:3.2  ") == true)
        #expect(found.remark == nil)
    }

    @Test func aBulletinThatChangedIsExplainedWithARemark() async throws {
        let found = try await search("plan:3.2", files: ["plan.txt": Self.text + "一。\n"])
        #expect(found.explanation?.text.hasPrefix("plan:3.2  ") == true)
        #expect(found.remark == .changed(name: "plan.txt", edition: "2024"))
    }

    @Test func aBulletinUnderAnotherNameIsFoundByItsBytes() async throws {
        let found = try await search("plan:3.2", files: ["renamed.txt": Self.text])
        #expect(found.explanation?.text.hasPrefix("renamed:3.2  ") == true)
        #expect(found.remark == .renamed(name: "renamed.txt", edition: "2024", old: "plan.txt"))
    }

    @Test func aBulletinThatIsNotThereIsNamed() async throws {
        let found = try await search("plan:3.2", edition: "2024", files: ["plane.txt": "一。\n"])
        #expect(found.explanation == nil)
        #expect(found.remark == .missing(name: "plan.txt", edition: "2024"))
        #expect(found.near == ["plane"])
    }

    @Test func anIdOfNoEditionIsSoughtByItsName() async throws {
        let found = try await search("other:3.9", files: ["other.txt": Self.text])
        #expect(found.explanation == nil)
        #expect(found.remark == nil)
        #expect(found.near == ["other:3.1", "other:3.2"])
    }

    @Test func anEditionThatIsNotThereIsSaid() async throws {
        await #expect(throws: EditionPlace.Unknown.self) {
            try await search("plan:3.2", edition: "2023", files: [:])
        }
    }
}
