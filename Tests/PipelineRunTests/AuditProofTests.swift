import Foundation
import TestSupport
import Testing

private let chromium: String? = ["chromium", "chromium-browser", "google-chrome"].map { "/usr/bin/\($0)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

/// audit.html in a headless Chromium, used by Tests/Audit/play-audit with the keyboard.
@Suite(.enabled(if: chromium != nil, "needs Chromium (Debian’s package chromium) and python3"))
struct AuditProofTests {
    @Test func theProofOpensByKeyboardAndHostileTextStaysText() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            ProjectFolder.root + "/Tests/Audit/play-audit", "--program", RunningProgram.path, "--chromium",
            try #require(chromium),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(output.split(separator: "\n").filter { !$0.hasPrefix("ok ") }.count == 1, "\(output)")
        #expect(process.terminationStatus == 0)
    }
}
