import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@testable import Normalization

@Suite struct NormalizerTests {
    private func normalize(
        _ statements: [Statement], library: PipelineLibrary = BulletinBuilder.library()
    ) -> NormalizedBulletins {
        Normalizer(library: library).normalize([BulletinBuilder.bulletin(statements)])
    }

    private func checks(_ result: NormalizedBulletins) -> [String] { result.notes.map(\.check) }

    @Test func multipliersAreAppliedExactly() throws {
        let result = normalize([
            BulletinBuilder.statement("新能源装机容量", 5100, "万千瓦"),
            BulletinBuilder.statement("新能源装机容量", 12, "吉瓦", year: 2030),
        ])
        #expect(result.statements.map(\.baseValue) == [51_000_000, 12_000_000])
        #expect(result.statements.map(\.baseUnit) == ["千瓦", "千瓦"])
        #expect(result.statements.map(\.indicator) == [IndicatorCode("G-2"), IndicatorCode("G-2")])
        #expect(result.observations.map(\.area) == [BulletinBuilder.city, BulletinBuilder.city])
        #expect(checks(result).isEmpty)
    }

    @Test func percentAndPointsStayTwoUnits() {
        let result = normalize([
            BulletinBuilder.statement("托育服务覆盖率", 60, "%"), BulletinBuilder.statement("托育服务覆盖率", 2, "个百分点", year: 2030),
        ])
        #expect(result.statements.map(\.baseUnit) == [.percent, .percentagePoint])
        #expect(checks(result) == ["unit-differs"])
        #expect(result.observations.last?.unit == .percentagePoint)
    }

    @Test func unknownUnitsAreKeptAndNoted() {
        let result = normalize([BulletinBuilder.statement("煤制油产量", 7, "标箱桶")])
        #expect(result.statements[0].baseValue == nil && result.statements[0].baseUnit == nil)
        #expect(result.observations[0].value == 7 && result.observations[0].unit == nil)
        #expect(checks(result) == ["unknown-unit"])
    }

    @Test func aMentionedAreaStandsBeforeTheIssuers() {
        let result = normalize([BulletinBuilder.statement("煤制油产量", 7, "吨", area: "东胜区")])
        #expect(result.statements[0].area == BulletinBuilder.district)
    }

    @Test func theSameFigureTwiceIsOneObservationWithTwoSources() {
        let result = normalize([
            BulletinBuilder.statement("煤制油产量", 500, "万吨", line: 3),
            BulletinBuilder.statement("煤制油年产量", 5_000_000, "吨", line: 9),
        ])
        #expect(result.observations.count == 1)
        #expect(result.observations[0].sources.map(\.provenance.line) == [3, 9])
        #expect(result.conflicts.isEmpty)
    }

    @Test func aSecondSourceSaysWhatTheFirstLeavesUnsaid() {
        var row = BulletinBuilder.statement("煤制油产量", 500, "万吨", line: 9)
        row.attribute = .binding
        row.responsible = "市能源局"
        let result = normalize([BulletinBuilder.statement("煤制油产量", 500, "万吨", line: 3), row])
        #expect(result.observations.map(\.attribute) == [.binding])
        #expect(result.observations.map(\.responsible) == ["市能源局"])
    }

    @Test func differentFiguresAreAConflictAndTheLaterDocumentIsUsed() {
        let old = BulletinBuilder.bulletin(
            [BulletinBuilder.statement("煤制油产量", 560, "万吨", file: "z.txt")], file: "z.txt",
            date: CalendarDate(year: 2022))
        let new = BulletinBuilder.bulletin(
            [BulletinBuilder.statement("煤制油产量", 500, "万吨")], date: CalendarDate(year: 2023))
        let normalizer = Normalizer(library: BulletinBuilder.library())
        for order in [[old, new], [new, old]] {
            let result = normalizer.normalize(order)
            #expect(result.conflicts.map(\.rule) == [.laterDocument])
            #expect(result.conflicts[0].observations.map(\.value) == [5_000_000, 5_600_000])
            #expect(result.observations.map(\.value) == [5_000_000])
            #expect(result.setAside.map(\.value) == [5_600_000])
        }
    }

    @Test func withinADocumentTheTableStandsBeforeProse() {
        let result = normalize([
            BulletinBuilder.statement("煤制油产量", 56, "吨", line: 1),
            BulletinBuilder.statement("煤制油产量", 40, "吨", line: 5, table: "目标", row: 1),
        ])
        #expect(result.conflicts.map(\.rule) == [.tableBeforeProse])
        #expect(result.observations.map(\.value) == [40])
    }

    @Test func nothingDecidesBetweenTwoSentences() {
        let result = normalize([
            BulletinBuilder.statement("煤制油产量", 56, "吨", line: 1), BulletinBuilder.statement("煤制油产量", 40, "吨", line: 5),
        ])
        #expect(result.conflicts.map(\.rule) == [.firstStated])
        #expect(result.observations.map(\.value) == [56])
    }

    @Test func figuresOfOtherYearsOrAreasDoNotConflict() {
        let result = normalize([
            BulletinBuilder.statement("煤制油产量", 1, "吨"), BulletinBuilder.statement("煤制油产量", 2, "吨", year: 2030),
            BulletinBuilder.statement("煤制油产量", 3, "吨", area: "东胜区"),
            BulletinBuilder.statement("煤制油产量", 4, "吨", year: nil),
            BulletinBuilder.statement("煤制油产量", 5, "吨", year: nil),
        ])
        #expect(result.conflicts.isEmpty)
        #expect(result.observations.count == 5)
    }

    @Test func rowsOfOneNameStayApart() {
        func row(_ number: Int, _ value: DecimalNumber, _ unit: String) -> Statement {
            BulletinBuilder.statement(
                "托育服务覆盖率", value, "%", line: number, table: "指标", row: number, responsible: unit)
        }
        let result = normalize([row(24, 80, "卫健委"), row(25, 95, "卫健委"), row(26, 8, "教体局")])
        #expect(result.observations.map(\.qualifier) == ["第24行", "第25行", "第26行"])
        #expect(result.conflicts.isEmpty)
        #expect(checks(result) == ["duplicate-name"])
        #expect(result.notes[0].found == .list(.rows, ["24", "25", "26"]))
        let byUnit = normalize([row(1, 80, "卫健委"), row(2, 95, "教体局")])
        #expect(byUnit.observations.map(\.qualifier) == ["卫健委", "教体局"])
    }

    @Test func unknownNamesListTheNearest() {
        let result = normalize([
            BulletinBuilder.statement("煤制油总产量", 1, "吨", table: "目标", row: 1),
            BulletinBuilder.statement("道路长度", 1, "公里", line: 4),
            BulletinBuilder.statement("道路长度", 2, "公里", line: 9),
        ])
        #expect(checks(result) == ["unknown-indicator", "unknown-indicator"])
        #expect(result.notes[0].severity == .warning && result.notes[0].subject == "煤制油总产量")
        guard case .phrase(.nearest, let names) = result.notes[0].expected else {
            Issue.record("no nearest name")
            return
        }
        #expect(names.first?.hasPrefix("G-1 煤制油产量") == true)
        #expect(result.notes[1].found == .list(.noCode, ["4", "9"]) && result.notes[1].severity == .info)
        #expect(result.notes[1].expected == "")
    }

    @Test func targetsInWordsAreObservations() {
        let result = normalize([BulletinBuilder.statement("托育服务覆盖率", nil, wording: "明显提高")])
        #expect(result.observations.count == 1 && result.observations[0].value == nil)
        #expect(result.notes.isEmpty)
    }

    @Test func suppliedFiguresJoinInTheIndicatorsUnit() {
        let figure = SuppliedFigure(
            role: .observation, indicator: IndicatorCode("G-1"), area: nil, year: Year(2023), value: 450, unit: "万吨",
            status: .provisional, source: "统计局", path: "observations.csv", line: 2)
        let result = normalize(
            [BulletinBuilder.statement("煤制油产量", 500, "万吨")], library: BulletinBuilder.library(figures: [figure]))
        let supplied = result.observations.last
        #expect(supplied?.value == 4_500_000 && supplied?.unit == "吨" && supplied?.isSupplied == true)
        #expect(supplied?.area == BulletinBuilder.city && supplied?.status == .provisional)
        #expect(result.statements.count == 1)
    }
}
