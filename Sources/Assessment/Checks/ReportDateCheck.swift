import StatisticalModel

extension OutcomeCheck {
    /// The report counts to the end of a year that no date gives: elapsed time and lamps hang on it.
    static let reportDate = OutcomeCheck("report-date") { run, context in
        guard let date = run.inferredDate else { return [] }
        let day = date.day.description
        let found: FindingText =
            switch date.origin {
            case .title: .phrase(.dayFromTitle, [day])
            case .facts: .phrase(.dayFromFacts, [day])
            case .plan: .phrase(.dayFromPlan, [day])
            }
        return [context.note(date.bulletin, expected: .phrase(.documentDate, []), found: found)]
    }
}
