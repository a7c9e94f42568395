import Testing

@testable import BulletinSource

@Suite struct SourceTableTests {
    /// Rows by lines, cells by `|`; `a>2` covers two columns.
    private func table(_ text: String) -> SourceTable {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { field -> SourceCell in
                let parts = field.split(separator: ">", omittingEmptySubsequences: false)
                var cell = SourceCell(parts: parts[0].isEmpty ? [] : [String(parts[0])])
                cell.columnSpan = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
                return cell
            }
        }
        return SourceTable(rows: rows).laidOut()
    }

    private func outline(_ tables: [SourceTable]) -> [String] {
        tables.map { table in
            let rows = table.filled().map { $0.map(\.text).joined(separator: "|") }
            return (table.above.map { "^" + $0.text } + rows + table.below.map { "_" + $0.text }).joined(
                separator: "\n")
        }
    }

    @Test func aNewCaptionWithTheHeadOnceMoreBeginsATable() {
        let text = "附表1||\n收入表>3\n科目|预算|完成\n税收|9|8\n附表2||\n科目|预算|完成\n支出|7|6"
        #expect(
            outline(table(text).tidied()) == [
                "^附表1\n^收入表\n科目|预算|完成\n税收|9|8", "^附表2\n科目|预算|完成\n支出|7|6",
            ])
    }

    @Test func aLabelOverRowsStaysInTheTable() {
        let text = "科目|预算|完成\n一、收入>3\n税收|9|8\n二、支出>3\n教育|7|6"
        #expect(outline(table(text).tidied()) == ["科目|预算|完成\n一、收入\n税收|9|8\n二、支出\n教育|7|6"])
    }

    @Test func aHeadWhoseFirstCellIsBlankIsNoCaption() {
        #expect(outline(table("|2025年\n产值|5").tidied()) == ["|2025年\n产值|5"])
    }

    @Test func blankRowsAndColumnsGo() {
        #expect(outline(table("科目||预算\n||\n税收||9").tidied()) == ["科目|预算\n税收|9"])
    }

    @Test func oneColumnIsProse() {
        #expect(outline(table("床位达到500张。\n托位达到30个。").tidied()) == ["^床位达到500张。\n^托位达到30个。"])
    }
}
