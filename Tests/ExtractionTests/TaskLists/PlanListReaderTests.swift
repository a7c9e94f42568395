import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

@Suite struct PlanListReaderTests {
    private static let library = ProjectFolder.library

    /// A table whose cells are the fields of `rows`, separated by TABs, in a file of its own.
    private func read(headers: [String], rows: [String], form: RecoveredTable.Form = .tabbed, unit: String? = nil)
        -> PlanListReader.Outcome
    {
        let file = SourceFile(
            name: "plan.txt", text: ([headers.joined(separator: "\t")] + rows).joined(separator: "\n"))
        let cells = rows.indices.map { index in
            var start = file.rangeOfLine(index + 2).lowerBound
            return rows[index].split(separator: "\t", omittingEmptySubsequences: false).map { field in
                defer { start += field.utf8.count + 1 }
                return RecoveredTable.Cell(PlacedText(file, start..<start + field.utf8.count))
            }
        }
        let table = RecoveredTable(
            form: form, title: "任务表", columns: headers.map { RecoveredTable.Column(levels: [$0], line: 1) },
            rows: cells.map { RecoveredTable.Row(cells: $0) }, unit: unit, pieces: [1...file.lineCount])
        return PlanListReader(library: Self.library).read(BulletinLayout(file: file, tables: [table]))
    }

    @Test func aRowIsATaskWithItsNumberAndDate() throws {
        let outcome = read(
            headers: ["具体任务", "分管领导", "牵头单位", "配合单位", "完成时限"],
            rows: ["（7）压减办理时间。\t王某\t市税务局\t市财政局\t2024年6月底"], form: .rotated)
        let task = try #require(outcome.tasks.first)
        #expect(task.number == "（7）")
        #expect(task.text == "压减办理时间。")
        #expect(task.leader == "王某")
        #expect(task.leadUnit == "市税务局")
        #expect(task.cooperating == "市财政局")
        #expect(task.deadline == CalendarDate(year: 2024, month: 6))
        #expect(task.provenance.line == 2)
    }

    @Test func anItemOfACatalogueOfDecisionsIsATask() {
        let outcome = read(headers: ["序号", "项目名称", "承办单位"], rows: ["3\t甲市综合交通规划\t市交通运输局"])
        #expect(outcome.tasks.map(\.text) == ["甲市综合交通规划"])
        #expect(outcome.tasks.map(\.number) == ["3"])
        #expect(outcome.tasks.map(\.responsible) == ["市交通运输局"])
        #expect(outcome.projects.isEmpty)
    }

    @Test func severalProjectsOfACellBecomeRows() {
        let outcome = read(
            headers: ["序号", "任务名称", "牵头单位", "重点项目", "完成时间", "责任单位"],
            rows: ["1\t化工集群\t市工信局\t甲化工有限公司 500 万吨焦化项目 乙公司硅材料项目一期\t2023 年底 2025年底\t甲区政府 乙区政府"])
        #expect(outcome.projects.map(\.name) == ["甲化工有限公司500万吨焦化项目", "乙公司硅材料项目一期"])
        #expect(outcome.projects.map(\.deadlineText) == ["2023年底", "2025年底"])
        #expect(outcome.projects.map(\.responsible) == ["甲区政府", "乙区政府"])
        #expect(outcome.tasks.map(\.leadUnit) == ["市工信局", "市工信局"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func cellsThatDoNotMatchTheProjectsStayBlankWithAFinding() {
        let outcome = read(
            headers: ["序号", "任务名称", "牵头单位", "重点项目", "完成时间"],
            rows: ["1\t化工集群\t市工信局\t甲项目 乙项目 丙项目\t2023年底 2025年底"])
        #expect(outcome.projects.map(\.deadlineText) == ["", "", ""])
        #expect(outcome.findings.map(\.check) == ["unassigned-cell"])
        #expect(outcome.findings.first?.line == 2)
    }

    @Test func mergedCellsGoOnOverTheRowsBelow() {
        let outcome = read(
            headers: ["序号", "任务名称", "牵头单位", "重点项目", "完成时间"],
            rows: ["1\t装备集群\t市工信局\t甲项目\t2023年底", "\t\t\t乙项目\t2024年底", "2\t建材集群\t\t丙项目\t2024年底"])
        #expect(outcome.projects.map(\.section) == ["装备集群", "装备集群", "建材集群"])
        #expect(outcome.tasks.map(\.leadUnit) == ["市工信局", "市工信局", ""])
        #expect(outcome.projects.map(\.spanned) == [[], [.section, .number, .leadUnit], []])
        #expect(outcome.tasks.map(\.spanned) == outcome.projects.map(\.spanned))
    }

    /// Which words end a name is a guess; cells beside it that agree are none.
    @Test func mostCellsTellHowManyProjectsThereAre() {
        let headers = ["序号", "任务名称", "牵头单位", "重点项目", "完成时间", "责任单位"]
        let split = read(
            headers: headers, rows: ["1\t化工集群\t市工信局\t甲化工园 乙项目 丙项目\t2023年底 2024年底 2025年底\t甲区政府 乙区政府 丙区政府"])
        #expect(split.projects.map(\.name) == ["甲化工园", "乙项目", "丙项目"])
        #expect(split.projects.map(\.responsible) == ["甲区政府", "乙区政府", "丙区政府"])
        #expect(split.findings.isEmpty)
        let open = read(
            headers: headers,
            rows: ["1\t化工集群\t市工信局\t甲 化工园 乙项目 丙项目\t2023年底 2024年底 2025年底\t甲区政府 乙区政府 丙区政府"])
        #expect(open.projects.map(\.name) == ["", "", ""])
        #expect(open.projects.map(\.deadlineText) == ["2023年底", "2024年底", "2025年底"])
        #expect(open.findings.map(\.subject) == [.text("重点项目")])
    }

    /// A tie is the names'.
    @Test func oneCellAgainstTheNamesStaysBlank() {
        let outcome = read(
            headers: ["序号", "任务名称", "牵头单位", "重点项目", "总投资", "责任单位"],
            rows: ["1\t化工集群\t市工信局 市能源局\t甲项目 乙项目\t0.5 12\t甲区政府 乙区政府 丙区政府"])
        #expect(outcome.projects.map(\.name) == ["甲项目", "乙项目"])
        #expect(outcome.projects.map { $0.investments.map(\.amount.value) } == [[DecimalNumber("0.5")!], [12]])
        #expect(outcome.projects.map(\.responsible) == ["", ""])
        #expect(outcome.findings.map(\.subject) == [.text("责任单位")])
    }

    @Test func amountsTakeTheUnitOfTheTable() throws {
        let outcome = read(
            headers: ["序号", "项目名称", "总投资", "中央预算内投资", "建设工期"], rows: ["1\t养老院\t0.15\t0.12\t2023年-2025年"],
            unit: "亿元")
        let project = try #require(outcome.projects.first)
        #expect(project.investments.map(\.source) == ["总投资", "中央预算内投资"])
        #expect(project.investments.first?.amount == Quantity(value: DecimalNumber("0.15") ?? 0, unit: "亿元"))
        #expect(project.period == "2023年-2025年")
    }

    @Test func indicatorTablesAreNoTaskLists() {
        let outcome = read(headers: ["指标", "2025年目标", "责任单位"], rows: ["床位数\t1000\t市民政局"])
        #expect(outcome.tasks.isEmpty && outcome.projects.isEmpty)
    }

    @Test(arguments: [
        ("2024年6月底", "2024-06"), ("2023 年底", "2023"), ("2025年12月31日前", "2025-12-31"), ("2023年-2025年", "2025"),
    ])
    func readsDeadlines(text: String, date: String) {
        #expect(DeadlineText.date(in: text)?.description == date)
    }

    @Test(arguments: ["长期坚持", "12024年", "年底", ""])
    func readsNoDeadline(text: String) {
        #expect(DeadlineText.date(in: text) == nil)
    }

    @Test func labelledLinesBelongToTheClauseBefore() throws {
        let file = SourceFile(name: "plan.txt", text: "12.完善园区配套。\n牵头单位：市工信局\n完成时限：2024年12月\n13.无人负责。")
        let blocks = (1...4).map { line in
            TextBlock(
                role: .paragraph, text: PlacedText(file, file.rangeOfLine(line)), markerLength: line % 3 == 1 ? 3 : 0,
                line: line, lineEnd: line)
        }
        let tasks = PlanListReader(library: Self.library).read(BulletinLayout(file: file, blocks: blocks)).tasks
        #expect(tasks.map(\.text) == ["完善园区配套。"])
        #expect(tasks.first?.leadUnit == "市工信局")
        #expect(tasks.first?.deadline == CalendarDate(year: 2024, month: 12))
    }
}
