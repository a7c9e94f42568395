import Assessment
import StatisticalModel
import Testing

@Suite struct ShareOfWholeCheckTests {
    private func notes(_ quote: String, _ figures: [NormalizedStatement]) -> [FindingNote] {
        let figures = figures.map { item in
            var item = item
            item.statement.provenance.quote = quote
            return item
        }
        return CheckFixture.notes("share-of-whole", on: CheckFixture.run(figures))
    }

    private func hospitals(
        _ share: String, listing: String = "，其中", said: String = "，占比", comparator: Comparator = .equal
    ) -> [FindingNote] {
        notes(
            "医院53家\(listing)设老年医学科28家\(said)\(share)%，病床600张。",
            [
                CheckFixture.figure("医院", "53", "家", kind: .actual),
                CheckFixture.figure("设老年医学科", "28", "家", kind: .actual),
                CheckFixture.figure("设老年医学科占比", share, "%", comparator: comparator, kind: .actual),
                CheckFixture.figure("病床", "600", "张", kind: .actual),
            ])
    }

    @Test func aShareThatItsPartDoesNotMakeIsReported() {
        #expect(hospitals("52").map(\.expected) == ["28家 ÷ 53家 = 52.83%"])
        #expect(hospitals("52").map(\.found) == ["52%"])
    }

    @Test(arguments: ["53", "52.8", "52.83", "52.830"]) func roundingIsNoMistake(share: String) {
        #expect(hospitals(share).isEmpty)
    }

    @Test func sharesOfSomethingElseAndBoundsProveNothing() {
        #expect(hospitals("20", said: "，占全国的").isEmpty)
        #expect(hospitals("20", listing: "；").isEmpty)
        #expect(hospitals("50", comparator: .atLeast).isEmpty)
    }

    @Test func theWholeIsOfThePartsUnitAndStandsBeforeTheListing() {
        let quote = "医院53家，其中中医院8家，设老年医学科28家，占比52%。"
        let figures = [
            CheckFixture.figure("医院", "53", "家"), CheckFixture.figure("中医院", "8", "家"),
            CheckFixture.figure("设老年医学科", "28", "家"), CheckFixture.figure("占比", "52", "%"),
        ]
        #expect(notes(quote, figures).isEmpty)
        #expect(
            notes(
                "人口200人，其中老人办20家，占9%。",
                [
                    CheckFixture.figure("人口", "200", "人"), CheckFixture.figure("老人办", "20", "家"),
                    CheckFixture.figure("老人办占", "9", "%"),
                ]
            ).isEmpty)
    }
}
