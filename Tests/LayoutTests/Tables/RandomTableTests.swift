import SourceText
import StatisticalModel
import Testing

@testable import Layout

/// Random tables, flattened column by column: recovery gives them back, or blanks with a note.
@Suite("Random flattened tables")
struct RandomTableTests {
    @Test("never a wrong cell in silence", arguments: 0..<20)
    func roundTrip(seed: Int) {
        var generator = RandomTable(seed: UInt64(seed))
        var (cells, blanks) = (0, 0)
        for number in 0..<25 {
            let table = generator.next()
            let recovered = TableFixture.recover(TableFixture.pageText(table.lines))
            guard let first = recovered.first, recovered.count == 1, first.rows.count == table.rows.count else {
                Issue.record("seed \(seed) table \(number): \(recovered.count) tables\n\(table.lines)")
                continue
            }
            for (row, want) in table.rows.enumerated() {
                for (column, text) in want.enumerated() {
                    let cell = column < first.columns.count ? first.rows[row].cells[column] : RecoveredTable.Cell()
                    cells += 1
                    if cell.text.isEmpty, !text.isEmpty {
                        blanks += 1
                        #expect(
                            !first.notes.isEmpty, "seed \(seed) table \(number): blank without a note\n\(table.lines)")
                    } else {
                        #expect(
                            cell.string == text,
                            "seed \(seed) table \(number) row \(row) column \(column)\n\(table.lines)")
                    }
                }
            }
        }
        #expect(blanks * 5 < cells)
    }
}

/// A seeded maker of tables as bulletins have them.
struct RandomTable {
    struct Sample {
        var rows: [[String]]
        var lines: [String]
    }

    private struct Column {
        var header: [String]
        /// The lines of each cell; an empty list is a blank that leaves no line.
        var cells: [[String]]
        var total: String?
    }

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

    mutating func next() -> Sample {
        let count = 2 + below(10)
        let hasTotal = below(3) == 0
        var columns = [nameColumn(count)]
        if below(2) == 0 { columns.append(pick(count, header: ["属性"], ["预期性", "约束性"])) }
        columns += figureColumns(count, hasTotal: hasTotal)
        if below(2) == 0 {
            columns.append(pick(count, header: ["建设时间"], ["2021-2022", "2022-2024", "2023", "2023年底"]))
        }
        if below(2) == 0 { columns.append(unitColumn(count)) }
        return flatten(columns, count: count, hasTotal: hasTotal)
    }

    private mutating func nameColumn(_ count: Int) -> Column {
        let places = ["河东", "河西", "山南", "海北", "城中", "林区", "湖滨", "矿区"]
        let kinds = ["养老床位建设项目", "托育机构改造工程", "光伏治沙示范项目", "污水处理厂扩能改造项目"]
        let cells = (0..<count).map { _ in
            let text = places[below(places.count)] + kinds[below(kinds.count)]
            return below(6) == 0 ? [places[below(places.count)] + "新能源汽车充换电基础设施及", "配套电网工程"] : [text]
        }
        return Column(header: ["项目名称"], cells: cells)
    }

    private mutating func figureColumns(_ count: Int, hasTotal: Bool) -> [Column] {
        switch below(4) {
        case 0:
            let first = figures(count, header: ["建设规模", "（万千瓦）", "风电"], hasTotal: hasTotal)
            return [first, figures(count, header: ["光伏"], hasTotal: hasTotal)]
        case 1:
            return [
                figures(count, header: ["2020年", "基期值"], hasTotal: hasTotal),
                figures(count, header: ["2025年", "目标值"], hasTotal: hasTotal),
            ]
        default: return [figures(count, header: ["建设规模（万吨/年）"], hasTotal: hasTotal)]
        }
    }

    /// Figures with a dash or a blank here and there; the total is their sum.
    private mutating func figures(_ count: Int, header: [String], hasTotal: Bool) -> Column {
        let blank = below(5) == 0 ? below(count) : -1
        var sum = 0
        let cells = (0..<count).map { row -> [String] in
            if row == blank { return [] }
            if below(12) == 0 { return ["-"] }
            let value = 1 + below(900)
            sum += value
            return ["\(value)"]
        }
        return Column(header: header, cells: cells, total: hasTotal ? "\(sum)" : nil)
    }

    private mutating func pick(_ count: Int, header: [String], _ words: [String]) -> Column {
        Column(header: header, cells: (0..<count).map { _ in [words[below(words.count)]] })
    }

    private mutating func unitColumn(_ count: Int) -> Column {
        let units = [["市民政局"], ["市卫生健康", "委员会"], ["市住房和", "城乡建设局"], ["市能源局"]]
        return Column(header: ["责任单位"], cells: (0..<count).map { _ in units[below(units.count)] })
    }

    private mutating func flatten(_ columns: [Column], count: Int, hasTotal: Bool) -> Sample {
        let cut = count > 3 && below(3) == 0 ? 1 + below(count - 2) : count
        var lines = ["前面的正文到此为止。", "表1 建设计划表"]
        for (index, part) in [0..<cut, cut..<count].enumerated() where !part.isEmpty {
            lines.append((index == 0 ? "" : "⏎") + "序号")
            lines += part.map { "\($0 + 1)" }
            let isLast = part.upperBound == count
            if hasTotal, isLast { lines.append("合计") }
            for column in columns {
                lines += column.header
                lines += part.flatMap { column.cells[$0] }
                if isLast, let total = column.total { lines.append(total) }
            }
        }
        lines.append("⏎二、保障措施")
        var rows = (0..<count).map { row in ["\(row + 1)"] + columns.map { $0.cells[row].joined() } }
        if hasTotal { rows.append(["合计"] + columns.map { $0.total ?? "" }) }
        return Sample(rows: rows, lines: lines)
    }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
