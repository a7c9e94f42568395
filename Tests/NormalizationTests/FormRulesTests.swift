import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

@Suite struct FormRulesTests {
    private let filing = Filing(person: "张三", day: CalendarDate(year: 2026, month: 5, day: 6))
    private let rules = FormRules(
        library: ProjectFolder.library,
        words: FormWords(
            statuses: [("正式", .normal), ("初步", .provisional), ("Estimate", .estimated)], yearMark: "年", filed: "填报",
            colon: "：", comma: "，", semicolon: "；"))

    private func key(_ unit: String = "%", target: DecimalNumber? = 62) -> FigureKey {
        var key = FigureKey(
            indicator: IndicatorCode("EC-002"), pipeline: PipelineID("elderly-childcare"), name: "失能特困人员集中供养率",
            area: AreaCode("150600"), qualifier: "", year: Year(2025), unit: unit, measure: .level, period: nil)
        key.target = target
        return key
    }

    private func cell(_ content: FilledCell.Content, column: Int = 0) -> FilledCell {
        FilledCell(row: 6, column: column, content: content)
    }

    private func number(_ text: String) -> FilledCell.Content { .number(text, isPercent: false) }

    private func judge(
        _ value: FilledCell.Content, year: FilledCell.Content = .number("2025", isPercent: false),
        day: FilledCell.Content = .blank, status: FilledCell.Content = .blank, note: String = "", key: FigureKey? = nil
    ) -> FormOutcome<SuppliedFigure> {
        rules.figure(
            FilledFigure(
                key: key ?? self.key(), role: .latest, year: cell(year), value: cell(value, column: 1),
                day: cell(day, column: 2), status: cell(status, column: 3),
                note: cell(note.isEmpty ? .blank : .text(note), column: 4)), filing: filing)
    }

    private func taken(_ outcome: FormOutcome<SuppliedFigure>) -> SuppliedFigure? {
        if case .taken(let figure) = outcome { figure } else { nil }
    }

    private func refusal(_ outcome: FormOutcome<SuppliedFigure>) -> FormRefusal? {
        if case .refused(_, let refusal) = outcome { refusal } else { nil }
    }

    @Test(arguments: [
        FilledCell.Content.number("61.5", isPercent: false), .number("61.5", isPercent: true), .text("61.5"),
        .text(" ６１．５ ％"), .text("61.5%"),
    ])
    func aNumberIsReadHoweverItIsTyped(_ content: FilledCell.Content) throws {
        let figure = try #require(taken(judge(content)))
        #expect(figure.value == DecimalNumber("61.5") && figure.year == Year(2025) && figure.unit == "%")
        #expect(figure.source == "填报：张三，2026-05-06" && figure.indicator == IndicatorCode("EC-002"))
    }

    @Test func whatIsNoNumberIsRefused() {
        #expect(refusal(judge(.text("约六成"))) == .notANumber("约六成"))
        #expect(refusal(judge(.text("61户"))) == .notANumber("61户"))
        #expect(refusal(judge(.truth(true))) == .notANumber("TRUE"))
        #expect(refusal(judge(.error("#DIV/0!"))) == .noResult)
        #expect(refusal(judge(.number("61", isPercent: true), key: key("户"))) == .notANumber("61%"))
        let formula = FilledCell(row: 6, column: 1, content: .blank, hasFormula: true)
        let row = FilledFigure(key: key(), role: .latest, year: cell(number("2025")), value: formula, day: cell(.blank))
        #expect(refusal(rules.figure(row, filing: filing)) == .noResult)
    }

    @Test func anEmptyRowSaysNothing() {
        guard case .untouched = judge(.blank) else {
            Issue.record("a row without a value was taken or refused")
            return
        }
    }

    @Test func whatTheWorkbookShowedIsNoAnswer() {
        var own = key()
        own.latest = FigureKey.Shown(year: 2025, value: 61)
        let row = { (value: FilledCell.Content) in
            FilledFigure(
                key: own, role: .latest, year: cell(number("2025")), value: cell(value, column: 1))
        }
        if case .untouched = rules.figure(row(number("61")), filing: filing) {} else { Issue.record("61 was shown") }
        #expect(taken(rules.figure(row(number("61.01")), filing: filing))?.value == DecimalNumber("61.01"))
        #expect(refusal(rules.figure(row(.blank), filing: filing)) == .cleared)
    }

    @Test func yearsAndDaysMustBeThere() throws {
        #expect(refusal(judge(number("61"), year: .blank)) == .noYear)
        #expect(refusal(judge(number("61"), year: number("1948"))) == .notAYear("1948"))
        #expect(taken(judge(number("61"), year: .text("２０２４年")))?.year == Year(2024))
        #expect(taken(judge(number("61"), year: number("2026")))?.year == Year(2026))
        #expect(refusal(judge(number("61"), year: number("2027"))) == .yearAhead)
        #expect(refusal(judge(number("61"), day: .text("上半年"))) == .notADay("上半年"))
        #expect(refusal(judge(number("61"), day: .text("2024-12-31"))) == .dayOutsideYear)
        #expect(
            taken(judge(number("61"), day: .text("2025年6月30日")))?.date == CalendarDate(year: 2025, month: 6, day: 30))
        // The last day of the year says the whole year.
        #expect(try #require(taken(judge(number("61"), day: .day(year: 2025, month: 12, day: 31)))).date == nil)
        #expect(
            refusal(judge(number("61"), year: number("2026"), day: .day(year: 2026, month: 5, day: 7))) == .dayAhead)
        #expect(taken(judge(number("61"), year: number("2026"), day: .day(year: 2026, month: 5, day: 6))) != nil)
    }

    @Test func aFractionInPlaceOfAPercentageIsRefused() {
        #expect(refusal(judge(number("0.62"))) == .fraction)
        #expect(refusal(judge(number("1"))) == .fraction)
        #expect(taken(judge(number("1.1"))) != nil)
        #expect(taken(judge(number("0.62"), key: key(target: 9))) != nil)
        #expect(taken(judge(number("0.62"), note: "数据无误")) != nil)
    }

    @Test func anotherUnitIsAsked() {
        let money = key("亿元", target: 52)
        #expect(taken(judge(number("5200"), key: money)) != nil)
        #expect(refusal(judge(number("5201"), key: money)) == .farFromTarget("52亿元"))
        #expect(taken(judge(number("0.52"), key: money)) != nil)
        #expect(refusal(judge(number("0.51"), key: money)) == .farFromTarget("52亿元"))
        #expect(taken(judge(number("5201"), note: "含划转", key: money))?.source == "填报：张三，2026-05-06；含划转")
        #expect(taken(judge(number("0"), key: money)) != nil)
    }

    @Test func statusesAreThoseOfTheList() {
        #expect(taken(judge(number("61"), status: .text("初步")))?.status == .provisional)
        #expect(taken(judge(number("61"), status: .text("Estimate")))?.status == .estimated)
        #expect(
            refusal(judge(number("61"), status: .text("最终")))
                == .unknownStatus("最终", known: ["正式", "初步", "Estimate"]))
    }

    @Test func whatTheDefinitionsDoNotKnowIsRefused() {
        var other = key()
        other.indicator = IndicatorCode("EC-999")
        #expect(refusal(judge(number("61"), key: other)) == .unknownIndicator("EC-999"))
        other.pipeline = NameSignature.pipeline
        #expect(taken(judge(number("61"), key: other))?.name == other.name)
        #expect(refusal(judge(number("61"), key: key("丈"))) == .unknownUnit("丈"))
        var place = key()
        place.area = AreaCode("999999")
        #expect(refusal(judge(number("61"), key: place)) == .unknownArea("999999"))
    }

    @Test func anAmountCountsFromTheFirstYearOfItsPlan() {
        var amount = key("张", target: 4200)
        amount.measure = .increment
        amount.period = YearSpan(Year(2021), Year(2025))
        #expect(taken(judge(number("3000"), year: number("2024"), key: amount))?.period?.description == "2021/2024")
        #expect(taken(judge(number("3000"), year: number("2020"), key: amount))?.period == nil)
    }

    @Test func nobodyFilesNothing() {
        let row = FilledFigure(
            key: key(), role: .latest, year: cell(number("2025")), value: cell(number("61")), day: cell(.blank))
        #expect(refusal(rules.figure(row, filing: nil)) == .noPerson)
    }

    @Test func aTaskTakesTheWordsOfTheSettings() {
        let key = TaskKey(
            task: StatementID("plan:3.T1"), pipeline: PipelineID("elderly-childcare"), status: "推进中", remark: "")
        func outcome(_ status: String, _ note: String = "", day: FilledCell.Content = .blank) -> FormOutcome<TaskStatus>
        {
            rules.status(
                of: FilledTask(
                    key: key, status: cell(.text(status)), day: cell(day),
                    note: cell(note.isEmpty ? .blank : .text(note))), filing: filing)
        }
        if case .untouched = outcome("推进中") {} else { Issue.record("the form showed it") }
        if case .taken(let status) = outcome("Completed", "已验收") {
            #expect([status.status, status.remark] == ["已完成", "已验收；填报：张三"])
            #expect(status.date == filing.day)
        } else {
            Issue.record("an English word was not taken")
        }
        if case .refused(_, .unknownStatus(let word, _)) = outcome("做完了") {
            #expect(word == "做完了")
        } else {
            Issue.record("an unknown word was taken")
        }
        if case .refused(_, let refusal) = outcome("已完成", day: .day(year: 2026, month: 5, day: 7)) {
            #expect(refusal == .dayAhead)
        } else {
            Issue.record("a day ahead was taken")
        }
    }

    /// A row of 任务台账 shows the day before the remark and asks for no day of its own.
    @Test(
        arguments: [
            // status, remark as typed; status and remark that come of it, nothing for an untouched row
            ("推进中", "2026-01-02 待验收", nil), ("In progress", "2026-01-02 待验收", nil),
            ("已完成", "2026-01-02 待验收", "已完成|填报：张三"),
            ("推进中", "2026-01-02 已报送验收", "推进中|已报送验收；填报：张三"), ("已完成", "已验收", "已完成|已验收；填报：张三"),
            ("已完成", "", "已完成|填报：张三"),
        ] as [(String, String, String?)])
    func aRowOfTheWorkbookIsATask(_ status: String, _ note: String, _ expected: String?) {
        let outcome = rules.status(of: typed(status, note, shown: ("推进中", "2026-01-02 待验收")), filing: filing)
        switch outcome {
        case .untouched: #expect(expected == nil)
        case .taken(let taken): #expect("\(taken.status)|\(taken.remark)" == expected)
        case .refused(_, let refusal): Issue.record("\(refusal)")
        }
    }

    /// What was taken out, a remark alone and what nobody signs are refused; a row that nobody touched needs no name.
    @Test func aTaskIsNeverFiledByHalves() {
        func refusal(_ status: String, _ note: String, shown: (String, String), filing: Filing?) -> FormRefusal? {
            if case .refused(_, let refusal) = rules.status(of: typed(status, note, shown: shown), filing: filing) {
                return refusal
            }
            return nil
        }
        #expect(refusal("", "", shown: ("推进中", ""), filing: filing) == .cleared)
        #expect(refusal("", "已验收", shown: ("", ""), filing: filing) == .noStatus)
        #expect(refusal("", "", shown: ("", ""), filing: nil) == nil)
        #expect(refusal("已完成", "", shown: ("", ""), filing: nil) == .noPerson)
        #expect(refusal("In progress", "", shown: ("推进中", ""), filing: nil) == nil)
    }

    private func typed(_ status: String, _ note: String, shown: (status: String, remark: String)) -> FilledTask {
        let key = TaskKey(
            task: StatementID("plan:3.T1"), pipeline: PipelineID("elderly-childcare"), status: shown.status,
            remark: shown.remark)
        func content(_ text: String) -> FilledCell.Content { text.isEmpty ? .blank : .text(text) }
        return FilledTask(key: key, status: cell(content(status)), day: nil, note: cell(content(note)))
    }
}
