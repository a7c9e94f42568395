import Glibc
import SourceText
import Testing

@testable import PipelineDefinition

/// 代码,名称 and a row in the bytes in which Excel in Chinese saves CSV.
struct DefinitionEncodingTests {
    @Test func aTableInGBKIsRead() throws {
        let folder = TemporaryFolder([:])
        let bytes: [UInt8] = [
            0x63, 0x6F, 0x64, 0x65, 0x2C, 0x6E, 0x61, 0x6D, 0x65, 0x0D, 0x0A,  // code,name
            0x41, 0x2C, 0xB4, 0xB2, 0xCE, 0xBB, 0x0D, 0x0A,  // A,床位
        ]
        try Self.write(bytes, to: "\(folder.path)/a.csv")
        var problems: [Diagnostic] = []
        let table = DefinitionTable(path: "\(folder.path)/a.csv", required: ["code", "name"], problems: &problems)
        #expect(problems == [])
        #expect(table.rows.map { $0("name") } == ["床位"])
    }

    @Test func whatIsNoTextIsAProblem() throws {
        let folder = TemporaryFolder([:])
        try Self.write([0x63, 0x0A, 0xFF, 0xFF, 0x0A], to: "\(folder.path)/a.csv")
        var problems: [Diagnostic] = []
        _ = DefinitionTable(path: "\(folder.path)/a.csv", required: ["c"], problems: &problems)
        #expect(problems.map(\.description) == ["\(folder.path)/a.csv:2:1: error: line 2: not UTF-8"])
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "w"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
