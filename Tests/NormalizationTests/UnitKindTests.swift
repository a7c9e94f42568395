import Normalization
import PipelineDefinition
import StatisticalModel
import Testing

/// Units of one kind, such as 亩 and 公顷, come to each other.
@Suite struct UnitKindTests {
    /// The value and the unit to which a figure comes under an indicator in tonnes.
    private func observed(_ value: DecimalNumber, _ unit: String) -> (value: DecimalNumber?, unit: UnitCode?) {
        let statement = BulletinBuilder.statement("煤制油产量", value, unit)
        let result = Normalizer(library: BulletinBuilder.library()).normalize([BulletinBuilder.bulletin([statement])])
        return (result.observations[0].value, result.observations[0].unit)
    }

    @Test(
        arguments: [
            ("亿斤", 58, "2900000"), ("公斤", 2500, "2.5"), ("克", 3, "0.000003"), ("万吨", 2, "20000"),
        ] as [(String, DecimalNumber, String)])
    func aFigureComesToTheIndicatorsUnit(unit: String, value: DecimalNumber, expected: String) {
        let (value, unit) = observed(value, unit)
        #expect(value?.description == expected)
        #expect(unit == "吨")
    }

    @Test func unitsOfOtherKindsStayAsTheyArePrinted() {
        let (value, unit) = observed(3, "公顷")
        #expect(value == 3)
        #expect(unit == "公顷")
    }

    @Test(arguments: [
        ("公顷", "area", "15"), ("平方公里", "area", "1500"), ("平方米", "area", "0.0015"), ("千克/亩", "mass/area", "0.001"),
        ("微克/立方米", "mass/volume", "0.000000000001"), ("克标准煤/千瓦时", "energy-coal/energy", "0.000001"),
        ("斤/公顷", "mass/area", "0.000033333333333333"), ("家", "count", "1"), ("元", "money", "1"),
    ])
    func eachUnitTellsWhatItComesTo(unit: String, kind: String, factor: String) {
        let found = BulletinBuilder.library().units.kind(of: UnitCode(unit))
        #expect(found?.name == kind)
        #expect(found?.factor.description == factor)
    }

    @Test func anUnknownUnitHasNoKind() {
        #expect(BulletinBuilder.library().units.kind(of: "标箱桶") == nil)
        #expect(BulletinBuilder.library().units.kind(of: "吨/标箱桶") == nil)
    }
}
