import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct TargetBehindCheckTests {
    private static let catalogue = CheckFixture.library.pipelines.flatMap(\.indicators)

    private func notes(
        _ values: [(Int, String)], _ direction: Direction, origin: ContextOrigin = .header, quote: String = ""
    ) throws -> [FindingNote] {
        let indicator = try #require(Self.catalogue.first { $0.direction == direction })
        let figures = values.map { year, value in
            CheckFixture.figure(
                indicator.name, value, "个", year: year, code: indicator.code.text, origin: origin, quote: quote)
        }
        return CheckFixture.notes("target-behind", on: CheckFixture.run(figures))
    }

    @Test func aLowerTargetIsBehindWhereMoreIsBetter() throws {
        let found = try notes([(2023, "25"), (2025, "20")], .up)
        #expect(found.map(\.expected) == ["≥ 25个 (2023)"])
        #expect(found.map(\.found) == ["20个 (2025)"])
        #expect(try notes([(2025, "25"), (2023, "20")], .up).isEmpty)
        #expect(try notes([(2023, "25"), (2025, "25.0")], .up).isEmpty)
    }

    @Test func aHigherTargetIsBehindWhereLessIsBetter() throws {
        #expect(try notes([(2023, "25"), (2025, "20")], .down).isEmpty)
        #expect(try notes([(2023, "20"), (2025, "25")], .down).map(\.expected) == ["≤ 20个 (2023)"])
    }

    @Test func yearsThatTheTextDoesNotStateProveNothing() throws {
        #expect(try notes([(2023, "25"), (2025, "20")], .up, origin: .date).isEmpty)
    }

    @Test func portionsOfAnAccumulatedTotalAreNoCourse() throws {
        let quote = "累计建设75处，其中2022年建设30处，2023年建设25处，2025年建设20处。"
        #expect(try notes([(2025, "75"), (2022, "30"), (2023, "25"), (2025, "20")], .up, quote: quote).isEmpty)
    }
}
