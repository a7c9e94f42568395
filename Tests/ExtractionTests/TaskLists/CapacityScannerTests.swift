import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

@Suite struct CapacityScannerTests {
    private static let library = ProjectFolder.library

    private func printed(_ text: String, headerUnit: String = "") -> [String] {
        CapacityScanner(library: Self.library, headerUnit: headerUnit).quantities(in: text).map {
            "\($0.value)\($0.unit)"
        }
    }

    @Test(arguments: [
        ("总建筑面积8305.32平方米，新增床位300张", ["8305.32平方米", "300张"]),
        ("2×1200MVA主变，500kV线路2×161km", ["2400MVA", "322km"]), ("年产2x60万吨BDO项目", ["120万吨"]),
        ("年输送能力4.5亿立方米，总投资3400万元，工期18个月", ["4.5亿立方米"]), ("2x1200t/d生产线", []), ("二期", []),
    ])
    func numbersWithUnitsAreCapacity(text: String, expected: [String]) {
        #expect(printed(text) == expected)
    }

    @Test(arguments: [("4×100", ["400万千瓦"]), ("10（域内）", ["10万千瓦"]), ("约10", [])])
    func theHeadersUnitGoesWithANumberThatBeginsTheCell(text: String, expected: [String]) {
        #expect(printed(text, headerUnit: "万千瓦") == expected)
    }
}
