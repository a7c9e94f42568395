import PipelineDefinition
import SourceText
import TestSupport
import Testing

@Suite struct LayoutLexiconTests {
    @Test func theProjectsWordsLoadWithoutProblemsAndFillEveryRoleInUse() {
        var problems: [Diagnostic] = []
        let lexicon = LayoutLexicon(path: ProjectFolder.pipelines + "/common/layout.csv", problems: &problems)
        #expect(problems == [])
        for role in LayoutLexicon.Role.allCases { #expect(!lexicon.words(role).isEmpty, "\(role)") }
    }

    @Test func aWordHasOnlyTheRolesThatItIsGiven() {
        var lexicon = LayoutLexicon()
        lexicon.insert("公报", .gazette)
        #expect(lexicon.words(.gazette).value(of: "公报".utf8) == true)
        #expect(lexicon.words(.titleEnd).isEmpty)
    }

    @Test func aMissingFileIsAProblem() {
        var problems: [Diagnostic] = []
        _ = LayoutLexicon(path: ProjectFolder.pipelines + "/no-such.csv", problems: &problems)
        #expect(problems.map(\.severity) == [.error])
    }
}
