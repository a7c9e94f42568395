import TestSupport

/// A table as an office would print it on its side, drawn at random; the same seed gives the same table.
struct RandomRotatedTable {
    enum Kind {
        case number, span, numberedText, text, name, person, unit, units, deadline, period, category, money, remark
    }

    struct Column {
        var header: String
        var kind: Kind
    }

    private(set) var columns: [Column] = []
    /// The cells as printed: page, row, column.
    var pages: [[[String]]] = []
    /// How many lines of each page's last text cell stand on the next page.
    var overhang: [Int] = []
    var words: RandomCellText

    init(seed: UInt64) {
        words = RandomCellText(random: SplitMix64(state: seed))
        switch words.random.below(3) {
        case 0: drawTaskColumns()
        case 1: drawProjectColumns()
        default: drawPolicyColumns()
        }
        fillPages()
    }

    var rows: [[String]] { pages.flatMap { $0 } }
    var hasNumbers: Bool { columns[0].kind == .number }
    func indices(_ kinds: [Kind]) -> [Int] { columns.indices.filter { kinds.contains(columns[$0].kind) } }

    // MARK: columns

    private mutating func add(_ headers: [String], _ kind: Kind, unlessOneIn chances: Int = 0) {
        if chances > 0, words.random.isOne(in: chances) { return }
        columns.append(Column(header: words.random.pick(headers), kind: kind))
    }

    private mutating func drawTaskColumns() {
        let isNumbered = !words.random.isOne(in: 3)
        if !isNumbered || words.random.isOne(in: 2) { add(["序号"], .number) }
        if words.random.isOne(in: 3) { add(["举措", "工作内容"], .span) }
        add(["具体任务", "重点任务", "主要任务", "工作任务"], isNumbered ? .numberedText : .text)
        add(["分管领导", "责任领导", "责任人"], .person, unlessOneIn: 3)
        add(["牵头单位", "责任部门", "责任单位"], .unit)
        add(["配合单位", "配合部门"], .units, unlessOneIn: 2)
        add(["完成时限", "完成时间"], .deadline, unlessOneIn: 5)
    }

    private mutating func drawProjectColumns() {
        add(["序号"], .number)
        add(["项目名称"], .name)
        add(["建设性质"], .category, unlessOneIn: 2)
        add(["主要建设内容", "建设规模"], .text, unlessOneIn: 2)
        add(["建设年限", "建设工期"], .period, unlessOneIn: 3)
        for header in ["总投资", "中央预算内投资", "地方投资"] { add([header], .money) }
        add(["责任单位", "实施单位"], .unit)
        add(["备注", "项目进展"], .remark, unlessOneIn: 2)
    }

    private mutating func drawPolicyColumns() {
        add(["序号"], .number)
        add(["政策名称", "类别"], .span)
        add(["工作措施", "主要内容"], .text)
        add(["牵头单位", "牵头部门"], .unit)
        add(["责任单位"], .units, unlessOneIn: 2)
    }

    // MARK: cells

    private mutating func fillPages() {
        let leaders = (0..<4).map { _ in words.person() }
        let units = (0..<5).map { _ in words.unit() }
        var number = 1
        for _ in 0..<1 + words.random.below(2) {
            var rows: [[String]] = []
            for _ in 0..<2 + words.random.below(3) {
                rows.append(row(number, leaders: leaders, units: units))
                number += 1
            }
            fillSpans(&rows)
            pages.append(rows)
            overhang.append(0)
        }
        for page in pages.indices.dropLast() where words.random.isOne(in: 4) {
            overhang[page] = 1 + words.random.below(2)
        }
    }

    private mutating func row(_ number: Int, leaders: [String], units: [String]) -> [String] {
        let central = 1 + words.random.below(900)
        let local = 1 + words.random.below(900)
        var amounts = [central + local, central, local].map(Self.decimal)[...]
        return columns.map { column in
            switch column.kind {
            case .number: "\(number)"
            case .span: ""
            case .numberedText: "（\(number)）" + words.sentences(2)
            case .text: words.sentences(2)
            case .name: words.projectName()
            case .person: words.random.pick(leaders)
            case .unit: words.random.pick(units)
            case .units: words.units()
            case .deadline: words.deadline()
            case .period: words.period()
            case .category: words.random.pick(["新建", "续建", "改扩建", "迁建"])
            case .money: amounts.popFirst() ?? ""
            case .remark: words.remark()
            }
        }
    }

    /// Labels that stand over one to three rows each, with numbers or without.
    private mutating func fillSpans(_ rows: inout [[String]]) {
        guard let column = indices([.span]).first else { return }
        let isNumbered = words.random.isOne(in: 2)
        var (label, left, number) = ("", 0, 0)
        for row in rows.indices {
            if left == 0 {
                left = 1 + words.random.below(3)
                number += 1
                label = (isNumbered ? "\(number)." : "") + words.label()
            }
            rows[row][column] = label
            left -= 1
        }
    }

    private static func decimal(_ thousandths: Int) -> String {
        let digits = String(String(thousandths % 1000 + 1000).dropFirst())
        if digits == "000" { return "\(thousandths / 1000)" }
        return "\(thousandths / 1000).\(digits)"
    }
}
