import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct TableTotalCheckTests {
    private func found(_ table: String, form: RecoveredTable.Form = .flattened) -> [String] {
        CheckFixture.notes("table-total", on: CheckFixture.run(table: table, form: form)).map { note in
            guard case .phrase(.sumOfRows, let sum) = note.expected, case .text(let total) = note.found else {
                return ""
            }
            return "\(sum.joined(separator: ": ")) / \(total)"
        }
    }

    @Test(arguments: [
        "序号|项目|规模（万吨/年）\n1|甲矿|280\n2|乙矿|1,200\n合计||1480",
        "序号|项目|规模（万千瓦）\n1|甲厂|2×66\n2|乙厂|4×100\n合计||532",
        "序号|项目|规模（亿方/年）\n1|甲田|320\n2|乙田|10（域内）\n合计||330",
        "产业|产值\n煤炭|5500亿元\n火电|3570亿元\n合计|达到9000亿元",
        "产业|产值\n煤炭|5000亿元\n火电|5100亿元\n合计|超过1万亿元",
        "项目|投资\n甲|1\n小计|1\n乙|2\n丙|3\n小计|5\n合计|6",
        "合计|12\n一期|5\n二期|7",
        "合计|\n一期|2021-2022\n二期|2022",
    ]) func correctTotalsPass(table: String) {
        #expect(found(table).isEmpty)
    }

    @Test func aWrongTotalIsReportedInItsOwnUnit() {
        #expect(found("产业|产值\n煤炭|5500亿元\n火电|770亿元\n合计|6000亿元") == ["2: 6270亿元 / 6000亿元"])
        #expect(found("项目|规模\n甲|280\n乙|1200\n合计|1380") == ["2: 1480 / 1380"])
    }

    @Test func aBoundMayBePassedByTheThresholdOnly() {
        #expect(found("产业|产值\n煤炭|5500亿元\n火电|4500亿元\n合计|超过8000亿元") == ["2: 10000亿元 / 超过8000亿元"])
    }

    @Test func roundingOfPrintedDecimalsIsNoMistake() {
        #expect(found("项目|投资\n甲|0.33\n乙|0.33\n丙|0.33\n合计|1.0").isEmpty)
        #expect(found("项目|投资\n甲|0.04\n乙|0.01\n合计|0.015") == ["2: 0.05 / 0.015"])
    }

    @Test func theFinestDecimalTellsToWhichPlaceAllAreRounded() {
        let rows = "项目|投资\n合计|0.985\n甲|0.5\n乙|0.45\n丙|0.02\n丁|0.015"
        #expect(found(rows).isEmpty)
        #expect(found(rows + "\n戊|0.015") == ["5: 1.000 / 0.985"])
        // A total may print fewer decimals than its parts.
        #expect(found("项目|投资\n甲|0.41384\n乙|0.1\n合计|0.5138").isEmpty)
    }

    @Test func theNearestOfTheSumsIsShown() {
        #expect(found("项目|投资\n合计|3\n甲|1\n乙|2\n合计|40\n丙|20\n丁|25") == ["2: 45 / 40"])
    }

    @Test func whatCannotBeAddedSaysNothing() {
        #expect(found("项目|规模\n甲|?\n乙|5\n合计|9").isEmpty)
        #expect(found("项目|规模\n甲|\n乙|5\n合计|9").isEmpty)
        #expect(found("项目|完成率\n甲|90\n乙|80\n合计|85").isEmpty)
        #expect(found("项目|规模\n甲|90%\n乙|80%\n合计|85%").isEmpty)
        #expect(found("项目|规模\n甲|90万吨\n乙|80台\n合计|85").isEmpty)
    }

    @Test func blanksOfATableWithRulesCountNothing() {
        #expect(found("项目|规模\n甲|\n乙|5\n合计|9", form: .markdown) == ["1: 5 / 9"])
    }
}
