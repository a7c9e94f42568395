/// A seeded maker of tables as plans have them: names, figures, units, with cells that wrap, blanks and totals.
struct RandomTable {
    struct Column {
        /// The printed lines of the head.
        var header: [String]
        /// The lines of each cell; none for a blank, which leaves no line.
        var cells: [[String]]
        var total: String?
        /// The head with the level over it, where its lines do not have that.
        var full: String?
    }

    var columns: [Column]
    var numbers: [String]
    /// The label that stands over a row, within the column of row numbers.
    var groups: [Int: String] = [:]
    var hasTotal: Bool
    /// What cells lost their lines, each as column and row.
    var lost: [(column: Int, row: Int, text: String)] = []

    var headers: [String] { columns.map { $0.full ?? $0.header.joined() } }

    /// The rows as recovery should give them, a lost cell with what it held; 合计 last.
    var rows: [[String]] {
        var rows = numbers.indices.map { row in [numbers[row]] + columns.map { $0.cells[row].joined() } }
        for (column, row, text) in lost { rows[row][column + 1] = text }
        if hasTotal { rows.append(["合计"] + columns.map { $0.total ?? "" }) }
        return rows
    }

    /// The group of each row of ``rows``.
    var rowGroups: [String] {
        var group = ""
        return numbers.indices.map { row in
            group = groups[row] ?? group
            return group
        } + (hasTotal ? [""] : [])
    }

    /// True where every cell has its lines.
    var isComplete: Bool { columns.allSatisfy { $0.cells.allSatisfy { !$0.isEmpty } } }

    init(with random: inout RandomNumbers) {
        let count = 2 + random.below(11)
        numbers = (1...count).map(String.init)
        hasTotal = random.oneIn(3)
        columns = [Self.names(count, &random)]
        if random.oneIn(2) { columns.append(.words(["属性"], count, of: ["预期性", "约束性"], &random)) }
        columns += Self.figures(count, hasTotal: hasTotal, &random)
        if random.oneIn(3) { columns.append(.content(count, &random)) }
        if random.oneIn(3) {
            columns.append(.words(["建设时间"], count, of: ["2021-2022", "2022-2024", "2023", "2023年底"], &random))
        }
        if random.oneIn(2) { columns.append(.units(count, &random)) }
        if random.oneIn(4) { addGroups(&random) }
        if random.oneIn(4) { loseCell(&random) }
    }

    private mutating func addGroups(_ random: inout RandomNumbers) {
        let labels = random.shuffled(["养老服务", "托育服务", "生态环境建设和污染防治", "特色产业项目"])
        for (label, row) in zip(labels.prefix(3), [0, 1 + random.below(3), 5 + random.below(4)])
        where row < numbers.count { groups[row] = label }
    }

    /// A cell whose lines the page text does not have.
    private mutating func loseCell(_ random: inout RandomNumbers) {
        let (column, row) = (random.below(columns.count), random.below(numbers.count))
        lost.append((column, row, columns[column].cells[row].joined()))
        columns[column].cells[row] = []
    }

    private static func names(_ count: Int, _ random: inout RandomNumbers) -> Column {
        random.oneIn(2) ? .projects(count, &random) : .indicators(count, &random)
    }

    private static func figures(_ count: Int, hasTotal: Bool, _ random: inout RandomNumbers) -> [Column] {
        func column(_ header: [String], under parent: String? = nil) -> Column {
            var column = Column.figures(header, count, hasTotal: hasTotal, &random)
            column.full = parent.map { $0 + header.joined() }
            return column
        }
        switch random.below(6) {
        case 0: return [column(["建设规模", "（万千瓦）", "风电"]), column(["光伏"], under: "建设规模（万千瓦）")]
        case 1: return [column(["2025年", "产量"]), column(["产值"], under: "2025年")]
        case 2: return [column(["2020年", "基期值"]), column(["2025年", "目标值"])]
        case 3: return [column(["2023年"]), column(["2024年"]), column(["2025年"])]
        case 4: return [.pairs(["2025年", "产量"], count, &random)]
        default: return [column(["建设规模（万吨/年）"])]
        }
    }
}

extension RandomTable.Column {
    static func words(
        _ header: [String], _ count: Int, of words: [String], _ random: inout RandomNumbers
    ) -> Self {
        Self(header: header, cells: (0..<count).map { _ in [random.one(of: words)] })
    }

    static func projects(_ count: Int, _ random: inout RandomNumbers) -> Self {
        let places = ["河东", "河西", "山南", "海北", "城中", "林区", "湖滨新区", "矿区"]
        let kinds = [
            "养老床位建设项目", "托育机构改造工程", "光伏治沙示范项目", "污水处理厂扩能改造项目", "新能源汽车充换电基础设施及配套电网工程",
        ]
        let width = 9 + random.below(9)
        return Self(
            header: ["项目名称"],
            cells: (0..<count).map { _ in
                PageWidth.wrapped(random.one(of: places) + random.one(of: kinds), at: width)
            })
    }

    static func indicators(_ count: Int, _ random: inout RandomNumbers) -> Self {
        let names = [
            "养老床位（张）", "每千人口拥有托位数（个）", "护理型床位占比（%）", "居民人均可支配收入增长（%）", "煤制油气", "常住人口城镇化率（%）",
            "单位工业增加值用水量下降（%）", "空气质量优良天数比例（%）",
        ]
        let width = 8 + random.below(8)
        return Self(
            header: ["指标名称"], cells: (0..<count).map { _ in PageWidth.wrapped(random.one(of: names), at: width) })
    }

    static func units(_ count: Int, _ random: inout RandomNumbers) -> Self {
        let units = ["市民政局", "市卫生健康委员会", "市住房和城乡建设局", "市能源局", "各旗区人民政府", "市市场监督管理局"]
        let width = 6 + random.below(6)
        let cells = (0..<count).map { _ in
            let second = random.oneIn(4) ? "、" + random.one(of: units) : ""
            return PageWidth.wrapped(random.one(of: units) + second, at: width)
        }
        return Self(header: ["责任单位"], cells: cells)
    }

    static func content(_ count: Int, _ random: inout RandomNumbers) -> Self {
        let clauses = ["新建楼房2栋", "改造床位", "铺设管网及泵站", "建设日处理污水设施一座", "购置康复设备并完善信息系统", "硬化场地"]
        let width = 10 + random.below(8)
        let cells = (0..<count).map { _ in
            let text = random.shuffled(clauses).prefix(1 + random.below(3)).joined(separator: "，") + "。"
            return PageWidth.wrapped(text, at: width)
        }
        return Self(header: ["建设内容"], cells: cells)
    }

    /// Figures, with a dash or a blank here and there; the total is their sum.
    static func figures(
        _ header: [String], _ count: Int, hasTotal: Bool, _ random: inout RandomNumbers
    ) -> Self {
        let blank = random.oneIn(6) ? random.below(count) : nil
        var sum = 0
        let cells = (0..<count).map { row -> [String] in
            if row == blank { return [] }
            if random.oneIn(12) { return ["-"] }
            let value = 1 + random.below(900)
            sum += value
            return ["\(value)"]
        }
        return Self(header: header, cells: cells, total: hasTotal ? "\(sum)" : nil)
    }

    /// Quantities, two of them in some cells.
    static func pairs(_ header: [String], _ count: Int, _ random: inout RandomNumbers) -> Self {
        let cells = (0..<count).map { _ -> [String] in
            let value = 1 + random.below(900)
            guard random.oneIn(6) else { return ["\(value)万吨"] }
            return ["\(value)（东部基地）", "\(1 + random.below(90))（西部基地）"]
        }
        return Self(header: header, cells: cells)
    }
}

/// Breaks text as a column of a page does: where it is full, not within digits, not before closing signs.
enum PageWidth {
    static func wrapped(_ text: String, at width: Int) -> [String] {
        var lines = [""]
        for character in text {
            let isFull = (lines.last?.count ?? 0) >= width
            let goesOn = "，。、）%".contains(character) || character.isNumber && lines.last?.last?.isNumber ?? false
            if isFull, !goesOn { lines.append("") }
            lines[lines.count - 1].append(character)
        }
        return lines
    }
}

/// A seeded source of numbers: the same seed gives the same tables.
struct RandomNumbers {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func oneIn(_ bound: Int) -> Bool { below(bound) == 0 }
    mutating func one(of words: [String]) -> String { words[below(words.count)] }

    mutating func shuffled(_ words: [String]) -> [String] {
        var words = words
        for index in words.indices.dropLast() { words.swapAt(index, index + below(words.count - index)) }
        return words
    }
}
