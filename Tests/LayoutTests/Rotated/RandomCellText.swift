import TestSupport

/// Draws the words of cells: sentences, units, names, dates in the shapes that offices print.
struct RandomCellText {
    var random: SplitMix64

    mutating func sentence() -> String {
        var parts = [random.pick(Self.verbs) + phrase()]
        for _ in 0..<random.below(3) { parts.append(random.pick(Self.verbs) + phrase()) }
        if random.isOne(in: 4) { parts.append(target()) }
        return parts.joined(separator: "，") + "。"
    }

    mutating func sentences(_ most: Int) -> String {
        (0..<1 + random.below(most)).map { _ in sentence() }.joined()
    }

    private mutating func phrase() -> String {
        var words = random.pick(Self.nouns) + random.pick(Self.nouns)
        if random.isOne(in: 5) { words += "、" + random.pick(Self.nouns) }
        if random.isOne(in: 8) { words += "（" + random.pick(Self.nouns) + "）" }
        if random.isOne(in: 8) { words = "“" + words + "”" }
        return words
    }

    private mutating func target() -> String {
        "\(2023 + random.below(4))年" + random.pick(Self.nouns) + "达到\(1 + random.below(300))"
            + random.pick(["个", "项", "%以上", "万元", "人次"])
    }

    /// 市财政局, 市住房和城乡建设局, 各县区人民政府.
    mutating func unit() -> String {
        if random.isOne(in: 6) { return random.pick(Self.governments) }
        return "市" + random.pick(Self.fields) + random.pick(["局", "局", "局", "委员会", "中心", "办公室"])
    }

    mutating func units() -> String {
        var units = (0..<1 + random.below(4)).map { _ in unit() }.joined(separator: "、")
        if random.isOne(in: 2) { units += "，" + random.pick(Self.governments) }
        return units
    }

    mutating func person() -> String {
        random.pick(Self.surnames) + (0..<1 + random.below(2)).map { _ in random.pick(Self.givenNames) }.joined()
    }

    mutating func deadline() -> String {
        if random.isOne(in: 8) { return random.pick(["长期坚持", "持续推进", "长期"]) }
        return "\(2023 + random.below(5))年" + random.pick(["6月底", "12月底", "底", "10月", "3月底前"])
    }

    mutating func period() -> String {
        let first = 2021 + random.below(3)
        return random.isOne(in: 4) ? "\(first)年" : "\(first)年-\(first + 1 + random.below(3))年"
    }

    mutating func projectName() -> String {
        random.pick(Self.places) + random.pick(Self.fields) + random.pick(["服务中心", "养老院", "幼儿园", "示范基地", "改造工程"])
            + random.pick(["", "建设项目", "二期工程"])
    }

    mutating func remark() -> String {
        random.pick(["正在办理前期手续", "正在建设", "已完成初设批复，计划\(2 + random.below(9))月开工", "正在编制可研", "已完工"])
    }

    mutating func label() -> String { random.pick(Self.verbs) + random.pick(Self.nouns) + random.pick(Self.nouns) }

    static let verbs = ["推进", "完善", "建立健全", "加强", "优化", "提升", "组织开展", "鼓励支持", "加快", "规范", "探索", "落实"]
    static let nouns = [
        "政务服务", "审批流程", "数据共享", "基层治理", "监管机制", "服务中心建设", "老年人照护", "托育机构", "环境卫生", "部门协同", "市场主体",
        "公共场所", "志愿服务", "科普教育", "人才队伍", "考核评价", "财政补贴", "用地保障", "信息平台", "行业协会", "社区工作", "质量标准",
    ]
    static let fields = [
        "财政", "民政", "住房和城乡建设", "卫生健康", "教育体育", "市场监督管理", "大数据", "发展和改革", "农牧", "自然资源", "人力资源和社会保障",
        "交通运输",
    ]
    static let governments = ["各旗区人民政府", "各县区人民政府", "高新区管理委员会", "市直各相关单位"]
    static let places = ["东山区", "清河县", "白塔镇", "北安市", "长林旗", "南湖区"]
    static let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何"]
    static let givenNames = [
        "波", "凤", "云", "翠", "芳", "闻", "伟", "敏", "静", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超",
    ]
}
