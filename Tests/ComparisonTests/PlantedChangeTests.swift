import Comparison
import StatisticalModel
import Testing

/// Plants every kind of change into one pair of editions, each in a row of its own, and finds each once.
@Suite struct PlantedChangeTests {
    /// A change of row `number`, and the row that the difference must name.
    struct Plant: Sendable, CustomTestStringConvertible {
        let kind: DifferenceKind
        let number: Int
        let change: @Sendable (inout IndicatorRow, inout IndicatorRow) -> Void

        var testDescription: String { kind.rawValue }
    }

    static let plants: [Plant] = [
        Plant(kind: .valueChanged, number: 2) { old, new in
            old.kind = "actual"
            new.kind = "actual"
            new.value = "112"
        },
        Plant(kind: .valueGained, number: 3) { old, _ in old.value = "" },
        Plant(kind: .valueLost, number: 4) { _, new in new.value = "" },
        Plant(kind: .rangeChanged, number: 5) { old, new in
            old.upper = "120"
            new.upper = "130"
        },
        Plant(kind: .targetTightened, number: 6) { _, new in new.value = "101" },
        Plant(kind: .targetLoosened, number: 7) { old, new in
            old.comparator = "le"
            new.comparator = "le"
            new.value = "101"
        },
        Plant(kind: .targetChanged, number: 8) { _, new in new.value = "99" },
        Plant(kind: .comparatorChanged, number: 9) { _, new in new.comparator = "ge" },
        Plant(kind: .measureChanged, number: 10) { _, new in new.measure = "increment" },
        Plant(kind: .deadlineEarlier, number: 11) { _, new in new.deadline = "2025-06-30" },
        Plant(kind: .deadlineLater, number: 12) { _, new in new.deadline = "2026-03" },
        Plant(kind: .deadlineSet, number: 13) { old, _ in old.deadline = "" },
        Plant(kind: .deadlineDropped, number: 14) { _, new in new.deadline = "" },
        Plant(kind: .lampBetter, number: 15) { _, new in new.lamp = "green-behind" },
        Plant(kind: .lampWorse, number: 16) { _, new in new.lamp = "red" },
        Plant(kind: .lampChanged, number: 17) { _, new in new.lamp = "none" },
        Plant(kind: .statusChanged, number: 18) { _, new in new.status = "limited" },
        Plant(kind: .precisionChanged, number: 19) { _, new in new.value = "100.0" },
        Plant(kind: .nameChanged, number: 20) { _, new in new.name = "指标二十" },
        Plant(kind: .quoteChanged, number: 21) { _, new in new.quote = "力争到2025年达到100个" },
        Plant(kind: .sourceChanged, number: 22) { _, new in new.source = "other.txt:7" },
    ]

    private static var planted: Editions {
        var editions = Editions(count: 40)
        for plant in plants { plant.change(&editions.old[plant.number], &editions.new[plant.number]) }
        editions.old.remove(at: 1)
        editions.new.remove(at: 0)
        return editions
    }

    private static var settings: ComparisonSettings {
        var settings = ComparisonSettings()
        settings.directions = ["S-6": .up, "S-7": .up]
        return settings
    }

    @Test(arguments: plants) func isFoundOnce(_ plant: Plant) throws {
        let difference = Self.planted.difference(Self.settings)
        let all = difference.changes + difference.wordingChanges
        let found = all.filter { $0.kind == plant.kind }
        #expect(found.count == 1)
        #expect(found.first?.new?.code == "S-\(plant.number)")
        #expect(all.count { $0.new?.code == "S-\(plant.number)" } == 1)
        #expect(difference.wordingChanges.contains { $0.kind == plant.kind } == plant.kind.isWording)
    }

    @Test func whatIsNewAndWhatIsGone() {
        let difference = Self.planted.difference(Self.settings)
        #expect(difference.changes.filter { $0.kind == .new }.map(\.new?.code) == ["S-1"])
        #expect(difference.changes.filter { $0.kind == .gone }.map(\.old?.code) == ["S-0"])
    }

    @Test func nothingElseIsFoundAndEveryKindIsPlanted() {
        let difference = Self.planted.difference(Self.settings)
        #expect(difference.changes.count + difference.wordingChanges.count == Self.plants.count + 2)
        #expect(difference.findings.isEmpty)
        #expect(difference.sameCount == 40 - 2 - Self.plants.count)
        #expect(Set(Self.plants.map(\.kind)).union([.new, .gone]) == Set(DifferenceKind.allCases))
    }

    @Test func equalEditionsAreEmpty() {
        #expect(Editions(count: 5).difference().isEmpty)
    }

    @Test func theOrderOfRowsIsNoChange() {
        var editions = Editions(count: 5)
        editions.new.reverse()
        #expect(editions.difference().isEmpty)
    }
}
