import Foundation
import PipelineDefinition
import Publishing
import SourceText
import TestSupport
import Testing

@testable import PipelineRun

/// The workbooks of whole runs against the checklist for accessible spreadsheets.
struct AccessibleEditionTests {
    private func violations(_ bulletins: String, _ language: ReportLanguage) async throws -> [String] {
        let output = NSTemporaryDirectory() + "gongbao-accessible-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let options = ReportOptions(bulletins: [bulletins], output: output, language: language, style: .accessible)
        let library = ProjectFolder.library
        let path = try await ReportRun(library: library, options: options).run().path
        return try AccessibleChecklist.violations(of: "\(path)/progress.xlsx").map(\.description).sorted()
    }

    @Test(arguments: ReportLanguage.allCases) func theSamplesPass(_ language: ReportLanguage) async throws {
        #expect(try await violations(ProjectFolder.pipelines + "/bulletins", language) == [])
    }

    @Test(.enabled(if: FileBytes.exists(ProjectFolder.sharedBulletins), "../shared/bulletins is absent"))
    func theRealBulletinsPass() async throws {
        #expect(try await violations(ProjectFolder.sharedBulletins, .chinese) == [])
    }
}
