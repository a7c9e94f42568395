import StatisticalModel
import Testing

@testable import Layout

/// Random tables, flattened column by column: recovery gives them back, or blanks with a note.
@Suite("Random flattened tables")
struct RandomTableTests {
    @Test("given back, or blank with a note", arguments: 0..<4)
    func roundTrip(part: Int) {
        var (tables, whole, cells, blanks) = (0, 0, 0, 0)
        for seed in part * 25..<(part + 1) * 25 {
            var generator = RandomTable(seed: UInt64(seed))
            for number in 0..<20 {
                let sample = generator.next()
                let result = Comparison(sample, TableFixture.recover(TableFixture.pageText(sample.lines)))
                #expect(result.wrong.isEmpty, "table \(number) of seed \(seed): \(sample.lines.joined(separator: "|"))")
                tables += 1
                whole += result.blanks == 0 ? 1 : 0
                cells += result.cells
                blanks += result.blanks
            }
        }
        print("random tables: \(whole) of \(tables) given back whole; \(blanks) of \(cells) cells blank with a note")
        #expect(whole * 2 > tables)
        #expect(blanks * 5 < cells)
    }
}

/// What of a table came back: wrong cells, blanks with a note.
private struct Comparison {
    var wrong: [String] = []
    var cells = 0
    var blanks = 0

    init(_ sample: RandomTable.Sample, _ recovered: [RecoveredTable]) {
        var rows: [String: (table: RecoveredTable, row: RecoveredTable.Row)] = [:]
        for table in recovered { for row in table.rows { rows[row.cells[0].string] = (table, row) } }
        for want in sample.rows {
            guard let found = rows.removeValue(forKey: want[0]) else {
                wrong.append("no row \(want[0])")
                continue
            }
            compare(want, found.row, of: found.table, headers: sample.headers)
        }
        wrong += rows.keys.map { "row \($0) is none" }
    }

    /// Compares by headers: beside a column that was not made out, the others may stand elsewhere.
    private mutating func compare(
        _ want: [String], _ row: RecoveredTable.Row, of table: RecoveredTable, headers: [String]
    ) {
        var rest = Array(zip(table.columns.map { $0.levels.joined() }, row.cells.map(\.string)).dropFirst())
        for (header, text) in zip(headers, want.dropFirst()) {
            cells += 1
            let place = rest.firstIndex { $0.0 == header }
            let got = place.map { rest.remove(at: $0).1 } ?? ""
            if got.isEmpty, !text.isEmpty {
                blanks += 1
                if table.notes.isEmpty { wrong.append("\(header) of row \(want[0]) is blank in silence") }
            } else if got != text {
                wrong.append("\(header) of row \(want[0]) is \(got)")
            }
        }
        wrong += rest.filter { !$0.1.isEmpty }.map { "\($0.0) of row \(want[0]) is \($0.1)" }
    }
}

/// A seeded maker of tables as bulletins have them.
struct RandomTable {
    struct Sample {
        /// Without 序号; the levels of one joined.
        var headers: [String]
        var rows: [[String]]
        var lines: [String]
    }

    private struct Column {
        var header: [String]
        /// The lines of each cell; an empty list is a blank that leaves no line.
        var cells: [[String]]
        var total: String?
        /// The header with the level over it, where the lines do not have it.
        var full: String?
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
            var second = figures(count, header: ["光伏"], hasTotal: hasTotal)
            second.full = "建设规模（万千瓦）光伏"
            return [first, second]
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
        return Sample(headers: columns.map { $0.full ?? $0.header.joined() }, rows: rows, lines: lines)
    }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
