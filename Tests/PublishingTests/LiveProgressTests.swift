import StatisticalModel
import Testing

@testable import Publishing

/// The vectors of Methods, “Test vectors”: b, x, T; t0, t, t1 and what follows.
struct LiveProgressTests {
    struct Vector: Sendable {
        let figures: (base: Double, latest: Double, target: Double)
        let years: (base: Double, latest: Double, target: Double)
        let direction: Double
        let completion: Double
        let pace: Double
        let expected: Double
        let needed: Double
        let lamp: Lamp
        let status: ProgressStatus
    }

    static let vectors = [
        Vector(
            figures: (100, 125, 150), years: (2020, 2023, 2025), direction: 1, completion: 0.5, pace: 0.9141,
            expected: 145.0497, needed: 0.09545, lamp: .yellow, status: .moderate),
        Vector(
            figures: (1, 0.93, 0.865), years: (2020, 2023, 2025), direction: -1, completion: 0.5185, pace: 0.8360,
            expected: 0.8861, needed: -0.03558, lamp: .greenBehind, status: .moderate),
        Vector(
            figures: (50, 48, 60), years: (2020, 2023, 2025), direction: 1, completion: -0.2, pace: -0.3639,
            expected: 46.7113, needed: 0.11803, lamp: .red, status: .deteriorating),
        Vector(
            figures: (80, 95.5, 96), years: (2020, 2024, 2025), direction: 1, completion: 0.9688, pace: 1.2190,
            expected: 99.8233, needed: 0.00524, lamp: .green, status: .onTrack),
    ]

    /// A row of the sheet as Assessment gives it.
    private func live(
        _ vector: Vector, base: Double? = nil, latest: Double? = nil, latestYear: Int? = nil, hasBase: Bool = true,
        hasLatest: Bool = true
    ) -> PipelineSheet.Live {
        func figure(_ kind: StatementKind, _ value: Double, _ year: Double) -> Observation {
            let number = DecimalNumber("\(value)")
            return Observation(
                sources: [], indicatorName: "指标", kind: kind, value: number, unit: "个", year: Year(Int(year)))
        }
        let latestYear = latestYear.map(Double.init) ?? vector.years.latest
        let row = ProgressAssessment(
            pipeline: SampleReport.pipelineID, indicator: IndicatorCode("EC-1"), indicatorName: "指标", area: nil,
            unit: "个", direction: vector.direction > 0 ? .up : .down, form: .level,
            base: hasBase ? figure(.actual, vector.figures.base, vector.years.base) : nil,
            latest: hasLatest ? figure(.actual, latest ?? vector.figures.latest, latestYear) : nil,
            target: figure(.target, vector.figures.target, vector.years.target), status: .notMet)
        var report = SampleReport.report()
        report.assessments = [row]
        let sheet = PipelineSheet(
            name: "一老一小", pipeline: report.pipelines[0], index: 0, report: report, sources: SourceIndex(report),
            style: .office, words: ReportWords(.chinese))
        return sheet.live(row)
    }

    @Test(arguments: vectors) func vectorsOfTheMethods(_ vector: Vector) throws {
        let live = live(vector)
        let words = ReportWords(.chinese)
        #expect(abs(try #require(live.completion) - vector.completion) < 0.00006)
        #expect(abs(try #require(live.expected) - vector.expected) < 0.00006)
        #expect(abs(try #require(live.needed) - vector.needed) < 0.000006)
        #expect(live.lamp == words(vector.lamp))
        #expect(live.status == words(vector.status))
        #expect(abs(try #require(live.pace) - vector.pace) < 0.00006)
        #expect([live.judged, live.reached, live.growth] == [1, 0, 1])
    }

    @Test func missingPartsGiveNoVerdict() {
        let unknown = live(Self.vectors[0], hasLatest: false)
        #expect(unknown.completion == nil && unknown.lamp == "未评" && unknown.status == "无法评估")
        #expect(unknown.ungraded == "未到期缺数据" && unknown.remark == nil)
        #expect([unknown.judged, unknown.reached, unknown.growth, unknown.pace] == [0, 0, 0, nil])
        let baseless = live(Self.vectors[0], hasBase: false)
        #expect(baseless.completion == nil && baseless.lamp == "未评" && baseless.status == "未达标")
        #expect(baseless.ungraded == "缺基期" && baseless.remark == nil)
        #expect([baseless.judged, baseless.reached, baseless.growth, baseless.pace] == [1, 0, 0, nil])
    }

    @Test(arguments: zip([149.0, 150], ["红灯", "绿灯"])) func theTargetsYearDecides(_ latest: Double, _ lamp: String) {
        let closed = live(Self.vectors[0], latest: latest, latestYear: 2025)
        #expect(closed.lamp == lamp && closed.reached == (lamp == "绿灯" ? 1 : 0))
        #expect(closed.judgement == (lamp == "绿灯" ? "符合预期" : "滞后"))
        #expect(live(Self.vectors[0], latest: latest, latestYear: 2026).lamp == "未评")
        #expect(live(Self.vectors[0], hasBase: false).lamp == "未评")
    }
}

/// A formula is printed and computed by one rule.
struct CellFormulaTests {
    @Test func printsAndComputes() {
        let ratio: CellFormula = .choose(
            .compare(.count([.cell("A1"), .cell("B1")]), .equal, .number(2)),
            then: .round(.quotient(.cell("A1"), .cell("B1"))), otherwise: .text("\"—\""))
        #expect(ratio.cellText == "=IF(COUNT(A1,B1)=2,ROUND(A1/B1,6),\"\"\"—\"\"\")")
        #expect(ratio.value(["A1": .number(1), "B1": .number(3)]) == .number(0.333333))
        #expect(ratio.value(["A1": .number(1)]) == .text("\"—\""))
    }

    @Test func aBranchNotTakenIsNotComputedAndAnErrorSpreads() {
        let division: CellFormula = .quotient(.number(1), .number(0))
        #expect(division.value([:]) == .error)
        #expect(CellFormula.all([.truth(false), .compare(division, .more, .number(0))]).value([:]) == .error)
        #expect(CellFormula.choose(.truth(true), then: .number(2), otherwise: division).value([:]) == .number(2))
        #expect(CellFormula.number(-0.5).printed == "(-0.5)")
    }

    /// What an operator takes stands in brackets, what a function takes does not.
    @Test func onlyOperandsAreInBrackets() {
        let difference: CellFormula = .difference(.cell("A1"), .cell("B1"))
        #expect(difference.cellText == "=A1-B1")
        #expect(CellFormula.difference(difference, difference).printed == "(A1-B1)-(A1-B1)")
        #expect(
            CellFormula.power(.quotient(.cell("A1"), .cell("B1")), .quotient(.number(1), .number(3))).printed
                == "(A1/B1)^(1/3)")
        #expect(CellFormula.least([difference, .joined([.text("用"), .cell("C1")])]).printed == "MIN(A1-B1,\"用\"&C1)")
        #expect(CellFormula.any([.compare(difference, .less, .number(0))]).printed == "OR((A1-B1)<0)")
    }
}

struct ReportWordsTests {
    /// Every case that the workbook names has its words in both languages.
    @Test(arguments: ReportLanguage.allCases) func everyCaseHasWords(_ language: ReportLanguage) {
        let words = ReportWords(language)
        let keys =
            Lamp.allCases.map { "lamp.\($0.rawValue)" } + ProgressStatus.allCases.map { "status.\($0.rawValue)" }
            + Direction.allCases.map { "direction.\($0.rawValue)" } + TargetForm.allCases.map { "form.\($0.rawValue)" }
            + TargetAttribute.allCases.map { "attribute.\($0.rawValue)" }
            + StatementKind.allCases.map { "kind.\($0.rawValue)" }
            + ProgressVerdict.allCases.map { "verdict.\($0.rawValue)" }
            + UngradedReason.allCases.map { "ungraded.\($0.rawValue)" }
            + FindingNote.Severity.allCases.map { "severity.\($0.rawValue)" }
            + TargetYearBasis.allCases.map { "year-basis.\($0.rawValue)" }
            + YearRow.Meaning.allCases.map { "change.\($0.rawValue)" }
        for key in keys { #expect(words(key) != key, "\(key)") }
    }

    /// 第24行 of a table is no part of a name: the remark says it.
    @Test func aRowOfATableIsNoQualifierToReaders() {
        let words = ReportWords(.chinese)
        #expect(words.named("覆盖率", "农村；第24行") == "覆盖率（农村）")
        #expect(words.named("覆盖率", "第24行") == "覆盖率")
        #expect(words.tableRow("农村；第24行") == "原表第24行")
        #expect(words.tableRow("农村") == "")
    }
}
