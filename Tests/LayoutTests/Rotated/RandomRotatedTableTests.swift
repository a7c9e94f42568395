import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Layout

/// Random rotated tables come back, or say what is missing: never a wrong cell in silence.
@Suite struct RandomRotatedTableTests {
    private static let library = ProjectFolder.library
    private static let tablesInPart = 250

    @Test(arguments: 0..<9) func tablesComeBackOrSayWhatIsMissing(part: Int) {
        var score = RotatedRecoveryScore()
        for seed in part * Self.tablesInPart..<(part + 1) * Self.tablesInPart {
            var table = RandomRotatedTable(seed: UInt64(seed))
            if seed % 2 == 1 { table.words.random.pick(RotatedTableFault.allCases).strike(&table) }
            score.add(recover(table.printed()), of: table, seed: seed)
        }
        print("rotated tables, part \(part): \(score)")
        #expect(score.wrong.isEmpty, "\(score.wrong.prefix(5))")
        #expect(score.wholeCells * 5 >= score.cells * 4)
        #expect(score.doubted * 500 <= score.cells)
    }

    private func recover(_ text: String) -> RotatedTableRecovery.Outcome {
        let file = SourceFile(name: "rotated.txt", text: text)
        let lines = PageScanner.scan(file, lexicon: Self.library.layout)
        return RotatedTableRecovery(file, lines, library: Self.library).recover()
    }
}
