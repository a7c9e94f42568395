import StatisticalModel
import Testing

@testable import Publishing

/// The vectors of Methods, “Test vectors”: b, x, T; t0, t, t1 and what follows.
struct LiveProgressTests {
    struct Vector: Sendable {
        let figures: (base: Double, latest: Double, target: Double)
        let years: (base: Double, latest: Double, target: Double)
        let direction: Double
        let completion: Double
        let pace: Double
        let expected: Double
        let needed: Double
        let lamp: Lamp
        let status: ProgressStatus
    }

    static let vectors = [
        Vector(
            figures: (100, 125, 150), years: (2020, 2023, 2025), direction: 1, completion: 0.5, pace: 0.9141,
            expected: 145.0497, needed: 0.09545, lamp: .yellow, status: .moderate),
        Vector(
            figures: (1, 0.93, 0.865), years: (2020, 2023, 2025), direction: -1, completion: 0.5185, pace: 0.8360,
            expected: 0.8861, needed: -0.03558, lamp: .greenBehind, status: .moderate),
        Vector(
            figures: (50, 48, 60), years: (2020, 2023, 2025), direction: 1, completion: -0.2, pace: -0.3639,
            expected: 46.7113, needed: 0.11803, lamp: .red, status: .deteriorating),
        Vector(
            figures: (80, 95.5, 96), years: (2020, 2024, 2025), direction: 1, completion: 0.9688, pace: 1.2190,
            expected: 99.8233, needed: 0.00524, lamp: .green, status: .onTrack),
    ]

    private func progress(_ vector: Vector) -> LiveProgress {
        LiveProgress(
            base: vector.figures.base, baseYear: vector.years.base, latest: vector.figures.latest,
            latestYear: vector.years.latest, target: vector.figures.target, targetYear: vector.years.target,
            form: .level, direction: vector.direction, greenBehind: 10, red: 30, onTrack: 0.95, moderate: 0.6)
    }

    @Test(arguments: vectors) func vectorsOfTheMethods(_ vector: Vector) throws {
        let live = progress(vector)
        #expect(abs(try #require(live.completion) - vector.completion) < 0.00006)
        #expect(abs(try #require(live.pace) - vector.pace) < 0.00006)
        #expect(abs(try #require(live.expected) - vector.expected) < 0.00006)
        #expect(abs(try #require(live.needed) - vector.needed) < 0.000006)
        #expect(live.lamp == vector.lamp)
        #expect(live.status == vector.status)
    }

    @Test func missingPartsGiveNoVerdict() {
        var live = progress(Self.vectors[0])
        live.latest = nil
        #expect(live.completion == nil && live.lamp == .none && live.status == .notAssessable)
        live = progress(Self.vectors[0])
        live.base = nil
        #expect(live.completion == nil && live.lamp == .none && live.status == .notMet)
    }

    @Test func targetYearPassedIsMetOrMissed() {
        var live = progress(Self.vectors[0])
        live.latestYear = 2026
        #expect(live.status == .missed)
        live.latest = 151
        #expect(live.status == .met)
    }
}

struct ReportWordsTests {
    /// Every case that the workbook names has its words in both languages.
    @Test(arguments: ReportLanguage.allCases) func everyCaseHasWords(_ language: ReportLanguage) {
        let words = ReportWords(language)
        let keys =
            Lamp.allCases.map { "lamp.\($0.rawValue)" } + ProgressStatus.allCases.map { "status.\($0.rawValue)" }
            + Direction.allCases.map { "direction.\($0.rawValue)" } + TargetForm.allCases.map { "form.\($0.rawValue)" }
            + TargetAttribute.allCases.map { "attribute.\($0.rawValue)" }
            + StatementKind.allCases.map { "kind.\($0.rawValue)" }
            + FindingNote.Severity.allCases.map { "severity.\($0.rawValue)" }
        for key in keys { #expect(words(key) != key, "\(key)") }
    }
}
