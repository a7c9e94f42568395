import Spreadsheet
import StatisticalModel
import Testing

@testable import Publishing

struct TaskSheetTests {
    private func grid(_ language: ReportLanguage = .chinese) -> GridSheet {
        let report = SampleReport.report(language: language)
        return TaskSheet(report, sources: SourceIndex(report), words: ReportWords(language)).grid
    }

    private func cell(_ row: Int, _ column: TaskSheet.Column, of grid: GridSheet) -> CellValue {
        grid.rows[row][column.rawValue].value
    }

    @Test func daysAndLampsAreLiveWithTheirResults() {
        let grid = grid()
        #expect(grid.firstRow == 5)
        #expect(
            cell(0, .days, of: grid) == .formula("=IF(COUNT(F6)=0,\"\",F6-$F$4)", result: .number(182)))
        #expect(
            cell(0, .lamp, of: grid)
                == .formula(
                    "=IF(OR(J6=\"已完成\"),\"已完成\",IF(COUNT(H6)=0,\"无期限\",IF(H6<0,\"已到期\","
                        + "IF(H6<=$G$4,$G$4&\"天内到期\",\"进行中\"))))", result: .text("进行中")))
        #expect(cell(1, .status, of: grid) == .text("已完成"))
    }

    @Test func aDeadlineIsADateAndItsWordsStandOnlyWhereTheySayMore() {
        let grid = grid()
        // 45473 is 2024-06-30 in spreadsheets.
        #expect(cell(0, .deadline, of: grid) == .number(45_473))
        #expect(cell(0, .printed, of: grid) == .blank)
        #expect(cell(2, .deadline, of: grid) == .blank)
        #expect(cell(2, .printed, of: grid) == .text("长期推进"))
    }

    @Test func openTasksStandByDeadlineThenClosedOnesThenThoseWithout() {
        var report = SampleReport.report()
        report.tasks[0].task.deadline = CalendarDate(year: 2024, month: 6)
        var overdue = report.tasks[0]
        overdue.task.id = StatementID("sample:90.T1")
        overdue.task.number = "9"
        overdue.task.deadline = CalendarDate(year: 2023, month: 10)
        (overdue.daysToDeadline, overdue.lamp) = (-61, .overdue)
        report.tasks.append(overdue)
        let grid = TaskSheet(report, sources: SourceIndex(report), words: ReportWords(.chinese)).grid
        #expect(grid.rows.map { $0[0].value } == ["9", "1", "3", "2"].map { .text($0) })
    }

    @Test func countsStandOverTheTable() {
        let counts = grid().summary[1].suffix(TaskLamp.allCases.count).map(\.value)
        let formula = "=COUNTIF($I$6:$I$8,\"已完成\")"
        #expect(counts.last == .formula(formula, result: .number(1)))
        #expect(grid().conditions.map(\.formula).contains("=$I6=\"已到期\""))
    }

    @Test func englishSheetsSayStatusAndLampInEnglish() {
        let grid = grid(.english)
        #expect(cell(1, .status, of: grid) == .text("Completed"))
        #expect(
            grid.summary[0][8].value == .formula("=\"Due in \"&$G$4&\" days\"", result: .text("Due in 30 days"))
        )
    }

    /// A row of a table whose cells were not told apart: without anything it is counted, with a unit it says what lacks.
    @Test func rowsThatSayNothingAreCounted() {
        var report = SampleReport.report()
        for index in 0..<2 {
            report.tasks[index].task.text = ""
            report.tasks[index].task.deadline = nil
            report.tasks[index].task.deadlineText = ""
            report.tasks[index].task.leadUnit = index == 0 ? "" : "市民政局"
            report.tasks[index].task.responsible = ""
            report.tasks[index].task.cooperating = ""
        }
        let grid = TaskSheet(report, sources: SourceIndex(report), words: ReportWords(.chinese)).grid
        #expect(grid.rows.count == report.tasks.count - 1)
        #expect(grid.note.hasSuffix("另有1行的任务、单位和时限均未能从原表确定，未列入，见 tasks.csv。"))
        #expect(
            grid.rows.map { $0[TaskSheet.Column.task.rawValue].value }.contains(.text("（原表未能切分，见来源）")))
    }

    @Test func whatIsShortenedStandsWholeForTheScreen() {
        var report = SampleReport.report()
        let text = String(repeating: "推进养老服务设施建设，", count: 12)
        report.tasks[0].task.text = text
        let grid = TaskSheet(report, sources: SourceIndex(report), words: ReportWords(.chinese)).grid
        #expect(cell(0, .taskWhole, of: grid) == .text(text))
        #expect(cell(1, .taskWhole, of: grid) == .blank)
        let key = TaskSheet.Column.key.rawValue
        #expect(grid.columns.suffix(2).map(\.title) == ["任务（全文）", "配合（其他责任）单位全列"])
        #expect(self.grid().columns.count == key + 1)
    }
}
