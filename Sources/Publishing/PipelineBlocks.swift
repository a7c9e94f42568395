import StatisticalModel

/// The rows of a pipeline's sheet in blocks: the targets of one indicator, area and qualifier stand together, by year,
/// and share one scale.
///
/// Blocks are grouped by area, then by the plan that states most of their targets, the oldest plan first, and within
/// it stand as the plan does, whose parts are its themes: 养老 before 托育. A later plan's target of an indicator joins
/// the indicator's block.
struct PipelineBlocks {
    private struct Key: Hashable {
        let indicator: IndicatorCode
        let area: ReferenceArea?
        let qualifier: String

        init(_ row: ProgressAssessment) {
            indicator = row.indicator
            area = row.area
            qualifier = row.qualifier
        }
    }

    private struct ScaleKey: Hashable {
        let block: Key
        let unit: UnitCode?

        init(_ row: ProgressAssessment) {
            block = Key(row)
            unit = row.target.unit
        }
    }

    private struct Plan: Hashable {
        let bulletin: String
        let document: Int
        let published: CalendarDate?

        init(_ target: Observation) {
            let place = target.sources.first?.provenance
            bulletin = place?.bulletin ?? ""
            document = place?.document ?? 0
            published = target.published
        }

        var order: [String] {
            [sortable(published.map(\.dayNumber) ?? 99_999_999), bulletin, sortable(document)]
        }
    }

    /// Blocks of one area that one plan states under one heading: 鄂尔多斯市“一老一小”方案 › 养老服务.
    struct Group: Hashable {
        let area: ReferenceArea?
        /// The document's title, its number left out.
        let plan: String
        /// The innermost heading over the targets, else the table's title; empty where neither is known.
        let theme: String
    }

    /// Rows in the order of the sheet: places among the assessments of a run, which are some kilobytes each and not copied.
    struct Rows: RandomAccessCollection {
        fileprivate let assessments: [ProgressAssessment]
        fileprivate let order: [Int]

        var startIndex: Int { 0 }
        var endIndex: Int { order.count }
        subscript(index: Int) -> ProgressAssessment { assessments[order[index]] }
    }

    let rows: Rows
    /// The group of each row.
    let groups: [Group]
    /// The block of each row, from 1.
    let numbers: [Int]
    private let scales: [ScaleKey: DisplayScale]

    /// The blocks of those of `assessments` that are `pipeline`'s, of all without one.
    init(_ assessments: [ProgressAssessment], of pipeline: PipelineID? = nil) {
        var members: [Key: [Int]] = [:]
        var scaled: [ScaleKey: [Int]] = [:]
        var order: [Key] = []
        var areas: [ReferenceArea?: Int] = [:]
        for (index, row) in assessments.enumerated() where pipeline == nil || row.pipeline == pipeline {
            let key = Key(row)
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(index)
            scaled[ScaleKey(row), default: []].append(index)
            if areas[key.area] == nil { areas[key.area] = areas.count }
        }
        func rows(_ indices: [Int]?) -> [ProgressAssessment] { (indices ?? []).map { assessments[$0] } }
        let sorted = sortedByKey(Array(order.indices)) { index in
            let key = order[index]
            return [sortable(areas[key.area] ?? 0)] + Self.place(rows(members[key])) + [sortable(index)]
        }.map { order[$0] }
        self.rows = Rows(assessments: assessments, order: sorted.flatMap { members[$0] ?? [] })
        numbers = sorted.enumerated().flatMap { index, key in members[key, default: []].map { _ in index + 1 } }
        groups = sorted.flatMap { key in
            let rows = rows(members[key])
            let leading = Self.leading(rows).min { Self.line($0) < Self.line($1) }
            let place = leading?.target.sources.first?.provenance
            let group = Group(
                area: key.area, plan: place.map { DocumentTitle($0.documentTitle).subject } ?? "",
                theme: place.map(Self.theme) ?? "")
            return rows.map { _ in group }
        }
        scales = scaled.mapValues { Self.scale(rows($0)) }
    }

    /// Whether the row begins a block.
    func begins(_ index: Int) -> Bool { index == 0 || numbers[index] != numbers[index - 1] }

    /// Whether the row begins a group.
    func beginsGroup(_ index: Int) -> Bool { index == 0 || groups[index] != groups[index - 1] }

    /// The heading over a target in its own plan.
    static func theme(_ row: ProgressAssessment) -> String {
        row.target.sources.first.map { theme($0.provenance) } ?? ""
    }

    /// A table's title says less of the theme than the heading over it: 主要指标.
    private static func theme(_ place: Provenance) -> String {
        let headings = place.headings.filter { !$0.isEmpty }
        return headings.last { $0 != place.table } ?? headings.last ?? ""
    }

    /// The plan of a block and where its first target stands there.
    private static func place(_ rows: [ProgressAssessment]) -> [String] {
        let leading = leading(rows)
        guard let plan = leading.first.map({ Plan($0.target) }) else { return [] }
        return plan.order + [sortable(leading.map(line).min() ?? 0)]
    }

    /// Those rows that the plan states of which there are most, the oldest of several.
    private static func leading(_ rows: [ProgressAssessment]) -> [ProgressAssessment] {
        let plans = Dictionary(grouping: rows) { Plan($0.target) }
        let ranked = sortedByKey(Array(plans.keys)) { [sortable(9_999_999 - (plans[$0]?.count ?? 0))] + $0.order }
        return ranked.first.flatMap { plans[$0] } ?? []
    }

    private static func line(_ row: ProgressAssessment) -> Int { row.target.sources.first?.provenance.line ?? 0 }

    /// All figures of a row share one scale, and all rows of a block: 8000 and 10000亿元, not 8000亿元 and 1万亿元.
    func scale(_ row: ProgressAssessment) -> DisplayScale {
        Self.isScaled(row) ? scales[ScaleKey(row)] ?? DisplayScale(row.target) : Self.unscaled(row)
    }

    /// Shares against a base keep their unit.
    private static func isScaled(_ row: ProgressAssessment) -> Bool {
        switch row.form {
        case .reduction, .averageGrowth: false
        case .level, .cumulative, .withinYear, .yearRate, .keep, .interval, .qualitative: true
        }
    }

    private static func unscaled(_ row: ProgressAssessment) -> DisplayScale {
        DisplayScale(unit: row.unit?.name ?? "", power: 0)
    }

    /// The scale that most rows are printed in, of several the smallest, which needs no decimals.
    private static func scale(_ rows: [ProgressAssessment]) -> DisplayScale {
        DisplayScale.shared(rows.filter(isScaled).map(\.target))
    }
}
