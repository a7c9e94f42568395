/// A seeded maker of tables as yearbooks and budgets have them: no row numbers, heads that no list knows, a column
/// of units here and there, figures with blanks, and parts that a page parts.
struct RandomStatisticsTable {
    enum Print: CaseIterable {
        case oneBlank, alignedLeft, alignedRight, byColumn
    }

    let heads: [String]
    let rows: [[String]]
    let print: Print
    /// The lines as printed.
    private(set) var lines = ["前面的正文到此为止。", "", "表1 有关情况", ""]

    init(with random: inout RandomNumbers) {
        let names = random.shuffled([
            "青石河灌溉面积", "白云渡船班次", "山货收购量", "木耳栽培", "竹编出口", "渔船保有量", "盐场出产", "茶园采摘面积", "蜂场", "民宿接待人次",
            "电商包裹", "苗木外调", "花卉",
        ])
        let count = 3 + random.below(9)
        let values = 2 + random.below(3)
        print = Print.allCases[random.below(Print.allCases.count)]
        let hasUnit = random.oneIn(3)
        let measures = random.shuffled(["上报口径", "核实口径", "入库口径", "台账口径", "普查口径"])
        heads = ["事项"] + (hasUnit ? ["单位"] : []) + measures.prefix(values)
        let blanks = print != .byColumn && random.oneIn(3)
        rows = (0..<count).map { row in
            [names[row]] + (hasUnit ? [random.one(of: ["吨", "万元", "公顷", "个"])] : [])
                + (0..<values).map { column in
                    blanks && row > 0 && random.oneIn(8) ? "" : Self.figure(column, &random)
                }
        }
        let cut = count > 4 && random.oneIn(2) ? 3 + random.below(count - 4) : count
        let repeatsHead = random.oneIn(2)
        add(rows[..<cut], withHead: true)
        if cut < count {
            if print == .byColumn {
                lines[lines.count - 1] = " " + heads[0]
                addColumns(rows[cut...], withFirstHead: false)
            } else {
                add(rows[cut...], withHead: repeatsHead)
            }
        }
        lines += ["", "三、保障措施", "", "各地要落实责任，按月报送进展情况。", ""]
    }

    private static func figure(_ column: Int, _ random: inout RandomNumbers) -> String {
        let value = "\(1 + random.below(9000)).\(random.below(10))"
        return column > 0 && random.oneIn(4) ? "-" + value : value
    }

    private mutating func add(_ rows: ArraySlice<[String]>, withHead: Bool) {
        let all = (withHead ? [heads] : []) + rows
        switch print {
        case .byColumn: addColumns(rows, withFirstHead: true)
        case .oneBlank: lines += all.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
        case .alignedLeft, .alignedRight:
            let widths = heads.indices.map { column in
                ([heads] + self.rows).map { Self.width($0[column]) }.max() ?? 0
            }
            for row in all {
                var line = ""
                for (column, cell) in row.enumerated() {
                    let blanks = String(repeating: " ", count: widths[column] - Self.width(cell) + 3)
                    line += print == .alignedLeft || column == 0 ? cell + blanks : blanks + cell
                }
                lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
            }
        }
    }

    private mutating func addColumns(_ rows: ArraySlice<[String]>, withFirstHead: Bool) {
        for column in heads.indices {
            if column > 0 || withFirstHead { lines += [heads[column], ""] } else { lines.append("") }
            for row in rows { lines += [row[column], ""] }
        }
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }
}
