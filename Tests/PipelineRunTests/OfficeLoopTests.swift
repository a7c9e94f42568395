import Foundation
import PipelineDefinition
import SourceText
import TestSupport
import Testing

@testable import PipelineRun

/// A Python that has openpyxl.
private let python: String? = [ProjectFolder.root + "/.build/validators/bin/python", "/usr/bin/python3"].first { path in
    guard FileManager.default.isExecutableFile(atPath: path) else { return false }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", "import openpyxl"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}

/// The round of a quarter, played by Tests/Loop/play-round with the program itself.
@Suite(.enabled(if: python != nil, "needs python3 with openpyxl, which `make validate` installs"))
struct OfficeLoopTests {
    @Test func aRoundClosesAndNothingIsTypedTwice() throws {
        let process = Process()
        process.executableURL = URL(filePath: try #require(python))
        process.arguments = [
            "-W", "ignore", ProjectFolder.root + "/Tests/Loop/play-round", "--program", RunningProgram.path,
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

@Suite struct OfficeFileTests {
    private let path = NSTemporaryDirectory() + "gongbao-office-\(UUID().uuidString).csv"

    @Test func rowsOfOthersStayAsTheyAre() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        // Excel in Chinese saves GB18030; 备注 is a column of the office's own.
        let bytes: [UInt8] =
            Array("code,".utf8) + [0xB1, 0xB8, 0xD7, 0xA2] + Array("\nA,".utf8) + [0xCA, 0xD0] + [0x0A]
        try EditionFolder.writeFile(bytes, path: path)
        var file = try OfficeFile(path, columns: ["code", "value"])
        file.add(["code": "B", "value": "1,5"])
        file.replace(line: 2, with: ["value": "7"])
        try file.write()
        #expect(
            String(decoding: try FileBytes.read(path), as: UTF8.self) == "code,备注,value\nA,市,7\nB,,\"1,5\"\n")
    }

    @Test func aFileThatCannotBeReadIsNotWritten() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try EditionFolder.writeFile(Array("code,value\nA,\"1\n".utf8), path: path)
        #expect(throws: FileError.self) { _ = try OfficeFile(path, columns: ["code"]) }
    }
}
