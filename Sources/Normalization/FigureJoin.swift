import PipelineDefinition
import SourceText
import StatisticalModel

/// Joins figures for the same thing: the same figure again is one more source, another figure a conflict.
struct FigureJoin {
    private struct Key: Hashable {
        let indicator: IndicatorCode?
        let name: String
        let unit: UnitCode?
        let area: ReferenceArea?
        let qualifier: String
        let kind: StatementKind
        let measure: StatementMeasure
        let changeDirection: Int
        let year: Year?
        /// The years over which an increment builds up, or a change is.
        let span: YearSpan?
        let baseYear: Year?
        let date: CalendarDate?
        /// A figure of February is none of the year's.
        let months: MonthSpan?
        /// 累计 since an unsaid time is no other value of the year's amount.
        let isOpenTotal: Bool
    }

    fileprivate struct Figure {
        var observation: Observation
        var published: CalendarDate?
        let order: Int
        let isAverage: Bool
    }

    /// What makes two figures of one key the same.
    private struct Content: Hashable {
        let key: Key
        let value: DecimalNumber?
        let upper: DecimalNumber?
        let isSupplied: Bool
        /// Of a figure in words.
        let wording: String?

        init(_ key: Key, _ observation: Observation) {
            self.key = key
            value = observation.value
            upper = observation.upper
            isSupplied = observation.isSupplied
            wording = observation.value == nil ? observation.sources.first?.wording : nil
        }
    }

    private let units: UnitTable
    /// 平均值: ``AssessmentSettings/Words/yearlyAverage``.
    private let averages: [String]
    /// Where a figure stands among those of its key.
    private var places: [Content: Int] = [:]
    private var figures: [Key: [Figure]] = [:]
    private var keys: [Key] = []
    private var count = 0

    init(_ units: UnitTable, averages: [String]) {
        self.units = units
        self.averages = averages
    }

    mutating func add(_ observation: Observation, published: CalendarDate?) {
        let key = key(of: observation)
        if figures[key] == nil { keys.append(key) }
        count += 1
        let content = Content(key, observation)
        if let index = places[content] {
            figures[key]?[index].observation.join(observation)
            figures[key]?[index].take(published)
        } else {
            places[content] = figures[key]?.count ?? 0
            let isAverage = observation.sources.contains { source in
                averages.contains(where: source.indicator.ends(with:))
            }
            figures[key, default: []].append(
                Figure(observation: observation, published: published, order: count, isAverage: isAverage))
        }
    }

    private func key(of observation: Observation) -> Key {
        let known = observation.indicator != nil
        let isChange = observation.sources.first?.measure == .change
        let isOnYearBefore = observation.baseYear.map { $0.number + 1 == observation.year?.number } ?? false
        return Key(
            indicator: observation.indicator,
            name: known ? "" : NameFolding.fold(observation.indicatorName, units: units),
            // Two dimensions under one code are a finding of units, not a conflict of figures.
            unit: observation.unit, area: observation.area, qualifier: observation.qualifier,
            kind: observation.kind, measure: observation.measure,
            changeDirection: observation.measure == .change ? observation.sources.first?.changeDirection ?? 0 : 0,
            year: observation.year, span: observation.measure == .increment || isChange ? observation.period : nil,
            baseYear: isChange && isOnYearBefore ? nil : observation.baseYear,
            date: observation.isSupplied ? observation.deadline : nil,
            months: observation.months, isOpenTotal: observation.isOpenTotal)
    }

    // MARK: result

    /// The figures in use, in the order in which they were first stated, and the conflicts.
    func result() -> (observations: [Observation], conflicts: [FigureConflict]) {
        var observations: [Observation] = []
        var conflicts: [FigureConflict] = []
        for key in keys {
            let all = figures[key] ?? []
            let numbers = all.filter { $0.observation.value != nil }
            let differ = Set(numbers.map { [$0.observation.value, $0.observation.upper] }).count > 1
            guard differ, Self.canConflict(key, numbers) else {
                observations += all.map(\.observation)
                continue
            }
            let sorted = numbers.sorted { Self.rule(of: $0, over: $1) != nil }
            if let rule = Self.rule(of: sorted[0], over: sorted[1]) {
                conflicts.append(FigureConflict(observations: sorted.map(\.observation), rule: rule))
            }
            observations.append(Self.inUse(sorted))
            observations += all.filter { $0.observation.value == nil }.map(\.observation)
        }
        return (observations, conflicts)
    }

    /// The figure that stands; revised where an older document states another fact that was no estimate.
    private static func inUse(_ sorted: [Figure]) -> Observation {
        var used = sorted[0].observation
        let isRevised = sorted.dropFirst().contains { older in
            rule(of: sorted[0], over: older) == .laterDocument && !older.isEstimate && !older.observation.isSupplied
        }
        if isRevised, used.kind == .actual, [.normal, .provisional].contains(used.status) { used.status = .revised }
        return used
    }

    /// Figures without a year are not of one time, and figures of one sentence are of different scopes: no author
    /// contradicts himself there. Of names that no pipeline follows (总投资, 产能, 床位) nothing says that two
    /// sentences mean the same thing by them: only shares with a full name do, and the rows of tables.
    private static func canConflict(_ key: Key, _ numbers: [Figure]) -> Bool {
        guard key.year != nil, Set(numbers.map(\.sentence)).count > 1 else { return false }
        return key.indicator != nil
            || key.measure == .level && key.name.unicodeScalars.count >= Self.fullName
                && (key.unit == .percent || numbers.contains(where: \.isTable))
    }

    /// Characters from which on a name says what it means by itself: 覆盖率 does not.
    private static let fullName = 6

    /// The rule by which `left` stands before `right`; `nil` where it stands after.
    private static func rule(of left: Figure, over right: Figure) -> FigureConflict.Rule? {
        if left.observation.isSupplied != right.observation.isSupplied {
            return left.observation.isSupplied ? .supplied : nil
        }
        if left.isEstimate != right.isEstimate { return right.isEstimate ? .finalFigure : nil }
        if left.isAverage != right.isAverage { return left.isAverage ? .yearlyAverage : nil }
        if left.published != right.published {
            guard let first = left.published else { return nil }
            return right.published.map { first > $0 } ?? true ? .laterDocument : nil
        }
        if left.isTable != right.isTable { return left.isTable ? .tableBeforeProse : nil }
        return left.order < right.order ? .firstStated : nil
    }
}

extension FigureJoin.Figure {
    /// The place of a figure's sentence; each cell of a table and each supplied figure is one of its own.
    fileprivate var sentence: [String] {
        guard let source = observation.sources.first, !observation.isSupplied else { return ["\(order)"] }
        let place = source.provenance
        guard source.source != .table, !place.quote.isEmpty else { return ["\(order)"] }
        return [place.bulletin, "\(place.document)", place.quote]
    }
    /// 预计: it stands until a figure is known.
    fileprivate var isEstimate: Bool { observation.status == .estimated }
    var isTable: Bool { observation.sources.contains { $0.source == .table } }

    /// A figure stated again is as new as its newest document.
    mutating func take(_ date: CalendarDate?) {
        guard let date else { return }
        published = published.map { max($0, date) } ?? date
    }
}

extension Observation {
    /// Takes over the sources of the same figure stated elsewhere, and what they say that this one leaves unsaid.
    fileprivate mutating func join(_ other: Observation) {
        sources += other.sources
        attribute = attribute ?? other.attribute
        deadline = deadline ?? other.deadline
        if status == .estimated { status = other.status }
        if let first = published, let second = other.published {
            published = kind == .target ? min(first, second) : max(first, second)
        } else {
            published = published ?? other.published
        }
        if responsible.isEmpty { responsible = other.responsible }
    }
}
