public import Assessment
public import StatisticalModel

/// The date to which a report counts where nobody names one.
public enum ReportDate {
    /// The latest day that the bulletins' documents and the supplied figures bear: no clock decides, so
    /// the same inputs give the same report on any day. `nil` where nothing bears a date.
    public static func latest(documents: [BulletinDocument], supplied: [CalendarDate]) -> CalendarDate? {
        (documents.compactMap(\.date) + supplied).map(\.lastDay).max()
    }

    /// For bulletins without any date: the end of the latest year that one of them speaks for, by its title, else by
    /// the facts that it states, else by the plan it is; of equals the first bulletin by name.
    public static func inferred(
        from bulletins: [(name: String, extract: BulletinExtract)]
    ) -> RunFindings.InferredDate? {
        let dates = bulletins.compactMap { name, extract in
            year(of: extract).map { year, origin in
                RunFindings.InferredDate(
                    day: CalendarDate(year: year.number).lastDay, origin: origin, bulletin: name)
            }
        }
        let latest = dates.map(\.day).max()
        return dates.first { $0.day == latest }
    }

    private static func year(of extract: BulletinExtract) -> (Year, RunFindings.InferredDate.Origin)? {
        var printed: [Year] = []
        var plans: [Year] = []
        for title in extract.titleYears {
            switch title {
            case .printed(let year): printed.append(year)
            case .plan(let first): plans.append(first)
            }
        }
        if let year = printed.max() { return (year, .title) }
        let facts = extract.statements.filter { $0.kind == .actual }
        if let year = facts.compactMap(\.year).max() { return (year, .facts) }
        return plans.max().map { ($0, .plan) }
    }
}
