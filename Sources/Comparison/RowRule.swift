import StatisticalModel

/// What changed between two rows of one key: each thing once.
struct RowRule {
    let settings: ComparisonSettings

    func compare(_ old: IndicatorRow, _ new: IndicatorRow, into result: inout EditionDifference) {
        let before = result.changes.count + result.wordingChanges.count
        compareFigures(old, new, into: &result.changes)
        add(deadline(old.deadline, new.deadline), old, new, to: &result.changes)
        add(lamp(old.lamp, new.lamp), old, new, to: &result.changes)
        add(old.status == new.status ? nil : .statusChanged, old, new, to: &result.changes)
        add(old.name == new.name ? nil : .nameChanged, old, new, to: &result.wordingChanges)
        add(old.quote == new.quote ? nil : .quoteChanged, old, new, to: &result.wordingChanges)
        add(old.source == new.source ? nil : .sourceChanged, old, new, to: &result.wordingChanges)
        if old.value != new.value, old.measure == new.measure, let a = DecimalNumber(old.value),
            a == DecimalNumber(new.value)
        {
            add(.precisionChanged, old, new, to: &result.wordingChanges)
        }
        if result.changes.count + result.wordingChanges.count == before { result.sameCount += 1 }
    }

    private func add(
        _ kind: DifferenceKind?, _ old: IndicatorRow, _ new: IndicatorRow, to list: inout [RowDifference]
    ) {
        if let kind { list.append(RowDifference(kind, old: old, new: new)) }
    }

    /// Figures of different measure (a level, an increment) are not subtracted from each other.
    private func compareFigures(_ old: IndicatorRow, _ new: IndicatorRow, into changes: inout [RowDifference]) {
        guard old.measure == new.measure else { return add(.measureChanged, old, new, to: &changes) }
        if old.value != new.value {
            compareValues(old, new, into: &changes)
        } else if old.upper != new.upper {
            add(.rangeChanged, old, new, to: &changes)
        }
        add(old.comparator == new.comparator ? nil : .comparatorChanged, old, new, to: &changes)
    }

    private func compareValues(_ old: IndicatorRow, _ new: IndicatorRow, into changes: inout [RowDifference]) {
        switch (DecimalNumber(old.value), DecimalNumber(new.value)) {
        case (nil, nil): add(.valueChanged, old, new, to: &changes)
        case (nil, .some): add(.valueGained, old, new, to: &changes)
        case (.some, nil): add(.valueLost, old, new, to: &changes)
        case (let a?, let b?):
            guard a != b else { return }
            let kind = new.kind == "target" ? targetKind(isHigher: b > a, new) : .valueChanged
            changes.append(RowDifference(kind, old: old, new: new, change: change(from: a, to: b, unit: new.unit)))
        }
    }

    /// A floor is tightened upwards, a ceiling downwards, an exact target the way its indicator improves.
    /// A change or an increment to bring about (下降12%, 新增5000张) is tightened upwards.
    private func targetKind(isHigher: Bool, _ row: IndicatorRow) -> DifferenceKind {
        let tighterIsHigher: Bool
        switch (Comparator(rawValue: row.comparator), settings.directions[row.code]) {
        case (.atLeast, _), (.moreThan, _): tighterIsHigher = true
        case (.atMost, _), (.lessThan, _): tighterIsHigher = false
        case _ where row.measure == "change" || row.measure == "increment": tighterIsHigher = true
        case (_, .up): tighterIsHigher = true
        case (_, .down): tighterIsHigher = false
        case (_, .keep), (_, nil): return .targetChanged
        }
        return isHigher == tighterIsHigher ? .targetTightened : .targetLoosened
    }

    private func change(from old: DecimalNumber, to new: DecimalNumber, unit: String) -> ValueChange? {
        guard let absolute = new.subtracting(old) else { return nil }
        let isInPoints = settings.pointUnits.contains(unit)
        let percent = isInPoints ? nil : absolute.shifted(by: 2).divided(by: old.magnitude, decimals: 2)
        let (moderate, large) =
            isInPoints
            ? (settings.moderatePoints, settings.largePoints) : (settings.moderatePercent, settings.largePercent)
        let severity: ChangeSeverity
        if let size = isInPoints ? absolute.magnitude : percent?.magnitude {
            severity = size >= large ? .large : size >= moderate ? .moderate : .small
        } else {
            severity = .large
        }
        return ValueChange(absolute: absolute, percent: percent, severity: severity, isInPoints: isInPoints)
    }

    private func deadline(_ old: String, _ new: String) -> DifferenceKind? {
        if old == new { return nil }
        if old.isEmpty { return .deadlineSet }
        if new.isEmpty { return .deadlineDropped }
        guard let a = CalendarDate(iso: old), let b = CalendarDate(iso: new) else {
            return new.utf8.lexicographicallyPrecedes(old.utf8) ? .deadlineEarlier : .deadlineLater
        }
        return b.lastDay < a.lastDay ? .deadlineEarlier : .deadlineLater
    }

    private func lamp(_ old: String, _ new: String) -> DifferenceKind? {
        if old == new { return nil }
        let order: [Lamp] = [.red, .yellow, .greenBehind, .green]
        let places = [old, new].map { Lamp(rawValue: $0).flatMap { order.firstIndex(of: $0) } }
        guard let a = places[0], let b = places[1] else {
            // An empty field and `none` both say that there is no lamp.
            return places[0] == nil && places[1] == nil ? nil : .lampChanged
        }
        return b > a ? .lampBetter : .lampWorse
    }
}
