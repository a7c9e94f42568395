import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@Suite struct ProjectPipelinesTests {
    @Test func theProjectsOwnDefinitionsHaveNoProblem() {
        let (library, problems) = PipelineLibrary.load(from: ProjectFolder.pipelines)
        #expect(problems.map(\.description) == [])
        #expect(library.pipelines.map(\.name) == ["一老一小", "营商环境", "产出目标", "经济社会发展"])
    }

    @Test(arguments: [
        ("护理型床位占比", "EC-005"), ("养老机构护理型养老床位占比（%）", "EC-005"), ("全市二级以上综合性医院设立老年医学科比例", "EC-026"),
        ("城市社区托育服务覆盖率（%）", "EC-024"), ("煤炭 产量", "OG-002"), ("煤制油气煤制气产量", "OG-011"),
        ("煤矿单井平均产能（万吨/年）", "OG-019"), ("供电可靠性", "BE-044"),
    ])
    func printedNamesFindTheirIndicator(name: String, code: String) {
        let library = ProjectFolder.library
        let catalogue = IndicatorCatalogue(library: library)
        #expect(catalogue.match(name: name)?.code.text == code)
    }
}
