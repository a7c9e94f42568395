import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct ProseTotalCheckTests {
    private func notes(_ quote: String, _ figures: [NormalizedStatement]) -> [FindingNote] {
        let figures = figures.map { item in
            var item = item
            item.statement.provenance.quote = quote
            return item
        }
        return CheckFixture.notes("prose-total", on: CheckFixture.run(figures))
    }

    private func goals(_ values: [String], total: String, _ comparator: Comparator, joint: String = "其中：")
        -> [FindingNote]
    {
        let names = ["甲", "乙", "丙", "丁"]
        let listed = zip(names, values).map { "\($0)产值\($1)亿元" }.joined(separator: "，")
        return notes(
            "到2025年，总产值\(total)亿元，\(joint)\(listed)。",
            [CheckFixture.figure("总产值", total, "亿元", comparator: comparator)]
                + zip(names, values).map { CheckFixture.figure("\($0)产值", $1, "亿元", comparator: .moreThan) })
    }

    @Test func partsThatComeToMoreAreReported() {
        let found = goals(["1800", "1300", "1270"], total: "4000", .atLeast)
        #expect(found.map(\.expected) == ["1800亿元 + 1300亿元 + 1270亿元 = 4370亿元"])
        #expect(found.map(\.found) == ["≥ 4000亿元"])
    }

    @Test func fewerPartsOrABoundBarelyPassedAreNone() {
        #expect(goals(["1800", "1300"], total: "4000", .equal).isEmpty)
        #expect(goals(["1800", "1300", "1000"], total: "4000", .atLeast).isEmpty)
        #expect(goals(["1800", "1300", "900"], total: "4000", .equal).isEmpty)
        #expect(goals(["1800", "1300", "901"], total: "4000", .equal).count == 1)
    }

    @Test func figuresBeyondASemicolonOrWithoutAListingWordAreNoParts() {
        #expect(goals(["1800", "1300", "1270"], total: "4000", .equal, joint: "其中甲类突出；").isEmpty)
        #expect(goals(["1800", "1300", "1270"], total: "4000", .equal, joint: "").isEmpty)
    }

    @Test func yearsArePartsOfAnAccumulatedTotalOnly() {
        func years(_ lead: String, _ total: String) -> [FindingNote] {
            notes(
                "\(lead)培训\(total)人次，其中2023年培训3000人次，2024年培训4000人次，2025年培训3000人次。",
                [CheckFixture.figure("培训", total, "人次")]
                    + [(2023, "3000"), (2024, "4000"), (2025, "3000")].map {
                        CheckFixture.figure("培训", $1, "人次", year: $0)
                    })
        }
        #expect(years("累计", "10000").isEmpty)
        #expect(years("累计", "9000").map(\.expected) == ["3000人次 + 4000人次 + 3000人次 = 10000人次"])
        #expect(years("", "9000").isEmpty)
    }

    @Test func anOldAndANewLevelOfOneNameAreNoTwoParts() {
        let quote = "医院增加到30家，其中三级医院由18家增加到20家。"
        #expect(
            notes(
                quote,
                [
                    CheckFixture.figure("医院", "30", "家"), CheckFixture.figure("三级医院", "18", "家"),
                    CheckFixture.figure("三级医院", "20", "家"),
                ]
            ).isEmpty)
    }
}
