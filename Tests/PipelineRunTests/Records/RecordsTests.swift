import Foundation
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// A worker's answers, and editions made of them.
@Suite struct RecordsTests {
    private static let library = ProjectFolder.library
    private static let worker = WorkerRun(library: library)
    private let folder = NSTemporaryDirectory() + "gongbao-records-\(UUID().uuidString)"

    private func answer(_ line: String, number: Int = 1) async -> [UInt8] {
        await Self.worker.answer(.bytes(Array(line.utf8)), number: number)
    }

    private func lines(_ bytes: [UInt8]) -> [[UInt8]] { bytes.split(separator: 0x0A).map(Array.init) }

    private func types(_ bytes: [UInt8]) -> [String] { lines(bytes).compactMap { JSONText($0)?["type"]?.text } }

    private func write(_ text: String, _ name: String) throws -> String {
        let path = "\(folder)/\(name)"
        try EditionFolder.writeFile(Array(text.utf8), path: path)
        return path
    }

    private func report(_ set: (inout ReportOptions) -> Void, output: String) async throws -> ReportOutcome {
        var options = ReportOptions(
            bulletins: [], output: "\(folder)/\(output)", asOf: CalendarDate(iso: "2026-04-30"))
        set(&options)
        return try await ReportRun(library: Self.library, options: options).run()
    }

    private func files(_ path: String) throws -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path)
        where !FileBytes.isDirectory("\(path)/\(name)") {
            result[name] = try FileBytes.read("\(path)/\(name)")
        }
        return result
    }

    /// The promise of `report --from`: of records, in whatever order, every file of the edition is the same.
    @Test func recordsGiveTheEditionOfTheirBulletins() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sample = ProjectFolder.pipelines + "/bulletins"
        var records: [[UInt8]] = []
        for (number, name) in try FileBytes.list(sample).enumerated() {
            records += lines(await answer("{\"id\":\"\(name)\",\"path\":\"\(sample)/\(name)\"}", number: number + 1))
        }
        var random = SplitMix64(state: 16)
        records.shuffle(using: &random)
        let half = records.count / 2
        for (name, part) in [("part-0.ndjson", records[..<half]), ("sub/part-1.ndjson", records[half...])] {
            try EditionFolder.writeFile(Array(part.joined(separator: [0x0A])), path: "\(folder)/records/\(name)")
        }
        try EditionFolder.writeFile([], path: "\(folder)/records/_SUCCESS")
        let direct = try await report({ $0.bulletins = [sample] }, output: "direct")
        let recorded = try await report({ $0.records = ["\(folder)/records"] }, output: "recorded")
        #expect(direct.report.statements.count > 500)
        let (own, others) = (try files(direct.path), try files(recorded.path))
        #expect(own.keys.sorted() == others.keys.sorted())
        for (name, bytes) in own { #expect(others[name] == bytes, "\(name)") }
    }

    /// What the samples have none of: an annex, traditional script, two files of one stem, a broken one.
    @Test func aRequestForSeveralFilesIsReadAsOneRun() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try write("平川市2024年养老服务计划\n到2025年，养老机构护理型床位占比达到60%以上，新增床位500张。\n", "in/平川市养老服务计划.txt")
        _ = try write("到2025年，新增托位300个。\n", "in/平川市养老服务计划 附件1.txt")
        _ = try write("平川市2023年養老服務計劃\n到2025年，養老機構床位達到１２００張。\n", "in/b.md")
        _ = try write("平川市2022年养老服务计划\n到2025年，养老机构床位达到900张。\n", "in/b.txt")
        try EditionFolder.writeFile([0x25, 0x50, 0x44, 0x46, 0x2D, 0], path: "\(folder)/in/c.pdf")
        _ = try write("图", "in/d.jpg")
        let records = await answer("{\"id\":1,\"path\":\"\(folder)/in\"}")
        #expect(JSONText(lines(records).last ?? [])?["status"] == .text("partly"))
        try EditionFolder.writeFile(records, path: "\(folder)/records.ndjson")
        let direct = try await report({ $0.bulletins = ["\(folder)/in"] }, output: "direct")
        let recorded = try await report({ $0.records = ["\(folder)/records.ndjson"] }, output: "recorded")
        #expect(try files(direct.path) == files(recorded.path))
        #expect(direct.exitStatus == recorded.exitStatus)
        #expect(direct.report.checks.contains { $0.found == .finding(.annexOf("平川市养老服务计划.txt")) })

        // Asked for one by one, the two of one stem are told apart as a run tells them.
        var single: [UInt8] = []
        for name in ["b.md", "b.txt"] {
            single += await answer("{\"id\":\"\(name)\",\"path\":\"\(folder)/in/\(name)\"}")
        }
        try EditionFolder.writeFile(single, path: "\(folder)/single.ndjson")
        let pair = try await report(
            { $0.bulletins = ["\(folder)/in/b.md", "\(folder)/in/b.txt"] }, output: "pair")
        let apart = try await report({ $0.records = ["\(folder)/single.ndjson"] }, output: "apart")
        #expect(try files(pair.path) == files(apart.path))
        #expect(apart.report.statements.map(\.statement.id.text).sorted() == ["b.md:2.1", "b.txt:2.1"])
    }

    @Test func aContentIsReadAsItsFileIs() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = "<html><body><h1>平川市2024年养老服务计划</h1><p>到2025年，养老机构床位达到900张。</p></body></html>"
        let path = try write(text, "in/page.html")
        let encoded = Data(text.utf8).base64EncodedString()
        let own = await answer("{\"id\":\"a\",\"path\":\"\(path)\",\"name\":\"2024/page.html\"}")
        let sent = await answer("{\"id\":\"a\",\"name\":\"2024/page.html\",\"content\":\"\(encoded)\"}")
        let changed = String(decoding: own, as: UTF8.self).replacing(path, with: "2024/page.html")
        #expect(changed == String(decoding: sent, as: UTF8.self))
        #expect(types(sent).filter { $0 == "statement" }.count == 1)
    }

    @Test(arguments: [
        ("{", "no-json", nil), ("[1]", "no-json", nil), (#"{"path":"a"}"#, "no-id", nil),
        (#"{"id":1.5,"path":"a"}"#, "no-id", nil), (#"{"id":"a"}"#, "no-input", "a"),
        (#"{"id":7,"path":""}"#, "no-input", "7"), (#"{"id":"a","path":"a\u0000b"}"#, "no-input", "a"),
        (#"{"id":"a","path":"x","content":"eA=="}"#, "no-input", "a"), (#"{"id":"a","paths":[]}"#, "no-input", "a"),
        (#"{"id":"a","paths":["x",1]}"#, "no-input", "a"), (#"{"id":"a","content":"eA=="}"#, "no-name", "a"),
        (#"{"id":"a","path":"x","name":""}"#, "no-name", "a"),
        (#"{"id":"a","name":"x.txt","content":"e"}"#, "no-base64", "a"),
        (#"{"id":"a","name":"x.txt","content":"é==="}"#, "no-base64", "a"),
    ])
    func whatIsNoRequestIsARecord(_ line: String, _ reason: String, _ id: String?) async {
        let records = lines(await answer(line, number: 12)).map { JSONText($0) }
        #expect(records.map { $0?["type"] } == [.text("error"), .text("end")])
        #expect(records[0]?["reason"] == .text(reason))
        #expect(records[0]?["request"] == .integer(12))
        #expect(records.map { $0?["id"] } == [id.map(JSONText.text), id.map(JSONText.text)])
        #expect(records[1]?["status"] == .text("refused"))
        // The words, not their key.
        #expect(records[0]?["message"]?.text?.contains("worker.") == false)
    }

    @Test func aLineThatIsTooLongIsPassedOver() async {
        let records = await Self.worker.answer(.tooLong, number: 3)
        #expect(JSONText(lines(records)[0])?["reason"] == .text("too-long"))
        #expect(await answer("  \r").isEmpty)
    }

    @Test func aFileThatIsNotThereIsARecord() async throws {
        let records = lines(await answer(#"{"id":"a","path":"/no/such/file.txt"}"#)).map { JSONText($0) }
        #expect(records.map { $0?["type"] } == [.text("diagnostic"), .text("end")])
        #expect(records[0]?["finding"]?["code"] == .text("missing-path"))
        #expect(records[1]?["status"] == .text("unread"))
    }

    /// An answer depends on its request alone, not on what was asked before.
    @Test func answersRepeat() async throws {
        let sample = ProjectFolder.pipelines + "/bulletins/wuhai-plan-2023.txt"
        let line = "{\"id\":\"a\",\"path\":\"\(sample)\"}"
        let first = await answer(line)
        _ = await answer("{")
        _ = await answer("{\"id\":\"b\",\"path\":\"\(ProjectFolder.pipelines)/bulletins/sample-city-care-2024.html\"}")
        #expect(await answer(line) == first)
    }

    @Test(arguments: [
        ("a statement is missing", "not whole"), ("the end is missing", "not whole"), ("a line twice", "not whole"),
        ("the answer twice", "answered twice"), ("another schema", "version 2"), ("no record", "no record"),
        ("another type", "line has not its type"), ("a refusal", "refused"),
    ])
    func recordsThatAreNotWholeMakeNoEdition(_ fault: String, _ words: String) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = try write("平川市2024年养老服务计划\n到2025年，养老机构床位达到900张。\n", "in/plan.txt")
        let whole = await answer("{\"id\":\"a\",\"path\":\"\(path)\"}")
        var records = lines(whole).map { String(decoding: $0, as: UTF8.self) }
        let statement = try #require(records.firstIndex { $0.hasPrefix("{\"type\":\"statement\"") })
        switch fault {
        case "a statement is missing": records.remove(at: statement)
        case "the end is missing": records.removeLast()
        case "a line twice": records.insert(records[statement], at: 0)
        case "the answer twice": records += records
        case "another schema": records[statement].replace("\"schema\":1", with: "\"schema\":2")
        case "no record": records.append("[]")
        case "another type": records[statement].replace("\"line\":2", with: "\"line\":\"2\"")
        default: records += lines(await answer("{}")).map { String(decoding: $0, as: UTF8.self) }
        }
        _ = try write(records.joined(separator: "\n"), "records.ndjson")
        await #expect {
            _ = try await report({ $0.records = ["\(folder)/records.ndjson"] }, output: "out")
        } throws: { error in
            guard case .noInput(let problems, _)? = error as? RunError else { return false }
            return problems.contains { "\($0)".contains(words) }
        }
        #expect(!FileBytes.exists("\(folder)/out"))
    }

    @Test func twoBulletinsOfOneNameAreRefused() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var records: [UInt8] = []
        for year in ["2023", "2024"] {
            let path = try write("平川市\(year)年养老服务计划\n到2025年，养老机构床位达到900张。\n", "in/\(year)/plan.txt")
            records += await answer("{\"id\":\"\(year)\",\"path\":\"\(path)\"}")
        }
        try EditionFolder.writeFile(records, path: "\(folder)/records.ndjson")
        await #expect {
            _ = try await report({ $0.records = ["\(folder)/records.ndjson"] }, output: "out")
        } throws: { error in
            if case .invalidOption(let words)? = error as? RunError { words.contains("plan.txt") } else { false }
        }
    }

    /// Whatever is written is a field of the schema, with its type, and every type is there.
    @Test func theSchemaHasWhatIsWritten() async throws {
        let schema = try #require(JSONText(WorkerRun.schema)?["records"])
        guard case .object(let types) = schema else { return #expect(Bool(false)) }
        #expect(types.keys.sorted() == RecordType.allCases.map(\.rawValue).sorted())
        for name in try FileBytes.list(ProjectFolder.pipelines + "/bulletins") {
            for line in lines(await answer("{\"id\":1,\"path\":\"\(ProjectFolder.pipelines)/bulletins/\(name)\"}")) {
                guard case .object(let members)? = JSONText(line), let type = members["type"]?.text else {
                    return #expect(Bool(false))
                }
                for (member, value) in members {
                    let stated = types[type]?[member]?.text ?? ""
                    #expect(value.fits(stated), "\(type).\(member): \(stated)")
                }
            }
        }
    }

    private func readBack<R: Record>(_ record: R) throws -> R {
        var bytes: [UInt8] = []
        record.write(id: "a", bulletin: "plan.txt", to: &bytes)
        guard case .object(let members) = try #require(JSONText(bytes)) else { return R() }
        let (back, problem) = R.read(members)
        #expect(problem == nil)
        return back
    }

    /// What the samples have none of: fields that merged cells fill.
    @Test func whatMergedCellsFillIsReadBack() throws {
        let provenance = Provenance(bulletin: "plan.txt", line: 3, lineEnd: 3, quote: "改造管网", rule: .task)
        var (task, project) = (TaskRecord(), ProjectRecord())
        task.task = PlanTask(provenance: provenance, number: "（1）", text: "改造管网", section: "一、管网", leadUnit: "市住建局")
        task.task.spanned = SpannedField.allCases
        project.project = PlanProject(provenance: provenance, name: "管网改造")
        project.project.spanned = [.leadUnit]
        #expect(try readBack(task).task.spanned == [.section, .number, .leadUnit])
        #expect(try readBack(project).project.spanned == [.leadUnit])
    }
}

extension JSONText {
    fileprivate func fits(_ type: String) -> Bool {
        switch self {
        case .text: type == "string"
        case .integer: type == "bigint" || type == "double"
        case .number: type == "double"
        case .boolean: type == "boolean"
        case .null: false
        case .array: type.hasPrefix("array<")
        case .object: type.hasPrefix("struct<")
        }
    }
}
