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
}
