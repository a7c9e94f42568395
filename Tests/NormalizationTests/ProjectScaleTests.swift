import Normalization
import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@Suite struct ProjectScaleTests {
    private static let units = ProjectFolder.library.units

    @Test(arguments: [("0.34", "亿元", "34000000"), ("3400", "万元", "34000000"), ("5", "万吨", nil), ("5", "", nil)])
    func moneyIsInYuanAndNothingElseIs(value: String, unit: String, yuan: String?) {
        let amount = Quantity(value: DecimalNumber(value) ?? 0, unit: unit)
        let project = PlanProject(
            provenance: Provenance(bulletin: "plan.txt", line: 1, lineEnd: 1, quote: "", rule: .clause), name: "项目",
            investments: [.init(source: "总投资", kind: .total, amount: amount)])
        let scaled = ProjectScale.scaled([project], units: Self.units)
        #expect(scaled[0].investments[0].yuan == yuan.flatMap { DecimalNumber($0) })
        #expect(scaled[0].investments[0].amount == amount)
    }
}
