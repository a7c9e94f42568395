import Comparison
import StatisticalModel
import Testing

@Suite struct ValueChangeTests {
    private func change(_ old: String, _ new: String, unit: String) throws -> ValueChange {
        var editions = Editions(count: 1)
        (editions.old[0].value, editions.new[0].value) = (old, new)
        (editions.old[0].unit, editions.new[0].unit) = (unit, unit)
        let difference = try #require(editions.difference().changes.first)
        return try #require(difference.change)
    }

    @Test(
        arguments: [
            ("100", "102.9", "2.90", ChangeSeverity.small), ("100", "103", "3.00", .moderate),
            ("100", "90", "-10.00", .large), ("3", "4", "33.33", .large), ("-50", "-49", "2.00", .small),
        ])
    func amountsInPerCent(_ old: String, _ new: String, _ percent: String, _ severity: ChangeSeverity) throws {
        let change = try change(old, new, unit: "个")
        #expect(change.percent?.description == percent)
        #expect(change.severity == severity)
        #expect(!change.isInPoints)
    }

    @Test(
        arguments: [
            ("60", "60.9", "0.9", ChangeSeverity.small), ("60", "59", "-1", .moderate), ("60", "65.0", "5.0", .large),
        ])
    func sharesInPoints(_ old: String, _ new: String, _ points: String, _ severity: ChangeSeverity) throws {
        let change = try change(old, new, unit: "%")
        #expect(change.absolute.description == points)
        #expect(change.percent == nil)
        #expect(change.severity == severity)
        #expect(change.isInPoints)
    }

    @Test func fromZeroThereIsNoPercentage() throws {
        let change = try change("0", "1", unit: "个")
        #expect(change.percent == nil)
        #expect(change.severity == .large)
    }

    @Test(
        arguments: [
            ("ge", "level", Direction.down, DifferenceKind.targetTightened),
            ("le", "level", .up, .targetLoosened), ("eq", "level", .down, .targetLoosened),
            ("eq", "change", .down, .targetTightened), ("approx", "level", .up, .targetTightened),
        ])
    func aHigherTarget(_ comparator: String, _ measure: String, _ direction: Direction, _ kind: DifferenceKind) {
        var editions = Editions(count: 1)
        for place in [\Editions.old, \.new] {
            editions[keyPath: place][0].comparator = comparator
            editions[keyPath: place][0].measure = measure
        }
        editions.new[0].value = "110"
        var settings = ComparisonSettings()
        settings.directions = ["S-0": direction]
        #expect(editions.difference(settings).changes.map(\.kind) == [kind])
    }
}
