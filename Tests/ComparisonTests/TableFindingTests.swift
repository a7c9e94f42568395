import Comparison
import Testing

@Suite struct TableFindingTests {
    @Test func duplicateKeysAreReportedAndEveryRowIsCompared() {
        var editions = Editions(count: 2)
        var second = editions.old[0]
        second.value = "200"
        second.source = "other.txt:9"
        editions.old.append(second)
        second.value = "210"
        editions.new.insert(second, at: 0)
        let difference = editions.difference()
        #expect(difference.findings == [.duplicateKey(editions.old[0], old: 2, new: 2)])
        // 100 pairs with 100 although 210 stands before it.
        #expect(difference.changes.map { [$0.old?.value, $0.new?.value] } == [["200", "210"]])
        #expect(difference.sameCount == 2)
    }

    @Test func aDuplicateMoreOrLessIsNewOrGone() {
        var editions = Editions(count: 1)
        editions.new.append(editions.new[0])
        #expect(editions.difference().changes.map(\.kind) == [.new])
        #expect(editions.difference().findings == [.duplicateKey(editions.new[0], old: 1, new: 2)])
        swap(&editions.old, &editions.new)
        #expect(editions.difference().changes.map(\.kind) == [.gone])
    }

    @Test func editionsWithTheSameDuplicatesAreTheSame() {
        var editions = Editions(count: 2)
        editions.old.append(editions.old[0])
        editions.new = editions.old
        #expect(editions.difference().findings.count == 1)
        #expect(editions.difference().isEmpty)
    }

    @Test func aTableOfOneKeyStaysLinear() {
        var editions = Editions(count: 1)
        editions.old = (0..<20_000).map { number in
            var row = Editions.row(0)
            row.value = "\(number)"
            return row
        }
        editions.new = editions.old.reversed()
        let difference = editions.difference()
        #expect(difference.changes.isEmpty)
        #expect(difference.sameCount == 20_000)
    }

    @Test func changedColumnsAreReported() {
        var editions = Editions(count: 1)
        editions.newColumns = Editions.columns.filter { $0 != "quote" } + ["note"]
        #expect(editions.difference().findings == [.columnNew("note"), .columnGone("quote")])
        #expect(!editions.difference().isEmpty)
    }

    @Test func aMissingKeyColumnIsReported() {
        var editions = Editions(count: 1)
        editions.newColumns = Editions.columns.filter { $0 != "qualifier" }
        #expect(editions.difference().findings == [.columnGone("qualifier"), .keyColumnMissing(.new, "qualifier")])
    }

    @Test func recordsAreReadByTheHeadersNames() {
        let table = IndicatorTable(
            header: ["year", "area_code", "code", "extra", "value"],
            records: [["2025", "150600", "S-1", "x", "3.0"], ["2023"]])
        #expect(table.rows[0].code == "S-1")
        #expect(table.rows[0].area == "150600")
        #expect(table.rows[0].value == "3.0")
        #expect(table.rows[1].year == "2023")
        #expect(table.rows[1].value.isEmpty)
    }

    /// Before the column `wording` the words stood in `value`: such an edition differs from a newer one in no row.
    @Test func wordsAreAValue() {
        let old = IndicatorTable(header: ["code", "value"], records: [["S-1", "明显提高"], ["S-2", "95"]])
        let new = IndicatorTable(
            header: ["code", "value", "wording"], records: [["S-1", "", "明显提高"], ["S-2", "95", ""]])
        #expect(old.rows == new.rows)
        #expect(
            IndicatorTable(header: ["target_value", "target_wording"], records: [["", "明显提高"]]).rows[0].value == "明显提高")
    }

    @Test func verdictsOfProgressJoinTheirTargets() {
        let indicators = IndicatorTable(
            header: ["indicator_code", "year", "kind", "unit", "comparator", "value"],
            records: [["S-1", "2025", "target", "%", "ge", "95"], ["S-1", "2025", "actual", "%", "ge", "95"]])
        let progress = IndicatorTable(
            header: ["indicator_code", "unit", "comparator", "target_year", "target_value", "status", "lamp"],
            records: [
                ["S-1", "%", "ge", "2025", "95", "moderate", "yellow"],
                ["S-1", "%", "ge", "2023", "95", "met", "green"],
            ])
        let rows = indicators.addingVerdicts(of: progress).rows
        #expect(rows.map(\.lamp) == ["yellow", ""])
        #expect(rows.map(\.status) == ["moderate", ""])
    }
}
