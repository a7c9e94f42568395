import StatisticalModel
import Testing

@testable import Layout

/// Tables with too few cells, too many or none: nothing is recovered that is not there, and nothing traps.
struct RaggedTablesTests {
    @Test(arguments: ["|-|\n|-", "|-|-|\n|-|-|", "||\n|-|", "-|-\n-|-\n"])
    func rulesAloneAreNoTable(_ text: String) {
        #expect(TableFixture.recover(text).isEmpty)
        #expect(TableFixture.recover("序号\n" + text + "\n\n" + text).isEmpty)
    }

    @Test(arguments: [
        "| a |\n|-|\n", "|a|b|\n|-|\n|c|\n", "|a|\n|-|-|\n|b|c|d|\n", "|a\n|-\n|", "| |\n|-|\n| |\n", "\t\n\t",
        "a\t\n\tb\n\t\t\tc", "<table><tr></tr></table>", "<table><tr><td>a<tr><td>b</table>",
        "<table><table></table></table>",
        "<table><tr><td colspan=0>a</td></tr><tr><td rowspan=99>b</td></tr></table>",
        "<table><tr><td rowspan=1000 colspan=1000>1</td></tr><tr></tr><tr><td>2</td></tr></table>", "表1 主要指标\n序号\n指标\n",
        "表1 主要指标\n序号\n1\n", "序号 指标\n1 床位 2\n2\n", "|指标|2025年|\n|-|-|\n||\n|床位|3|4|\n|\n",
    ])
    func everyRowIsAsWideAsItsHeader(_ text: String) {
        for text in [text, "一、总体目标\n" + text + "\n到2025年，床位达到3万张。\n", text + "\n\n" + text] {
            for table in TableFixture.recover(text) {
                #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(text)")
            }
        }
    }
}
