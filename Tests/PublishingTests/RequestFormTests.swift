import Foundation
import PipelineDefinition
import Spreadsheet
import StatisticalModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct RequestFormTests {
    private var request: UnitRequest {
        var request = UnitRequest(
            unit: "市民政局", area: "乌海市", edition: "2026", asOf: CalendarDate(year: 2026, month: 4, day: 30))
        var key = FigureKey(
            indicator: IndicatorCode("EC-005"), pipeline: PipelineID("elderly-childcare"), name: "护理型床位占比",
            area: AreaCode("150300"), qualifier: "", year: Year(2025), unit: "%", measure: .level, period: nil)
        key.target = 55
        request.figures = [
            UnitRequest.Figure(
                key: key, pipeline: "一老一小", name: "护理型床位占比", area: "乌海市", target: "≥55", reason: .overdue,
                units: DutyUnits(lead: "市民政局、市卫生健康委员会", responsible: "市财政局", cooperating: "市统计局"))
        ]
        request.tasks = [
            UnitRequest.Task(
                key: TaskKey(
                    task: StatementID("plan:3.T1"), pipeline: PipelineID("elderly-childcare"), status: "推进中", remark: ""
                ),
                text: "改造养老机构", deadline: "2025-12", lamp: .overdue, plan: "实施方案",
                units: DutyUnits(lead: "", responsible: "市民政局", cooperating: ""))
        ]
        return request
    }

    private func form(_ language: ReportLanguage = .chinese) -> RequestForm {
        RequestForm(request, settings: ProjectFolder.library.tasks, words: ReportWords(language))
    }

    @Test(arguments: ReportLanguage.allCases)
    func theSameRequestGivesTheSameBytes(_ language: ReportLanguage) throws {
        let paths = (0..<2).map { _ in NSTemporaryDirectory() + "gongbao-form-\(UUID().uuidString).xlsx" }
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        for path in paths { try form(language).write(to: path) }
        #expect(try Data(contentsOf: URL(filePath: paths[0])) == Data(contentsOf: URL(filePath: paths[1])))
        let sheets = try WorkbookParts(of: paths[0]).sheets().map(\.name)
        #expect(sheets == (language == .chinese ? ["指标", "任务", "填报说明"] : ["Figures", "Tasks", "How to fill in"]))
    }

    /// The form of a unit that takes part in `figure` beside what it answers for.
    private func sharing(_ unit: String, _ language: ReportLanguage = .chinese) throws -> [[String]] {
        var own = request
        own.unit = unit
        own.sharedFigures = own.figures
        own.figures = []
        own.sharedTasks = own.tasks
        let form = RequestForm(own, settings: ProjectFolder.library.tasks, words: ReportWords(language))
        return try #require(form.sharedSheet).rows.map { $0.map(Self.shown) }
    }

    private static func shown(_ cell: GridSheet.Cell) -> String {
        switch cell.value {
        case .text(let text): return text
        case .number(let number): return "\(Int(number))"
        default: return ""
        }
    }

    @Test func whatOthersAnswerForIsToldAndNotAsked() throws {
        #expect(
            try sharing("市卫生健康委员会")[0] == [
                "1", "护理型床位占比", "≥55 %", "2025", "已到期缺数据", "共同牵头", "市民政局、市卫生健康委员会",
            ])
        #expect(try sharing("市财政局")[0].suffix(2) == ["共同责任", "市民政局、市卫生健康委员会"])
        #expect(try sharing("市统计局", .english)[0].suffix(2) == ["helps", "市民政局、市卫生健康委员会"])
        #expect(
            try sharing("市统计局")[1] == ["2", "改造养老机构", "", "2025-12", "已到期", "", "市民政局"])
    }

    @Test func aFormNamesTheOthersOfEachFigure() {
        #expect(ReportWords(.chinese).others(request.figures[0].units) == "市卫生健康委员会（共同牵头）、市财政局、市统计局")
        #expect(ReportWords(.english).others(request.figures[0].units) == "市卫生健康委员会 (leads too)、市财政局、市统计局")
        #expect(ReportWords(.chinese).others(request.tasks[0].units) == "")
    }

    @Test func theFileIsNamedAfterWhoOwes() {
        #expect(form().fileName == "催报表-乌海市-市民政局.xlsx")
        var odd = request
        (odd.unit, odd.area) = ("a/b:c..\u{1}", "")
        let form = RequestForm(odd, settings: TaskSettings(), words: ReportWords(.chinese))
        #expect(form.fileName == "催报表-a_b_c___.xlsx")
        odd.unit = ""
        #expect(
            RequestForm(odd, settings: TaskSettings(), words: ReportWords(.chinese)).fileName == "催报表-未列责任单位.xlsx")
    }

    // MARK: Reading

    private func text(_ row: Int, _ column: Int, _ text: String) -> FilledCell {
        FilledCell(row: row, column: column, content: .text(text))
    }

    /// A form whose columns were moved: codes tell them.
    private var filled: [FilledCell] {
        [
            text(2, 5, "#person"), text(2, 2, "张三"), text(3, 5, "#filed"), text(3, 2, "2026-05-06"),
            text(4, 5, "#columns"), text(4, 4, "#year"), text(4, 3, "#value"), text(5, 3, "数值"),
            text(6, 5, request.figures[0].key.text), text(6, 3, "52"), text(6, 4, "2025"),
        ]
    }

    @Test func aFormIsReadByItsHiddenCodes() throws {
        let workbook = FilledWorkbook([FilledSheet(name: "指标", cells: filled)])
        #expect(workbook.filing?.person.text == "张三" && workbook.filing?.day.text == "2026-05-06")
        let row = try #require(workbook.figures.first?.row)
        #expect(workbook.figures.count == 1 && row.key == request.figures[0].key)
        #expect([row.value.name, row.year.name] == ["D7", "E7"])
        #expect(row.day == nil && workbook.keyless.isEmpty)
    }

    @Test func aFilledRowWithoutItsKeyIsTold() {
        let added = FilledSheet(name: "指标", cells: filled + [text(7, 3, "60"), text(8, 1, "合计")])
        let workbook = FilledWorkbook([added])
        #expect(workbook.keyless.map(\.row.name) == ["D8"])
        #expect(workbook.figures.count == 1)
    }

    /// The key of progress.xlsx stands where its head says, as in a workbook of another version.
    @Test(arguments: [25, 27]) func aFilledProgressIsReadByTheHeadOfItsKeys(_ column: Int) throws {
        let key = request.figures[0].key.text
        let cells = [
            text(GridSheet.headerRow, column, "填报标识"), text(3, column, key), text(3, 7, "2025"), text(3, 8, "52"),
            text(4, column - 1, key),
        ]
        let workbook = FilledWorkbook([FilledSheet(name: "一老一小", cells: cells)])
        #expect(workbook.figures.map(\.row.role) == [.base, .latest])
        #expect(workbook.figures.last?.row.value.text == "52")
        #expect(workbook.keyless.map(\.row.row) == [4])
    }

    @Test func anyOtherWorkbookIsNoForm() {
        #expect(!FilledWorkbook([FilledSheet(name: "Sheet1", cells: [text(0, 0, "指标"), text(1, 0, "52")])]).isForm)
    }
}
