import PipelineDefinition
import SourceText
import TestSupport
import Testing

@Suite struct FacetLexiconTests {
    private func problems(facets: String = "", synonyms: String = "", defaults: String = "", rules: String = "")
        -> [String]
    {
        let folder = TemporaryFolder([
            "facets.csv": "facet,word,value,scope,example\n" + facets,
            "synonyms.csv": "word,canonical,scope,example\n" + synonyms,
            "facet-defaults.csv": "head,facet,value,example,reason\n" + defaults,
            "facet-rules.csv": "facet,missing,never-left-out,reason\n" + rules,
        ])
        var problems: [Diagnostic] = []
        _ = FacetLexicon(folder: folder.path, problems: &problems)
        return problems.map { problem in
            guard case .words(let words) = problem.code else { return "\(problem)" }
            return "\(problem.position?.line ?? 0): \(words)"
        }
    }

    @Test func theProjectsTables() {
        var problems: [Diagnostic] = []
        let lexicon = FacetLexicon(folder: ProjectFolder.pipelines + "/common", problems: &problems)
        #expect(problems == [])
        #expect(lexicon.examples.count > 400)
        let wrong = lexicon.examples.filter { entry in
            !String(decoding: FacetLexicon.fold(entry.example), as: UTF8.self)
                .contains(String(decoding: FacetLexicon.fold(entry.word), as: UTF8.self))
        }
        #expect(wrong.map { "\($0.line): \($0.word)" } == [])
    }

    @Test func mistakesAreReported() {
        #expect(
            problems(facets: "settlment,城镇,urban,any,城镇居民\n") == [
                "2: unknown facet ‘settlment’; did you mean ‘settlement’?"
            ])
        #expect(problems(facets: "settlement,城镇,urban,befor:居民,城镇居民\n") == ["2: unknown scope ‘befor:居民’"])
        #expect(problems(synonyms: "规模以上,规上,sometimes,规模以上工业\n") == ["2: unknown scope ‘sometimes’"])
        #expect(problems(defaults: "失业率,town,urban,城镇失业率,why\n") == ["2: unknown facet ‘town’"])
        #expect(problems(rules: "town,unsaid,,why\n") == ["2: unknown facet ‘town’"])
    }

    @Test(arguments: [("建成区绿化覆盖率", false), ("5岁以下儿童死亡率", true), ("单位地区生产总值能耗", true)])
    func someThingsAreBetterWhenSmaller(name: String, isSmaller: Bool) {
        var problems: [Diagnostic] = []
        let lexicon = FacetLexicon(folder: ProjectFolder.pipelines + "/common", problems: &problems)
        #expect(lexicon.isBetterSmaller(FacetLexicon.fold(name)) == isSmaller)
    }
}
