import Testing

@testable import Comparison

@Suite struct RowKeysTests {
    private func row(_ code: String, _ name: String = "", area: String = "") -> IndicatorRow {
        var row = IndicatorRow()
        (row.code, row.name, row.area) = (code, name, area)
        return row
    }

    @Test func keysAreNumberedAsTheyCome() {
        var keys = RowKeys(capacity: 5)
        let rows = [row("A"), row("B"), row("A", "other name"), row("", "B"), row("", "A", area: "B")]
        #expect(rows.map { keys.slot(of: $0) } == [0, 1, 0, 1, 2])
    }

    @Test func fieldsDoNotRunTogether() {
        var keys = RowKeys(capacity: 2)
        #expect([row("AB"), row("A", area: "B")].map { keys.slot(of: $0) } == [0, 1])
    }

    @Test func manyKeysKeepTheirNumbers() {
        var keys = RowKeys(capacity: 40_000)
        let rows = (0..<20_000).map { row("指标\($0)", area: "\($0 % 7)") }
        #expect(rows.map { keys.slot(of: $0) } == Array(0..<20_000))
        #expect(rows.map { keys.slot(of: $0) } == Array(0..<20_000))
    }
}
