import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

@Suite struct StatementExplanationTests {
    private let library = ProjectFolder.library

    @Test func theValueIsMarkedInItsLine() async throws {
        let path = ProjectFolder.pipelines + "/bulletins/wuhai-business-environment-2026.txt"
        let bulletin = try #require(await BulletinReader(library: library).readAll([path]).bulletins.first)
        let statement = try #require(bulletin.extract.statements.first { $0.quantity?.unit == "个工作日" })
        let text = try #require(StatementExplanation(statement.id, in: bulletin)).text
        #expect(text.contains("»3«个工作日"))
        #expect(text.contains("year:       2026"))
        #expect(StatementExplanation(StatementID("none:1.1"), in: bulletin) == nil)
    }

    @Test(arguments: [
        (
            ReportLanguage.english,
            """
            index:3.2  PATH:3

            3 | 到2025年，登记环节由5个压缩至»2«个。

            indicator:  登记环节
            value:      2个
            kind:       target, level, eq
            year:       2025 (from: the clause)
            area:       that of the document
            document:   平川市2024年工作要点
            rule:       the old level and the new one: from … to …
            why year:   2025 (the clause, 512); against it: 2024 (the title “平川市2024年工作要点”, 8)
            why kind:   target (a year after the document “2025”, 1248)
            quotation:  到2025年，登记环节由5个压缩至2个。

            """
        ),
        (
            .chinese,
            """
            index:3.2  PATH:3

            3 | 到2025年，登记环节由5个压缩至»2«个。

            指标：登记环节
            数值：2个
            类型：target, level, eq
            年份：2025（取自：所在分句）
            地区：同所在文件
            文件：平川市2024年工作要点
            识别规则：由……到……的前后两个数值
            年份依据：2025（所在分句，512）；另有：2024（标题“平川市2024年工作要点”，8）
            类型依据：target（晚于文件的年份“2025”，1248）
            原文：到2025年，登记环节由5个压缩至2个。

            """
        ),
    ])
    func ruleAndOriginAreTold(language: ReportLanguage, expected: String) async throws {
        let folder = NSTemporaryDirectory() + "gongbao-explain-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/index.txt"
        try EditionFolder.writeFile(Array("平川市2024年工作要点\n\n到2025年，登记环节由5个压缩至2个。\n".utf8), path: path)
        let bulletin = try #require(await BulletinReader(library: library).readAll([path]).bulletins.first)
        let explanation = try #require(
            StatementExplanation(StatementID("index:3.2"), in: bulletin, language: language))
        #expect(explanation.text == expected.replacingOccurrences(of: "PATH", with: path))
    }

    @Test(
        arguments: ReadingRule.allCases.map { "rule.\($0.rawValue)" }
            + ContextOrigin.allCases.map { "origin.\($0.rawValue)" }
            + EvidenceSpeaker.allCases.map { "speaker.\($0.rawValue)" })
    func everyRuleAndOriginHasItsWords(key: String) {
        for language in ReportLanguage.allCases { #expect(ReportWords(language)(key) != key) }
    }
}
