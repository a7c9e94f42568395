/// The language of a comparison's texts: Chinese unless English is asked for.
public enum ComparisonLanguage: String, Sendable, Hashable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// The words of the comparison, in both languages.
struct DifferenceWords: Sendable {
    let language: ComparisonLanguage

    private func pick(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    func title(_ old: String, _ new: String) -> String {
        pick("版本对比：\(old) → \(new)", "Comparison of editions: \(old) → \(new)")
    }

    func counts(_ difference: EditionDifference) -> String {
        let (old, new, same) = (difference.oldCount, difference.newCount, difference.sameCount)
        let (changes, wording) = (difference.changes.count, difference.wordingChanges.count)
        return pick(
            "旧版\(old)行，新版\(new)行；相同\(same)行，变化\(changes)处，文字或来源变化\(wording)处",
            "\(old) rows in the old edition, \(new) in the new; \(same) rows the same, \(changes) changes, "
                + "\(wording) changes of wording or source")
    }

    var same: String { pick("两个版本没有差别", "The editions do not differ") }
    func further(_ count: Int) -> String { pick("……另有\(count)处", "… and \(count) more") }
    var changes: String { pick("变化", "Changes") }
    var findings: String { pick("表格问题", "Findings about the tables") }
    var wording: String { pick("文字与来源", "Wording and source") }

    var headers: [String] {
        language == .chinese
            ? ["变化", "程度", "指标", "地区", "年份", "类别", "单位", "限定", "旧值", "新值", "增减", "幅度"]
            : [
                "change", "severity", "indicator", "area", "year", "kind", "unit", "qualifier", "old", "new",
                "difference", "in per cent",
            ]
    }

    func name(_ kind: DifferenceKind) -> String {
        switch kind {
        case .new: pick("新增指标", "new")
        case .gone: pick("不再出现", "gone")
        case .valueChanged: pick("数值变化", "value changed")
        case .valueGained: pick("补上数值", "value gained")
        case .valueLost: pick("数值缺失", "value lost")
        case .rangeChanged: pick("区间变化", "range changed")
        case .targetTightened: pick("目标提高要求", "target tightened")
        case .targetLoosened: pick("目标放宽", "target loosened")
        case .targetChanged: pick("目标变化", "target changed")
        case .comparatorChanged: pick("约束词变化", "comparator changed")
        case .measureChanged: pick("口径形式变化", "measure changed")
        case .deadlineEarlier: pick("时限提前", "deadline earlier")
        case .deadlineLater: pick("时限推迟", "deadline later")
        case .deadlineSet: pick("新设时限", "deadline set")
        case .deadlineDropped: pick("取消时限", "deadline dropped")
        case .lampBetter: pick("亮灯好转", "lamp better")
        case .lampWorse: pick("亮灯变差", "lamp worse")
        case .lampChanged: pick("亮灯变化", "lamp changed")
        case .statusChanged: pick("状态变化", "status changed")
        case .precisionChanged: pick("精度变化", "printed precision changed")
        case .nameChanged: pick("名称变化", "name changed")
        case .quoteChanged: pick("引文变化", "quotation changed")
        case .sourceChanged: pick("来源变化", "source changed")
        }
    }

    func name(_ severity: ChangeSeverity) -> String {
        switch severity {
        case .large: pick("大", "large")
        case .moderate: pick("中", "moderate")
        case .small: pick("小", "small")
        }
    }

    /// The word for a code of a file (target, red, on-track); other text as it is.
    func word(_ code: String) -> String {
        guard language == .chinese else { return code }
        return Self.codes[code] ?? code
    }

    private static let codes = [
        "target": "目标", "actual": "实际", "forecast": "预计", "reference": "参照", "level": "水平", "increment": "增量",
        "change": "变动", "eq": "等于", "ge": "不低于", "gt": "超过", "le": "不高于", "lt": "低于", "approx": "约", "range": "区间",
        "green": "绿灯", "green-behind": "绿灯（略慢）", "yellow": "黄灯", "red": "红灯", "none": "未评", "achieved": "已达成",
        "on-track": "进展顺利", "moderate": "进展中等", "limited": "进展有限", "deteriorating": "倒退", "met": "达标",
        "not-met": "未达标", "missed": "未完成", "not-started": "未开始", "keep": "保持", "not-assessable": "无法评估",
        "not-comparable": "不可比",
    ]

    /// ` points` or `个百分点` after an absolute change of a share; nothing after that of an amount.
    func points(_ change: ValueChange, unit: String) -> String {
        guard change.isInPoints else { return "" }
        return unit == "‰" || unit == "千分点" ? pick("个千分点", " per mille points") : pick("个百分点", " points")
    }

    func describe(_ finding: TableFinding) -> String {
        switch finding {
        case .duplicateKey(let row, let old, let new):
            let key = [row.code, row.name, row.area, row.year, word(row.kind), row.unit, row.qualifier]
                .filter { !$0.isEmpty }.joined(separator: " ")
            return pick(
                "旧版\(old)行、新版\(new)行同键，逐行对比：\(key)", "rows that share a key: \(old) old, \(new) new: \(key)")
        case .columnNew(let name): return pick("新增列：\(name)", "new column: \(name)")
        case .columnGone(let name): return pick("缺少列：\(name)", "column gone: \(name)")
        case .keyColumnMissing(let side, let name):
            return pick("\(edition(side))没有键列：\(name)", "the \(edition(side)) lacks the key column \(name)")
        }
    }

    private func edition(_ side: TableFinding.Side) -> String {
        side == .old ? pick("旧版", "old edition") : pick("新版", "new edition")
    }
}
