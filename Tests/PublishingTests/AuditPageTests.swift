import Foundation
import PipelineDefinition
import SourceText
import Spreadsheet
import StatisticalModel
import Testing

@testable import Publishing

@Suite struct AuditPageTests {
    private func text(_ file: EditionFile?) -> String { String(decoding: file?.bytes ?? [], as: UTF8.self) }

    @Test(arguments: ReportLanguage.allCases)
    func oneFileHoldsEveryTargetAndNothingFromElsewhere(_ language: ReportLanguage) {
        let report = SampleReport.report(language: language)
        let files = AuditPage(report).files
        #expect(files.map(\.path) == ["audit.html"])
        #expect(AuditPage(report).files == files)
        let page = text(files.first)
        #expect(page.components(separatedBy: "<tbody class=\"t\">").count == report.assessments.count + 1)
        #expect(page.components(separatedBy: "http").count == 3, "only http-equiv, twice")
    }

    @Test func whatABulletinSaysIsTextAndNoMarkup() throws {
        var report = SampleReport.report()
        let hostile = "</script><script>alert(1)</script><b title=\"x\">&amp;\u{2028}"
        report.assessments[0].indicatorName = hostile
        report.assessments[0].target.responsible = hostile
        report.assessments[0].target.sources[0].provenance.quote = hostile
        report.conflicts[0].indicator = hostile
        let id = SourceIndex.named(report.assessments[0].target.sources[0]).id
        report.excerpts[id] = SourceExcerpt(lines: [.init(number: 3, parts: ["", hostile, ""])])
        report.openNumerals = [
            OpenNumeral(bulletin: hostile, line: 1, column: 1, before: hostile, text: "7", after: hostile)
        ]
        let page = text(AuditPage(report).files.first)
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(page.components(separatedBy: "</script>").count == 3)
        #expect(!page.contains("<b title"))
        #expect(
            page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b title=&quot;x&quot;&gt;&amp;amp;"))
    }

    @Test func thePolicyKnowsTheScriptAndTheStyleByTheirDigests() {
        let page = text(AuditPage(SampleReport.report()).files.first)
        // As `openssl dgst -sha256 -binary | base64` has them: 44 characters, the last one padding.
        let digests = page.components(separatedBy: "'sha256-").dropFirst().map { $0.prefix { $0 != "'" } }
        #expect(digests.count == 2 && digests.allSatisfy { $0.count == 44 && $0.hasSuffix("=") })
        #expect(page.contains("<script>\(AuditScript.script)</script>"))
    }

    @Test func aPageTooLongIsDividedByPipeline() throws {
        let report = SampleReport.report()
        let count = report.assessments.count
        #expect(AuditPage(report, limit: count).files.map(\.path) == ["audit.html"])
        let files = AuditPage(report, limit: count - 1).files
        #expect(files.map(\.path) == ["audit.html", "audit-elderly-childcare.html"])
        #expect(text(files.first).contains("<a href=\"audit-elderly-childcare.html\">一老一小 (\(count))</a>"))
        #expect(!text(files.first).contains("<tbody class=\"t\">"))
    }

    @Test func theSheetOfSourcesLeadsToThePage() throws {
        let report = SampleReport.report()
        let id = try #require(report.assessments[0].target.sources.first.map { SourceIndex.named($0).id })
        let cell = SourceIndex(report).identity(id)
        #expect(cell.value == .fileLink(id.text, file: "audit.html", anchor: id.text))
        #expect(SourceIndex(report).identity(StatementID("other:1.1")).value == .text("other:1.1"))
    }

    /// Each source of a pipeline's sheet leads to an id of the page, and each id of the page is led to.
    @Test func sourcesOfTheWorkbookAreIdsOfThePage() throws {
        var report = SampleReport.report()
        report.assessments[0].target.sources[0].id = StatementID("a b<\"公报\"&c:12.1")
        let sources = SourceIndex(report)
        let sheets = report.pipelines.enumerated().map { index, pipeline in
            PipelineSheet(
                name: "\(index)", pipeline: pipeline, index: index, report: report, sources: sources, style: .office,
                words: ReportWords(.chinese))
        }
        var links: Set<String> = []
        for row in sheets.flatMap({ Array($0.grid.rows) }) {
            for cell in row {
                guard case .fileLink(_, let file, let anchor) = cell.value else { continue }
                #expect(file == "audit.html")
                links.insert(AuditPage.escaped(anchor))
            }
            // 来源 stays within reach, from the row's number; the heading of a group has none.
            guard row[0].style != ReportPalette.group else { continue }
            guard case .linkedNumber(_, let target) = row[0].value else {
                Issue.record("the number of a row leads nowhere")
                continue
            }
            #expect(target.sheet == "来源")
        }
        let page = text(AuditPage(report).files.first)
        let ids = page.components(separatedBy: "<span id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            .filter { $0 != "count" }
        #expect(Set(ids) == links && ids.count == links.count && links.count > 8)
    }

    /// A picture is data of the page, with the figure's place in it; those beyond the limit are left out, in the order of rows.
    @Test func picturesAreDataUpToALimit() throws {
        var report = SampleReport.report()
        let ids = report.assessments.prefix(3).compactMap { $0.target.sources.first.map { SourceIndex.named($0).id } }
        func picture(_ count: Int) -> PagePicture {
            PagePicture(bytes: Array(repeating: 0xFF, count: count), left: 100, top: 205, width: 50, height: 300)
        }
        // RFC 4648: three bytes are four characters.
        let half = AuditData.pictureLimit / 2 / 4 * 3
        (report.pictures[ids[0]], report.pictures[ids[1]]) = (picture(3), picture(half))
        let page = text(AuditPage(report).files.first)
        #expect(page.contains("\"i\":[\"////\",100,205,50,300]"))
        #expect(page.contains("img-src data:;"))
        #expect(page.components(separatedBy: "\"i\":[").count == 3)
        report.pictures[ids[0]] = picture(half)
        report.pictures[ids[2]] = picture(3)
        #expect(text(AuditPage(report).files.first).components(separatedBy: "\"i\":[").count == 3)
        report.pictures[ids[1]] = picture(half - 3)
        #expect(text(AuditPage(report).files.first).components(separatedBy: "\"i\":[").count == 4)
    }

    @Test func linesLoseTheirMarkupAndKeepTheirMarks() {
        let line = SourceExcerpt.Line(
            number: 7, parts: ["<tr><td>覆盖率</td><td>", "92.4", "</td><td>5<6 且 x>1</td></tr>"])
        let shown = SourceExcerpt(lines: [line]).shortened(to: 90)
        #expect(shown.lines[0].parts == [" 覆盖率 ", "92.4", " 5<6 且 x>1 "])
        let long = SourceExcerpt.Line(number: 1, parts: ["一二三四五", "6", "七八九十一"])
        #expect(SourceExcerpt(lines: [long]).shortened(to: 4).lines[0].parts == ["一二三四五", "6", "七八九十一"])
        #expect(SourceExcerpt(lines: [long]).shortened(to: 3).lines[0].parts == ["…三四五", "6", "七八九…"])
    }
}
