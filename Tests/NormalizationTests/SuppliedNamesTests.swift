import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

@Suite struct SuppliedNamesTests {
    private func resolved(_ name: String, unit: String = "%", pipeline: String = "elderly-childcare") -> (
        String, [String]
    ) {
        var library = ProjectFolder.library
        let index = library.pipelines.firstIndex { $0.id.text == pipeline } ?? 0
        var figure = SuppliedFigure(
            role: .observation, indicator: IndicatorCode(""), area: AreaCode("150600"), year: Year(2025), value: 52,
            unit: unit, source: "统计表", path: "care/observations.csv", line: 2)
        figure.name = name
        library.pipelines[index].suppliedFigures = [figure]
        let (result, problems) = SuppliedNames(library: library).resolved()
        return (result.pipelines[index].suppliedFigures.first?.indicator.text ?? "", problems.map(\.description))
    }

    @Test(arguments: ["养老机构护理型床位占比", "护理型床位占比", "护理型养老床位占比", "养老机构护理型床位占比（％）"])
    func namesAndAliasesLeadToTheirCode(_ name: String) {
        let (code, problems) = resolved(name)
        #expect(code == "EC-005" && problems.isEmpty)
    }

    @Test func whatIsNotSureIsAProblem() {
        let (code, problems) = resolved("床位占比")
        #expect(code.isEmpty)
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("care/observations.csv:2:1: error: no indicator is surely called ‘床位占比’") == true)
    }

    @Test func anotherPipelinesIndicatorIsNotTaken() {
        let (code, problems) = resolved("护理型床位占比", pipeline: "output-goals")
        #expect(code.isEmpty)
        #expect(
            problems == [
                "care/observations.csv:2:1: error: ‘护理型床位占比’ is EC-005 of elderly-childcare: put the row into its folder"
            ])
    }

    @Test func aUnitThatDoesNotFitIsAProblem() {
        #expect(resolved("护理型床位占比", unit: "张").0.isEmpty)
    }
}
