import Assessment
import StatisticalModel
import Testing

/// The four vectors of Methods, “Test vectors”: every part of the verdict, to the digits printed there.
@Suite struct TestVectorTests {
    struct Vector: Sendable {
        let base, latest, target: String
        let year: Int
        let direction: Direction
        let completion, elapsed, gap, pace, byGrowth, linear, needed: String
    }

    static let vectors = [
        Vector(
            base: "100", latest: "125", target: "150", year: 2023, direction: .up, completion: "0.5000",
            elapsed: "0.60", gap: "-10.00", pace: "0.9141", byGrowth: "145.0497", linear: "141.6667",
            needed: "0.09545"),
        Vector(
            base: "1.0", latest: "0.93", target: "0.865", year: 2023, direction: .down, completion: "0.5185",
            elapsed: "0.60", gap: "-8.15", pace: "0.8360", byGrowth: "0.8861", linear: "0.8833",
            needed: "-0.03558"),
        Vector(
            base: "50", latest: "48", target: "60", year: 2023, direction: .up, completion: "-0.2000",
            elapsed: "0.60", gap: "-80.00", pace: "-0.3639", byGrowth: "46.7113", linear: "46.6667",
            needed: "0.11803"),
        Vector(
            base: "80", latest: "95.5", target: "96", year: 2024, direction: .up, completion: "0.9688",
            elapsed: "0.80", gap: "16.87", pace: "1.2190", byGrowth: "99.8233", linear: "99.3750",
            needed: "0.00524"),
    ]

    @Test(arguments: vectors) func parts(_ vector: Vector) throws {
        var figures = Figures(direction: vector.direction)
        figures.observations = [
            Figures.figure(.actual, vector.base, 2020), Figures.figure(.actual, vector.latest, vector.year),
            Figures.figure(.target, vector.target, 2025),
        ]
        let row = try #require(figures.rows().first)
        #expect(agrees(row.completion, vector.completion))
        #expect(agrees(row.elapsed, vector.elapsed))
        #expect(agrees(row.gap?.shifted(by: 2), vector.gap))
        #expect(agrees(row.pace, vector.pace))
        #expect(agrees(row.expectedByGrowth, vector.byGrowth))
        #expect(agrees(row.expectedLinear, vector.linear))
        #expect(agrees(row.neededPerYear, vector.needed))
        #expect(row.neededIsGrowth)
        #expect(row.form == .level)
        #expect(row.reason.isEmpty)
    }

    @Test(arguments: zip(vectors, [Lamp.yellow, .greenBehind, .red, .green])) func lamps(
        _ vector: Vector, _ lamp: Lamp
    ) throws {
        var figures = Figures(direction: vector.direction)
        figures.observations = [
            Figures.figure(.actual, vector.base, 2020), Figures.figure(.actual, vector.latest, vector.year),
            Figures.figure(.target, vector.target, 2025),
        ]
        #expect(try #require(figures.rows().first).lamp == lamp)
    }

    /// True within half a unit of the last printed digit. (The gap of the last vector is 16.875 exactly,
    /// and printed as 16.87: so an exact half may go either way.)
    private func agrees(_ value: DecimalNumber?, _ printed: String) -> Bool {
        guard let value, let expected = DecimalNumber(printed), let distance = value.subtracting(expected) else {
            return false
        }
        return distance.magnitude <= DecimalNumber(significand: 5, exponent: -expected.decimals - 1)
    }
}
