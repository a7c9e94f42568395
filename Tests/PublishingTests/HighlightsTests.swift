import Foundation
import PipelineDefinition
import Spreadsheet
import StatisticalModel
import TestSupport
import Testing

@testable import Publishing

/// 本期要点: what it counts, what changed since an edition, and that the page says it.
struct HighlightsTests {
    private let words = ReportWords(.chinese)

    private func highlights(_ report: EditionReport) -> Highlights {
        let pipelines = report.pipelines.enumerated().map { index, pipeline in
            PipelineSheet(
                name: "一老一小", pipeline: pipeline, index: index, report: report, sources: SourceIndex(report),
                style: .office, words: words)
        }
        return Highlights(report, pipelines: pipelines, words: words)
    }

    /// The sample with the time of the target without a figure over.
    private func dueReport() -> EditionReport {
        var report = SampleReport.report()
        report.assessments[4].isOver = true
        return report
    }

    @Test func thoseWhoOweAndAreBehindStandFirst() {
        let owners = highlights(dueReport()).owners
        #expect(owners.first?.unit == "市民政局")
        #expect(owners.first?.lamps == [.red: 1, .yellow: 1, .none: 1])
        #expect(owners.first?.owed == 1)
        #expect(owners.map(\.area) == owners.map { _ in "鄂尔多斯市" })
    }

    @Test func unitsOfOneNameInTwoPlacesAreTwo() {
        var report = SampleReport.report()
        report.assessments[1].area = ReferenceArea(code: AreaCode("150300"), name: "乌海市")
        let offices = highlights(report).owners.filter { $0.unit == "市民政局" }
        #expect(Set(offices.map(\.area)) == ["鄂尔多斯市", "乌海市"])
    }

    @Test func theFurthestBehindComeFirst() {
        #expect(
            highlights(SampleReport.report()).behind.map(\.row.indicatorName) == [
                "一般事项办理时限", "失能特困人员集中供养率", "居家社区养老服务覆盖率",
            ])
    }

    @Test func reasonsAreCountedAsTheSheetWordsThem() {
        #expect(highlights(SampleReport.report()).ungraded == [.openNoData: 1, .noBase: 1])
        let due = highlights(dueReport())
        #expect(due.ungraded == [.dueNoData: 1, .noBase: 1])
        #expect(due.owed.map(\.row.indicatorName) == ["特殊困难老年人家庭适老化改造"])
    }

    @Test(arguments: [(179, 0), (180, 1)]) func aDeadlineIsDueUpToItsDay(_ days: Int, _ count: Int) {
        var report = SampleReport.report()
        report.tasks[0].daysToDeadline = 180
        #expect(highlights(report).tasksDue(within: days) == count)
    }

    /// 2025 ends 731 days after 2023-12-31.
    @Test(arguments: [(730, 0), (731, 8)]) func aTargetIsDueWhenItsYearEnds(_ days: Int, _ count: Int) {
        #expect(highlights(SampleReport.report()).targetsDue(within: days) == count)
    }

    private func standing(
        _ lamp: Lamp, _ status: ProgressStatus, _ latest: DecimalNumber?, _ year: String, elapsed: DecimalNumber? = nil,
        isProvisional: Bool = false
    ) -> PastEdition.Standing {
        .init(
            lamp: lamp, status: status, latest: latest, latestYear: year, elapsed: elapsed, isProvisional: isProvisional
        )
    }

    private func changes(_ index: Int, since standing: PastEdition.Standing) -> [EditionChange] {
        let row = SampleReport.report().assessments[index]
        let past = PastEdition(
            name: "2022", asOf: CalendarDate(year: 2022), standings: [PastEdition.Key(row): standing])
        return EditionChange.changes(of: row, since: past)
    }

    @Test func aChangeIsWhatWasNotSoBefore() {
        let red = 1
        #expect(changes(red, since: standing(.green, .onTrack, 51, "2023")) == [.behind])
        #expect(changes(red, since: standing(.yellow, .limited, 51, "2023")) == [])
        let reached = 5
        #expect(changes(reached, since: standing(.green, .onTrack, 95, "2022")) == [.reached, .supplied])
        #expect(changes(reached, since: standing(.green, .achieved, 100, "2023")) == [])
        #expect(changes(reached, since: standing(.green, .achieved, 99, "2023")) == [.revised])
        #expect(changes(reached, since: standing(.green, .achieved, 99, "2023", isProvisional: true)) == [.supplied])
        // The sample's figures stand at half the time.
        let half = DecimalNumber("0.5")
        #expect(changes(reached, since: standing(.green, .achieved, 99, "2023", elapsed: half)) == [.revised])
        let third = DecimalNumber("0.3")
        #expect(changes(reached, since: standing(.green, .achieved, 99, "2023", elapsed: third)) == [.supplied])
        let row = SampleReport.report().assessments[red]
        let empty = PastEdition(name: "2022", asOf: CalendarDate(year: 2022), standings: [:])
        #expect(EditionChange.changes(of: row, since: empty) == [])
    }

    @Test(arguments: WorkbookStyle.allCases, ReportLanguage.allCases)
    func thePageTellsWhatChanged(_ style: WorkbookStyle, _ language: ReportLanguage) throws {
        var report = SampleReport.report(language: language)
        let row = report.assessments[1]
        report.previous = PastEdition(
            name: "2022", asOf: CalendarDate(year: 2022),
            standings: [PastEdition.Key(row): standing(.green, .onTrack, 51, "2023")])
        let path = NSTemporaryDirectory() + "gongbao-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ProgressWorkbook(report, style: style).write(to: path)
        let text = try WorkbookParts(of: path).text("xl/sharedStrings.xml")
        let words = ReportWords(language)
        #expect(text.contains(words("highlights.since", "2022")))
        #expect(text.contains(words("highlights.changed", words("change.behind"), "鄂尔多斯市 失能特困人员集中供养率 2025")))
    }

    @Test func aRowOfATableIsNoNameToAReader() {
        #expect(words.named("托育服务覆盖率", "第24行") == "托育服务覆盖率")
        #expect(words.named("托育服务覆盖率", "城市；第24行") == "托育服务覆盖率（城市）")
        #expect(words.named("托育服务覆盖率", "第二行业") == "托育服务覆盖率（第二行业）")
        #expect(words.named("托育服务覆盖率", "") == "托育服务覆盖率")
    }

    @Test func whatStandsElsewhereIsACount() {
        var report = SampleReport.report()
        report.checks += (1...3).map {
            FindingNote(
                check: "unknown-indicator", severity: .info, bulletin: "sample.txt", line: $0, subject: "焦炭产量")
        }
        let statement = report.statements[0].statement
        report.statements.append(StatementRow(statement: statement))
        let grid = ReportGrids(report: report, sources: SourceIndex(report), words: words).checks
        #expect(grid.rows.map { $0[0].value } == [.text("警告"), .text("提示")])
        #expect(grid.rows[1][4].value == .text("3项，见“未入目录数据”"))
        #expect(grid.summary.map { $0[1].value } == [.text("1项"), .text("3项")])
    }

    /// A target that no pipeline knows stands on 其他指标 and not a second time among the unlisted figures.
    @Test func aTrackedTargetIsNotRepeated() {
        var report = SampleReport.report()
        report.assessments[0].pipeline = NameSignature.pipeline
        report.pipelines.append(
            Pipeline(id: NameSignature.pipeline, name: "其他指标", englishName: "Other indicators"))
        let target = report.assessments[0].target.sources[0]
        var fact = report.statements[3].statement
        fact.id = StatementID("sample:77.1")
        report.statements += [StatementRow(statement: target), StatementRow(statement: fact)]
        report.checks = [FindingNote(check: "unknown-indicator", severity: .info, bulletin: "sample.txt", line: 1)]
        let grids = ReportGrids(report: report, sources: SourceIndex(report), words: words)
        #expect(grids.unclaimed.map(\.statement.id) == [fact.id])
        #expect(grids.others.rows.count == 1)
        #expect(grids.checks.rows.last?[4].value == .text("1项，见“其他指标”“未入目录数据”"))
    }
}
