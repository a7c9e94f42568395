import Assessment
import StatisticalModel
import Testing

/// What a target's year rests on, and that a standing limit never falls due.
@Suite struct TargetYearTests {
    private func row(
        _ origin: ContextOrigin, unit: UnitCode = "工作日", year: Int = 2023, published: Int? = 2023
    ) throws -> ProgressAssessment {
        var target = Figures.figure(
            .target, "5", year, unit: unit, comparator: .atMost,
            published: published.map { CalendarDate(year: $0, month: 3, day: 1) }, source: .prose)
        target.sources[0].yearOrigin = origin
        return try #require(Figures(direction: .down, unit: unit, observations: [target]).rows().first)
    }

    @Test(arguments: [ContextOrigin.clause, .sentence, .header, .title, .leadIn])
    func aYearThatTheTextStatesNeedsNoRemark(_ origin: ContextOrigin) throws {
        let row = try row(origin)
        #expect(row.yearBasis == nil)
        #expect(row.ungraded == .dueNoData)
    }

    @Test(arguments: ["工作日", "日", "小时", "分钟"]) func aServiceLimitStandsAndIsNeverDue(_ unit: String) throws {
        let row = try row(.date, unit: UnitCode(unit))
        #expect(row.yearBasis == .standing)
        #expect(row.ungraded == .openNoData)
        #expect(!row.isOver)
    }

    /// 人均预期寿命 in years, beds and shares are no limits of service.
    @Test(arguments: ["年", "张", "%"]) func anyOtherTargetIsOfTheDocumentsYear(_ unit: String) throws {
        let row = try row(.date, unit: UnitCode(unit))
        #expect(row.yearBasis == .published)
        #expect(row.ungraded == .dueNoData)
    }

    @Test func theEndOfThePlanAndAGuessAreTold() throws {
        #expect(try row(.date, unit: "张", year: 2025).yearBasis == .planEnd)
        #expect(try row(.guess, unit: "张").yearBasis == .guess)
        #expect(try row(.date, unit: "张", published: nil).yearBasis == .published)
    }
}
