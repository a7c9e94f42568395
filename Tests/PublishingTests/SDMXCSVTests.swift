import PipelineDefinition
import StatisticalModel
import Testing

@testable import Publishing

struct SDMXCSVTests {
    private func report(_ observations: [Observation]) -> EditionReport {
        var report = SampleReport.report()
        report.observations = observations
        report.unitCodes = ["%": "P1", "吨": "TNE"]
        return report
    }

    private func observation(
        _ value: String?, unit: UnitCode? = "吨", year: Int? = 2025, indicator: IndicatorCode? = IndicatorCode("OG-1"),
        name: String = "原煤产量"
    ) -> Observation {
        Observation(
            sources: [], indicator: indicator, indicatorName: name, area: SampleReport.area, kind: .target,
            comparator: .atLeast, value: value.flatMap { DecimalNumber($0) }, unit: unit, year: year.map(Year.init))
    }

    private func cell(_ column: String, _ row: [String]) throws -> String {
        row[try #require(SDMXCSV.header.firstIndex(of: column))]
    }

    @Test func everyDimensionAndAttributeHasItsPlace() throws {
        let rows = SDMXCSV.rows(report([observation("12.50")]))
        #expect(
            rows == [
                [
                    "dataflow", "GONGBAO:INDICATORS(1.0)", "I", "150600", "OG-1", "2025", "target", "level", "_T", "1",
                    "12.50", "TNE", "0", "2", "A", "ge", "", "原煤产量", "鄂尔多斯市", "",
                ]
            ])
        #expect(rows[0].count == SDMXCSV.header.count)
    }

    @Test(arguments: [
        ("吨", "TNE", "0"), ("万吨", "TNE", "4"), ("亿元", "CNY", "8"), ("万亿元", "CNY", "12"), ("元", "CNY", "0"),
        ("吨/年", "X-93131eb667be", "0"), ("吨/吨", "TNE_PER_TNE", "0"), ("亿元/吨", "CNY_PER_TNE", "8"), ("", "_Z", "0"),
    ])
    func unitsAreCodesAndPowersOfTen(_ unit: String, _ code: String, _ power: String) throws {
        let row = try #require(SDMXCSV.rows(report([observation("1", unit: UnitCode(unit))])).first)
        #expect(try cell("UNIT_MEASURE", row) == code)
        #expect(try cell("UNIT_MULT", row) == power)
    }

    @Test func spansAreTimeRanges() throws {
        var plan = observation("3")
        plan.period = YearSpan(fiveYearPlan: 14)
        let row = try #require(SDMXCSV.rows(report([plan])).first)
        #expect(try cell("TIME_PERIOD", row) == "2021-01-01/P5Y")
    }

    @Test func wordsAndFiguresWithoutAYearAreLeftOut() {
        #expect(SDMXCSV.rows(report([observation(nil), observation("1", year: nil)])).isEmpty)
    }

    @Test func figuresOfOneKeyAreNumbered() throws {
        let rows = SDMXCSV.rows(report([observation("2"), observation("1"), observation("3", year: 2030)]))
        #expect(try rows.map { try cell("VARIANT", $0) } == ["1", "2", "1"])
        #expect(try rows.map { try cell("OBS_VALUE", $0) } == ["1", "2", "3"])
    }

    @Test func anIndicatorWithoutACodeGetsOneOfItsName() throws {
        let rows = SDMXCSV.rows(
            report([observation("1", indicator: nil), observation("1", indicator: nil, name: "发电量")]))
        let codes = try rows.map { try cell("INDICATOR", $0) }
        #expect(Set(codes).count == 2)
        for code in codes { #expect(code.hasPrefix("X-") && code.utf8.count == 14) }
    }
}
