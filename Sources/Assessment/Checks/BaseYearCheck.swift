import StatisticalModel

extension OutcomeCheck {
    /// A base year has to lie before the year that is set against it.
    static let baseYear = OutcomeCheck("base-year") { run, context in
        run.statements.map(\.statement).compactMap { statement in
            guard let base = statement.baseYear, let year = statement.year, base > year else { return nil }
            return context.note(on: statement, expected: "≤ \(year)", found: "\(base)")
        }
    }
}
