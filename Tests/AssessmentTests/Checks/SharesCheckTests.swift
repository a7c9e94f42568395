import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct SharesCheckTests {
    private func sentence(_ values: [String]) -> [FindingNote] {
        let names = ["一产占比", "二产占比", "三产占比"]
        let quote = zip(names, values).map { "\($0)\($1)%" }.joined(separator: "，")
        return CheckFixture.notes(
            "shares",
            on: CheckFixture.run(zip(names, values).map { CheckFixture.figure($0, $1, "%", quote: quote) }))
    }

    @Test func sharesOfOneSentenceHaveToMakeAHundred() {
        #expect(sentence(["10", "52", "40"]).map(\.found) == ["10% + 52% + 40% = 102%"])
        #expect(sentence(["10", "50", "40"]).isEmpty)
        #expect(sentence(["3.3", "56.4", "40.2"]).isEmpty)
    }

    @Test func sharesOfDifferentWholesSayNothing() {
        #expect(sentence(["90", "95", "80"]).isEmpty)
        #expect(sentence(["10", "50", "20"]).isEmpty)
    }

    @Test func aColumnWhoseTotalSaysAHundredHasToMakeIt() {
        func column(_ cells: String) -> [FindingText] {
            CheckFixture.notes("shares", on: CheckFixture.run(table: "来源|占比（%）\n" + cells)).map(\.found)
        }
        #expect(column("甲|60\n乙|45\n合计|100") == ["105%"])
        #expect(column("甲|60\n乙|40\n合计|100").isEmpty)
        #expect(column("甲|60\n乙|?\n合计|100").isEmpty)
    }
}
