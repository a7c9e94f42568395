import PipelineDefinition
import Publishing
import StatisticalModel

/// A report in the shape of a city's plan for the old and the young, with its real indicator names and figures.
enum SampleReport {
    static let pipelineID = PipelineID("elderly-childcare")

    /// name, unit, direction, base 2021, latest 2023, target 2025, attribute, responsible, then Assessment's verdict.
    struct Row {
        let name: String
        let unit: UnitCode
        let direction: Direction
        let base: String
        let latest: String
        let target: String
        let attribute: TargetAttribute
        let unitOfOffice: String
        let completion: String
        let lamp: Lamp
        let status: ProgressStatus
    }

    static let rows = [
        Row(
            name: "基本养老保险参保率", unit: "%", direction: .up, base: "92.4", latest: "92.8", target: "93",
            attribute: .expected, unitOfOffice: "市人力资源和社会保障局", completion: "0.6666666667", lamp: .green,
            status: .onTrack),
        Row(
            name: "失能特困人员集中供养率", unit: "%", direction: .up, base: "50", latest: "51", target: "62",
            attribute: .binding, unitOfOffice: "市民政局", completion: "0.0833333333", lamp: .red, status: .limited),
        Row(
            name: "居家社区养老服务覆盖率", unit: "%", direction: .up, base: "50", latest: "66", target: "95",
            attribute: .expected, unitOfOffice: "市民政局", completion: "0.3555555556", lamp: .yellow, status: .moderate),
        Row(
            name: "新建城区和新建居住区配套建设养老服务设施达标率", unit: "%", direction: .up, base: "", latest: "96", target: "100",
            attribute: .binding, unitOfOffice: "市住房和城乡建设局", completion: "", lamp: .none, status: .notMet),
        Row(
            name: "特殊困难老年人家庭适老化改造", unit: "户", direction: .up, base: "500", latest: "", target: "1000",
            attribute: .expected, unitOfOffice: "市民政局", completion: "", lamp: .none, status: .notAssessable),
        Row(
            name: "旗区级老年大学覆盖面", unit: "%", direction: .up, base: "88", latest: "100", target: "100",
            attribute: .binding, unitOfOffice: "市委老干部局", completion: "1", lamp: .green, status: .achieved),
        Row(
            name: "每千人口托位数", unit: "个", direction: .up, base: "2.56", latest: "3.76", target: "5.1",
            attribute: .expected, unitOfOffice: "市卫生健康委员会", completion: "0.4724409449", lamp: .greenBehind,
            status: .onTrack),
        Row(
            name: "一般事项办理时限", unit: "天", direction: .down, base: "10", latest: "12", target: "5",
            attribute: .expected, unitOfOffice: "=HYPERLINK(\"x\")", completion: "-0.4", lamp: .red,
            status: .deteriorating),
    ]

    static let area = AreaCode("150600").map { ReferenceArea(code: $0, name: "鄂尔多斯市") }

    static func report(language: ReportLanguage = .chinese) -> EditionReport {
        var pipeline = Pipeline(id: pipelineID, name: "一老一小", englishName: "Elderly care and childcare")
        pipeline.indicators = rows.enumerated().map { index, row in indicator(row, index) }
        var report = EditionReport(
            edition: "2023", title: "规划目标进展报告", area: "鄂尔多斯市", asOf: CalendarDate(year: 2023, month: 12, day: 31),
            language: language, programVersion: "0.1.0", pipelines: [pipeline])
        report.assessments = rows.enumerated().map { index, row in assessment(row, index) }
        report.observations = report.assessments.flatMap { [$0.base, $0.latest, $0.target] }.compactMap { $0 }
        report.statements = report.observations.flatMap(\.sources).map {
            StatementRow(
                statement: $0, pipeline: pipelineID, area: area, baseValue: $0.quantity?.value,
                baseUnit: $0.quantity.map { UnitCode($0.unit) })
        }
        addRest(to: &report)
        return report
    }

    private static func addRest(to report: inout EditionReport) {
        let two = report.statements.prefix(2).map(\.statement)
        report.conflicts = [
            ConflictRow(
                indicator: "基本养老保险参保率", area: area, kind: .target, year: Year(2025), statements: two,
                taken: two.last?.id, reason: "后发文件")
        ]
        report.checkSettings["unknown-unit"] = CheckSetting(chinese: "未知的计量单位", english: "an unknown unit of measure")
        report.checks = [
            FindingNote(
                check: "unknown-unit", severity: .warning, bulletin: "sample.txt", line: 12, subject: "托位",
                expected: "单位",
                found: "=1+1")
        ]
        report.taskSettings.statuses = [
            .init(name: "推进中", englishName: "In progress"),
            .init(name: "已完成", englishName: "Completed", closes: true),
        ]
        report.tasks = tasks
        report.projects = [project]
        report.ledger = [
            LedgerEntry(
                bulletin: "sample.txt", line: 3, lineEnd: 3, column: 5, text: "194", fate: .documentNumber,
                reason: .documentNumber, statement: nil)
        ]
        report.inputs = [InputFile(name: "sample.txt", bytes: 1200, lines: 60, digest: "sha256:00")]
    }

    private static let tasks: [TaskAssessment] = {
        let deadlines: [(String, CalendarDate?, Int?, TaskLamp)] = [
            ("2024年6月底", CalendarDate(year: 2024, month: 6), 182, .inProgress),
            ("长期推进", nil, nil, .noDeadline), ("2023年11月底", CalendarDate(year: 2023, month: 11), -31, .completed),
        ]
        return deadlines.enumerated().map { index, deadline in
            let place = Provenance(
                bulletin: "sample.txt", documentTitle: "服务体系建设方案（鄂府办发〔2022〕1号）", line: 40 + index,
                lineEnd: 41 + index, quote: "建设示范机构。", rule: .task)
            let task = PlanTask(
                id: StatementID("sample:\(40 + index).T1"), provenance: place, number: "\(index + 1)", text: "建设示范机构",
                leadUnit: "市卫生健康委员会", cooperating: "市民政局", deadlineText: deadline.0, deadline: deadline.1)
            let status = TaskStatus(
                task: task.id, status: "已完成", date: CalendarDate(year: 2023, month: 11, day: 20), remark: "已验收",
                path: "task-status.csv", line: 2)
            return TaskAssessment(
                task: task, daysToDeadline: deadline.2, lamp: deadline.3,
                status: deadline.3 == .completed ? status : nil)
        }
    }()

    private static let project = PlanProject(
        id: StatementID("sample:50.P1"),
        provenance: Provenance(bulletin: "sample.txt", line: 50, lineEnd: 50, quote: "综合康养服务中心", rule: .listRow),
        number: "1", name: "综合康养服务中心", section: "“一老”重大项目", scope: "建筑面积7998平方米，新增床位300张",
        capacity: [
            Quantity(value: 7998, unit: "平方米"), Quantity(value: 300, unit: "张"),
        ],
        investments: [
            .init(source: "总投资", kind: .total, amount: Quantity(value: 3400, unit: "万元"), yuan: 34_000_000),
            .init(source: "中央预算内投资", kind: .central, amount: Quantity(value: 2720, unit: "万元"), yuan: 27_200_000),
        ], period: "2020年-2023年", owner: "乌审旗民政局", responsible: "乌审旗人民政府", state: "新建")

    private static func indicator(_ row: Row, _ index: Int) -> Indicator {
        Indicator(
            pipeline: pipelineID, code: IndicatorCode("EC-\(index + 1)"), name: row.name, englishName: "",
            unit: row.unit, direction: row.direction, aliases: [])
    }

    private static func assessment(_ row: Row, _ index: Int) -> ProgressAssessment {
        let completion = DecimalNumber(row.completion)
        var result = ProgressAssessment(
            pipeline: pipelineID, indicator: IndicatorCode("EC-\(index + 1)"), indicatorName: row.name, area: area,
            unit: row.unit, attribute: row.attribute, direction: row.direction, form: .level,
            base: observation(row, index, row.base, 2021, .actual),
            latest: observation(row, index, row.latest, 2023, .actual),
            target: observation(row, index, row.target, 2025, .target)
                ?? Observation(
                    sources: [], indicatorName: row.name, kind: .target, value: nil, unit: nil, year: nil),
            completion: completion, elapsed: completion.map { _ in DecimalNumber(significand: 5, exponent: -1) },
            gap: completion?.subtracting(DecimalNumber(significand: 5, exponent: -1)), lamp: row.lamp,
            status: row.status)
        result.verdict = verdict(row, gap: result.gap)
        return result
    }

    private static func verdict(_ row: Row, gap: DecimalNumber?) -> ProgressVerdict? {
        guard row.lamp != .none, let gap else { return nil }
        if row.status == .achieved { return .ahead }
        if gap.shifted(by: 2) > 10 { return .faster }
        return row.lamp == .green || row.lamp == .greenBehind ? .asExpected : .behind
    }

    private static func observation(
        _ row: Row, _ index: Int, _ value: String, _ year: Int, _ kind: StatementKind
    ) -> Observation? {
        guard let value = DecimalNumber(value) else { return nil }
        let column = year == 2021 ? 1 : year == 2023 ? 2 : 3
        let statement = Statement(
            id: StatementID("sample:\(10 + index).\(column)"),
            provenance: Provenance(
                bulletin: "sample.txt", documentTitle: "服务体系建设方案（鄂府办发〔2022〕1号）", line: 10 + index, lineEnd: 10 + index,
                table: "表1", row: index + 1, column: column, quote: "\(row.name) \(value)", rule: .tableValue),
            source: .table, indicator: row.name, kind: kind,
            quantity: Quantity(value: value, unit: row.unit.name), year: Year(year), attribute: row.attribute,
            responsible: row.unitOfOffice)
        return Observation(
            sources: [statement], pipeline: pipelineID, indicator: IndicatorCode("EC-\(index + 1)"),
            indicatorName: row.name, area: area, kind: kind, value: value, unit: row.unit, year: Year(year),
            attribute: row.attribute, responsible: row.unitOfOffice)
    }
}
