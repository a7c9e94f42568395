import Foundation
import Ingestion
import Layout
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

/// The same words in both scripts state the same, but for the quotation.
@Suite struct TraditionalScriptTests {
    private func statements(_ text: String) throws -> [Statement] {
        let library = ProseFixture.library
        let outcome = Ingestion.ingest(bytes: Array(text.utf8), name: "a.txt", repairs: library.repairs)
        let layout = LayoutAnalyzer(library: library).layout(of: try #require(outcome.file))
        let extract = Extractor(library: library).extract(from: layout)
        let ledger = NumeralLedger(
            file: layout.file, claims: layout.claims + extract.claims, statementIDs: extract.statements.map(\.id))
        #expect(ledger.entries.filter { $0.fate == .unexplained }.map(\.text) == [])
        return extract.statements
    }

    private func facts(_ statements: [Statement]) -> [String] {
        statements.map { statement in
            let value = statement.quantity.map { "\($0.value)\($0.unit)" } ?? ""
            return "\(statement.indicator)|\(value)|\(statement.year?.description ?? "-")|\(statement.kind)"
        }
    }

    @Test func proseAndTables() throws {
        let simplified = """
            安河市2024年统计公报

            2024年末，全市医疗卫生机构总数1070个，比上年增加37个。每千人口床位达7.23张。

            表1 主要指标
            序号\t指标名称\t单位\t2024年
            1\t养老机构床位\t万张\t3.2
            2\t农村自来水普及率\t%\t97
            """
        let traditional = """
            安河市2024年統計公報

            2024年末，全市醫療衛(wèi)生機構總數1070個，比上年增加37個。每千人口床位達7.23張。

            表1 主要指標
            序號\t指標名稱\t單位\t2024年
            1\t養老機構床位\t萬張\t3.2
            2\t農村自來水普及率\t%\t97
            """
        let (old, new) = (try statements(traditional), try statements(simplified))
        #expect(facts(old) == facts(new))
        #expect(old.count == 5)
        #expect(old.map(\.provenance.line) == new.map(\.provenance.line))
        #expect(old.map(\.provenance.quote)[0] == "2024年末，全市醫療衛(wèi)生機構總數1070個，比上年增加37個。")
        #expect(old.map(\.provenance.quote)[3] == "養老機構床位｜2024年｜3.2")
    }

    private static let documents = ProjectFolder.root + "/../shared/documents"

    /// Both copies hold the first two paragraphs of figures, the one with a title over them.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: documents)))
    func twoCopiesOfACommunique() throws {
        func read(_ name: String, lines: Set<Int>) throws -> Set<String> {
            let library = ProseFixture.library
            let bytes = try FileBytes.read(Self.documents + "/" + name)
            let file = try #require(Ingestion.ingest(bytes: bytes, name: name, repairs: library.repairs).file)
            let extract = Extractor(library: library).extract(from: LayoutAnalyzer(library: library).layout(of: file))
            return Set(facts(extract.statements.filter { lines.contains($0.provenance.line) }))
        }
        let traditional = try read("health-2023-communique-trad.txt", lines: [3, 5])
        #expect(traditional == (try read("health-2023-communique-simp.txt", lines: [1, 3])))
        #expect(traditional.count > 15)
    }
}
