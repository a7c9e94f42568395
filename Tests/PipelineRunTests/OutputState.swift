import Foundation
import GRDB
import SourceText
import Testing

@testable import PipelineRun

/// All that an output folder holds, read without changing it: SQLite would take up a journal left behind.
struct OutputState {
    let entries: [String]
    /// As `gongbao editions` lists them.
    let editions: [String]
    /// The files of the edition 2024.
    let edition: [String: SHA256Digest]
    let integrity: String
    /// The rows of all tables.
    let history: [String]

    init(_ output: String, scratch: String) throws {
        entries = try FileBytes.list(output)
        editions = try EditionList(output: output).editions.map(\.name)
        var edition: [String: SHA256Digest] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: "\(output)/2024")
        where !FileBytes.isDirectory("\(output)/2024/\(name)") {
            edition[name] = SHA256Digest(of: try FileBytes.read("\(output)/2024/\(name)"))
        }
        self.edition = edition
        try? FileManager.default.removeItem(atPath: scratch)
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        for name in entries where name.hasPrefix("history.sqlite") {
            try FileManager.default.copyItem(atPath: "\(output)/\(name)", toPath: "\(scratch)/\(name)")
        }
        let queue = try DatabaseQueue(path: "\(scratch)/history.sqlite")
        (integrity, history) = try queue.read { database in
            let rows = try ["run", "vintage", "edition"].flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1").map { "\(table) \($0)" }
            }
            return (try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? "", rows)
        }
    }
}
