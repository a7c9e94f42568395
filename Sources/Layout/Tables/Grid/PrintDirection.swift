import PipelineDefinition

/// Tells from the words over figures and beside them whether a table one cell a line was read in the direction it was
/// printed in: the same lines may fit as rows and as columns.
struct PrintDirection {
    let judge: HeaderJudge

    typealias Words = ArraySlice<TableLine>

    /// True where `over` can head the columns and `beside` name the rows under `first`, false where it is rather the
    /// other way round, `nil` where the words do not tell.
    func isRight(first: Words, over: [Words], beside: [Words]) -> Bool? {
        let (yearsOver, yearsBeside) = (share(over, isOfYear), share(beside, isOfYear))
        if yearsOver != yearsBeside { return (yearsOver > yearsBeside) != first.contains(where: judge.isOfDates) }
        let (placesOver, placesBeside) = (share(over, isPlace), share(beside, isPlace))
        // 乡村 among other names under 指标 is no place.
        let isOfNames = isOfIndicators(first) && placesOver < placesBeside && placesBeside * 4 < 1
        if placesOver != placesBeside, !isOfNames { return (placesOver > placesBeside) == isOfIndicators(first) }
        let (totalsOver, totalsBeside) = (over.contains(where: isTotal), beside.contains(where: isTotal))
        if totalsOver != totalsBeside { return totalsBeside }
        let (measuresOver, measuresBeside) = (share(over, isOfMeasure), share(beside, isOfMeasure))
        if measuresOver != measuresBeside { return measuresOver > measuresBeside }
        let (unitsOver, unitsBeside) = (share(over, hasUnit), share(beside, hasUnit))
        return unitsOver == unitsBeside ? nil : (unitsOver < unitsBeside) == isOfIndicators(first)
    }

    /// True where places stand over figures under a head of places: 地区 over 常住人口, then 全市, 桃源区.
    func hasPlacesOver(first: Words, over: [Words], beside: [Words]) -> Bool {
        share(over, isPlace) > share(beside, isPlace) && !isOfIndicators(first)
    }

    private func share(_ cells: [Words], _ test: (Words) -> Bool) -> Double {
        Double(cells.count(where: test)) / Double(cells.count)
    }

    private func isOfIndicators(_ first: Words) -> Bool {
        judge.lexicon.suffix(of: text(first), as: .indicators) != nil
    }

    /// A head says what is told of the rows: 绝对数, 比上年增长, 为预算的%.
    func isOfMeasure(_ own: Words) -> Bool {
        let base = HeaderJudge.base(text(own))
        return base.unicodeScalars.last == "%"
            || [.measure, .figures, .side].contains { judge.lexicon.contains(base, as: $0) }
            || [.headStart, .side].contains { judge.lexicon.prefix(of: base, as: $0) != nil }
            || judge.lexicon.suffix(of: base, as: .headEnd) != nil
    }

    func isTotal(_ own: Words) -> Bool { judge.lexicon.contains(text(own), as: .total) }

    func hasUnit(_ own: Words) -> Bool { own.last?.scalars.last == ")" }

    private func isPlace(_ own: Words) -> Bool { judge.lexicon.suffix(of: text(own), as: .placeEnd) != nil }

    private func isOfYear(_ own: Words) -> Bool {
        own.contains { judge.isYear($0) || judge.lexicon.contains(HeaderJudge.base($0.text), as: .period) }
    }

    private func text(_ own: Words) -> String { own.map(\.text).joined() }
}
