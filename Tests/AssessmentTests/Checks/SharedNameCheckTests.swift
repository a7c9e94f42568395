import PipelineDefinition
import StatisticalModel
import Testing

@testable import Assessment

struct SharedNameCheckTests {
    private func pipeline(_ id: String, _ indicators: [(code: String, name: String, aliases: [String])]) -> Pipeline {
        var pipeline = Pipeline(id: PipelineID(id), name: id, englishName: id)
        pipeline.indicators = indicators.map {
            Indicator(
                pipeline: pipeline.id, code: IndicatorCode($0.code), name: $0.name, englishName: $0.code, unit: "%",
                direction: .up, aliases: $0.aliases)
        }
        return pipeline
    }

    private func notes(_ pipelines: [Pipeline]) -> [[FindingText]] {
        var library = PipelineLibrary()
        library.pipelines = pipelines
        return OutcomeCheck.sharedName.notes(on: RunFindings(), library: library).map {
            [.text($0.bulletin), $0.subject, $0.found]
        }
    }

    @Test func aNameOfTwoPipelinesIsFoundByNameAndByAlias() {
        let care = pipeline("care", [("C-1", "护理型床位占比", ["护理床位比例"]), ("C-2", "入住率", [])])
        let fresh = pipeline("fresh", [("F-1", "护理床位比例", []), ("F-2", "参保率", [])])
        #expect(
            notes([care, fresh]) == [
                ["fresh/indicators.csv", "护理床位比例", "C-1 护理型床位占比; F-1 护理床位比例"]
            ])
    }

    @Test func namesOfOnePipelineAndDifferentNamesAreSilent() {
        let care = pipeline("care", [("C-1", "护理型床位占比", ["护理型床位占比"]), ("C-2", "入住率", [])])
        #expect(notes([care, pipeline("fresh", [("F-1", "参保率", [])])]).isEmpty)
    }
}
