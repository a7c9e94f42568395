import PipelineDefinition
import SourceText
import TestSupport
import Testing

@Suite struct RepairLexiconTests {
    private func lexicon(characters: String, words: String) -> (RepairLexicon, [String]) {
        let folder = TemporaryFolder([
            "characters.csv": "kind,evidence,from,to,note\n" + characters,
            "text-repairs.csv": "role,word,value,example\n" + words,
        ])
        var problems: [Diagnostic] = []
        let lexicon = RepairLexicon(folder: folder.path, problems: &problems)
        return (
            lexicon,
            problems.map { problem in
                guard case .words(let words) = problem.code else { return "\(problem)" }
                return "\(problem.position?.line ?? 0): \(words)"
            }
        )
    }

    @Test func theProjectsCharacters() {
        var problems: [Diagnostic] = []
        let lexicon = RepairLexicon(folder: ProjectFolder.pipelines + "/common", problems: &problems)
        #expect(problems == [])
        func simplified(_ character: Unicode.Scalar) -> String? {
            lexicon.target(of: character.value).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(simplified("國") == "国")
        #expect(simplified("⽼") == "老")
        #expect(simplified("⺠") == "民")
        #expect(lexicon.signs(of: 0x570B) == [.script, .onlyTraditional])
        #expect(lexicon.signs(of: 0x56FD) == [.onlySimplified])
        // Written in both scripts: no evidence, and words that simplified text keeps stay.
        #expect(lexicon.signs(of: 0x5F8C) == [.script])
        #expect(simplified("著") == nil)
        #expect(lexicon.signs(of: 0x200B) == [.drop])
        #expect(lexicon.tags["span"] == .inline)
        #expect(lexicon.tags["div"] == .block("p"))
    }

    @Test func whatIsWrongIsToldWithItsLine() {
        let (_, problems) = lexicon(
            characters: "script,both,國萬,国,\nfont,none,國,国,\nscript,some,國,国,\n",
            words: "entity,nbsp,,\nera,民國,first,\nword,a,b,\n")
        #expect(
            problems == [
                "2: 2 characters in ‘from’, 1 in ‘to’: each needs its own", "3: the kind ‘font’ is unknown",
                "4: expected both, from, to or none, found ‘some’", "2: the entity ‘nbsp’ stands for nothing",
                "3: expected the year before the era's first", "4: the role ‘word’ is unknown",
            ])
    }
}
